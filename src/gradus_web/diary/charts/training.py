"""What was done, week by week: sessions as dots, sets, kilograms and minutes as columns."""

from collections.abc import Callable, Sequence

from django.utils.translation import gettext as _

from gradus.journey.weekly import TrainingWeek
from gradus_web.diary.charts.drawing import (
    WIDE,
    Drawing,
    box,
    bracketed,
    diamond,
    dot,
    short,
    spread,
    table_below,
    thinned,
)

ROW = 17.0
EDGE = 12.0
TOP, FOOT = 26.0, 22.0
COLUMNS = 84.0
THICK = 0.62
"""How much of its place a column fills."""


def kept_chart(weeks: Sequence[TrainingWeek]) -> Drawing:
    """A dot for each session: full when done, a ring when planned and not done, a diamond beyond the plan."""
    rows = max(1, *(max(each.sessions.done, each.sessions.planned) for each in weeks))
    high = TOP + ROW * rows + FOOT
    drawing, at = Drawing(high, table_below(_("Sessions by week"))), _places(weeks)
    drawing.mark("grid", f"M{short(EDGE)} {short(high - FOOT + 2)}H{short(WIDE - EDGE)}")
    for nth, each in enumerate(weeks):
        done, planned = each.sessions.done, each.sessions.planned
        for row in range(max(done, planned)):
            x, y = at(nth), high - FOOT - ROW * row - ROW / 2
            if row >= planned:
                drawing.mark("full", diamond(x, y, _size(weeks, 6)))
            elif row < done:
                drawing.mark("full", dot(x, y, _size(weeks, 6)))
            else:
                drawing.mark("dot", dot(x, y, _size(weeks, 5.5)))
    _weeks(drawing, weeks, at)
    bracketed(drawing, [each.flared for each in weeks], at, TOP - 8)
    return drawing


def columns(weeks: Sequence[TrainingWeek], of: Callable[[TrainingWeek], float], says: str) -> Drawing:
    """A column for each week, with its number where there is room for it."""
    drawing, at = Drawing(COLUMNS + TOP + FOOT, says), _places(weeks)
    most, base = max(of(each) for each in weeks), COLUMNS + TOP
    drawing.mark("grid", f"M{short(EDGE)} {short(base)}H{short(WIDE - EDGE)}")
    wide = THICK * (at(1) - at(0) if len(weeks) > 1 else ROW * 2)
    said = thinned(len(weeks), at, max(len(f"{most:.0f}") * 8.5, 1))
    for nth, each in enumerate(weeks):
        if value := of(each):
            top = base - COLUMNS * value / most
            drawing.mark("column", box(at(nth), top, min(wide, ROW * 2), base))
            if nth in said:
                drawing.word(at(nth), top - 5, f"{value:.0f}", look="said")
    _weeks(drawing, weeks, at)
    return drawing


def _places(weeks: Sequence[TrainingWeek]) -> Callable[[int], float]:
    return spread(len(weeks), EDGE + 12, WIDE - EDGE - 12)


def _size(weeks: Sequence[TrainingWeek], most: float) -> float:
    """How large a dot may be, so that neighbours do not touch."""
    return min(most, round((WIDE - 2 * EDGE) / len(weeks) / 2.4, 1))


def _weeks(drawing: Drawing, weeks: Sequence[TrainingWeek], at: Callable[[int], float]) -> None:
    for nth in thinned(len(weeks), at):
        drawing.word(at(nth), drawing.height - 5, str(weeks[nth].nth))
