"""The hazard log names, for each hazard, what stops it and where that is shown; what it names is there."""

import re
from pathlib import Path

from tests.house.every import of_every

ROOT = Path(__file__).parents[2]
SAFETY = ROOT / "docs" / "safety"
LOG = (SAFETY / "hazards.md").read_text(encoding="utf-8")
PARTS = ("How", "At worst", "What stops it", "Shown by", "What remains")
HAZARDS = {part.partition("\n")[0]: part for part in re.split(r"^### ", LOG, flags=re.MULTILINE)[1:]}
FILE = re.compile(r"`([^`]+)`")
KEPT = ("specs/", "tests/", "examples/people/", "docs/")


def shown_by(hazard: str) -> list[str]:
    """The files that a hazard names as what shows it."""
    line = next(each for each in HAZARDS[hazard].splitlines() if each.startswith("- **Shown by:**"))
    return FILE.findall(line)


@of_every(HAZARDS)
def test_a_hazard_tells_each_part_once_and_none_is_empty(hazard: str) -> None:
    told = re.findall(r"^- \*\*([\w ]+):\*\* (\S.*)$", HAZARDS[hazard], flags=re.MULTILINE)
    assert tuple(part for part, _ in told) == PARTS


@of_every(HAZARDS)
def test_every_file_that_shows_it_is_there(hazard: str) -> None:
    named = shown_by(hazard)
    assert named
    assert [name for name in named if not name.startswith(KEPT) or not (ROOT / name).is_file()] == []


def test_every_file_of_examples_of_the_screen_stands_in_the_log() -> None:
    """Each belongs to some hazard, or to how a session is fitted to a person."""
    fitted = {"begin-small", "longer-warm-up"}
    named = {name for hazard in HAZARDS for name in shown_by(hazard)}
    there = {path.stem for path in (ROOT / "specs" / "screening").glob("*.toml")}
    assert {stem for stem in there - fitted if f"specs/screening/{stem}.toml" not in named} == set()


def test_the_pages_are_in_the_site_and_can_be_found() -> None:
    nav = (ROOT / "mkdocs.yml").read_text(encoding="utf-8").partition("nav:")[2]
    for page in ("safety/intended-use.md", "safety/hazards.md"):
        assert page in nav
        assert page in (ROOT / "docs" / "index.md").read_text(encoding="utf-8")
        assert f"docs/{page}" in (ROOT / "README.md").read_text(encoding="utf-8")


def test_nobody_is_said_to_have_signed() -> None:
    use = (SAFETY / "intended-use.md").read_text(encoding="utf-8")
    assert "Not a certified medical device" in use
    assert "Not reviewed by a clinician" in use
    assert "no clinician and no risk assessor has signed it" in LOG
