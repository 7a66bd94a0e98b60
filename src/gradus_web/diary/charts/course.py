"""An exercise from session to session: what was asked as a line, what was done as marks whose shape tells the
step, and pain during it in a panel of its own."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext

from gradus.journey.course import Showing, Stretch
from gradus.vocabulary.pounds import POUNDS, pounds_shown
from gradus.vocabulary.scales import DoseKind, Step
from gradus_web.diary.charts.drawing import (
    LEFT,
    RIGHT,
    WIDE,
    Drawing,
    cross,
    diamond,
    dot,
    down,
    line,
    short,
    spread,
    table_below,
    up,
)
from gradus_web.diary.names import Names
from gradus_web.numbers import written

SHAPES: dict[Step, Callable[[float, float], str]] = {
    Step.START: diamond,
    Step.PROGRESS: up,
    Step.HOLD: dot,
    Step.REGRESS: down,
    Step.SWAP: diamond,
    Step.DELOAD: down,
    Step.PAUSE: dot,
    Step.STOP_AND_SCREEN: dot,
}
IN_A_SESSION = Names(
    {
        DoseKind.REPS: gettext_lazy("repetitions in a session"),
        DoseKind.TIME: gettext_lazy("seconds in a session"),
        DoseKind.DISTANCE: gettext_lazy("metres in a session"),
    }
)
HEAD, PANEL, PAIN, GAP, FOOT = 34.0, 92.0, 52.0, 42.0, 24.0
ROOM = 1.18
"""How far above its highest value a panel reaches."""
CLOSE = 15.0
WORST = 10
SMALL, FLAT = 84.0, 34.0


@dataclass(frozen=True, slots=True)
class Panel:
    """One quantity: its name, what was asked and what was done at each showing."""

    title: str
    asked: Sequence[float]
    done: Sequence[float | None]


def course_chart(course: Sequence[Showing], stretches: Sequence[Stretch], unit: str | None) -> Drawing:
    """The chart: kilograms where there are any, the amount, and pain. Each stretch has its number where it
    begins."""
    panels = _panels(course, unit)
    height = HEAD + (PANEL + GAP) * len(panels) + PAIN + FOOT
    drawing = Drawing(height, table_below(_("From session to session")))
    at = spread(len(course), LEFT + 8, WIDE - RIGHT - 8)
    for nth, panel in enumerate(panels):
        _panel(drawing, panel, course, at, HEAD + (PANEL + GAP) * nth)
    _numbers(drawing, panels[0], stretches, at)
    _pain(drawing, course, at, HEAD + (PANEL + GAP) * len(panels))
    for nth, anchor in ((0, "start"), (len(course) - 1, "end"))[: len(course)]:
        words = date_format(course[nth].day, pgettext("date", "j M"))
        x = LEFT if anchor == "start" else WIDE - RIGHT
        drawing.word(x, height - 4, words, anchor)
    return drawing


def spark(course: Sequence[Showing]) -> Drawing:
    """A small drawing without words: load where there is any, else the amount of a session."""
    panel = _panels(course, None)[0]
    drawing, at = Drawing(FLAT, "", SMALL), spread(len(course), 4, SMALL - 6)
    y = _scale(panel, 4, FLAT - 5)
    drawing.mark("line", _steps([(at(nth), y(each)) for nth, each in enumerate(panel.asked)]))
    drawing.mark("full", dot(at(len(course) - 1), y(panel.asked[-1]), 3.5))
    return drawing


def _panels(course: Sequence[Showing], unit: str | None) -> list[Panel]:
    def shown(load_kg: float | None) -> float:
        return 0.0 if load_kg is None else pounds_shown(load_kg) if unit == POUNDS else load_kg

    kind = course[-1].dose.kind
    minutes = kind is DoseKind.TIME and course[-1].dose.amount >= 2 * 60
    by = 60 if minutes else 1
    amount = Panel(
        _("minutes in a session") if minutes else IN_A_SESSION[kind],
        [each.dose.sets * each.dose.amount / by for each in course],
        [None if each.amount is None else each.amount / by for each in course],
    )
    if not any(each.dose.load_kg for each in course):
        return [amount]
    load = Panel(
        _("pounds") if unit == POUNDS else _("kilograms"),
        [shown(each.dose.load_kg) for each in course],
        [None if each.amount is None else shown(each.load_kg) for each in course],
    )
    return [load, amount]


def _scale(panel: Panel, top: float, base: float) -> Callable[[float], float]:
    most = ROOM * max(*panel.asked, *(each or 0.0 for each in panel.done), 1.0)
    return lambda value: base - (base - top) * value / most


def _panel(
    drawing: Drawing, panel: Panel, course: Sequence[Showing], at: Callable[[int], float], top: float
) -> None:
    base = top + PANEL
    y = _scale(panel, top, base)
    drawing.mark("grid", f"M{short(LEFT)} {short(base)}H{short(WIDE - RIGHT)}")
    drawing.word(LEFT, top - 20 if top == HEAD else top - 4, panel.title, "start")
    drawing.word(LEFT - 6, base + 4, "0", "end")
    highest = max(panel.asked)
    if highest > 0:
        drawing.mark("grid", f"M{short(LEFT)} {short(y(highest))}H{short(WIDE - RIGHT)}")
        drawing.word(LEFT - 6, y(highest) + 4, f"{highest:.3g}", "end")
    drawing.mark("line", _steps([(at(nth), y(each)) for nth, each in enumerate(panel.asked)]))
    for nth, (showing, done) in enumerate(zip(course, panel.done, strict=True)):
        if done is None:
            drawing.mark("whisker", cross(at(nth), base))
        else:
            drawing.mark("full", SHAPES[showing.step](at(nth), y(done)))
    for nth in {0, len(course) - 1}:
        drawing.word(at(nth), y(panel.asked[nth]) + 18, f"{panel.asked[nth]:.3g}", look="said")


def _numbers(
    drawing: Drawing, panel: Panel, stretches: Sequence[Stretch], at: Callable[[int], float]
) -> None:
    """The number of each stretch over its first showing, where there is room for it."""
    y, nth, reached = _scale(panel, HEAD, HEAD + PANEL), 0, -CLOSE
    for number, stretch in enumerate(stretches, 1):
        if at(nth) - reached >= CLOSE:
            drawing.word(at(nth), _beside(stretch.first, panel, nth, y), str(number), look="number")
            reached = at(nth)
        nth += len(stretch.showings)


def _beside(first: Showing, panel: Panel, nth: int, y: Callable[[float], float]) -> float:
    """Over the mark; under it where the line comes down to it."""
    asked, done = panel.asked[nth], panel.done[nth]
    if SHAPES[first.step] is down and nth < len(panel.asked) - 1:
        return y(min(asked, asked if done is None else done)) + 20
    return y(max(asked, done or 0.0)) - 10


def _pain(drawing: Drawing, course: Sequence[Showing], at: Callable[[int], float], top: float) -> None:
    for value in (0, WORST / 2, WORST):
        y = top + PAIN * (1 - value / WORST)
        drawing.mark("grid", f"M{short(LEFT)} {short(y)}H{short(WIDE - RIGHT)}")
        drawing.word(LEFT - 6, y + 4, written(value), "end")
    drawing.word(LEFT, top - 8, _("pain during it, 0 to 10"), "start")
    for nth, each in enumerate(course):
        if each.pain is not None:
            drawing.mark("dot", dot(at(nth), top + PAIN * (1 - each.pain / WORST), 3.5))


def _steps(points: Sequence[tuple[float, float]]) -> str:
    """A line in steps, each from one thing to the next."""
    (x, y), *rest = points
    return line([(x, y)]) + "".join(f"H{short(to)}V{short(height)}" for to, height in rest)
