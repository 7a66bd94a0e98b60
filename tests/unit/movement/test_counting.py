"""Repetitions of a signal: what counts, what does not, at which edge."""

from itertools import pairwise
from math import cos, pi

import pytest

from gradus.movement.engine.counting import Repetition, Rules, SideToSide, ThereAndBack
from gradus.movement.engine.smoothing import Median, OneEuro

RULES = Rules(60.0)


def fed(counter: ThereAndBack | SideToSide, values: list[float], step_s: float = 0.1) -> list[Repetition]:
    found = (counter.next(nth * step_s, value) for nth, value in enumerate(values))
    return [each for each in found if each is not None]


def ramp(*corners: float, steps: int = 10) -> list[float]:
    """Straight ways between these values."""
    values = [corners[0]]
    for one, other in pairwise(corners):
        values += [one + (other - one) * nth / steps for nth in range(1, steps + 1)]
    return values


@pytest.mark.parametrize(("top", "count"), [(23.9, 4), (24.0, 5), (60.0, 5)])
def test_a_small_one_among_larger_ones_is_none(top: float, count: int) -> None:
    counter = ThereAndBack(RULES)
    fed(counter, ramp(*[0, 60] * 4, 0, top, 0))
    assert counter.done == count


@pytest.mark.parametrize(("full", "believed"), [(2, True), (3, False), (4, False)])
def test_a_small_one_is_believed_until_three_larger_ones_are_known(full: int, believed: bool) -> None:
    counter = ThereAndBack(RULES)
    fed(counter, ramp(*[0, 60] * full, 0, 20, 0))
    assert counter.done == full + believed


def test_who_goes_less_far_than_expected_is_counted_from_the_first() -> None:
    counter = ThereAndBack(RULES)
    fed(counter, ramp(*[0, 20] * 5, 0))
    assert counter.done == 5


def test_where_it_is_not_known_to_have_begun_a_small_one_is_believed_when_the_next_is_like_it() -> None:
    counter = ThereAndBack(Rules(60.0, begun=False))
    fed(counter, ramp(0, 20, 0))
    assert counter.done == 0
    fed(counter, ramp(0, 20, 0))
    assert counter.done == 1


def test_a_second_small_one_is_no_chance() -> None:
    counter = ThereAndBack(RULES)
    fed(counter, ramp(*[0, 60] * 4, 0, 20, 0))
    assert counter.done == 4
    fed(counter, ramp(0, 20, 0))
    assert counter.done == 5


@pytest.mark.parametrize(("top", "count"), [(11.9, 0), (12.0, 1), (13.0, 1)])
def test_however_little_is_expected_a_movement_goes_a_fifth_of_the_range(top: float, count: int) -> None:
    counter = ThereAndBack(RULES)
    fed(counter, ramp(0, top, 0))
    assert counter.done == count


@pytest.mark.parametrize(("top", "count"), [(14.9, 0), (15.0, 1), (16.0, 1)])
def test_what_stays_within_the_error_is_no_movement(top: float, count: int) -> None:
    counter = ThereAndBack(Rules(60.0, error=15.0))
    fed(counter, ramp(0, top, 0))
    assert counter.done == count


@pytest.mark.parametrize(("home", "count"), [(19.0, 0), (18.0, 1), (0.0, 1)])
def test_it_is_back_at_its_share_of_the_way(home: float, count: int) -> None:
    counter = ThereAndBack(RULES)
    fed(counter, ramp(0, 60, home))
    assert counter.done == count


@pytest.mark.parametrize(("step_s", "count"), [(0.02, 0), (0.04, 1)])
def test_a_twitch_is_no_repetition(step_s: float, count: int) -> None:
    counter = ThereAndBack(RULES)
    fed(counter, ramp(0, 60, 0), step_s)
    assert counter.done == count


def test_a_repetition_tells_when_it_began_turned_and_ended() -> None:
    (found,) = fed(ThereAndBack(RULES), ramp(0, 0, 60, 60, 0))
    assert (found.began_s, found.turned_s) == pytest.approx((1.0, 3.0))
    assert found.ended_s == pytest.approx(3.7)
    assert found.range_ == 60


def test_the_expected_range_follows_shallow_repetitions_within_bounds() -> None:
    counter = ThereAndBack(RULES)
    fed(counter, ramp(*[0, 40] * 4, 0))
    assert counter.expected == 40
    fed(counter, ramp(*[0, 17] * 6, 0))
    assert counter.expected >= 30


def test_two_sides_that_go_differently_far_both_count() -> None:
    counter = ThereAndBack(RULES)
    fed(counter, ramp(*[0, 90, 0, 40] * 4, 0))
    assert counter.done == 8
    assert counter.expected == 40, "that of the smaller ones"


@pytest.mark.parametrize(("end", "counts"), [(31.0, False), (30.0, True), (10.0, True)])
def test_where_pictures_end_half_of_the_way_back_is_enough(end: float, counts: bool) -> None:
    counter = ThereAndBack(RULES)
    fed(counter, ramp(0, 60, 31))
    assert (counter.over(2.1, end) is not None) == counts
    assert counter.done == counts


def test_who_rests_when_pictures_end_did_nothing_more() -> None:
    counter = ThereAndBack(RULES)
    fed(counter, ramp(0, 60, 0))
    assert counter.over(3.0, 0.0) is None
    assert counter.done == 1


def test_swings_count_as_they_leave_for_the_other_side() -> None:
    counter = SideToSide(RULES)
    swings = fed(counter, ramp(0, 30, 0, -30, 0, 30, 0))
    assert counter.done == 3
    assert [round(each.top) for each in swings] == [30, -30]


def test_two_swings_to_one_side_are_one() -> None:
    counter = SideToSide(RULES)
    fed(counter, ramp(0, 30, 0, 30, 0))
    assert counter.done == 1


def test_the_median_drops_a_wild_value() -> None:
    median = Median(3)
    assert [median.next(value) for value in (1, 1, 90, 1, 1)] == [1, 1, 1, 1, 1]


def test_one_euro_follows_movement_and_calms_noise() -> None:
    steady = OneEuro(1.5, 0.02)
    calm = [steady.next(nth / 30, 50 + (-1) ** nth * 3) for nth in range(120)]
    assert max(calm[30:]) - min(calm[30:]) < 3
    moving = OneEuro(1.5, 0.02)
    late = [moving.next(nth / 30, 30 - 30 * cos(2 * pi * nth / 120)) for nth in range(240)]
    assert max(late) > 55


def test_a_moment_that_is_not_later_changes_nothing() -> None:
    filter_ = OneEuro(1.5, 0.02)
    filter_.next(1.0, 10)
    assert filter_.next(1.0, 90) == 10
