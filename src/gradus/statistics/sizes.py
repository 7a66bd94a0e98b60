"""How many people a comparison needs, and how often it finds what is there."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil, sqrt

from scipy.special import nctdtr, stdtrit

ENOUGH = 1e-9
FEWEST = 2.0


@dataclass(frozen=True, slots=True)
class Comparison:
    """A contrast of arms of equal size: how large it is, the spread of one person's value around what the
    analysis expects, the weight of each arm, and how many values before are allowed for."""

    size: float
    spread: float
    weights: Sequence[float]
    covariates: int = 0


def power(asked: Comparison, people: float, level: float = 0.05) -> float:
    """The share of studies with so many people an arm that find the difference, to its side, by the test to
    either side: as R's `power.t.test` for two arms."""
    freedom = len(asked.weights) * people - len(asked.weights) - asked.covariates
    error = asked.spread * sqrt(sum(each * each for each in asked.weights) / people)
    line = float(stdtrit(freedom, 1 - level / 2))
    return 1 - float(nctdtr(freedom, abs(asked.size) / error, line))


def people_needed(asked: Comparison, share: float, level: float = 0.05) -> float:
    """How many people an arm find the difference in this share of studies, not rounded. Raises ValueError
    where there is no difference to be found."""
    if asked.size == 0:
        raise ValueError("no difference, no size that would find it")
    low, high = FEWEST, 2 * FEWEST
    while power(asked, high, level) < share:
        low, high = high, 2 * high
    while high - low > ENOUGH * high:
        middle = (low + high) / 2
        low, high = (low, middle) if power(asked, middle, level) >= share else (middle, high)
    return high


def whole(people: float) -> int:
    """As many people as there can be: the next whole number."""
    return ceil(people - ENOUGH)
