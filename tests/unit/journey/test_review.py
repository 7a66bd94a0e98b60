"""The look back: what the examples of specs/journey do not say."""

from dataclasses import replace
from datetime import timedelta

from msgspec.structs import replace as but

from gradus.journey.promise import promise
from gradus.journey.review import review
from gradus.journey.today import today
from gradus.library.library import Library
from gradus.record.facts import DecisionShown
from gradus.record.history import add
from gradus.vocabulary.scales import Change, Side
from tests.build import AMINA, START
from tests.lives import EXERCISE, Line, Told

CLEAR: Line = {"day": 0, "screen": {}}
PLAN: Line = {"day": 0, "plan": ["monday", "thursday"]}


def test_a_dose_is_told_as_it_was_first_and_last_shown(library: Library) -> None:
    told = Told([CLEAR, PLAN], library)
    first = promise(today(told.history, library, START), library, AMINA)
    item = first.items[0]
    more = but(item, dose=replace(item.dose, amount=item.dose.amount + 2))
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
    assert review(told.history, library, START).began_on is None


def test_while_the_screen_locks_no_exercise_is_shown(library: Library) -> None:
    told = Told([CLEAR, PLAN], library)
    shown = promise(today(told.history, library, START), library, AMINA)
    alarm: Line = {"day": 1, "screen": {"yes": ["saddle-numbness"]}}
    locked = Told([CLEAR, PLAN, alarm], library).history
    assert review(add(told.history, shown), library, START + timedelta(days=2)).doses
    assert review(add(locked, shown), library, START + timedelta(days=2)).doses == ()
