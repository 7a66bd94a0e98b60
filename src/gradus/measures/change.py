"""A change of a measure, weighed against its own error and the smallest change that matters.

"Changed" takes both: beyond the error, and at least as large as matters. One of the two is "possibly". A loss
beyond the error is "worse" even where nobody knows how much matters: a loss is told sooner than a gain.
"""

from dataclasses import dataclass

from gradus.library.library import Library
from gradus.library.types import Measure, ReviewRules, Threshold
from gradus.measures.adherence import WHOLE
from gradus.measures.mornings import DUST, WeekMean
from gradus.vocabulary.ids import MeasureId, RuleId
from gradus.vocabulary.reasons import Reason
from gradus.vocabulary.scales import Change

SHOWN = 1
"""Decimals that a reader sees; the difference that is told is the difference of what is told."""

WORDS = {"pain_0_10": "of 10", "score_0_10": "of 10", "reps": "repetitions", "count": "", "N": "newtons"}
"""How a unit is read aloud, where that is not its own name."""

RULES = {
    Change.CHANGED: RuleId("changed-for-you"),
    Change.POSSIBLY: RuleId("possibly-changed"),
    Change.NOT_CHANGED: RuleId("not-changed"),
    Change.WORSE: RuleId("worse-than-before"),
    Change.UNKNOWN: RuleId("cannot-say"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class MeasureChange:
    """From the first value to the last, in the measure's unit. `amount` and `percent` (of the first value)
    are positive towards better; `percent` is None when the first value is 0."""

    measure: MeasureId
    verdict: Change
    first: float
    last: float
    amount: float
    percent: float | None


def change(measure: Measure, first: float, last: float) -> MeasureChange:
    """The change and what it may be called. Without a known error it is shown and called nothing."""
    amount = round(last - first if measure.better == "higher" else first - last, DUST)
    return MeasureChange(
        measure=measure.id,
        verdict=_verdict(measure, first, amount),
        first=first,
        last=last,
        amount=amount,
        percent=None if first == 0 else WHOLE * amount / abs(first),
    )


def change_of_weeks(
    library: Library, first: WeekMean | None, last: WeekMean | None, *, measure: MeasureId
) -> MeasureChange | None:
    """The change between two weeks of mornings; None when either has fewer mornings than a comparison
    needs."""
    if (
        first is None
        or last is None
        or not (enough(first, library.reviews) and enough(last, library.reviews))
    ):
        return None
    return change(library.measures[measure], first.mean, last.mean)


def enough(week: WeekMean, rules: ReviewRules) -> bool:
    """Whether a week has the mornings that a comparison needs."""
    return week.mornings >= rules.fewest_mornings_a_week.value


def change_reason(library: Library, measure: Measure, change: MeasureChange) -> Reason:
    """The change in a sentence, absolute and in percent."""
    loss_that_may_matter = change.verdict is Change.POSSIBLY and change.amount < 0
    return library.reason(
        RuleId("possibly-worse") if loss_that_may_matter else RULES[change.verdict],
        measure=measure.title,
        first=_number(change.first),
        last=_number(change.last),
        unit=unit_words(measure),
        amount=_number(abs(round(change.last, SHOWN) - round(change.first, SHOWN))),
        percent="" if change.percent is None else f" ({abs(change.percent):.0f} percent)",
    )


def unit_words(measure: Measure) -> str:
    """The unit in words, with a space before it; empty where a number needs none."""
    words = WORDS.get(measure.unit, measure.unit)
    return f" {words}" if words else ""


def _verdict(measure: Measure, first: float, amount: float) -> Change:
    error = _in_units(measure.mdc95, first)
    if error is None:
        return Change.UNKNOWN
    size = abs(amount)
    matters = [
        bar for each in (measure.mic, measure.mic_percent) if (bar := _in_units(each, first)) is not None
    ]
    beyond = size > error
    important = any(size >= bar for bar in matters)
    if beyond and amount < 0:
        return Change.WORSE
    if beyond and important:
        return Change.CHANGED
    return Change.POSSIBLY if beyond or important else Change.NOT_CHANGED


def _in_units(threshold: Threshold | None, first: float) -> float | None:
    """A threshold in the measure's unit; of a percentage, that share of the first value, which 0 has not."""
    if threshold is None or (threshold.unit == "percent" and first == 0):
        return None
    if threshold.unit == "percent":
        return round(threshold.value / WHOLE * abs(first), DUST)
    return threshold.value


def _number(value: float) -> str:
    return f"{round(value, SHOWN):g}"
