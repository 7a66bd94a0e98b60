"""How far the mean of a week can be trusted."""

from dataclasses import dataclass
from math import sqrt

from gradus.library.types import ReviewRules
from gradus.measures.mornings import WeekMean
from gradus.measures.student import MANY, TWO, t_95

LOWEST = 0.0
HIGHEST = 10.0
"""The ends of the scale of pain."""


@dataclass(frozen=True, slots=True)
class Interval:
    """Where the usual level of a week probably lies, 95 percent, on the scale from 0 to 10. `own` says that
    it is made from the week's own mornings; otherwise there were too few, and it stands on how far pain moves
    in other people."""

    low: float
    high: float
    own: bool


def interval(week: WeekMean, rules: ReviewRules) -> Interval:
    """The interval of a week's mean, cut where the scale ends."""
    half = half_width(week, rules)
    return Interval(max(LOWEST, week.mean - half), min(HIGHEST, week.mean + half), _own(week, rules))


def half_width(week: WeekMean, rules: ReviewRules) -> float:
    """How far the interval of a week's mean reaches to each side: t · s · √(c / n) for n mornings.

    With mornings enough, s is their own standard deviation, not below what whole numbers leave open, and t
    is Student's at n - 1 degrees of freedom. With fewer, s is the usual spread within a week (Pagé and others
    2022) and t that of the normal distribution. c = 1 + 2 · Σ (1 - k/n) · r^k, for k from 1 to n - 1, widens
    it because mornings follow each other (Bartlett 1946), with r of a departure carried over to the next
    morning. Drawn stable people have their level inside in 96 to 99 of 100 weeks at r 0 to 0.3, and in
    92 at 0.5; tests/unit/measures/test_intervals.py draws them."""
    if _own(week, rules):
        spread = max(week.spread or 0.0, rules.smallest_spread.value, 0.0)
        t = t_95(week.mornings - 1)
    else:
        spread, t = rules.usual_spread.value, t_95(MANY)
    return t * spread * sqrt(widened(week.mornings, rules.carried_over.value) / week.mornings)


def _own(week: WeekMean, rules: ReviewRules) -> bool:
    """Whether the week has mornings enough to tell its own spread."""
    return week.spread is not None and week.mornings >= rules.fewest_mornings_a_week.value


def widened(mornings: int, carried: float) -> float:
    """How many times larger the variance of a mean is than that of as many independent mornings. Mornings
    that were left out are passed over, as if the others followed each other: that is never narrower."""
    return 1 + TWO * sum((1 - back / mornings) * carried**back for back in range(1, mornings))
