"""What docs/api.md shows is what the API answers. "…" stands for what is left out: a value, the rest of a
list or, as a key, the rest of a table."""

import json
import re
import shlex
from pathlib import Path
from typing import Any

import pytest
from django.test import Client

from gradus_web.api import gate
from gradus_web.api.telling import MOST
from gradus_web.people.models import User
from tests.web.entering import token_of

pytestmark = pytest.mark.django_db
PAGE = (Path(__file__).parents[2] / "docs" / "api.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"```console\n(.*?)```", PAGE, flags=re.DOTALL)
SITE = "$SITE/api/v1/"
REST = "…"
AS_CURL_SENDS = "application/x-www-form-urlencoded"


def answered(command: str, known: dict[str, str], token: str) -> Any:
    """What that command gets."""
    for name, value in (*known.items(), ("TOKEN", token)):
        command = command.replace(f"${name}", value)
    words = shlex.split(command.replace("\\\n", " "))[1:]
    headers = {"authorization": ""} | dict(
        words[at + 1].split(": ", 1) for at, word in enumerate(words) if word == "-H"
    )
    url = next(word for word in words if word.startswith(SITE)).removeprefix("$SITE")
    browser = Client(headers=headers)
    sent = [words[at + 1] for at, word in enumerate(words) if word == "-d"]
    answer = browser.post(url, sent[0], content_type=AS_CURL_SENDS) if sent else browser.get(url)
    return answer.json()


def fits(shown: Any, found: Any) -> bool:
    """Whether what is shown is found, with what is left out."""
    if shown == REST:
        return True
    if isinstance(shown, dict) and isinstance(found, dict):
        same = all(key in found and fits(each, found[key]) for key, each in shown.items() if key != REST)
        return same and (REST in shown or shown.keys() == found.keys())
    if isinstance(shown, list) and isinstance(found, list):
        rest = shown[-1:] == [REST]
        pairs = zip(shown[:-1] if rest else shown, found, strict=False)
        return all(fits(*pair) for pair in pairs) and (rest or len(shown) == len(found))
    if isinstance(shown, str) and isinstance(found, str) and REST in shown:
        return re.fullmatch(".*".join(map(re.escape, shown.split(REST))), found, re.DOTALL) is not None
    return bool(shown == found)


def test_each_command_gets_what_the_page_shows(owner: User) -> None:
    token, known = token_of(owner), {"session": "", "promise": ""}
    assert len(BLOCKS) >= 8
    for block in BLOCKS:
        command, told = re.split(r"\n(?=\{\")", block.removeprefix("$ "), maxsplit=1)
        found = answered(command, known, token)
        if isinstance(found, dict) and (session := found.get("session")):
            known = {"session": session["id"], "promise": session["promise"]}
        for name, value in known.items():
            told = told.replace(f"${name}", value)
        shown = json.loads(told)
        assert fits(shown, found), f"{command}\n{json.dumps(found, ensure_ascii=False, indent=1)[:6000]}"


def test_it_names_every_operation_and_the_bounds() -> None:
    document = json.loads((Path(__file__).parents[2] / "schemas" / "openapi.json").read_text("utf-8"))
    missing = [path for path in document["paths"] if path.removeprefix("/api/v1") not in PAGE]
    assert missing == []
    assert f"at most {MOST} facts" in PAGE
    assert f"may ask {gate.MOST:,} times an hour" in PAGE
    assert f"asks {gate.MOST_GUESSES} times" in PAGE
