"""The course of an exercise: what was asked, what was done, and the reasons at its steps."""

from datetime import timedelta
from typing import Any

import pytest
from msgspec.structs import replace as but

from gradus.journey.course import Showing, courses, stretches
from gradus.journey.promise import promise
from gradus.journey.today import today
from gradus.library.library import Library
from gradus.record.facts import DecisionShown, SessionDone, SetDone
from gradus.record.history import fold
from gradus.record.parts import ShownReason
from gradus.vocabulary.ids import ExerciseId, FactId, RuleId
from gradus.vocabulary.scales import DoseKind, Side, Step
from tests.build import AMINA, START
from tests.lives import EXERCISE, Told

OTHER = ExerciseId("dead-bug")
SHAPES = ("a", "b")


def lived(library: Library, *days: dict[str, Any]) -> dict[ExerciseId, tuple[Showing, ...]]:
    """The courses after some days, each a session of the plan in turn: `step`, `rule`, `amount` asked in a
    set, its `kind`, `sets` done as (nth, side, repetitions, more), and what else the decision says."""
    told = Told([{"day": 0, "screen": {}}, {"day": 0, "plan": ["monday", "thursday"]}], library)
    first = promise(today(told.history, library, START), library, AMINA)
    item = first.items[0]
    for nth, each in enumerate(days):
        shape = SHAPES[nth % len(SHAPES)]
        shown = but(
            item,
            dose=item.dose.but(
                amount=each.get("amount", item.dose.amount),
                kind=each.get("kind", item.dose.kind),
            ),
            step=each.get("step", Step.HOLD),
            because=(ShownReason(rule=RuleId(each.get("rule", "top-once")), says="So."),),
        )
        values = {"items": (shown,), "short": "no", "whole": ()} | each.get("shown", {})
        session = FactId(f"01990000-0000-7000-8000-0000000f{nth:04x}")
        told.facts.append(
            told.make(
                DecisionShown,
                3 * nth,
                action="train",
                plan=first.plan,
                shape=shape,
                number=nth + 1,
                because=(),
                library=first.library,
                **values,
            )
        )
        for set_, side, reps, more in each.get("sets", ()):
            told.facts.append(
                told.make(
                    SetDone,
                    3 * nth + each.get("late", 0),
                    session=session,
                    exercise=EXERCISE,
                    nth=set_,
                    side=side,
                    reps=reps,
                    **more,
                )
            )
        if each.get("ended", True):
            ended = told.make(SessionDone, 3 * nth, plan=first.plan, shape=shape)
            told.facts.append(but(ended, id=session))
    return courses(fold(told.facts), START + timedelta(days=60))


def test_nothing_shown_is_no_course(library: Library) -> None:
    assert lived(library) == {}


def test_of_a_set_done_on_both_sides_the_lesser_counts(library: Library) -> None:
    sets = [(1, Side.LEFT, 8, {"pain_0_10": 1}), (1, Side.RIGHT, 6, {"pain_0_10": 3}), (2, None, 7, {})]
    (only,) = lived(library, {"sets": sets})[EXERCISE]
    assert (only.sets, only.amount, only.pain, only.load_kg) == (2, 13, 3, None)


@pytest.mark.parametrize(
    ("kind", "amount"), [(DoseKind.REPS, 8), (DoseKind.TIME, 20), (DoseKind.DISTANCE, 40)]
)
def test_what_is_counted_is_what_the_dose_asks_for(library: Library, kind: DoseKind, amount: float) -> None:
    sets = [(1, None, 8, {"seconds": 20.0, "metres": 40.0})]
    (only,) = lived(library, {"kind": kind, "sets": sets})[EXERCISE]
    assert only.amount == amount
    assert lived(library, {"kind": kind, "sets": [(1, None, 0, {})]})[EXERCISE][0].amount == 0


def test_the_least_load_of_the_sets_is_the_load(library: Library) -> None:
    sets = [(1, None, 8, {"load_kg": 10.0}), (2, None, 8, {"load_kg": 8.0})]
    (only,) = lived(library, {"sets": sets})[EXERCISE]
    assert only.load_kg == 8.0


def test_what_was_not_done_is_none_and_not_nothing(library: Library) -> None:
    left_out, tried = lived(library, {}, {"sets": [(1, None, 0, {})]})[EXERCISE]
    assert (left_out.sets, left_out.amount, left_out.pain) == (0, None, None)
    assert (tried.sets, tried.amount) == (1, 0)


def test_sets_whose_end_nobody_told_are_counted_once(library: Library) -> None:
    (only,) = lived(library, {"sets": [(1, None, 8, {})], "ended": False})[EXERCISE]
    assert only.amount == 8


def test_a_short_session_is_shown_as_the_whole_one_would_have_been(library: Library) -> None:
    whole = lived(library, {"amount": 12})[EXERCISE][0]
    told = Told([{"day": 0, "screen": {}}, {"day": 0, "plan": ["monday", "thursday"]}], library)
    item = promise(today(told.history, library, START), library, AMINA).items[0]
    more = but(item, dose=item.dose.but(amount=12))
    (found,) = lived(library, {"amount": 6, "shown": {"short": "low-day", "whole": (more,)}})[EXERCISE]
    assert (found.dose, found.short) == (whole.dose, True)
    other = but(more, exercise=OTHER)
    (found,) = lived(library, {"amount": 6, "shown": {"short": "low-day", "whole": (other,)}})[EXERCISE]
    assert found.dose.amount == 6


def test_a_later_day_is_not_known_yet(library: Library) -> None:
    told = Told([{"day": 0, "screen": {}}, {"day": 0, "plan": ["monday", "thursday"]}], library)
    session = FactId("01990000-0000-7000-8000-0000000f0000")
    later = told.make(SetDone, 1, session=session, exercise=EXERCISE, nth=1, reps=8)
    history = fold([*told.facts, promise(today(told.history, library, START), library, AMINA), later])
    assert list(courses(history, START)) == [EXERCISE]
    assert courses(history, START)[EXERCISE][0].amount is None
    assert courses(history, START - timedelta(days=1)) == {}


def test_a_reason_that_goes_on_is_told_once(library: Library) -> None:
    up, same = Step.PROGRESS, Step.HOLD
    days = [
        {"step": Step.START, "rule": "start-dose"},
        {"step": up, "rule": "a-little-more"},
        {"step": up, "rule": "a-little-more"},
        {"step": up, "rule": "one-more-set"},
        {"step": same, "rule": "pain-holds"},
    ]
    found = stretches(lived(library, *days)[EXERCISE])
    assert [(each.first.step, len(each.showings)) for each in found] == [
        (Step.START, 1),
        (up, 2),
        (up, 1),
        (same, 1),
    ]
    assert found[1].last.day - found[1].first.day == timedelta(days=3)
    assert stretches(()) == ()
