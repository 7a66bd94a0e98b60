"""What the person can do again, as flags over the weeks. They stand alone."""

from collections.abc import Sequence
from datetime import date

from django.utils.translation import gettext as _

from gradus.vocabulary.week import WEEK
from gradus_web.diary.charts.drawing import WIDE, Drawing, short, spread, thinned

HIGH, EDGE, POLE, FOOT = 84.0, 14.0, 34.0, 22.0
CLOSE = 22.0
LEVELS = 2


def milestone_chart(reached: Sequence[date], began: date, day: date) -> Drawing:
    """A flag with its number for each day, in the order of the days; of two that lie close one stands
    higher."""
    drawing = Drawing(HIGH, _("Milestones over the weeks; the same days stand in the list below"))
    base = HIGH - FOOT
    drawing.mark("grid", f"M{short(EDGE)} {short(base)}H{short(WIDE - EDGE)}")
    weeks = (day - began).days // WEEK + 1
    at = spread(weeks, EDGE + 12, WIDE - EDGE - 12)
    for nth in thinned(weeks, at):
        drawing.word(at(nth), HIGH - 5, str(nth + 1))
    last, level = -WIDE, 0
    for nth, when in enumerate(reached, 1):
        x = at(0) + (at(weeks - 1) - at(0)) * max((when - began).days, 0) / max((day - began).days, 1)
        level = (level + 1) % LEVELS if x - last < CLOSE else 0
        last, top = x, base - POLE - level * CLOSE
        drawing.mark("whisker", f"M{short(x)} {short(base)}V{short(top)}")
        drawing.mark("full", f"M{short(x)} {short(top)}l15 6l-15 6z")
        drawing.word(x - 3, top + 10, str(nth), "end", "said")
    return drawing
