"""Scores that the examples do not show."""

from dataclasses import replace
from typing import Any

from gradus.library.library import Library
from gradus.measures.change import change
from gradus.measures.scoring import PEG, ROLAND_MORRIS, CannotScore, Score, peg, roland_morris
from gradus.vocabulary.scales import Change

WHOLE = {"pain": 6, "enjoyment": 5, "general-activity": 7}


def test_a_score_is_in_the_unit_of_its_measure_and_can_be_compared(library: Library) -> None:
    items = library.measures[ROLAND_MORRIS].items
    first = roland_morris({item.id: True for item in items}, library)
    last = roland_morris({item.id: False for item in items}, library)
    assert isinstance(first, Score)
    assert isinstance(last, Score)
    assert change(library.measures[ROLAND_MORRIS], first.value, last.value).verdict is Change.CHANGED


def test_the_order_in_which_answers_come_changes_nothing(library: Library) -> None:
    assert peg(dict(reversed(WHOLE.items())), library) == peg(WHOLE, library)


def test_an_unanswered_question_is_missing_whether_it_is_there_or_not(library: Library) -> None:
    blank = peg({**WHOLE, "pain": None}, library)
    absent = peg({"enjoyment": 5, "general-activity": 7}, library)
    assert blank == absent == CannotScore(measure=PEG, missing=("pain",), impossible=())


def test_a_question_that_is_not_asked_and_was_not_answered_spoils_nothing(library: Library) -> None:
    assert peg({**WHOLE, "sleep": None}, library) == peg(WHOLE, library)


def test_a_number_that_is_none_cannot_be(library: Library) -> None:
    given: dict[str, Any] = {**WHOLE, "pain": float("nan")}
    found = peg(given, library)
    assert found == CannotScore(measure=PEG, missing=(), impossible=("pain",))


def test_without_items_there_is_no_score_rather_than_0(library: Library) -> None:
    bare = replace(library.measures[ROLAND_MORRIS], items=())
    without = replace(library, measures={**library.measures, ROLAND_MORRIS: bare})
    assert roland_morris({}, without) == CannotScore(measure=ROLAND_MORRIS, missing=(), impossible=())
