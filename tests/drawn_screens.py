"""Answers and records of the screen as Hypothesis draws them."""

from collections.abc import Sequence
from datetime import timedelta
from typing import Any

from hypothesis import strategies as st

from gradus.library.load import load
from gradus.library.types import Item
from gradus.record.facts import Clearance, Correction, Fact, Flare, ScreenAnswers
from gradus.record.history import fold
from gradus.screening.judge import Judgement
from gradus.screening.locks import Lock
from gradus.screening.outcome import Outcome, screen
from gradus.screening.truth import leaves
from gradus.vocabulary.ids import ItemId, RuleId
from gradus.vocabulary.scales import Action
from tests.build import START, Facts

LIBRARY = load()
NUMBERS = [item for item in LIBRARY.items.values() if item.kind == "number"]
QUESTIONS = [item for item in LIBRARY.items.values() if item.kind != "number"]
EVERY_RULE = tuple(
    RuleId(id_) for id_ in (*LIBRARY.screen_rules, "not-sure-same-day", "not-sure-before-loading")
)
LASTING = [item.id for item in QUESTIONS if item.lasting]
POSSIBLE = [each for each in LIBRARY.contradictions.values() if each.possible]
LATEST = 40

Answered = tuple[dict[ItemId, Any], dict[ItemId, float]]


def bounds(item: Item) -> tuple[float, float]:
    assert item.lowest is not None
    assert item.highest is not None
    return item.lowest, item.highest


@st.composite
def some_answers(draw: st.DrawFn) -> Answered:
    """Any answers to any of the questions, and any numbers that somebody could have."""
    said = st.sampled_from(["yes", "no", "unsure", "still-unsure"])
    some = draw(st.lists(st.sampled_from(QUESTIONS), max_size=12, unique_by=lambda item: item.id))
    rest = draw(st.sampled_from(["no", None]))
    answers: dict[ItemId, Any] = {item.id: rest for item in QUESTIONS if rest is not None}
    answers.update({item.id: draw(said) for item in some})
    numbers = {
        item.id: float(draw(st.integers(int(bounds(item)[0]), int(bounds(item)[1]))))
        for item in NUMBERS
        if draw(st.booleans())
    }
    return answers, numbers


@st.composite
def whole_screens(draw: st.DrawFn, ticks: int = 3) -> Answered:
    """A screen answered to its end: a few ticks with what follows them, the rest "no"."""
    said = st.sampled_from(["yes", "yes", "unsure", "still-unsure"])
    ticked = draw(st.lists(st.sampled_from(QUESTIONS), max_size=ticks, unique_by=lambda item: item.id))
    answers: dict[ItemId, Any] = {item.id: draw(said) for item in ticked}
    for item in ticked:
        if item.after is not None:
            answers.setdefault(item.after, "yes")
    for item in QUESTIONS:
        if item.after is None or answers.get(item.after, "no") != "no":
            answers.setdefault(item.id, "no")
    return answers, {ItemId("age-years"): float(draw(st.sampled_from([17, 40, 40, 40, 66, 75])))}


@st.composite
def courses(draw: st.DrawFn) -> list[Fact]:
    """Screens, whole and in part, clearances, flares, mornings and corrections on any of forty days."""
    make = Facts()
    facts: list[Fact] = []
    for day in sorted(draw(st.lists(st.integers(0, LATEST), min_size=1, max_size=8))):
        kind = draw(st.sampled_from(["whole", "whole", "part", "cleared", "cleared", "flare", "correction"]))
        facts.append(draw(fact_of(kind, make, day, facts)))
    return facts


@st.composite
def fact_of(draw: st.DrawFn, kind: str, make: Facts, day: int, before: list[Fact]) -> Fact:
    if kind in {"whole", "part"}:
        answers, numbers = draw(whole_screens() if kind == "whole" else some_answers())
        gone = draw(st.sets(st.sampled_from(LASTING), max_size=2))
        answers.update({id_: "gone" for id_ in gone if answers.get(id_) == "no"})
        return make(ScreenAnswers, day, occasion="routine", answers=answers, numbers=numbers)
    if kind == "cleared":
        examined = START + timedelta(days=day - draw(st.sampled_from([0, 0, 0, 3])))
        by = draw(st.sampled_from(["self", "clinician:Chidi"]))
        values = {"examined_by": "Dr Chidi", "examined_on": examined, "said": "May train."}
        return make(Clearance, day, rules=EVERY_RULE, by=by, **values)
    if kind == "flare" or not before:
        return draw(st.sampled_from([make(Flare, day, state="began"), make(Flare, day, state="over")]))
    return make(Correction, day, corrects=draw(st.sampled_from(before)).id)


@st.composite
def aimed(draw: st.DrawFn) -> Answered:
    """A whole screen that answers what one rule asks: its items, what they follow, and numbers about its
    thresholds."""
    rule = draw(st.sampled_from(sorted(LIBRARY.screen_rules.values(), key=lambda each: each.id)))
    asked = [LIBRARY.items[id_] for _, id_ in leaves(rule.when)]
    said = st.just("yes") if draw(st.booleans()) else st.sampled_from(["yes", "no", "unsure", "still-unsure"])
    answers: dict[ItemId, Any] = {}
    numbers = {ItemId("age-years"): 40.0}
    for item in asked:
        if item.kind == "number":
            near = [each.value + by for each in rule.thresholds.values() for by in (-1, 0, 1)]
            numbers[item.id] = float(draw(st.sampled_from(near)))
        else:
            answers[item.id] = draw(said)
            if item.after is not None:
                answers[item.after] = "yes"
    for item in QUESTIONS:
        if item.after is None or answers.get(item.after, "no") != "no":
            answers.setdefault(item.id, "no")
    return answers, numbers


def urgency(judgement: Judgement) -> int:
    return min((finding.action for finding in judgement.fired), default=len(Action))


def outcome(facts: Sequence[Fact], day: int = LATEST) -> Outcome:
    found = screen(fold(facts), LIBRARY, START + timedelta(days=day))
    assert found.blocked == ()
    return found


NOT_SURE = ("not-sure-same-day", "not-sure-before-loading")
"""Locks that rest on a doubt; a plain rule may take their place."""


def places(locks: tuple[Lock, ...]) -> dict[RuleId, Action]:
    return {lock.rule: lock.action for lock in locks}
