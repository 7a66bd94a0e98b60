"""Outlines as text: whole units of the page, and no more moments than the eye needs."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from math import atan2, cos, degrees, hypot, radians, remainder, sin

from gradus.movement.drawing.camera import Point
from gradus.movement.drawing.figure import Shape

FULL_TURN = 360.0


@dataclass(frozen=True, slots=True)
class Page:
    """How metres become units of the page."""

    scale: float
    left: float
    top: float

    def units(self, shape: Shape) -> tuple[Point, ...]:
        """The points of an outline on the page."""
        return tuple((self.left + x * self.scale, self.top + y * self.scale) for x, y in shape.points)

    def pen(self, shape: Shape) -> float:
        """The width of the pen on the page."""
        wide = shape.pen * self.scale
        return round(wide) if wide >= 4 else round(wide, 1)


def path(points: Sequence[Point], *, closed: bool) -> str:
    """The outline, each point told from the one before; a single point is a dot."""
    whole = [(round(x), round(y)) for x, y in points]
    x, y = whole[0]
    steps: list[int] = []
    for there in whole[1:]:
        steps += (there[0] - x, there[1] - y)
        x, y = there
    start = f"M{whole[0][0]} {whole[0][1]}"
    if not steps:
        return f"{start}h.1"
    return f"{start}l{_joined(steps)}" + ("z" if closed and len(points) > 2 else "")


def _joined(values: Iterable[int]) -> str:
    text = ""
    for value in values:
        text += f" {value}" if text and value >= 0 else f"{value}"
    return text


@dataclass(slots=True)
class Straight:
    """An outline over the loop; how far it is off a straight way is reckoned once for each pair of moments,
    however often it is asked with how much."""

    times: Sequence[float]
    moments: Sequence[Sequence[Point]]
    off: dict[tuple[int, int], float] = field(default_factory=dict)
    flat: list[list[float]] = field(init=False)

    def __post_init__(self) -> None:
        self.flat = [[value for point in points for value in point] for points in self.moments]

    def needed(self, within: float) -> list[int]:
        """The moments that must be told, so that straight lines between them stay within so many units."""
        kept = [0]
        last = len(self.moments) - 1
        while kept[-1] < last:
            here = kept[-1]
            there = here + 1
            while there < last and self._off(here, there + 1) <= within:
                there += 1
            kept.append(there)
        return kept

    def _off(self, here: int, there: int) -> float:
        found = self.off.get((here, there))
        if found is None:
            found = self.off[here, there] = self._furthest(here, there)
        return found

    def _furthest(self, here: int, there: int) -> float:
        times, moments = self.times, self.flat
        start, end, began = moments[here], moments[there], times[here]
        whole, most = times[there] - began, 0.0
        if start == end and all(moments[middle] == start for middle in range(here + 1, there)):
            return 0.0
        for middle in range(here + 1, there):
            share = (times[middle] - began) / whole if whole else 0.0
            for a, p, b in zip(start, moments[middle], end, strict=True):
                off = a + (b - a) * share - p
                if off > most:
                    most = off
                elif -off > most:
                    most = -off
        return most


def shift(one: Sequence[Sequence[Point]], other: Sequence[Sequence[Point]], within: float) -> Point | None:
    """How far the other outlines lie from these, if they lie equally far at every moment."""
    if len(one[0]) != len(other[0]):
        return None
    dx, dy = other[0][0][0] - one[0][0][0], other[0][0][1] - one[0][0][1]
    for mine, theirs in zip(one, other, strict=True):
        for a, b in zip(mine, theirs, strict=True):
            if abs(b[0] - a[0] - dx) > within or abs(b[1] - a[1] - dy) > within:
                return None
    return (dx, dy)


@dataclass(frozen=True, slots=True)
class Motion:
    """How a piece moves as a whole: for each moment how far, and by how many degrees about its centre."""

    centre: Point
    shifts: tuple[Point, ...]
    turns: tuple[float, ...]


def stiff_motion(moments: Sequence[Sequence[Point]], within: float) -> Motion | None:
    """The motion of points that keep their distances, or None where they do not."""
    first = moments[0]
    x, y = _middle(first)
    shifts, turns, turn = [], [], 0.0
    for points in moments:
        cx, cy = _middle(points)
        away = [(px - x, py - y, qx - cx, qy - cy) for (px, py), (qx, qy) in zip(first, points, strict=True)]
        crossed = sum(ax * by - ay * bx for ax, ay, bx, by in away)
        along = sum(ax * bx + ay * by for ax, ay, bx, by in away)
        turn = _nearest(degrees(atan2(crossed, along)), turn)
        s, c = sin(radians(turn)), cos(radians(turn))
        for ax, ay, bx, by in away:
            if hypot(ax * c - ay * s - bx, ax * s + ay * c - by) > within:
                return None
        shifts.append((cx - x, cy - y))
        turns.append(turn)
    return Motion((x, y), tuple(shifts), tuple(turns))


def _middle(points: Sequence[Point]) -> Point:
    return (sum(x for x, _ in points) / len(points), sum(y for _, y in points) / len(points))


def _nearest(angle: float, before: float) -> float:
    """The same direction, told without a jump from the angle before."""
    return before + remainder(angle - before, FULL_TURN)
