"""Means, differences and shares with 95 percent intervals.

Every estimator is held to R's numbers in `tests/golden/test_statistics.py`.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import sqrt

import numpy as np
from numpy.typing import NDArray
from scipy.special import ndtri, stdtrit

TAIL = 0.975
Z = float(ndtri(TAIL))


@dataclass(frozen=True, slots=True)
class Estimate:
    """A value with its 95 percent interval and the number of observations behind it."""

    value: float
    low: float
    high: float
    count: int

    @property
    def excludes_zero(self) -> bool:
        """Whether the interval leaves zero out."""
        return self.low > 0 or self.high < 0

    def times(self, factor: float) -> "Estimate":
        """The same in another unit; the factor is above 0."""
        return Estimate(self.value * factor, self.low * factor, self.high * factor, self.count)


def mean(values: Sequence[float]) -> Estimate:
    """The mean with Student's interval, as R's `t.test(values)`. Needs two values or more."""
    found = _numbers(values)
    _enough(len(found), 2)
    half = _t(len(found) - 1) * float(found.std(ddof=1)) / sqrt(len(found))
    middle = float(found.mean())
    return Estimate(middle, middle - half, middle + half, len(found))


def paired_difference(one: Sequence[float], other: Sequence[float]) -> Estimate:
    """The mean of `one` minus `other`, pair by pair, as R's `t.test(one, other, paired = TRUE)`."""
    if len(one) != len(other):
        raise ValueError(f"{len(one)} and {len(other)} values make no pairs")
    return mean(list(_numbers(one) - _numbers(other)))


def difference(one: Sequence[float], other: Sequence[float]) -> Estimate:
    """The mean of `one` minus that of `other`, independent groups of unequal variance, as R's
    `t.test(one, other)` (Welch 1947)."""
    first, second = _numbers(one), _numbers(other)
    _enough(min(len(first), len(second)), 2)
    a, b = float(first.var(ddof=1)) / len(first), float(second.var(ddof=1)) / len(second)
    middle = float(first.mean() - second.mean())
    count = len(first) + len(second)
    if a + b == 0:
        return Estimate(middle, middle, middle, count)
    freedom = (a + b) ** 2 / (a**2 / (len(first) - 1) + b**2 / (len(second) - 1))
    half = _t(freedom) * sqrt(a + b)
    return Estimate(middle, middle - half, middle + half, count)


def share(hits: int, count: int) -> Estimate:
    """A proportion with Wilson's interval (1927), as R's `prop.test(hits, count, correct = FALSE)`."""
    _enough(count, 1)
    if not 0 <= hits <= count:
        raise ValueError(f"{hits} of {count} is no share")
    found = hits / count
    squared = Z * Z
    middle = (found + squared / (2 * count)) / (1 + squared / count)
    half = Z * sqrt(found * (1 - found) / count + squared / (4 * count * count)) / (1 + squared / count)
    return Estimate(found, max(0.0, middle - half), min(1.0, middle + half), count)


def difference_of_shares(one: tuple[int, int], other: tuple[int, int]) -> Estimate:
    """The first share minus the second, each as hits and count, with Newcombe's hybrid interval (1998, method
    10, without correction)."""
    first, second = share(*one), share(*other)
    value = first.value - second.value
    low = value - sqrt((first.value - first.low) ** 2 + (second.high - second.value) ** 2)
    high = value + sqrt((first.high - first.value) ** 2 + (second.value - second.low) ** 2)
    return Estimate(value, low, high, first.count + second.count)


def _numbers(values: Sequence[float]) -> NDArray[np.float64]:
    return np.asarray(values, dtype=np.float64)


def _t(freedom: float) -> float:
    return float(stdtrit(freedom, TAIL))


def _enough(count: int, needed: int) -> None:
    if count < needed:
        raise ValueError(f"{count} values; at least {needed} are needed")
