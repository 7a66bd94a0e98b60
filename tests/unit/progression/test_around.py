"""What surrounds a decision, part by part."""

from datetime import date, timedelta
from typing import Any

import pytest

from gradus.library.library import Library
from gradus.progression.around import LASTING_RISE, Around, Course, Next
from gradus.progression.lowering import as_was_managed
from gradus.progression.raising import is_far, more_repetitions, top_of
from gradus.progression.turns import Turn
from gradus.vocabulary.ids import ExerciseId
from gradus.vocabulary.scales import DoseKind, Step
from gradus.vocabulary.value import replace
from tests.build import START
from tests.training import Life

BIRD_DOG: dict[str, Any] = {"exercise": "bird-dog", "dose": {"sets": 2, "amount": 8}}


def on(day: int) -> date:
    return START + timedelta(days=day)


def lived(library: Library, sessions: list[dict[str, Any]], **more: Any) -> tuple[Around, Course]:
    about = Life(BIRD_DOG | {"sessions": sessions} | more, library).place()
    return about.around, about.course


@pytest.mark.parametrize("step", Step)
def test_what_rests_or_stops_is_not_done(library: Library, step: Step) -> None:
    now = replace(Life(BIRD_DOG, library).place().now, step=step)
    assert isinstance(now, Next)
    assert now.is_done is (step not in (Step.PAUSE, Step.STOP_AND_SCREEN))


def settled(
    library: Library, *mornings: tuple[int, Any], later: int | None = None, no: int | None = None
) -> Any:
    """Whether a turn on day 0 has settled by day 6, where mornings are as usual but for these; on the day
    `no` the person said that it is no flare."""
    told = [{"day": day, "pain": pain} for day, pain in mornings]
    for each in told:
        if each["day"] == no:
            each["flare"] = False
    around, course = lived(library, [{"day": 0}], mornings=told, on=6)
    return around.settled(course.turns[-1], None if later is None else on(later))


@pytest.mark.parametrize(
    ("mornings", "later", "no", "expected"),
    [
        ([], None, None, True),
        ([(1, 3)], None, None, True),
        ([(1, 4)], None, None, False),
        ([(1, "untold")], None, None, None),
        ([(1, "untold"), (2, 4)], None, None, False),
        ([(4, 5)], None, None, True),
        ([(4, 5)], 3, None, False),
        ([(4, 3)], 3, None, True),
        ([(4, 5)], 4, None, True),
        ([(6, 5)], None, None, False),
        ([(6, 5)], None, 6, True),
        ([(4, 5)], 0, None, True),
        ([(1, "untold"), (4, 5)], 3, None, False),
    ],
)
def test_a_turn_has_settled_where_no_morning_of_its_own_is_worse(
    library: Library, mornings: list[tuple[int, Any]], later: int | None, no: int | None, expected: Any
) -> None:
    assert settled(library, *mornings, later=later, no=no) is expected


def test_a_bad_morning_of_the_day_itself_says_nothing_about_what_came_after_it(library: Library) -> None:
    around, course = lived(library, [{"day": 3}], mornings=[{"day": 3, "pain": 7}], on=3)
    assert around.settled(course.turns[-1]) is None


@pytest.mark.parametrize(("days", "lowered"), [(23, True), (24, True), (25, False)])
def test_one_lasting_rise_lowers_once_in_the_days_it_is_made_of(
    library: Library, days: int, lowered: bool
) -> None:
    around, course = lived(library, [{"day": 0, "rules": [LASTING_RISE]}], on=days)
    assert around.was_lowered_for_the_mornings(course) is lowered


def test_another_rule_lowered_it_for_no_mornings(library: Library) -> None:
    around, course = lived(library, [{"day": 0, "rules": ["pain-again"]}])
    assert not around.was_lowered_for_the_mornings(course)


@pytest.mark.parametrize(
    ("sets", "missed"),
    [
        ({"done": [8, 8]}, False),
        ({"done": [8, 7]}, True),
        ({"done": [8, 7, 8]}, False),
        ({"done": [8]}, False),
        ({"done": []}, False),
    ],
)
def test_a_turn_is_missed_where_it_is_known_to_have_fallen_short(
    library: Library, sets: dict[str, Any], missed: bool
) -> None:
    _, course = lived(library, [{"day": 0, **sets}])
    turn: Turn = course.turns[-1]
    assert turn.is_missed is missed
    assert not replace(turn, noted=True).is_missed


@pytest.mark.parametrize(
    ("asked", "sides", "kept", "far"),
    [
        (3, (5, 5), 5, True),
        (3, (7, 9), 7, True),
        (3, (4, 9), 4, False),
        (3, (9, 4), 4, False),
        (3, (None, 9), None, False),
        (None, (9, 9), 9, False),
    ],
)
def test_of_two_sides_the_smaller_reserve_was_kept(
    library: Library, asked: int | None, sides: tuple[int | None, int], kept: int | None, far: bool
) -> None:
    dose = {"sets": 1, "amount": 8, "reserve": asked}
    about = Life({"exercise": "single-leg-bridge", "dose": dose, "sessions": [{"day": 0}]}, library).place()
    told = zip(about.last.sets, sides, strict=True)
    turn = replace(about.last, sets=tuple(replace(fact, reserve=side) for fact, side in told))
    assert (turn.kept, is_far(turn, about.around)) == (kept, far)


def test_a_range_of_repetitions_has_its_own_top_and_a_hold_the_longest_there_is(library: Library) -> None:
    about = Life(BIRD_DOG, library).place()
    repetitions = about.now.dose.but(low=6, top=60)
    hold = repetitions.but(kind=DoseKind.TIME)
    seen = [
        top_of(dose, library.exercises[ExerciseId(name)], about.around)
        for name, dose in (
            ("bird-dog", repetitions),
            ("bird-dog", hold),
            ("bird-dog", hold.but(top=40)),
            ("bird-dog", hold.but(low=44)),
            ("bird-dog", hold.but(low=45)),
            ("walking-intervals", hold),
            ("breathing-90-90", hold),
            ("cat-camel", hold),
        )
    ]
    assert seen == [60, 45, 40, 45, 60, 60, 60, 60]


def test_who_never_named_bands_has_none(library: Library) -> None:
    around, _ = lived(library, [])
    named, _ = lived(library, [], bands=["red", "green"])
    assert (around.bands, named.bands) == ((), ("red", "green"))


@pytest.mark.parametrize(
    ("amount", "done", "sides", "expected"),
    [
        (8, [8, 5], ["left", "right"], 5),
        (8, [8, 8], ["left", "right"], None),
        (8, [7, 7], ["left", "right"], 7),
        (10, [10, 9], ["left", "right"], 9),
        (20, [20, 19], ["left", "right"], 18),
        (14, [14, 13], ["left", "right"], 12),
        (8, [], ["left", "right"], None),
        (8, [7, 7], ["left"], None),
        (8, [7], ["left", "right"], None),
        (8, [8, 0], ["left", "right"], None),
        (2, [2, 1], ["left", "right"], 1),
    ],
)
def test_what_was_managed_is_the_shortest_of_all_sets_of_both_sides(
    library: Library, amount: int, done: list[int], sides: list[str], expected: int | None
) -> None:
    name = ExerciseId("single-leg-bridge")
    assert library.exercises[name].one_sided
    course = {"exercise": name, "dose": {"sets": 2, "amount": amount, "low": 1, "top": 20}}
    made = as_was_managed(
        Life(course | {"sessions": [{"day": 0, "done": done, "sides": sides}]}, library).place()
    )
    assert (None if made is None else (made.dose.amount, made.dose.sets)) == (
        None if expected is None else (expected, 2)
    )


def test_where_a_lighter_weight_is_at_hand_the_sets_are_not_made_shorter(library: Library) -> None:
    course: dict[str, Any] = {"exercise": "goblet-squat", "dose": {"sets": 2, "amount": 8, "load_kg": 10.0}}
    course |= {"sessions": [{"day": 0, "done": [8, 5]}]}
    assert as_was_managed(Life(course | {"weights": [8.0, 10.0]}, library).place()) is None
    assert as_was_managed(Life(course | {"weights": [10.0]}, library).place()) is not None


@pytest.mark.parametrize(
    ("exercise", "dose", "expected"),
    [
        ("glute-bridge", {"amount": 19}, 20),
        ("glute-bridge", {"amount": 20}, None),
        ("glute-bridge", {"amount": 21}, None),
        ("glute-bridge", {"amount": 10, "hold_s": 4}, 11),
        ("glute-bridge", {"amount": 8, "hold_s": 5}, 9),
        ("glute-bridge", {"amount": 9, "hold_s": 5}, None),
        ("glute-bridge", {"amount": 10, "hold_s": 1}, 11),
        ("goblet-squat", {"amount": 10, "load_kg": 10.0}, None),
        ("side-bridge-knees", {"amount": 15}, None),
    ],
)
def test_more_repetitions_come_up_to_the_widest_range(
    library: Library, exercise: str, dose: dict[str, Any], expected: int | None
) -> None:
    made = more_repetitions(
        Life({"exercise": exercise, "dose": dose, "sessions": [{"day": 0}]}, library).place()
    )
    assert (None if made is None else made.dose.amount) == expected
