"""The way of the whole body: what is read from many joints, and how the drawn figure begins and ends."""

from math import cos, pi, sin

import pytest

from gradus.library.library import Library
from gradus.movement.engine.angles import Facing
from gradus.movement.engine.carrying import carried, joints_told
from gradus.movement.engine.joints import AT, SEEN
from gradus.movement.engine.phases import HALF_WAVE, Course, Ends, phases_of
from gradus.movement.watched import mirrored, plan_of
from gradus.vocabulary.ids import ExerciseId

WAY = [(1 - cos(pi * nth / 15)) / 2 for nth in range(31)]


def body(share: float, seen: float = 1.0) -> list[float]:
    """Somebody whose hips sink by 40 and whose wrists rise by 30."""
    row = [0.0] * (3 * len(AT))
    row[AT["right-hip"] + 1], row[AT["right-wrist"] + 1] = 40 * share, -30 * share
    row[AT["right-wrist"] + SEEN], row[AT["right-hip"] + SEEN] = seen, 1.0
    return row


def test_the_way_is_where_the_joints_are() -> None:
    rows = [body(share) for share in WAY]
    found = carried(rows, WAY, ("right-hip", "right-wrist"), 0.6)
    assert max(found) - min(found) == pytest.approx(1.09, abs=0.01), (
        "0 and 1 are means of what is near the ends"
    )
    alone = carried(rows, WAY, ("right-hip",), 0.6)
    assert found == pytest.approx(alone), "joints that go alike tell alike"


def test_many_joints_drown_the_noise_of_one() -> None:
    def strayed(nth: int) -> list[float]:
        row = body(WAY[nth])
        row[AT["right-hip"] + 1] += 4 * sin(1.7 * nth)
        row[AT["right-wrist"] + 1] += 4 * sin(1.7 * nth + pi)
        row[AT["right-knee"] + 1] = 40 * WAY[nth] + 4 * sin(1.7 * nth + pi / 2)
        row[AT["right-knee"] + SEEN] = 1.0
        return row

    rows = [strayed(nth) for nth in range(len(WAY))]

    def off(*joints: str) -> float:
        found = carried(rows, WAY, joints, 0.6)
        pure = carried([body(share) for share in WAY], WAY, joints[:1], 0.6)
        return sum(abs(one - other) for one, other in zip(found, pure, strict=True))

    assert off("right-hip", "right-knee") < off("right-hip")


@pytest.mark.parametrize(("hidden", "told"), [(3, True), (4, False)])
def test_a_joint_that_is_hidden_too_often_tells_nothing(hidden: int, told: bool) -> None:
    """Of 31 pictures 28 have to show it."""
    rows = [body(share, 0.59 if nth < hidden else 0.6) for nth, share in enumerate(WAY)]
    assert bool(carried(rows, WAY, ("right-wrist",), 0.6)) == told


def test_what_goes_nowhere_tells_nothing() -> None:
    rows = [body(share) for share in WAY]
    assert carried(rows, WAY, ("right-knee", "right-ankle"), 0.0) == []
    assert carried(rows, WAY, (), 0.0) == []


def test_joints_are_told_by_how_somebody_stands() -> None:
    assert joints_told(("near-knee", "far-hip", "head"), Facing(near="left")) == [
        "left-knee",
        "right-hip",
        "head",
    ]


def test_ends_are_drawn_out_as_the_course_tells() -> None:
    times = [nth / 10 for nth in range(61)]
    values = [min(1.0, max(0.0, at_s - 1, 0.0), max(0.0, 5 - at_s)) for at_s in times]
    straight = Course(Ends(0.15 / 0.7, 0.15 / 0.7), Ends(0.15 / 0.7, 0.15 / 0.7))
    found = phases_of(times, values, straight)
    assert found is not None
    told = (found.there_from, found.there_to, found.back_from, found.back_to)
    assert told == pytest.approx((1, 2, 4, 5), abs=0.02)
    waves = phases_of(times, values)
    assert waves is not None
    assert waves.there_s > found.there_s


def test_the_drawn_course_is_a_half_wave_only_where_joints_go_as_angles_do(library: Library) -> None:
    exercise = library.exercises[ExerciseId("band-pull-apart")]
    assert exercise.movement is not None
    plan = plan_of(exercise, exercise.movement, library.watching)
    assert plan.course.there.after > HALF_WAVE.after + 0.2, "hands that go outwards slow down at the end"
    assert plan.course.there.before == pytest.approx(plan.course.back.after, abs=0.02)
    assert "left-wrist" in plan.carries
    assert "left-knee" not in plan.carries
    assert set(mirrored(plan).carries) == set(plan.carries), "both sides go"
