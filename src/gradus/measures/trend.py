"""Where morning pain is going, and how sure that is."""

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import fmean
from typing import Literal

from gradus.library.library import Library
from gradus.library.types import ReviewRules
from gradus.measures.change import SHOWN, enough
from gradus.measures.line import line
from gradus.measures.mornings import DUST, WeekMean
from gradus.measures.student import TWO
from gradus.vocabulary.ids import RuleId
from gradus.vocabulary.reasons import Reason

Direction = Literal["falling", "rising", "unclear"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Trend:
    """A straight line through the weeks' means. `moved` is how far it goes from the first of its `weeks` to
    the last, in points of 10, less pain being negative; `low` and `high` hold it with 95 percent. Falling and
    rising are said only when both ends lie on one side of 0."""

    direction: Direction
    moved: float
    low: float
    high: float
    weeks: int


def trend(pain: Sequence[WeekMean | None], rules: ReviewRules) -> Trend | None:
    """The line of least squares through the latest weeks that have mornings enough; None through too few.

    The interval is Student's, at two degrees of freedom fewer than there are weeks, from how far the weeks
    lie off the line, but not from less than their mornings alone would scatter them: weeks that lie on a line
    by chance prove nothing. Weeks that were left out are passed over and keep their place in time."""
    first = max(0, len(pain) - int(rules.trend_looks_back.value))
    told = [(nth, week) for nth, week in enumerate(pain[first:], first) if _counts(week, rules)]
    if len(told) < max(rules.fewest_weeks_for_a_trend.value, TWO + 1):
        return None
    weeks = [week for _, week in told if week is not None]
    fitted = line([nth for nth, _ in told], [week.mean for week in weeks])
    slope = fitted.slope
    half = fitted.half_width(least_variance=fmean(_chance(week, rules) for week in weeks))
    length = told[-1][0] - told[0][0]
    low, high = (round(end * length, DUST) for end in (slope - half, slope + half))
    return Trend(
        direction="falling" if high < 0 else "rising" if low > 0 else "unclear",
        moved=round(slope * length, DUST),
        low=low,
        high=high,
        weeks=length + 1,
    )


def trend_reason(library: Library, found: Trend) -> Reason:
    """The trend in a sentence that says how sure it is."""
    ends = sorted((abs(found.low), abs(found.high)))
    return library.reason(
        RuleId(f"trend-{found.direction}"),
        weeks=found.weeks,
        amount=_number(abs(found.moved)),
        least=_number(ends[0]),
        most=_number(ends[1]),
        fall=_number(max(0.0, -found.low)),
        rise=_number(max(0.0, found.high)),
    )


def _counts(week: WeekMean | None, rules: ReviewRules) -> bool:
    return week is not None and enough(week, rules)


def _chance(week: WeekMean, rules: ReviewRules) -> float:
    """The variance that a week's mean has from its mornings alone."""
    spread = max(week.spread or 0.0, rules.smallest_spread.value, 0.0)
    return spread**TWO / week.mornings


def _number(value: float) -> str:
    return f"{round(value, SHOWN):g}"
