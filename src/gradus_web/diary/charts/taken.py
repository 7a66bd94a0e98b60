"""A test over the weeks: each result with its bar, left and right apart in shape, line and word."""

from collections.abc import Callable, Sequence
from datetime import date

from django.utils.translation import gettext as _

from gradus.journey.taken import Taken
from gradus.library.types import Measure
from gradus.record.facts import TestResult
from gradus.vocabulary.scales import Side
from gradus.vocabulary.week import WEEK
from gradus_web.diary.charts.drawing import Drawing, dot, line, short, square, table_below, whisker
from gradus_web.diary.names import SIDES
from gradus_web.numbers import written

WIDE, HIGH = 300.0, 112.0
LEFT, RIGHT, TOP, FOOT = 34.0, 34.0, 24.0, 40.0
APART = 5.0
"""How far left and right stand beside each other."""

PART = 0.4
"""How much of a range is shown at least where the error is not known, so that little looks little."""

Place = Callable[[TestResult], float]
Over = Callable[[Taken, bool], bool]


def taken_chart(measure: Measure, series: Sequence[Taken], began: date, day: date) -> Drawing:
    """The results of one measure, of both sides where it has them."""
    says = _("%(measure)s over the weeks") % {"measure": measure.title}
    drawing = Drawing(HIGH, table_below(says), WIDE)
    base = HIGH - FOOT
    drawing.mark("grid", f"M{short(LEFT - 14)} {short(base + 8)}H{short(WIDE - RIGHT + 14)}")
    first = min(began, *(each.results[0].day for each in series))
    span = max((day - first).days, 1)
    y = _scale(measure, series, TOP, base)
    for each in series:
        shift = 0.0 if each.side is None else (-APART if each.side is Side.LEFT else APART)

        def x(result: TestResult, shift: float = shift) -> float:
            return LEFT + (WIDE - LEFT - RIGHT) * (result.day - first).days / span + shift

        _series(drawing, each, x, y, _over(series))
    reached = -WIDE
    for when in sorted({result.day for each in series for result in each.results}):
        at = LEFT + (WIDE - LEFT - RIGHT) * (when - first).days / span
        if at - reached > 2 * LEFT - 6:
            drawing.word(at, HIGH - 8, _when(when, began))
            reached = at
    return drawing


def _when(when: date, began: date) -> str:
    if when < began:
        return _("before")
    return _("week %(week)d") % {"week": (when - began).days // WEEK + 1}


def _series(drawing: Drawing, taken: Taken, x: Place, y: Callable[[float], float], over: Over) -> None:
    """One series. Of a single one each result is told, of two sides the first and the last of each."""
    right, bar, last = taken.side is Side.RIGHT, taken.bar or 0.0, taken.results[-1]
    drawing.mark("line second" if right else "line", line((x(each), y(each.value)) for each in taken.results))
    for each in taken.results:
        if bar:
            drawing.mark("whisker", whisker(x(each), y(each.value - bar), y(each.value + bar)))
        drawing.mark("dot" if right else "full", (square if right else dot)(x(each), y(each.value), 4))
        if taken.side is None:
            drawing.word(x(each), y(each.value + bar) - 8, written(each.value), look="said")
        elif each in (taken.results[0], last):
            place = y(each.value + bar) - 8 if over(taken, each is last) else y(each.value - bar) + 17
            if each is last:
                drawing.word(x(each) + 14, place, f"{SIDES[taken.side]} {written(each.value)}", "end", "said")
            else:
                drawing.word(x(each), place, written(each.value), look="said")


def _over(series: Sequence[Taken]) -> Over:
    """Whether the words of a side stand over it, at the first result or the last: those of the higher one do,
    so that they do not meet those of the other."""

    def over(taken: Taken, at_end: bool) -> bool:
        nth = -1 if at_end else 0
        return taken is max(series, key=lambda each: each.results[nth].value)

    return over


def _scale(measure: Measure, series: Sequence[Taken], top: float, base: float) -> Callable[[float], float]:
    """Where a value stands. With bars the height is from the lowest to the highest of them; without, nothing
    says how much a difference is, and the height is that of a good part of the measure's range."""
    bars = [each.bar for each in series if each.bar]
    values = [result.value for each in series for result in each.results]
    if bars:
        low, high = min(values) - max(bars), max(values) + max(bars)
    else:
        part = PART * (measure.highest - measure.lowest)
        low, high = min(0.0, *values), max(part, *values)
        low = -max(high, -low) if low < 0 else 0.0
    return lambda value: base - (base - top) * (value - low) / (high - low)
