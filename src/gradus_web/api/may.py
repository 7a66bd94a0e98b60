"""What a program may tell of a person: what they could have told on the pages, and no more."""

from collections.abc import Callable, Collection, Mapping
from typing import Any

from gradus.journey.screens import Question, cannot_be, refused
from gradus.record.checks import faults
from gradus.record.envelope import Envelope
from gradus.record.facts import (
    Clearance,
    DecisionShown,
    Fact,
    Lock,
    Override,
    PlanMade,
    ScreenAnswers,
    SetDone,
    TechniqueChecked,
    TestResult,
)
from gradus.record.history import fold
from gradus.vocabulary.ids import ItemId
from gradus_web.diary.forms import ResultForm, in_range
from gradus_web.diary.queries.measures import card_named, may_test
from gradus_web.diary.queries.screening import open_now, torn
from gradus_web.people.doors import Here
from gradus_web.pwa.actions import CLOCKS_AGREE

OURS: Mapping[type[Envelope], str] = {
    DecisionShown: "what was shown is kept by Gradus itself, with the first set that is told for it",
    PlanMade: "a plan is made by Gradus itself: POST /api/v1/plan takes one",
    Lock: "only a clinician stops something",
    Override: "only a clinician sets a dose",
}
"""What no program writes, and why."""


def why_not(here: Here, fact: Fact) -> str | None:
    """Why this fact is not kept; None where it may be."""
    if fact.by != "self":
        return "by: here only the person speaks, as themselves; leave it out"
    if type(fact) in OURS:
        return f"kind: {OURS[type(fact)]}"
    if fact.at > here.now + CLOCKS_AGREE:
        return f"at: {fact.at.isoformat()} lies in the future; set the clock"
    if fact.day > fact.at.date():
        return f"day: {fact.day} lies in the future; tell it then"
    corrected = None if fact.corrects is None else here.known(fact.corrects)
    if corrected is not None and type(corrected) in OURS:
        return f"corrects: {OURS[type(corrected)]}"
    return next(_told(here, fact, corrected), None) or _asked(here, fact)


def _told(here: Here, fact: Fact, corrected: Fact | None) -> Any:
    """What cannot be right about the fact beside what it names."""
    beside = (fact, *here.history.sets_of(fact.id), *(() if corrected is None else (corrected,)))
    found = faults(fold(tuple(beside)), here.day)
    return (f"{each.what}; {each.advice}" for each in found if each.fact == fact.id)


def _asked(here: Here, fact: Fact) -> str | None:
    by_kind: dict[type[Envelope], Callable[[Here, Any], str | None]] = {
        ScreenAnswers: _screen,
        Clearance: _clearance,
        TestResult: _test,
        SetDone: _exercise,
        TechniqueChecked: _exercise,
    }
    ask = by_kind.get(type(fact))
    return None if ask is None else ask(here, fact)


def _screen(here: Here, fact: ScreenAnswers) -> str | None:
    """Answers as the questions can be answered now: that a condition is gone, to whoever was asked so."""
    items, now = here.library.items, open_now(here)
    for id_ in (*fact.answers, *fact.numbers):
        if id_ not in items:
            return f"{id_} is no question; GET /api/v1/screen has those that are open"
    for id_, said in fact.answers.items():
        allowed = _answers(id_, here, now)
        if said not in allowed:
            return f"answers.{id_}: {said} is no answer to it now; allowed: {', '.join(allowed)}"
    for id_, number in fact.numbers.items():
        if items[id_].kind != "number" or not in_range(number, items[id_]):
            return f"numbers.{id_}: {number:g} cannot be"
    slips = cannot_be(fact.numbers, here.library)
    if slips:
        return slips[0].asks
    sure: Collection[str] = [each.id for each in torn(here) if each.possible]
    unasked = [each for each in fact.confirmed if each not in sure]
    return f"confirmed: {unasked[0]} was not asked about" if unasked else None


def _answers(id_: ItemId, here: Here, now: Mapping[ItemId, Question]) -> Collection[str]:
    item = here.library.items[id_]
    return ("unsure",) if item.kind == "number" else now.get(id_, Question(item)).answers


def _clearance(here: Here, fact: Clearance) -> str | None:
    reason = refused(here.history, here.library, fact)
    return None if reason is None else reason.says


def _test(here: Here, fact: TestResult) -> str | None:
    """A result that can be taken at home, while nothing stops all exercise."""
    card = card_named(here, fact.measure)
    if card is None:
        return f"measure: {fact.measure} is none that can be taken at home"
    if not may_test(here):
        return "no test is taken while something stops all exercise"
    if (fact.side is None) == card.measure.sides or fact.answers is not None:
        return "side: tell the value, and the side of a measure that has two"
    form = ResultForm({"value": fact.value, "side": fact.side}, measure=card.measure)
    return None if form.is_valid() else "; ".join(f"{key}: {each[0]}" for key, each in form.errors.items())


def _exercise(here: Here, fact: SetDone | TechniqueChecked) -> str | None:
    known = fact.exercise in here.library.exercises
    return None if known else f"exercise: the library has no {fact.exercise}"
