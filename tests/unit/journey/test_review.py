"""The look back: what the examples of specs/journey do not say."""

from datetime import timedelta
from typing import Any

import pytest
from msgspec.structs import replace as but

from gradus.journey import review as looking_back
from gradus.journey.promise import promise
from gradus.journey.questionnaires import ItemChange
from gradus.journey.review import review
from gradus.journey.today import today
from gradus.library.library import Library
from gradus.record import facts as kinds
from gradus.record.facts import DecisionShown
from gradus.record.history import add, fold
from gradus.vocabulary.ids import MeasureId
from gradus.vocabulary.scales import Change, Side
from tests.build import AMINA, START
from tests.lives import EXERCISE, Line, Told

CLEAR: Line = {"day": 0, "screen": {}}
PLAN: Line = {"day": 0, "plan": ["monday", "thursday"]}


def test_a_dose_is_told_as_it_was_first_and_last_shown(library: Library) -> None:
    told = Told([CLEAR, PLAN], library)
    first = promise(today(told.history, library, START), library, AMINA)
    item = first.items[0]
    more = but(item, dose=item.dose.but(amount=item.dose.amount + 2))
    later = told.make(
        DecisionShown,
        3,
        action="train",
        plan=first.plan,
        shape="b",
        number=2,
        items=(more,),
        because=(),
        library=first.library,
    )
    history = add(told.history, first, later)
    (change,) = review(history, library, START + timedelta(days=7)).doses
    assert (change.exercise, change.sessions) == (EXERCISE, 2)
    assert (change.first, change.last) == (item.dose, more.dose)
    (before,) = review(history, library, START + timedelta(days=2)).doses
    assert (before.sessions, before.last) == (1, item.dose)


def test_a_single_result_is_shown_and_compared_with_nothing(library: Library) -> None:
    told = Told([{"day": 0, "test": "chair-stand-30s", "value": 12}], library)
    (found,) = review(told.history, library, START).tests
    assert found.change is None
    assert found.reason.rule == "one-result-only"
    assert "12" in found.reason.says


def test_each_side_is_compared_with_itself(library: Library) -> None:
    lines: list[Line] = [
        {"day": day, "test": "side-bridge-hold", "side": side, "value": value}
        for day, side, value in ((0, "left", 20), (0, "right", 60), (28, "left", 60), (28, "right", 60))
    ]
    tests = review(Told(lines, library).history, library, START + timedelta(days=28)).tests
    found = {each.side: each.change for each in tests}
    left, right = found[Side.LEFT], found[Side.RIGHT]
    assert left is not None
    assert right is not None
    assert (left.first, left.last, right.amount) == (20, 60, 0)
    assert left.verdict is not Change.NOT_CHANGED


def test_a_measure_that_the_library_has_no_more_is_left_out(library: Library) -> None:
    told = Told([{"day": 0, "test": "jump-height", "value": 12}], library)
    assert review(told.history, library, START).tests == ()


def test_a_plan_of_a_later_day_has_not_begun(library: Library) -> None:
    told = Told([{"day": 7, "plan": ["monday"]}], library)
    found = review(told.history, library, START)
    assert (found.began_on, found.next_review, found.decision) == (None, None, None)


def test_after_the_last_review_none_is_next(library: Library) -> None:
    told = Told([CLEAR, PLAN], library)
    last = START + timedelta(days=112)
    assert review(told.history, library, last - timedelta(days=1)).next_review == last
    assert review(told.history, library, last).next_review is None


def test_each_week_with_mornings_has_its_range(library: Library) -> None:
    mornings: list[Line] = [{"day": day, "morning": 4} for day in (0, 1, 2, 3, 14)]
    found = review(Told([CLEAR, PLAN, *mornings], library).history, library, START + timedelta(days=20))
    assert [None if each is None else each.own for each in found.ranges] == [True, None, False]
    says = " ".join(reason.says for reason in found.because)
    assert "only 1 morning, with a mean of 4 of 10" in says


def test_a_first_whole_week_is_not_said_to_have_too_few_mornings(library: Library) -> None:
    mornings: list[Line] = [{"day": day, "morning": 4} for day in range(7)]
    found = review(Told([CLEAR, PLAN, *mornings], library).history, library, START + timedelta(days=7))
    assert [reason.rule for reason in found.because] == ["week-interval", "sessions-kept"]


def test_a_trend_is_told_with_its_ends(library: Library) -> None:
    mornings: list[Line] = [{"day": day, "morning": 6 - day // 7} for day in range(28)]
    found = review(Told([CLEAR, PLAN, *mornings], library).history, library, START + timedelta(days=28))
    says = next(reason.says for reason in found.because if reason.rule == "trend-falling")
    assert "over the last 4 weeks" in says.lower()
    assert "by about 3 of 10 in all (likely between 2.4 and 3.6)" in says


def test_a_stop_that_progression_asks_for_is_the_decision_of_the_look_back(library: Library) -> None:
    flares: list[Line] = []
    for nth in (0, 10, 20):
        flares += [{"day": nth, "flare": "began"}, {"day": nth, "screen": {}, "occasion": "flare"}]
    history = Told([CLEAR, PLAN, *flares], library).history
    day = START + timedelta(days=21)
    assert today(history, library, day).action == "see-someone"
    decision = review(history, library, day).decision
    assert decision is not None
    assert decision.what == "see-someone"
    assert decision.because == today(history, library, day).because[:1]


def test_a_phase_that_the_programme_has_no_more_opens_no_next_one(library: Library) -> None:
    done: list[Line] = [{"day": 0, "trained": True}]
    lines: list[Line] = [CLEAR, {**PLAN, "phase": "gone", "sessions_to_do": 1}, *done]
    mornings: list[Line] = [{"day": day, "morning": 4} for day in range(14)]
    decision = review(
        Told([*lines, *mornings], library).history, library, START + timedelta(days=14)
    ).decision
    assert decision is not None
    assert decision.what == "continue"


def test_while_the_screen_locks_no_exercise_is_shown(library: Library) -> None:
    told = Told([CLEAR, PLAN], library)
    shown = promise(today(told.history, library, START), library, AMINA)
    alarm: Line = {"day": 1, "screen": {"yes": ["saddle-numbness"]}}
    locked = Told([CLEAR, PLAN, alarm], library).history
    assert review(add(told.history, shown), library, START + timedelta(days=2)).doses
    assert review(add(locked, shown), library, START + timedelta(days=2)).doses == ()


PEG = MeasureId("peg")


def answered(library: Library, *results: dict[str, Any]) -> looking_back.TestChange:
    told = Told([], library)
    made = [told.make(kinds.TestResult, 28 * nth, measure=PEG, **each) for nth, each in enumerate(results)]
    (found,) = review(fold(made), library, START + timedelta(days=28)).tests
    return found


def test_questions_that_were_answered_otherwise_stand_beside_the_total(library: Library) -> None:
    first = {"value": 6.0, "answers": {"pain": 6, "enjoyment": 5, "general-activity": 7}}
    last = {"value": 5.333333333, "answers": {"pain": 4, "enjoyment": 5, "general-activity": 7}}
    found = answered(library, first, last)
    assert found.items == (ItemChange("pain", 6, 4),)
    assert found.change is not None
    assert round(found.change.amount, 1) == 0.7


@pytest.mark.parametrize(
    "answers",
    [
        None,
        {"pain": 4, "enjoyment": 5},
        {"pain": 4, "enjoyment": 5, "general-activity": 0},
        {"pain": 4, "enjoyment": 5, "general-activity": 7, "sleep": 1},
    ],
    ids=["typed in", "one is missing", "they do not make the value", "one is not asked"],
)
def test_answers_that_do_not_make_the_value_are_not_told(
    library: Library, answers: dict[str, int] | None
) -> None:
    first = {"value": 6.0, "answers": {"pain": 6, "enjoyment": 5, "general-activity": 7}}
    found = answered(library, first, {"value": 5.333333333, "answers": answers})
    assert found.items is None
    assert found.change is not None
