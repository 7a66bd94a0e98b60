"""What each example person reads when they look back: every sentence of weeks 1, 4, 8, 12 and 16, and of
every fourth after it, to be read as they would read it and as a physiotherapist would.

They change only by `./dev golden`; read the difference before you commit it.
"""

import os
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from gradus.journey.review import Review, review
from gradus.library.library import Library
from gradus.vocabulary.week import WEEK
from gradus_cli.demo.people import people
from tests.golden.lived import lived

FOLDER = Path(__file__).parent / "looks_back"
WRITES = os.environ.get("GRADUS_GOLDEN") == "write"
WEEKS = (1, 4, 8, 12, 16)
EVERY = 4
"""Weeks from one look back to the next of those who are followed for longer."""


def looks_back(name: str, library: Library) -> Iterator[str]:
    life = lived(name)
    yield f"{life.person.name}, {life.person.label}"
    weeks = [*WEEKS, *range(WEEKS[-1] + EVERY, life.person.life.weeks + 1, EVERY)]
    for week in weeks:
        day = life.person.day(week * WEEK)
        yield f"\nweek {week}, {day:%a %d %b %Y}"
        last = week == weeks[-1]
        yield from sentences(life.look_back if last else review(life.history, library, day))


def sentences(found: Review) -> Iterator[str]:
    if found.decision is not None:
        yield f"  {found.decision.what}"
        yield from (f"    {reason.says}" for reason in found.decision.because)
    yield from (f"  {reason.says}" for reason in found.because)
    yield from (f"  {test.reason.says}" for test in found.tests)
    yield from (f"  {goal.words}: {_day(goal.reached_on)}" for goal in found.goals)
    yield from (f"  next: {reason.says}" for reason in found.next)


def _day(day: date | None) -> str:
    return "ahead" if day is None else f"since {day:%d %b %Y}"


@pytest.mark.parametrize("name", people())
def test_a_look_back_says_what_it_said(name: str, library: Library) -> None:
    text = "\n".join(looks_back(name, library)) + "\n"
    path = FOLDER / f"{name}.txt"
    if WRITES:
        FOLDER.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
    assert text == path.read_text(encoding="utf-8")
