"""A rule that fails: the command and the coach say so in plain words, and show no session."""

import json
from pathlib import Path

import pytest

from gradus_cli import content
from gradus_cli.coach import Coach
from gradus_cli.exits import Exit
from tests.unit.command.conftest import DAY, Run

SENTENCE = 'id = "{id}"\nroom = "{room}"\nnotices = "-"\nsays = "{{nobody_fills_this}}"\nbasis = "default"\n'


def plant(folder: Path, monkeypatch: pytest.MonkeyPatch, rule: str, room: str) -> None:
    """Lay a rule over the content whose sentence cannot be made, so that deciding by it fails."""
    (folder / "planted" / "rules").mkdir(parents=True)
    text = SENTENCE.format(id=rule, room=room) + 'reviewed_by = ""\n'
    (folder / "planted" / "rules" / f"{rule}.toml").write_text(text, encoding="utf-8")
    monkeypatch.setenv("GRADUS_OVERLAY", str(folder / "planted"))
    content.library.cache_clear()


@pytest.mark.parametrize(
    ("rule", "room"),
    [("training-day", "today"), ("start-dose", "progression"), ("screen-nothing-found", "screening")],
)
def test_today_shows_no_session(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, rule: str, room: str
) -> None:
    run.plan()
    assert run("today", "--json").json["action"] == "train"
    plant(tmp_path, monkeypatch, rule, room)
    told = run("today")
    assert told.code == Exit.DONE
    assert "Please do not train now" in told.told
    assert "Gradus has a fault, so there is no session today" in told.told
    assert "KeyError: 'nobody_fills_this'" in told.told
    assert "keep in hand" not in told.told
    reply = run("today", "--json").json
    assert (reply["action"], reply["items"], reply["offers"]) == ("locked", [], [])
    assert [reason["rule"] for reason in reply["reasons"]] == ["rule-failed"]


def test_the_coach_says_so_and_goes_on(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    run.plan()
    lines = run.bytes().splitlines()
    plant(tmp_path, monkeypatch, "training-day", "today")
    talk = Coach(content.library())
    assert all(json.loads(talk.reply(line))["reply"] == "kept" for line in lines)
    answer = json.loads(talk.reply(json.dumps({"ask": "today", "on": DAY}).encode()))
    assert (answer["reply"], answer["action"], answer["items"]) == ("today", "locked", [])
    assert [reason["rule"] for reason in answer["reasons"]] == ["rule-failed"]


def test_a_question_that_fails_gets_a_plain_reply(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run.plan()
    lines = run.bytes().splitlines()
    plant(tmp_path, monkeypatch, "screen-nothing-found", "screening")
    talk = Coach(content.library())
    for line in lines:
        talk.reply(line)
    answer = json.loads(talk.reply(json.dumps({"ask": "plan", "on": DAY, "tag": 7}).encode()))
    assert (answer["reply"], answer["tag"]) == ("error", 7)
    assert "Gradus itself has a fault here" in answer["fault"]
    assert "Traceback" not in answer["fault"]
    assert json.loads(talk.reply(lines[0]))["reply"] == "kept"
    told = run("plan")
    assert told.code == Exit.BROKEN
    assert "Gradus itself has a fault here" in told.told
