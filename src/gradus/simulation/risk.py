"""Flare days that are to be expected from overloads: what the dice would give on average.

Flares are rare and differ widely between people, so those that came in some hundred lives say little. The
chance that an overload makes is known in the model, and says the same with far less noise."""

from math import exp, log

from scipy.special import ndtr

from gradus.library.types.simulation import FlareModel

HALF_A_DAY = 0.5
"""A flare lasts whole days, from half a day on."""


def expected_days(days_at_risk: int, daily_hazard: float, flares: FlareModel) -> float:
    """The flare days that so many days soon after an overload add, beyond those that come by themselves."""
    ratio = flares.hazard_ratio.value
    more = exp(-daily_hazard) - exp(-daily_hazard * ratio)
    return days_at_risk * more * mean_length(flares)


def mean_length(flares: FlareModel) -> float:
    """The mean days of a flare."""
    longest, median, spread = int(flares.longest.value), flares.median_days.value, flares.log_spread.value
    lasts = (float(ndtr(-log((day + HALF_A_DAY) / median) / spread)) for day in range(1, longest))
    return 1.0 + sum(lasts)
