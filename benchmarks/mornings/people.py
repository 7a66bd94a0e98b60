"""Drawn people who answer each morning: stable ones, and the same ones with a rise that lasts.

Nothing here is anybody's record. What the figures rest on stands in docs/morning-test.md.
"""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from gradus.vocabulary.week import WEEK

Days = NDArray[np.int8]
"""Pain 0 to 10, one row a person, one column a day."""
Marks = NDArray[np.bool_]
Reals = NDArray[np.float64]

WATCHED = 28
SPREAD_MEAN, SPREAD_SD = 1.2, 0.5
"""Of each person's own standard deviation of morning pain, drawn lognormal; in points of 0 to 10."""
LEVEL_MEAN, LEVEL_SD = 4.0, 2.0
LOWEST_LEVEL, HIGHEST_LEVEL = 0.0, 8.0
"""A person's mean level is drawn normal, and again while it is outside these: a rise of 2 has room."""
EVERY_DAY = tuple(range(WEEK))
THREE_A_WEEK = (0, 2, 4)


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """What one cell of a table supposes.

    `rho` is the correlation of one morning with the next, `missing` the share of mornings not told, `bounds`
    whether pain ends at 0 and 10. `spread` is one standard deviation for everybody instead of drawn ones;
    `spread_is_weekly` says that a drawn one is that within a week, not over all time. `run_in` are the days
    told before the 28 that are watched; `asked` the days of the week on which the rule is asked. `drift` are
    the points by which pain goes up in 28 days, evenly; below 0 it goes down. A rise of `rise` points counts
    as found within `within` days, its first included.
    """

    rho: float
    missing: float = 0.0
    bounds: bool = True
    spread: float | None = None
    spread_is_weekly: bool = False
    run_in: int = 28
    asked: tuple[int, ...] = EVERY_DAY
    rise: float = 2.0
    within: int = WEEK
    drift: float = 0.0

    @property
    def days(self) -> int:
        """All days that are drawn."""
        return self.run_in + WATCHED


@dataclass(frozen=True, slots=True, kw_only=True)
class Lives:
    """Drawn people: what they tell while stable, what they tell with the rise, which mornings are told at
    all, and the day on which the rise begins."""

    stable: Days
    risen: Days
    told: Marks
    rise_day: NDArray[np.int64]


def draw(setting: Setting, people: int, seed: tuple[int, ...]) -> Lives:
    """So many people, the same for the same seed. The rise is added to the same pain on the same mornings; it
    begins on a day of the 28 that leaves the days to find it."""
    dice = np.random.default_rng(seed)
    spread = spreads(dice, people) if setting.spread is None else np.full(people, setting.spread)
    if setting.spread_is_weekly:
        spread = spread / np.sqrt(1 - _likeness_in_a_week(setting.rho))
    felt = levels(dice, people)[:, None] + spread[:, None] * _noise(dice, setting, people)
    felt += setting.drift * (np.arange(setting.days) - setting.days / 2) / WATCHED
    begins = dice.integers(setting.run_in, setting.days - setting.within + 1, people)
    told = dice.random(felt.shape) >= setting.missing
    later = np.arange(setting.days) >= begins[:, None]
    says = answered if setting.bounds else _without_bounds
    return Lives(stable=says(felt), risen=says(felt + setting.rise * later), told=told, rise_day=begins)


def answered(felt: Reals) -> Days:
    """The whole number that is told for what is felt, 0 to 10."""
    return np.clip(np.rint(felt), 0, 10).astype(np.int8)


def spreads(dice: np.random.Generator, people: int) -> Reals:
    """Each person's own standard deviation."""
    wide = np.log1p((SPREAD_SD / SPREAD_MEAN) ** 2)
    return dice.lognormal(np.log(SPREAD_MEAN) - wide / 2, np.sqrt(wide), people)


def levels(dice: np.random.Generator, people: int) -> Reals:
    """Each person's own mean level."""
    return _again_while(
        lambda many: dice.normal(LEVEL_MEAN, LEVEL_SD, many),
        lambda level: (level < LOWEST_LEVEL) | (level > HIGHEST_LEVEL),
        people,
    )


def _again_while(once: Callable[[int], Reals], out: Callable[[Reals], Marks], people: int) -> Reals:
    found = once(people)
    while (wrong := out(found)).any():
        found[wrong] = once(int(wrong.sum()))
    return found


def _noise(dice: np.random.Generator, setting: Setting, people: int) -> Reals:
    """Of mean 0 and variance 1 on every day, each day correlated with the one before."""
    fresh = dice.standard_normal((people, setting.days))
    noise = fresh.copy()
    kept, new = setting.rho, np.sqrt(1 - setting.rho**2)
    for day in range(1, setting.days):
        noise[:, day] = kept * noise[:, day - 1] + new * fresh[:, day]
    return noise


def _without_bounds(felt: Reals) -> Days:
    return np.rint(felt).astype(np.int8)


def _likeness_in_a_week(rho: float) -> float:
    """The mean correlation of two different days of one week."""
    apart = np.arange(1, WEEK)
    return float((2 * (WEEK - apart) * rho**apart).sum() / (WEEK * (WEEK - 1)))
