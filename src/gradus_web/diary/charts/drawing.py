"""A drawing: shapes by their look, which the sheet of styles knows, and words. No colour alone says anything:
what differs, differs in its shape, its line or its words."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from math import ceil

from django.utils.translation import gettext as _

WIDE = 360.0
LEFT, RIGHT = 28.0, 14.0
CLOSE = 26.0
"""Words of an axis stand at least so far apart."""
HALF_WEEK = 0.5


@dataclass(frozen=True, slots=True)
class Word:
    """Words at a place; `anchor` is start, middle or end."""

    x: str
    y: str
    words: str
    anchor: str
    look: str


@dataclass(slots=True)
class Drawing:
    """What is drawn, and what it `says` to whoever hears the page. All shapes of one look are one path."""

    height: float
    says: str
    width: float = WIDE
    marks: dict[str, str] = field(default_factory=dict)
    words: list[Word] = field(default_factory=list)

    @property
    def box(self) -> str:
        return f"0 0 {short(self.width)} {short(self.height)}"

    def mark(self, look: str, path: str) -> None:
        """Add a shape; looks are drawn in the order in which they came first."""
        self.marks[look] = self.marks.get(look, "") + path

    def word(self, x: float, y: float, words: str, anchor: str = "middle", look: str = "axis") -> None:
        """Add words."""
        self.words.append(Word(short(x), short(y), words, anchor, look))


def table_below(shown: str) -> str:
    """What a drawing says to whoever hears the page, where a table follows it."""
    return _("%(shown)s; the same numbers stand in the table below") % {"shown": shown}


def short(value: float) -> str:
    """A number in as few signs as a picture needs."""
    return f"{round(value, 1):g}"


def line(points: Iterable[tuple[float, float]]) -> str:
    """A line from point to point."""
    return "M" + "L".join(f"{short(x)} {short(y)}" for x, y in points)


def dot(x: float, y: float, r: float = 4.5) -> str:
    """A circle."""
    return f"M{short(x - r)} {short(y)}a{r:g} {r:g} 0 1 0 {2 * r:g} 0a{r:g} {r:g} 0 1 0 {-2 * r:g} 0z"


def square(x: float, y: float, r: float = 4.0) -> str:
    return f"M{short(x - r)} {short(y - r)}h{2 * r:g}v{2 * r:g}h{-2 * r:g}z"


def up(x: float, y: float, r: float = 5.0) -> str:
    """A triangle that points up."""
    return f"M{short(x)} {short(y - r)}l{r:g} {2 * r - 1:g}h{-2 * r:g}z"


def down(x: float, y: float, r: float = 5.0) -> str:
    """A triangle that points down."""
    return f"M{short(x)} {short(y + r)}l{r:g} {1 - 2 * r:g}h{-2 * r:g}z"


def diamond(x: float, y: float, r: float = 5.5) -> str:
    return f"M{short(x)} {short(y - r)}l{r:g} {r:g}l{-r:g} {r:g}l{-r:g} {-r:g}z"


def cross(x: float, y: float, r: float = 3.5) -> str:
    return f"M{short(x - r)} {short(y - r)}l{2 * r:g} {2 * r:g}m{-2 * r:g} 0l{2 * r:g} {-2 * r:g}"


def whisker(x: float, low: float, high: float, r: float = 4.0) -> str:
    """A bar between two heights with its ends."""
    foot, top = short(low), short(high)
    return f"M{short(x - r)} {top}h{2 * r:g}m{-r:g} 0V{foot}m{-r:g} 0h{2 * r:g}"


def box(x: float, top: float, wide: float, base: float) -> str:
    """A column that stands on its base."""
    return f"M{short(x - wide / 2)} {short(base)}V{short(top)}h{short(wide)}V{short(base)}z"


def spread(many: int, left: float = LEFT + 14, right: float = WIDE - RIGHT - 14) -> Callable[[int], float]:
    """Where each of so many things stands, counted from 0; a single one stands in the middle."""
    if many == 1:
        return lambda nth: (left + right) / 2
    return lambda nth: left + (right - left) * nth / (many - 1)


def thinned(many: int, at: Callable[[int], float], apart: float = CLOSE) -> range:
    """Which of so many get words, so that no words meet; the last always does."""
    gap = at(1) - at(0) if many > 1 else apart
    every = max(1, ceil(apart / gap))
    return range((many - 1) % every, many, every)


def bracketed(drawing: Drawing, flared: Sequence[bool], at: Callable[[int], float], y: float) -> None:
    """A bracket over the weeks that a flare reached into, with its name."""
    half = (at(1) - at(0)) * HALF_WEEK * 0.8 if len(flared) > 1 else CLOSE / 2
    for first, last in _runs(flared):
        left, right = at(first) - half, at(last) + half
        drawing.mark("bracket", f"M{short(left)} {short(y + 5)}V{short(y)}H{short(right)}v5")
        drawing.word((left + right) / 2, y - 4, _("flare"))


def _runs(flags: Sequence[bool]) -> list[tuple[int, int]]:
    """The first and last of those that are set and follow each other."""
    found: list[tuple[int, int]] = []
    for nth, flag in enumerate(flags):
        if flag and found and found[-1][1] == nth - 1:
            found[-1] = (found[-1][0], nth)
        elif flag:
            found.append((nth, nth))
    return found
