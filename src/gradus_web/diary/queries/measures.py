"""Tests and questions that somebody can take at home: how each goes, and what was found last."""

from dataclasses import dataclass
from datetime import date

from gradus.journey.today import today
from gradus.library.types import Measure
from gradus.record.facts import TestResult
from gradus.vocabulary.ids import MeasureId
from gradus_web.diary.names import EQUIPMENT, SIDES, unit_words
from gradus_web.numbers import written
from gradus_web.people.doors import Here

MORNINGS = MeasureId("morning-pain-weekly-mean")
"""Reckoned from the mornings, and taken by nobody."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """A measure, with its unit as the last result asks for it, what it needs, and when it was taken last with
    which results."""

    measure: Measure
    unit: str
    needs: tuple[str, ...]
    last: tuple[str, ...]
    on: date | None


def may_test(here: Here) -> bool:
    """Whether tests may be taken: not while something stops all exercise."""
    return today(here.history, here.library, here.day).action != "locked"


def cards(here: Here) -> tuple[tuple[Card, ...], tuple[Card, ...]]:
    """What is asked, and what is tried at home; what only a clinic can take is not among them."""
    found = [_card(here, each) for each in here.library.measures.values() if each.id != MORNINGS]
    asked = tuple(each for each in found if each.measure.kind == "reported" and not _unworded(each.measure))
    return asked, tuple(each for each in found if each.measure.kind == "home-test")


def card_named(here: Here, name: str) -> Card | None:
    """The measure with that id, where it is one that can be taken here."""
    return next((each for row in cards(here) for each in row if each.measure.id == name), None)


def _unworded(measure: Measure) -> bool:
    """Whether it is a questionnaire whose questions an operator has to bring."""
    return bool(measure.items)


def _card(here: Here, measure: Measure) -> Card:
    facts = [
        fact for fact in here.history.of(TestResult) if fact.measure == measure.id and fact.day <= here.day
    ]
    newest = [fact for fact in facts if fact.day == facts[-1].day]
    sides = {fact.side: fact.value for fact in newest}
    return Card(
        measure=measure,
        unit=unit_words(measure.unit, newest[-1].value if newest else None),
        needs=tuple(EQUIPMENT[each] for each in measure.needs),
        last=tuple(
            written(value) if side is None else f"{SIDES[side]} {written(value)}"
            for side, value in sides.items()
        ),
        on=newest[-1].day if newest else None,
    )
