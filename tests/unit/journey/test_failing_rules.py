"""A rule that fails blocks the session and says so; no session is made without it."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from gradus.journey.ask import ask
from gradus.journey.plans import NotNow, make
from gradus.journey.review import review
from gradus.journey.today import Today, today
from gradus.library.library import Library
from gradus.library.types import Compare
from gradus.vocabulary.ids import ItemId, RuleId
from gradus.vocabulary.scales import Action
from tests.build import START
from tests.lives import Told
from tests.spec.asks.evidence import search_of

FIRST_DAY = START
CLEARED = [{"day": 0, "screen": {}}, {"day": 0, "plan": ["monday", "thursday"]}]
RULES = ("bladder-or-saddle-change", "fever-today", "pregnancy")
"""One that sends to an emergency department, one that waits, one that limits."""


def failing(library: Library, rule: str) -> Library:
    """The library with a rule of the screen that names a threshold that is not there."""
    broken = replace(
        library.screen_rules[RuleId(rule)],
        when=Compare(number=ItemId("age-years"), above="nobody-wrote-this"),
    )
    return replace(library, screen_rules={**library.screen_rules, RuleId(rule): broken})


def speechless(library: Library, rule: str) -> Library:
    """The library without the sentence of one of our rules, so that deciding by it fails."""
    return replace(library, rules={id_: each for id_, each in library.rules.items() if id_ != rule})


def blocked(answer: Today, *also: str) -> None:
    assert (answer.action, answer.items, answer.offers, answer.plan) == ("locked", (), (), None)
    assert {"rule-failed", *also} <= {reason.rule for reason in answer.because}
    said = next(reason.says for reason in answer.because if reason.rule == "rule-failed")
    assert "no session today" in said
    assert "KeyError" in said


def day(library: Library, *lines: dict[str, Any]) -> Today:
    return today(Told([*CLEARED, *lines], library).history, library, FIRST_DAY)


def test_without_a_fault_it_is_a_training_day(library: Library) -> None:
    assert day(library).action == "train"


@pytest.mark.parametrize("rule", RULES)
def test_a_rule_of_the_screen_that_fails(library: Library, rule: str) -> None:
    broken = failing(library, rule)
    answer = day(broken)
    blocked(answer)
    assert answer.outcome.cleared is None
    assert rule in answer.because[0].says


def test_a_rule_that_fails_takes_no_alarm_along(library: Library) -> None:
    history = Told([{"day": 0, "screen": {"yes": ["saddle-numbness"]}}], library).history
    answer = today(history, failing(library, RULES[1]), FIRST_DAY)
    assert answer.outcome.action is Action.EMERGENCY_NOW
    assert answer.advice is not None
    blocked(answer, *(lock.rule for lock in answer.outcome.locks))
    assert answer.outcome.locks


def test_a_screen_that_cannot_be_worked_out_at_all(library: Library) -> None:
    broken = replace(library, contradictions=None)  # type: ignore[arg-type]
    history = Told(CLEARED, library).history
    answer = today(history, broken, FIRST_DAY)
    nothing: tuple[Any, ...] = ()
    outcome = answer.outcome
    assert (outcome.action, outcome.cleared, outcome.due) == (None, None, None)
    assert (outcome.locks, outcome.ask, outcome.ask_again) == (nothing, nothing, nothing)
    assert outcome.because == outcome.blocked == answer.because
    assert [reason.rule for reason in answer.because] == ["rule-failed"]
    assert (answer.action, answer.items) == ("locked", ())


@pytest.mark.parametrize("rule", ["start-dose", "training-day", "warm-up-first"])
def test_a_rule_of_the_day_that_fails(library: Library, rule: str) -> None:
    answer = day(speechless(library, rule))
    blocked(answer)
    assert answer.outcome.cleared is not None


def test_no_plan_is_made_beside_a_rule_of_the_screen_that_fails(library: Library) -> None:
    broken = failing(library, RULES[0])
    found = make(Told(CLEARED, library).history, broken, FIRST_DAY)
    assert isinstance(found, NotNow)
    assert [reason.rule for reason in found.outcome.because] == ["rule-failed"]


def test_a_look_back_opens_nothing_beside_a_rule_that_fails(library: Library) -> None:
    broken = failing(library, RULES[0])
    history = Told([*CLEARED, *({"day": n, "trained": True} for n in range(0, 28, 3))], library).history
    found = review(history, broken, START + timedelta(days=28))
    assert found.decision is not None
    assert found.decision.what not in ("raise", "continue")


def test_exercises_are_not_shown_to_somebody_who_asks(library: Library) -> None:
    history = Told(CLEARED, library).history
    found = ask("weak hamstrings", history, failing(library, RULES[0]), search_of(library), FIRST_DAY)
    assert found.answer is not None
    assert found.withheld > 0
