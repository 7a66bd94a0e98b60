"""The page of the studies that were run again: filled from results, and what it cannot tell stands first."""

import re
from datetime import date
from pathlib import Path

import pytest

from gradus.library.library import Library
from gradus_cli.commands.content import studies_run
from gradus_cli.reference.book import Book
from gradus_cli.reference.filling import UnknownHoleError, fill
from gradus_cli.reference.pages import pages

PAGE = (Path(__file__).parents[2] / "docs" / "virtual" / "studies.md").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def book(library: Library) -> Book:
    return Book(library, date(2026, 3, 2), 730, studies=studies_run())


def test_every_hole_is_filled(book: Book) -> None:
    assert "{{" not in fill(PAGE, book)
    assert fill(PAGE, book).count("of 100") > 50


def test_what_it_cannot_tell_stands_first() -> None:
    assert re.findall(r"^## (.+)$", PAGE, re.MULTILINE)[0] == "What this cannot tell"


def test_no_share_is_written_by_hand() -> None:
    assert not re.search(r"\d[\d.]* of 100|\d ?%", PAGE)


def test_a_study_that_was_not_run_so_is_not_filled_with_nothing(book: Book) -> None:
    with pytest.raises(UnknownHoleError):
        fill("{{ study 002 acute }}", book)


def test_the_pages_of_programmes_tell_what_their_trials_could_have_found(book: Book) -> None:
    made = pages(book)
    for programme, others in {
        "balance-and-hamstrings": 2,
        "runners-leg-strength": 0,
        "hip-abductor-band": 2,
    }.items():
        page = made[f"programmes/{programme}.md"]
        section = page.partition("## What its trial could have found")[2].partition("\n## ")[0]
        assert section.index("It cannot tell") < section.index("of 100")
        assert section.count("- With pain") == others
    assert "in each of four groups" in made["programmes/balance-and-hamstrings.md"]
    assert "could have found" not in made["programmes/walking.md"]


def test_a_page_without_results_tells_none(library: Library) -> None:
    made = pages(Book(library, date(2026, 3, 2), 730))
    assert "could have found" not in made["programmes/hip-abductor-band.md"]
    assert 'id="2x2"' in made["virtual/studies.md"]
