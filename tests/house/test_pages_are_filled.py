"""The pages that explain the decisions take their numbers from the library: every hole can be filled, every
link of what is filled in leads somewhere, and no clinical number is written by hand."""

import re
from datetime import date
from pathlib import Path
from posixpath import normpath

import pytest

from gradus.library.library import Library
from gradus_cli.reference.book import Book
from gradus_cli.reference.filling import KINDS, UnknownHoleError, fill, holes
from gradus_cli.reference.pages import pages

ROOT = Path(__file__).parents[2]
FOLDER = ROOT / "docs" / "how"
PAGES = {path.name: path.read_text(encoding="utf-8") for path in sorted(FOLDER.glob("*.md"))}
EXAMPLES = ROOT / "specs"
SPECS = {path.relative_to(EXAMPLES).as_posix(): path.read_text() for path in EXAMPLES.rglob("*.toml")}

HOLE = re.compile(r"\{\{.*?\}\}")
CODE = re.compile(r"`[^`]*`")
LINK = re.compile(r"\]\(([^)]*)\)")
LISTED = re.compile(r"^\d+\. ", re.MULTILINE)
WORDS = "two|three|four|five|six|seven|eight|nine|ten|twelve|fourteen|twenty"
COUNTED = "days|weeks|mornings|sessions|sets|points|minutes|hours|years|times|repetitions"
WRITTEN = re.compile(rf"\d|\b({WORDS}) (\w+ )?({COUNTED})\b|\b(half|twice|double|percent)\b", re.IGNORECASE)
"""A number as digits, or in words before what is counted."""


@pytest.fixture(scope="module")
def book(library: Library) -> Book:
    return Book(library, date(2026, 3, 2), 730, specs=SPECS)


@pytest.mark.parametrize("name", PAGES)
def test_no_number_is_written_by_hand(name: str) -> None:
    prose = LINK.sub("]", CODE.sub("", HOLE.sub("", LISTED.sub("", PAGES[name]))))
    assert [found[0] for found in WRITTEN.finditer(prose)] == []


@pytest.mark.parametrize(
    "words", ["for 3 days", "after two sessions", "three bad mornings", "halved to half", "Twice running"]
)
def test_a_number_by_hand_would_be_seen(words: str) -> None:
    assert WRITTEN.search(words)


@pytest.mark.parametrize("name", PAGES)
def test_every_hole_is_filled(name: str, book: Book) -> None:
    filled = fill(PAGES[name], book)
    assert "{{" not in filled
    assert name == "index.md" or len(holes(PAGES[name])) > len(KINDS)


@pytest.mark.parametrize("name", PAGES)
def test_every_link_leads_to_a_page_and_a_place_on_it(name: str, book: Book) -> None:
    reference = pages(book)
    for target in LINK.findall(fill(PAGES[name], book)):
        path, _, anchor = target.partition("#")
        where = normpath(f"how/{path}")
        if where.startswith("reference/"):
            page = reference[where.removeprefix("reference/")]
            assert not anchor or f'id="{anchor}"' in page, target
        else:
            assert (ROOT / "docs" / where).is_file(), target


@pytest.mark.parametrize(
    "hole",
    [
        "progression/raises.load_kap",
        "rule no-such-rule",
        "source no-such-source",
        "numbers no/such-file",
        "rules no-such-room",
        "findings A9",
        "numbers",
        "levels too many",
        "",
    ],
)
def test_what_is_not_there_is_not_filled_with_nothing(hole: str, book: Book) -> None:
    with pytest.raises(UnknownHoleError):
        fill(f"{{{{ {hole} }}}}", book)


def test_a_number_that_changes_changes_the_page(book: Book) -> None:
    hole = "{{ progression/pain-limits.acceptable_during }}"
    assert fill(hole, book) == "[5 of 10](../reference/rules/numbers.md#progression-pain-limits)"


def test_each_page_names_the_parts_that_it_owes() -> None:
    for name in PAGES.keys() - {"index.md"}:
        for heading in ("What goes in", "What is decided", "What is never done", "On which evidence"):
            assert f"## {heading}" in PAGES[name], (name, heading)
