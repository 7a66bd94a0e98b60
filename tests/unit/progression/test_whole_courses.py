"""Courses lived session by session, as the rules prescribe them."""

from itertools import pairwise
from typing import Any

from gradus.library.library import Library
from gradus.record.facts import Flare
from gradus.vocabulary.scales import Step
from tests.training import Life

SQUAT: dict[str, Any] = {
    "exercise": "goblet-squat",
    "dose": {"sets": 2, "amount": 8, "low": 8, "top": 12, "reserve": 3, "load_kg": 10.0},
    "weights": [10.0, 11.0],
    "goal": 3,
    "on": 200,
}


def lived(life: Life, days: range) -> list[tuple[Step, int, int, float | None]]:
    found = []
    for day in days:
        item = life.train(day).items[0]
        found.append((item.step, item.dose.sets, item.dose.amount, item.dose.load_kg))
    return found


def test_good_sessions_climb_the_range_then_the_weight(library: Library) -> None:
    life = Life(SQUAT | {"goal": 2}, library)
    course = lived(life, range(0, 21, 3))
    assert [amount for _, _, amount, _ in course] == [8, 9, 10, 11, 12, 12, 8]
    assert [load for _, _, _, load in course] == [10.0] * 6 + [11.0]


def test_a_set_is_added_once_in_two_weeks_at_most(library: Library) -> None:
    life = Life(SQUAT | {"goal": 5, "dose": SQUAT["dose"] | {"sets": 5, "top": 30}} | {"goal": 8}, library)
    sets = [sets for _, sets, _, _ in lived(life, range(0, 42, 3))]
    assert sets == sorted(sets)
    assert all(later - earlier <= 1 for earlier, later in pairwise(sets))
    rises = [nth for nth in range(1, len(sets)) if sets[nth] > sets[nth - 1]]
    assert rises
    assert all(later - earlier >= 4 for earlier, later in pairwise(rises))


def test_a_week_of_sets_never_grows_by_more_than_a_fifth(library: Library) -> None:
    course = {"exercise": "glute-bridge", "also": ["bird-dog", "dead-bug", "wall-angel", "sit-to-stand"]}
    life = Life(
        course | {"goal": 4, "on": 200, "dose": {"sets": 2, "amount": 8, "low": 6, "top": 30}}, library
    )
    counts = [sum(item.dose.sets for item in life.train(day).items) for day in range(0, 84, 3)]
    weeks = [counts[nth] + counts[nth + 1] for nth in range(len(counts) - 1)]
    assert max(counts) > counts[0]
    assert all(later <= earlier * 1.2 for earlier, later in zip(weeks, weeks[2:], strict=False))


def test_a_flare_halves_and_comes_back_to_what_was_before(library: Library) -> None:
    course = {"exercise": "bird-dog", "dose": {"sets": 2, "amount": 9, "low": 6, "top": 10, "reserve": 3}}
    life = Life(course | {"on": 60}, library)
    before = life.train(0).items[0].dose
    life.add(Flare, 2, state="began")
    doses = [life.train(day).items[0].dose for day in (3, 6, 9, 12, 15)]
    volumes = [dose.sets * dose.amount for dose in doses]
    whole = before.sets * before.amount
    assert volumes[0] <= whole / 2
    assert volumes == sorted(volumes)
    assert [volume for volume in volumes if volume == whole]
    assert all(later - earlier <= whole * 0.2 + 2 for earlier, later in pairwise(volumes))


def test_while_training_is_stopped_an_exercise_never_done_waits_too(library: Library) -> None:
    life = Life({"exercise": "bird-dog", "usual": "untold", "on": 14, "flares": [{"day": 0}]}, library)
    prescribed = life.ask()
    assert (prescribed.items, prescribed.stop) == ((), True)
    assert [item.step for item in prescribed.left_out] == [Step.STOP_AND_SCREEN]


def test_while_training_is_stopped_a_walk_does_not_grow(library: Library) -> None:
    course = {"exercise": "walking-intervals", "dose": {"amount": 600}, "usual": "untold", "on": 14}
    life = Life(course | {"flares": [{"day": 0}], "sessions": [{"day": 10}]}, library)
    assert [(item.step, item.dose.amount) for item in life.ask().items] == [(Step.HOLD, 600)]


def test_while_training_is_stopped_a_walk_that_hurt_is_lowered(library: Library) -> None:
    course = {
        "exercise": "walking-intervals",
        "dose": {"sets": 1, "amount": 600},
        "usual": "untold",
        "on": 14,
    }
    life = Life(course | {"flares": [{"day": 0}], "sessions": [{"day": 10, "pain": 8}]}, library)
    assert [(item.step, item.dose.amount) for item in life.ask().items] == [(Step.REGRESS, 360)]


def test_an_exercise_of_two_sessions_has_one_course(library: Library) -> None:
    life = Life(SQUAT | {"goal": 2, "shapes": ["a", "b"]}, library)
    assert [amount for _, _, amount, _ in lived(life, range(0, 9, 3))] == [8, 9, 10]
