"""Keeping what somebody tells of themselves."""

from collections.abc import Mapping
from typing import Any

from gradus.record.facts import Milestone, Profile, TestResult
from gradus.record.person import person
from gradus.vocabulary.ids import MeasureId
from gradus.vocabulary.scales import Side
from gradus_web.people.doors import Here


def tell(here: Here, said: Mapping[str, Any]) -> bool:
    """Keeps what is new of it; False where nothing is."""
    known = person(here.history)
    new = {name: value for name, value in said.items() if value is not None and getattr(known, name) != value}
    if new:
        here.keep(here.fact(Profile, **new))
    return bool(new)


def measured(here: Here, measure: MeasureId, value: float, side: Side | None) -> None:
    """Keeps the result of a test or a question."""
    here.keep(here.fact(TestResult, measure=measure, value=value, side=side))


def reached(here: Here, words: str) -> None:
    """Keeps that the person can do something again."""
    here.keep(here.fact(Milestone, words=words))
