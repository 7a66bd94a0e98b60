"""Ways up and down, one at a time, where the examples do not say."""

from typing import Any

import pytest

from gradus.library.library import Library
from gradus.progression import lowering, raising
from gradus.progression.situation import Situation
from gradus.vocabulary.scales import Step
from gradus.vocabulary.value import replace
from tests.training import Life

SQUAT: dict[str, Any] = {"exercise": "goblet-squat", "dose": {"sets": 2, "amount": 12, "load_kg": 10.0}}


def place(library: Library, **given: Any) -> Situation:
    return Life(given, library).place()


def test_a_heavier_weight_begins_at_the_bottom_of_the_planned_range(library: Library) -> None:
    sessions = [{"day": 0, "dose": {"low": 4}}]
    made = raising.heavier_weight(place(library, **SQUAT, weights=[10.0, 11.0], sessions=sessions))
    assert made is not None
    assert (made.dose.load_kg, made.dose.amount, made.dose.low) == (11.0, 8, 8)


@pytest.mark.parametrize(
    ("asked", "usual", "back"),
    [(5, 3, 4), (4, 3, 3), (3, 3, None), (2, 3, None), ("untold", 3, None), (5, "untold", None)],
)
def test_extra_reserve_comes_back_where_there_is_any(
    library: Library, asked: Any, usual: Any, back: int | None
) -> None:
    kept = None if asked == "untold" else asked
    sessions = [{"day": 0, "dose": {"reserve": kept}}]
    made = raising.reserve_comes_back(
        place(library, exercise="glute-bridge", dose={"reserve": usual}, sessions=sessions)
    )
    assert (None if made is None else made.dose.reserve) == back


@pytest.mark.parametrize(
    ("exercise", "amount", "held"),
    [
        ("side-bridge-knees", 9, False),
        ("side-bridge-knees", 10, True),
        ("glute-bridge", 12, False),
        ("walking-intervals", 600, False),
    ],
)
def test_a_limit_on_holds_holds_nothing_but_holds(
    library: Library, exercise: str, amount: int, held: bool
) -> None:
    dose = {"amount": amount, "low": 1, "top": 10 if exercise == "side-bridge-knees" else amount}
    course = {"exercise": exercise, "dose": dose, "limits": ["no-long-holds"], "sessions": [{"day": 0}]}
    assert raising.held_by_a_limit(place(library, **course)) is held


@pytest.mark.parametrize(("trains", "load_kg"), [(False, 4.0), (True, None)])
def test_a_harder_rung_begins_with_the_lightest_weight_or_with_one_to_be_found(
    library: Library, trains: bool, load_kg: float | None
) -> None:
    course = {"exercise": "sit-to-stand", "weights": [4.0, 6.0], "sessions": [{"day": 0}]}
    made = raising.next_rung(place(library, **course, trains_already=trains))
    assert made is not None
    assert (made.exercise.id, made.dose.load_kg) == ("goblet-squat", load_kg)


def test_a_rung_that_fits_begins_from_the_plan_before_the_first_time(library: Library) -> None:
    made = lowering.to_a_rung_that_fits(place(library, **SQUAT | {"dose": {"sets": 1, "amount": 5}}))
    assert made is not None
    assert (made.exercise.id, made.dose.sets, made.dose.amount) == ("sit-to-stand", 1, 5)


@pytest.mark.parametrize(
    ("step", "amount"), [(Step.HOLD, 5), (Step.DELOAD, 5), (Step.PROGRESS, 9), (Step.REGRESS, 9)]
)
def test_of_what_was_just_raised_or_lowered_a_rung_that_fits_takes_the_dose_from_before(
    library: Library, step: Step, amount: int
) -> None:
    about = place(library, exercise="goblet-squat", dose={"amount": 9}, sessions=[{"day": 0}])
    now = replace(about.now, step=step, dose=about.now.dose.but(amount=5))
    made = lowering.to_a_rung_that_fits(replace(about, now=now))
    assert made is not None
    assert (made.exercise.id, made.dose.amount) == ("sit-to-stand", amount)


def test_a_weight_that_was_tried_once_is_not_told_as_often_too_heavy(library: Library) -> None:
    tried = {"day": 0, "load_kg": 8.0, "reserve": 2}
    course = {"exercise": "goblet-squat", "dose": {"amount": 8, "reserve": 4}, "weights": [4.0, 8.0]}
    (item,) = Life(course | {"trains_already": True, "sessions": [tried]}, library).ask().items
    assert (item.because[0].rule, item.dose.load_kg) == ("too-close-to-the-limit", 4.0)
    assert item.because[0].says.startswith("You had 2 in reserve after the last set, and the aim is 4. So ")
