"""What R says of its own small data sets, and what we say of them.

R's lines are written above each; R 4 prints the same on every machine.
"""

from dataclasses import replace
from datetime import date
from statistics import NormalDist, fmean, stdev

import pytest

from gradus.library.library import Library
from gradus.library.types import ReviewRules
from gradus.measures.expectation import of_a_hundred
from gradus.measures.intervals import half_width, widened
from gradus.measures.line import line
from gradus.measures.mornings import WeekMean
from gradus.measures.student import t_95

SLEEP = (
    0.7,
    -1.6,
    -0.2,
    -1.2,
    -0.1,
    3.4,
    3.7,
    0.8,
    0.0,
    2.0,
    1.9,
    0.8,
    1.1,
    0.1,
    -0.1,
    4.4,
    5.5,
    1.6,
    4.6,
    3.4,
)
WOMEN = (115, 117, 120, 123, 126, 129, 132, 135, 139, 142, 146, 150, 154, 159, 164)
SPEED = (
    *(4, 4, 7, 7, 8, 9, 10, 10, 10, 11, 11, 12, 12, 12, 12, 13, 13, 13, 13, 14, 14, 14, 14, 15, 15),
    *(15, 16, 16, 17, 17, 17, 18, 18, 18, 18, 19, 19, 19, 20, 20, 20, 20, 20, 22, 23, 24, 24, 24, 24, 25),
)
DIST = (
    *(2, 10, 4, 22, 16, 10, 18, 26, 34, 17, 28, 14, 20, 24, 28, 26, 34, 34, 46, 26, 36, 60, 80, 20, 26),
    *(54, 32, 40, 32, 40, 50, 42, 56, 76, 84, 36, 46, 68, 32, 48, 52, 56, 64, 66, 54, 70, 92, 93, 120, 85),
)


def independent(rules: ReviewRules) -> ReviewRules:
    """The rules as if no morning were like the one before."""
    return replace(rules, carried_over=replace(rules.carried_over, value=0.0))


def test_the_interval_of_a_mean_is_that_of_t_test(library: Library) -> None:
    """`t.test(sleep$extra)`: mean 1.54, 95 percent confidence interval 0.5955845 2.4844155."""
    day = date(2026, 1, 5)
    week = WeekMean(
        mean=fmean(SLEEP), spread=stdev(SLEEP), mornings=len(SLEEP), days=7, first_day=day, last_day=day
    )
    half = half_width(week, independent(library.reviews))
    assert week.mean == pytest.approx(1.54)
    assert (week.mean - half, week.mean + half) == pytest.approx((0.5955845, 2.4844155), abs=1e-7)


def test_the_slope_and_its_interval_are_those_of_lm() -> None:
    """`coef(lm(dist ~ speed, cars))`: 3.932409; `confint`: 3.096964 4.767853."""
    found = line(SPEED, DIST)
    half = found.half_width()
    assert found.slope == pytest.approx(3.932409, abs=1e-6)
    assert (found.slope - half, found.slope + half) == pytest.approx((3.096964, 4.767853), abs=1e-6)


def test_the_slope_of_few_points_as_well() -> None:
    """`summary(lm(weight ~ height, women))`: slope 3.45000, standard error 0.09114, 13 degrees of freedom."""
    found = line(range(58, 73), WOMEN)
    assert found.slope == pytest.approx(3.45)
    assert found.freedom == 13
    assert found.half_width() / t_95(13) == pytest.approx(0.09114, abs=5e-6)


@pytest.mark.parametrize("mornings", range(1, 8))
@pytest.mark.parametrize("carried", [0.0, 0.3, 0.5, 0.9])
def test_the_widening_is_the_sum_of_all_covariances(mornings: int, carried: float) -> None:
    """`n * mean(toeplitz(r^(0:(n - 1))))`: the variance of a mean of values of variance 1, times n."""
    every = [carried ** abs(a - b) for a in range(mornings) for b in range(mornings)]
    assert widened(mornings, carried) == pytest.approx(sum(every) / mornings)


@pytest.mark.parametrize(("z", "below"), [(0.11, 0.5438), (0.12, 0.5478), (0.44, 0.6700), (0.45, 0.6736)])
def test_the_normal_distribution_is_the_printed_table(z: float, below: float) -> None:
    assert round(NormalDist().cdf(z), 4) == below


def test_the_model_of_a_hundred_people_follows_from_the_table(library: Library) -> None:
    """(2 - 1) / 2.25 lies between 0.44 and 0.45, (2 - 1.7425) / 2.25 between 0.11 and 0.12: by the table
    between 32.6 and 33.0 of 100 without exercise, and between 45.2 and 45.6 with it."""
    found = of_a_hundred(library.reviews)
    assert (found.without, found.exercising, found.because_of_it) == (33, 45, 12)
