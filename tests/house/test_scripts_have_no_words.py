"""What a script says comes with the page, in its language: no script has words of its own."""

import re
from pathlib import Path

import pytest

from tests.house.every import of_every

STATIC = Path(__file__).parents[2] / "src" / "gradus_web" / "static"
SCRIPTS = [*(STATIC / "session").glob("*.js"), STATIC / "stepper.js", STATIC / "stopwatch.js"]
COMMENT = re.compile(r"^\s*//.*$|/\*.*?\*/", re.MULTILINE)
TEXT = re.compile(r"\"([^\"\n]*)\"|`([^`]*)`")
FILLED = re.compile(r"\$\{[^}]*\}")
SENTENCE = re.compile(r"\A[A-Z][a-z]+(?![a-z-])|\A[^.#\[]*[a-z]+ [a-z]+[^.#\[]*\Z")
SAID = re.compile(r"(?:textContent = |\bbutton\(|\bsignal\(|\bcue\()[\"`](?=[^\"`])(?!\$\{)")


def words_in(script: str) -> list[str]:
    """The texts of a script that somebody would read or hear."""
    code = COMMENT.sub("", script)
    texts = [FILLED.sub("", one or other).strip() for one, other in TEXT.findall(code)]
    return [text for text in texts if SENTENCE.search(text)] + SAID.findall(code)


@of_every(SCRIPTS)
def test_a_script_has_no_words(path: Path) -> None:
    assert words_in(path.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize(
    "script",
    [
        'begin.textContent = "done";',
        'signal("Go")',
        "f(`in a ${n}`)",
        'const A = "hold for now";',
        'button("stop", act)',
    ],
)
def test_words_would_be_found(script: str) -> None:
    assert words_in(script)


@pytest.mark.parametrize(
    "script",
    [
        'root.querySelector(".hurts form")',
        "// Said in words",
        'made.type = "button";',
        "x.textContent = `${now.n}`;",
        'fetch(to, { method: "POST" })',
    ],
)
def test_names_are_no_words(script: str) -> None:
    assert not words_in(script)
