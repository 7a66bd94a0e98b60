"""Drawn people whose pain does not change: how often the interval holds their level, and a trend is told."""

from collections.abc import Iterator
from datetime import timedelta
from math import log, sqrt
from random import Random
from statistics import fmean

import pytest

from gradus.library.library import Library
from gradus.measures.intervals import interval, widened
from gradus.measures.mornings import WeekMean, by_day, weekly_mean
from gradus.measures.trend import trend
from gradus.record.facts import MorningCheckIn
from tests.build import START, Facts

PEOPLE = 2000
LEVEL = 5.0
SPREAD, UNEVEN = 1.2, 0.5
"""Within a week, and how far people differ in it (log-normal)."""


def drawn(dice: Random, carried: float, days: int, fall: float = 0.0) -> Iterator[int]:
    """Mornings of one person about a level of 5, as whole numbers from 0 to 10; `fall` in all."""
    width = log(1 + (UNEVEN / SPREAD) ** 2)
    spread = dice.lognormvariate(log(SPREAD) - width / 2, sqrt(width))
    off = dice.gauss(0, 1)
    for day in range(days):
        level = LEVEL - fall * day / days
        yield min(10, max(0, round(level + spread * off)))
        off = carried * off + sqrt(1 - carried**2) * dice.gauss(0, 1)


def weeks(pains: list[int], facts: Facts) -> list[WeekMean | None]:
    told = by_day(facts(MorningCheckIn, day, pain_0_10=pain) for day, pain in enumerate(pains))
    firsts = (START + timedelta(days=day) for day in range(0, len(pains), 7))
    return [weekly_mean(told, first, first + timedelta(days=6)) for first in firsts]


@pytest.mark.parametrize(("carried", "least"), [(0.0, 0.97), (0.3, 0.95), (0.5, 0.91)])
def test_the_interval_of_a_week_holds_the_level(library: Library, carried: float, least: float) -> None:
    dice, facts = Random(20261120), Facts()  # noqa: S311
    held = []
    for _ in range(PEOPLE):
        (week,) = weeks(list(drawn(dice, carried, 7)), facts)
        assert week is not None
        found = interval(week, library.reviews)
        held.append(found.low <= LEVEL <= found.high)
    assert fmean(held) >= least


@pytest.mark.parametrize(("carried", "most"), [(0.0, 0.05), (0.3, 0.065), (0.5, 0.085)])
@pytest.mark.parametrize("count", [4, 8])
def test_a_stable_person_is_seldom_told_of_a_trend(
    library: Library, carried: float, most: float, count: int
) -> None:
    dice, facts = Random(20261120), Facts()  # noqa: S311
    told = []
    for _ in range(PEOPLE // 4):
        found = trend(weeks(list(drawn(dice, carried, 7 * count)), facts), library.reviews)
        assert found is not None
        told.append(found.direction != "unclear")
    assert fmean(told) <= most


def test_a_fall_of_two_points_over_eight_weeks_is_found_in_most(library: Library) -> None:
    dice, facts = Random(20261120), Facts()  # noqa: S311
    found = []
    for _ in range(PEOPLE // 4):
        line = trend(weeks(list(drawn(dice, 0.3, 56, fall=2.0)), facts), library.reviews)
        assert line is not None
        assert line.direction != "rising"
        found.append(line.direction == "falling")
    assert fmean(found) > 0.5


def test_mornings_that_follow_each_other_widen_the_standard_error_as_the_measure_says() -> None:
    """From 0.45 to 0.71 for seven mornings with a spread of 1.2: the arithmetic of the measure's error."""
    assert round(SPREAD / sqrt(7), 2) == 0.45
    assert round(SPREAD * sqrt(widened(7, 0.5) / 7), 2) == 0.71
