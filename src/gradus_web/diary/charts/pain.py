"""Morning pain by week: its line, the band in which the usual level lies, and the change that matters."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import groupby

from django.utils.translation import gettext as _

from gradus.journey.review import Interval, Review, WeekMean
from gradus_web.diary.charts.drawing import (
    LEFT,
    RIGHT,
    WIDE,
    Drawing,
    bracketed,
    dot,
    line,
    short,
    spread,
    table_below,
    thinned,
    whisker,
)
from gradus_web.numbers import written

HIGH, TOP, FOOT = 216.0, 28.0, 36.0
MOST = 10
LONG = 150.0
"""How far the name of the mark reaches."""
GRID = (0, 2, 4, 6, 8, 10)


@dataclass(frozen=True, slots=True)
class Point:
    """A week as the table tells it."""

    week: int
    mean: str
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Chart:
    """The chart with its table. `level` is the mean of the start less the change that matters; None where
    there is none."""

    drawing: Drawing
    points: tuple[Point, ...]
    level: float | None
    mark_words: str


Told = tuple[int, WeekMean, Interval]


def pain_chart(found: Review, flared: Sequence[bool]) -> Chart | None:
    """The chart of a look back; None where no morning was told."""
    if not any(found.pain):
        return None
    many = len(found.pain)
    drawing, at = Drawing(HIGH, table_below(_("Morning pain by week, 0 to 10"))), spread(many)
    for each in GRID:
        drawing.mark("grid", f"M{short(LEFT)} {short(_y(each))}H{short(WIDE - RIGHT)}")
        drawing.word(LEFT - 6, _y(each) + 4, str(each), "end")
    weeks = [
        (nth, week, range_)
        for nth, (week, range_) in enumerate(zip(found.pain, found.ranges, strict=True))
        if week is not None and range_ is not None
    ]
    for _gap, run in groupby(weeks, key=lambda each: each[0] - weeks.index(each)):
        _drawn(drawing, list(run), at)
    level = _level(found)
    if level is not None:
        _marked(drawing, level, [(at(nth), _y(week.mean)) for nth, week, _ in weeks])
    for nth in thinned(many, at):
        drawing.word(at(nth), HIGH - FOOT + 17, str(nth + 1))
    drawing.word(WIDE / 2, HIGH - 3, _("weeks since the first plan"))
    bracketed(drawing, flared[:many], at, TOP - 10)
    nth, last, _range = weeks[-1]
    drawing.word(at(nth), _y(last.mean) - 10, written(last.mean, 1), look="said")
    gain = _("%(level)s: from here on the gain since week 1 matters to most people")
    return Chart(
        drawing=drawing,
        points=tuple(map(_point, range(1, many + 1), found.pain, found.ranges)),
        level=level,
        mark_words="" if level is None else gain % {"level": written(level, 1)},
    )


def _drawn(drawing: Drawing, run: Sequence[Told], at: Callable[[int], float]) -> None:
    """Weeks that follow each other: band, line and dots. A week alone has a bar for its band."""
    upper = [(at(nth), _y(range_.high)) for nth, _, range_ in run]
    lower = [(at(nth), _y(range_.low)) for nth, _, range_ in run]
    means = [(at(nth), _y(week.mean)) for nth, week, _ in run]
    if len(run) > 1:
        drawing.mark("band", line([*upper, *reversed(lower)]) + "z")
        drawing.mark("edge", line(upper) + line(lower))
        drawing.mark("line", line(means))
    else:
        drawing.mark("whisker", whisker(upper[0][0], lower[0][1], upper[0][1]))
    for x, y in means:
        drawing.mark("dot", dot(x, y))


def _marked(drawing: Drawing, level: float, means: Sequence[tuple[float, float]]) -> None:
    """The change that matters, with its name where the line of the means leaves most room for it."""
    y, words = _y(level), _("gain that matters")
    drawing.mark("dashed", f"M{short(LEFT)} {short(y)}H{short(WIDE - RIGHT)}")

    def room(place: tuple[bool, float]) -> float:
        at_end, height = place
        near = [abs(at - height) for x, at in means if (x > WIDE - LONG) == at_end or LONG < x < WIDE - LONG]
        return min(near, default=HIGH)

    below = y + 15 if y + 15 < HIGH - FOOT else y - 7
    at_end, height = max(((end, at) for end in (False, True) for at in (y - 7, below)), key=room)
    drawing.word(WIDE - RIGHT if at_end else LEFT + 2, height, words, "end" if at_end else "start", "said")


def _level(found: Review) -> float | None:
    change = found.pain_change
    if change is None or change.matters is None or change.first <= change.matters:
        return None
    return change.first - change.matters


def _point(week: int, mean: WeekMean | None, range_: Interval | None) -> Point:
    if mean is None or range_ is None:
        return Point(week, "", _("no mornings told"))
    told = {"low": written(range_.low, 1), "high": written(range_.high, 1), "mornings": mean.mornings}
    return Point(week, written(mean.mean, 1), _("%(low)s to %(high)s, %(mornings)d of 7 mornings") % told)


def _y(pain: float) -> float:
    return TOP + (HIGH - TOP - FOOT) * (1 - pain / MOST)
