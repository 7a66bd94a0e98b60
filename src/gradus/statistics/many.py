"""The same test of many studies at once: the leading axes of every array are studies, the last one people.

Every test is held to R's numbers in `tests/golden/test_many_studies.py`.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import inf, sqrt

import numpy as np
from numpy.typing import NDArray
from scipy.special import ndtr, ndtri, stdtr, stdtrit

Numbers = NDArray[np.float64]
Marks = NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Compared:
    """What was estimated in each study, with its standard error. `freedom` is that of t, infinite for a test
    that goes by the normal distribution."""

    value: Numbers
    error: Numbers
    freedom: float

    @property
    def chance(self) -> Numbers:
        """How often chance alone makes a difference as large, to either side (the p-value)."""
        size = -np.abs(self.value / self.error)
        below = ndtr(size) if self.freedom == inf else stdtr(self.freedom, size)
        return np.asarray(2 * below)

    def found(self, level: float) -> Marks:
        """Which studies find a difference, to either side: chance makes it less often than this."""
        line = -float(ndtri(level / 2) if self.freedom == inf else stdtrit(self.freedom, level / 2))
        return np.asarray(np.abs(self.value) > line * self.error)

    def found_towards(self, level: float, *, up: bool) -> Marks:
        """Which studies find a difference to this side, by the test to either side."""
        return self.found(level) & ((self.value > 0) if up else (self.value < 0))


def one_mean(values: Numbers) -> Compared:
    """The mean of each study's values against 0, as R's `t.test(values)`."""
    count = values.shape[-1]
    return Compared(values.mean(-1), values.std(-1, ddof=1) / sqrt(count), count - 1)


def adjusted(before: Sequence[Numbers], after: Sequence[Numbers], weights: Sequence[float]) -> Compared:
    """A contrast of arms, allowing for the value before: analysis of covariance with one slope, as R's
    `lm(after ~ arm + before)`. Arms have values of shape (..., people); the weights sum to 0."""
    cross = inside = total = np.zeros(1)
    middle = shift = np.zeros(1)
    freedom, parts = -len(before) - 1, 0.0
    for first, last, weight in zip(before, after, weights, strict=True):
        x, y = (each - each.mean(-1, keepdims=True) for each in (first, last))
        inside = inside + np.einsum("...i,...i", x, x)
        cross = cross + np.einsum("...i,...i", x, y)
        total = total + np.einsum("...i,...i", y, y)
        middle = middle + weight * last.mean(-1)
        shift = shift + weight * first.mean(-1)
        freedom += first.shape[-1]
        parts += weight * weight / first.shape[-1]
    slope = cross / inside
    spread = (total - slope * cross) / freedom
    return Compared(middle - slope * shift, np.sqrt(spread * (parts + shift * shift / inside)), freedom)


def slopes(values: Numbers) -> Compared:
    """The mean slope a visit of each study, from values of shape (..., people, visits) with none missing:
    what generalised estimating equations give for an arm with its own line, whether the working correlation
    is none or exchangeable, with the robust variance (as geepack's). `tests/unit/statistics` shows that."""
    visits = values.shape[-1]
    at = np.arange(visits) - (visits - 1) / 2
    each = values @ at / float(at @ at)
    count = each.shape[-1]
    return Compared(each.mean(-1), each.std(-1) / sqrt(count), inf)


def difference(one: Compared, other: Compared) -> Compared:
    """What the first has more than the second, of independent people, by the normal distribution."""
    return Compared(one.value - other.value, np.hypot(one.error, other.error), inf)
