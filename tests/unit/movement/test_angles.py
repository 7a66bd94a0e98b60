"""Named angles in a picture, told alike whichever way somebody faces; phases, smoothing and stillness."""

from math import cos, pi, radians, sin

import pytest

from gradus.movement.engine.angles import Facing, joints_of, reading
from gradus.movement.engine.calibrating import Stillness
from gradus.movement.engine.facing import facing, fits
from gradus.movement.engine.holding import Holding
from gradus.movement.engine.joints import AT, JOINTS, swapped, turned_over
from gradus.movement.engine.phases import percentile, phases_of
from gradus.movement.engine.plan import Signal
from gradus.movement.engine.signals import signal_reading
from gradus.movement.engine.smoothing import median, smoothed


def lean(angle: float, ahead: int = 1) -> list[float]:
    """Somebody seen from the side, bent forwards at the hip by so many degrees, an arm hanging."""
    row = [0.0] * (3 * len(JOINTS))
    x, y = ahead * 46 * sin(radians(angle)), -46 * cos(radians(angle))
    for side in ("left", "right"):
        places = {"hip": (0, 0), "shoulder": (x, y), "elbow": (x, y + 30), "wrist": (x, y + 55)}
        places |= {"knee": (0, 42), "ankle": (0, 84), "heel": (-ahead * 5, 90), "toe": (ahead * 20, 90)}
        for part, place in places.items():
            at = AT[f"{side}-{part}"]
            row[at : at + 3] = [*place, 1.0 if side == "right" else 0.5]
    row[AT["nose"]], row[AT["head"]] = x + ahead * 11, x
    return row


@pytest.mark.parametrize("ahead", [1, -1])
def test_a_bow_is_told_alike_to_either_side(ahead: int) -> None:
    row = lean(40, ahead)
    how = facing([row])
    assert (how.ahead, how.near) == (ahead, "right")
    assert how.trunk == pytest.approx(46)
    told = {
        name: reading(name, how)(row)
        for name in ("trunk", "near-hip", "near-knee", "near-shoulder", "near-foot")
    }
    assert told == pytest.approx(
        {"trunk": 40, "near-hip": 40, "near-knee": 0, "near-shoulder": 40, "near-foot": 0}, abs=1e-6
    )


def test_lengths_are_told_by_the_trunk_at_the_start() -> None:
    assert reading("torso", Facing(trunk=92))(lean(0)) == pytest.approx(50)


def test_left_and_right_change_places_in_a_mirror() -> None:
    row = lean(30)
    row[AT["left-knee"]] = 7.0
    assert turned_over(turned_over(row, 100), 100) == pytest.approx(row)
    assert turned_over(row, 100)[AT["right-knee"]] == pytest.approx(93)
    assert swapped("left-knee-in") == "right-knee-in"
    assert swapped("trunk") == "trunk"


@pytest.mark.parametrize(
    ("take", "value"), [("mean", 30), ("larger", 40), ("smaller", 20), ("difference", -20)]
)  # fmt: skip
def test_a_signal_is_made_of_two_angles(take: str, value: float) -> None:
    row = lean(0)
    for side, angle in (("left", 20), ("right", 40)):
        at = AT[f"{side}-ankle"]
        row[at : at + 2] = [-42 * sin(radians(angle)), 42 + 42 * cos(radians(angle))]
    read = signal_reading(Signal(take, ("left-knee", "right-knee")), Facing(), 0.5)  # type: ignore[arg-type]
    assert read(row) == pytest.approx(value)


@pytest.mark.parametrize(("surely", "seen"), [(0.59, False), (0.6, True), (0.61, True)])
def test_a_joint_has_to_be_seen_surely_enough(surely: float, seen: bool) -> None:
    row = lean(0)
    row[AT["right-knee"] + 2] = surely
    read = signal_reading(Signal("one", ("near-knee",)), Facing(), 0.6)
    assert (read(row) is not None) == seen
    assert joints_of("near-knee", Facing()) == ("right-hip", "right-knee", "right-ankle")


@pytest.mark.parametrize(("view", "share", "ok"), [
    ("side", 0.44, True), ("side", 0.45, True), ("side", 0.46, False),
    ("front", 0.49, False), ("front", 0.5, True), ("front", 0.51, True),
])  # fmt: skip
def test_the_width_of_the_shoulders_tells_the_view(view: str, share: float, ok: bool) -> None:
    assert fits(view, share, 0.45, 0.5) == ok  # type: ignore[arg-type]


def test_phases_are_timed_where_the_way_is_fast() -> None:
    times = [nth / 30 for nth in range(210)]

    def value(at_s: float) -> float:
        if at_s < 1 or at_s > 6:
            return 0.0
        if at_s < 3:
            return 50 * (1 - cos(pi * (at_s - 1) / 2)) / 2
        return 50.0 if at_s < 4 else 50 * (1 + cos(pi * (at_s - 4) / 2)) / 2

    found = phases_of(times, [value(at_s) for at_s in times])
    assert found is not None
    told = (found.there_from, found.there_to, found.back_from, found.back_to)
    assert told == pytest.approx((1, 3, 4, 6), abs=0.03)
    assert (found.there_s, found.far_s, found.back_s) == pytest.approx((2, 1, 2), abs=0.05)


def test_values_that_only_rise_have_no_phases() -> None:
    assert phases_of([0, 1, 2, 3], [0, 1, 2, 3]) is None
    assert phases_of([0, 1, 2, 3], [5, 5, 5, 5]) is None


def test_smoothing_both_ways_comes_neither_late_nor_early() -> None:
    times = [nth / 30 for nth in range(91)]
    calm = smoothed(times, [1.0 if 30 <= nth <= 60 else 0.0 for nth in range(91)], 4.0)
    assert calm[45] == max(calm)
    assert calm[20] == pytest.approx(calm[70], abs=0.02)


def test_middle_values() -> None:
    assert (median([3, 1, 2]), median([4, 1, 2, 3])) == (2, 2.5)
    assert (percentile([0, 10], 0.5), percentile([7], 0.98)) == (5, 7)


@pytest.mark.parametrize(("wobble", "found"), [(5.9, True), (6.0, True), (6.1, False)])
def test_stillness_is_less_than_its_wobble(wobble: float, found: bool) -> None:
    still = Stillness(1.0, 6.0, 0.0, 20.0)
    seen = [still.next(nth / 10, wobble * (nth % 2), [0.0]) for nth in range(12)]
    assert any(each is not None for each in seen) == found


@pytest.mark.parametrize(("value", "found"), [(19.9, True), (20.0, True), (20.1, False)])
def test_stillness_far_from_the_start_pose_does_not_count(value: float, found: bool) -> None:
    still = Stillness(1.0, 6.0, 0.0, 20.0)
    assert any(still.next(nth / 10, value, [0.0]) for nth in range(12)) == found


def test_a_hold_does_not_flicker() -> None:
    holding = Holding(10.0, 0.3)
    short = [30, 10, 5, 12, 5, 13, 13, 13, 13, 13]
    told = [holding.next(nth / 5, each) for nth, each in enumerate(short)]
    assert told[:7] == [None] * 7
    assert told[7] == (0.2, 1.0)
