"""A change of a measure, weighed against its own error and the smallest change that matters.

"Changed" takes both: beyond the error, and at least as large as matters. One of the two is "possibly". A loss
beyond the error is "worse" even where nobody knows how much matters: a loss is told sooner than a gain.
"""

from dataclasses import dataclass
from math import hypot

from gradus.library.agreeing import singular
from gradus.library.library import Library
from gradus.library.types import Measure, ReviewRules, Threshold
from gradus.measures.adherence import WHOLE
from gradus.measures.intervals import half_width
from gradus.measures.mornings import DUST, WeekMean
from gradus.vocabulary.ids import MeasureId, RuleId
from gradus.vocabulary.reasons import Reason
from gradus.vocabulary.scales import Change, Side

SHOWN = 1
"""Decimals that a reader sees; the difference that is told is the difference of what is told."""

WORDS = {"pain_0_10": "of 10", "score_0_10": "of 10", "reps": "repetitions", "count": "", "N": "newtons"}
"""How a unit is read aloud, where that is not its own name."""

RULES = {
    Change.CHANGED: RuleId("changed-for-you"),
    Change.NOT_CHANGED: RuleId("not-changed"),
    Change.WORSE: RuleId("worse-than-before"),
    Change.UNKNOWN: RuleId("cannot-say"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class MeasureChange:
    """From the first value to the last, in the measure's unit. `amount` and `percent` (of the first value)
    are positive towards better; `percent` is None when the first value is 0, and on a scale that goes below
    0. `error` is how far the measure can be off, `matters` the smallest gain that most people call important;
    None where nobody knows."""

    measure: MeasureId
    verdict: Change
    first: float
    last: float
    amount: float
    percent: float | None
    error: float | None
    matters: float | None

    @property
    def beyond_error(self) -> bool:
        """Whether it is larger than the error."""
        return self.error is not None and abs(self.amount) > self.error


def change(measure: Measure, first: float, last: float, *, chance: float = 0.0) -> MeasureChange:
    """The change and what it may be called. Without a known error it is shown and called nothing. `chance` is
    how far the two values can differ by chance: a gain has to be beyond it too, where it is more than the
    error of the measure; a loss has not."""
    amount = round(last - first if measure.better == "higher" else first - last, DUST)
    error = _in_units(measure.mdc95, first)
    if error is not None and amount > 0:
        error = max(error, round(chance, DUST))
    bars = [bar for each in (measure.mic, measure.mic_percent) if (bar := _in_units(each, first)) is not None]
    matters = min(bars, default=None)
    return MeasureChange(
        measure=measure.id,
        verdict=_verdict(amount, error, matters),
        first=first,
        last=last,
        amount=amount,
        percent=None if first == 0 or measure.lowest < 0 else WHOLE * amount / abs(first),
        error=error,
        matters=matters,
    )


def change_of_weeks(
    library: Library, first: WeekMean | None, last: WeekMean | None, *, measure: MeasureId
) -> MeasureChange | None:
    """The change between two weeks of mornings; None when either has fewer mornings than a comparison
    needs. Few mornings, and mornings that go up and down, ask more of a gain."""
    rules = library.reviews
    if first is None or last is None or not (enough(first, rules) and enough(last, rules)):
        return None
    chance = hypot(half_width(first, rules), half_width(last, rules))
    return change(library.measures[measure], first.mean, last.mean, chance=chance)


def enough(week: WeekMean, rules: ReviewRules) -> bool:
    """Whether a week has the mornings that a comparison needs."""
    return week.mornings >= rules.fewest_mornings_a_week.value


def change_reason(
    library: Library, measure: Measure, change: MeasureChange, side: Side | None = None
) -> Reason:
    """The change in a sentence, absolute and in percent, with the error and with what matters."""
    return library.reason(
        RuleId("own-judgement") if measure.is_a_change else _rule(change),
        measure=title(measure, side),
        first=_number(change.first),
        last=_number(change.last),
        unit=unit_words(measure, change.last),
        moved=_moved(measure, change),
        error="" if change.error is None else _number(change.error),
        matters="" if change.matters is None else _number(change.matters),
    )


def _moved(measure: Measure, change: MeasureChange) -> str:
    """How far it moved and which way, absolute and in percent. The difference that is told is the difference
    of what is told."""
    amount = abs(round(change.last, SHOWN) - round(change.first, SHOWN))
    if not round(amount, SHOWN):
        return "no difference"
    way = "better by" if change.amount > 0 else "worse by"
    percent = "" if change.percent is None else f" ({abs(change.percent):.0f} percent)"
    return f"{'a difference of' if measure.better == 'neither' else way} {_number(amount)}{percent}"


def title(measure: Measure, side: Side | None) -> str:
    """The measure by name, with its side where it has one."""
    return measure.title if side is None else f"{measure.title}, {side}"


def unit_words(measure: Measure, number: float | None = None) -> str:
    """The unit in words as that number asks for it, with a space before it; empty where it needs none."""
    words = WORDS.get(measure.unit, measure.unit)
    if number is not None:
        words = singular(words, number)
    return f" {words}" if words else ""


def _rule(change: MeasureChange) -> RuleId:
    if change.verdict is not Change.POSSIBLY:
        return RULES[change.verdict]
    if change.amount < 0:
        return RuleId("possibly-worse")
    return RuleId("possibly-a-small-gain" if change.beyond_error else "possibly-changed")


def _verdict(amount: float, error: float | None, matters: float | None) -> Change:
    if error is None:
        return Change.UNKNOWN
    beyond = abs(amount) > error
    important = matters is not None and abs(amount) >= matters
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
