"""Scripts have no words: what they say comes with the page, where it is translated."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.house.every import of_every

SITE = Path(__file__).parents[2] / "src" / "gradus_web"
SCRIPTS = sorted(SITE.glob("**/*.js"))
QUOTES = "\"'`"
BEFORE_A_PATTERN = "(,=:[!&|?{};>"
VALUE = "\0"
"""Stands for what a template puts in."""
CODE = re.compile(r"[#.\[=:]\w|\w[\[(=]")
"""What no sentence has: a selector, a setting."""
SPOKEN = re.compile(r"[A-Za-z]{2,}[,.;:!?]? [A-Za-z\0]|\0 [A-Za-z]{2,}|\A[A-Z][a-z]+[.!?]?\Z")
SHOWN = re.compile(
    r"""(textContent = |"aria-label", |title = |\b(confirm|button|signal|cue)\()["'`](?!\$)[^"'`]"""
)


def literals(script: str) -> Iterator[str]:
    """Every text that the script holds, comments and patterns left out."""
    at, before = 0, ";"
    while at < len(script):
        sign = script[at]
        if script.startswith("//", at):
            at = (script + "\n").index("\n", at)
        elif script.startswith("/*", at):
            at = script.index("*/", at) + 2
        elif sign == "/" and before in BEFORE_A_PATTERN:
            at += len(re.compile(r"/(\\.|\[(\\.|[^\]])*\]|[^/\\])+/").match(script, at)[0])  # type: ignore[index]
        elif sign in QUOTES:
            text, inner, at = _literal(script, at)
            yield text
            for each in inner:
                yield from literals(each)
        else:
            at += 1
        before = before if sign.isspace() else sign


def _literal(script: str, at: int) -> tuple[str, list[str], int]:
    """The text that begins there, what its places are filled with, and where the script goes on."""
    quote, text, at = script[at], "", at + 1
    inner: list[str] = []
    while script[at] != quote:
        if script[at] == "\\":
            text, at = text + script[at + 1], at + 2
        elif quote == "`" and script.startswith("${", at):
            begin, deep, at = at + 2, 1, at + 2
            while deep:
                deep += (script[at] == "{") - (script[at] == "}")
                at += 1
            text, inner = text + VALUE, [*inner, script[begin : at - 1]]
        else:
            text, at = text + script[at], at + 1
    return text, inner, at + 1


def said(script: str) -> list[str]:
    """The texts that somebody would read, and the places where a text is shown as it is."""
    found = [text for text in literals(script) if SPOKEN.search(text) and not CODE.search(text)]
    return found + [match[0] for match in SHOWN.finditer(script)]


@of_every(SCRIPTS)
def test_no_word_stands_in_a_script(path: Path) -> None:
    assert said(path.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize(
    "script",
    [
        'place.textContent = "ready";',
        'say("No network. Nothing was stored.");',
        'button("Rest", act);',
        'button("stop", act);',
        'signal("go");',
        'const A = "hold for now";',
        "words(`exercise ${nth} of ${all}`);",
        "words(`${many ? `${many} sets` : ''} wait`);",
        'made.setAttribute("aria-label", "more");',
        'const by = a / b; tell("less by", by / 2);',
        "// it's\nsay('It is sent')",
    ],
)
def test_a_word_in_a_script_would_be_seen(script: str) -> None:
    assert said(script)


@pytest.mark.parametrize(
    "script",
    [
        "// What is kept, and why it's so.",
        'root.querySelector(".log, .hurts form");',
        "document.cookie = `zone=${zone}; Path=/; Max-Age=31536000`;",
        'place.textContent = say(place, "offline", { waits });',
        "text.replace(/{(\\w+)}/g, (_, key) => told[key]);",
        'left.textContent = "";',
        "left.textContent = `${now.n}`;",
        'made.type = "button";',
        'fetch(to, { method: "POST" });',
    ],
)
def test_what_nobody_reads_is_let_through(script: str) -> None:
    assert said(script) == []
