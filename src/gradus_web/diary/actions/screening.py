"""Keeping what was answered to the safety questions, and what a clinician said."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date

from gradus.journey.screens import Occasion, Page, answers_of, left_out, occasion_of, refused
from gradus.record.facts import Clearance, ScreenAnswers
from gradus.vocabulary.ids import ContradictionId, ItemId
from gradus_web.diary.queries.screening import state
from gradus_web.people.doors import Here


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What was told on one page: what is true, what is not sure, and the numbers."""

    ticked: Collection[ItemId]
    unsure: Collection[ItemId]
    numbers: Mapping[ItemId, float]


def answer(here: Here, page: Page, told: Told, *, anew: bool) -> None:
    """Keeps the answers of one page; whatever was shown and not ticked is a "no"."""
    numbers = dict(told.numbers)
    said = answers_of(page, told.ticked, told.unsure) | left_out(page, numbers, state(here).outcome)
    here.keep(here.fact(ScreenAnswers, occasion=_occasion(here, anew=anew), answers=said, numbers=numbers))


def confirm(here: Here, sure: Collection[ContradictionId]) -> None:
    """Keeps that answers which hardly go together are right as they stand."""
    here.keep(here.fact(ScreenAnswers, occasion=_occasion(here, anew=False), confirmed=tuple(sure)))


def clear(
    here: Here, *, examined_by: str, examined_on: date, said: str, rules: Collection[str]
) -> str | None:
    """Keeps what a clinician said after an examination, where it can end what stands; else says why not."""
    fact = here.fact(
        Clearance, rules=tuple(rules), examined_by=examined_by, examined_on=examined_on, said=said
    )
    if (reason := refused(here.history, here.library, fact)) is not None:
        return reason.says
    here.keep(fact)
    return None


def _occasion(here: Here, *, anew: bool) -> Occasion:
    usual = occasion_of(here.history, here.library, here.day)
    return "request" if anew and usual == "routine" else usual
