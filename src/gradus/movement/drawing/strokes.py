"""Outlines as text: whole units of the page, and no more moments than the eye needs."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from math import atan2, cos, degrees, hypot, inf, remainder, sin

from gradus.movement.drawing.camera import Point
from gradus.movement.drawing.figure import Shape

FULL_TURN = 360.0
TINY = 1e-9


@dataclass(frozen=True, slots=True)
class Page:
    """How metres become units of the page."""

    scale: float
    left: float
    top: float

    def units(self, shape: Shape) -> tuple[Point, ...]:
        """The points of an outline on the page."""
        left, top, scale = self.left, self.top, self.scale
        return tuple([(left + x * scale, top + y * scale) for x, y in shape.points])

    def pen(self, shape: Shape) -> float:
        """The width of the pen on the page."""
        wide = shape.pen * self.scale
        return round(wide) if wide >= 4 else round(wide, 1)


def path(points: Sequence[Point], *, closed: bool) -> str:
    """The outline, each point told from the one before; a single point is a dot."""
    x, y = round(points[0][0]), round(points[0][1])
    start, steps = f"M{x} {y}", ""
    if len(points) == 1:
        return f"{start}h.1"
    for across, down in points[1:]:
        there, below = round(across), round(down)
        steps += f" {there - x} {below - y}"
        x, y = there, below
    return f"{start}l{steps[1:].replace(' -', '-')}" + ("z" if closed and len(points) > 2 else "")


@dataclass(slots=True)
class Straight:
    """An outline over the loop: the times of its moments, and which of its shapes is there at each."""

    times: Sequence[float]
    which: Sequence[int]
    shapes: Sequence[Sequence[Point]]
    numbers: list[tuple[float, tuple[float, ...]]] = field(default_factory=list)
    """Each number of its points at every moment, after how far it goes in all; what goes farthest first."""

    def needed(self, within: float) -> list[int]:
        """The moments that must be told, so that straight lines between them stay within so many units."""
        if not self.numbers:
            flat = [[value for point in each for value in point] for each in self.shapes]
            found = zip(*[flat[nth] for nth in self.which], strict=True)
            self.numbers = sorted([(max(each) - min(each), each) for each in found], reverse=True)
        numbers = [each for far, each in self.numbers if far > within]
        kept, last = [0], len(self.which) - 1
        while kept[-1] < last:
            kept.append(self._farthest(numbers, kept[-1], within))
        return kept

    def _farthest(self, numbers: Sequence[Sequence[float]], here: int, within: float) -> int:
        """The farthest moment to which all numbers go straight: each on the way leaves fewer slopes."""
        times, began, there = self.times, self.times[here], len(self.times) - 1
        for number in numbers:
            start, low, high = number[here], -inf, inf
            for nth in range(here + 1, there + 1):
                far = times[nth] - began or TINY
                slope, near = (number[nth] - start) / far, within / far
                if slope < low or slope > high:
                    there = nth - 1
                    break
                if slope - near > low:  # noqa: PLR1730 half as quick with max
                    low = slope - near
                if slope + near < high:  # noqa: PLR1730
                    high = slope + near
            if there == here + 1:
                break
        return there


def shift(one: Sequence[Sequence[Point]], other: Sequence[Sequence[Point]], within: float) -> Point | None:
    """How far the other outlines lie from these, if they lie equally far in every body."""
    if len(one[0]) != len(other[0]):
        return None
    dx, dy = other[0][0][0] - one[0][0][0], other[0][0][1] - one[0][0][1]
    for mine, theirs in zip(one, other, strict=True):
        for (ax, ay), (bx, by) in zip(mine, theirs, strict=True):
            if abs(bx - ax - dx) > within or abs(by - ay - dy) > within:
                return None
    return (dx, dy)


@dataclass(frozen=True, slots=True)
class Motion:
    """How a piece moves as a whole: for each moment how far, and by how many degrees about its centre."""

    centre: Point
    shifts: tuple[Point, ...]
    turns: tuple[float, ...]


def stiff_motion(bodies: Iterable[Sequence[Point]], which: Sequence[int], within: float) -> Motion | None:
    """The motion of points that keep their distances, or None where they do not. `which` of the bodies is
    there at each moment."""
    bodies = iter(bodies)
    start = next(bodies)
    x, y = centre = _middle(start)
    first = [(px - x, py - y) for px, py in start]
    found = [((0.0, 0.0), 0.0)]
    for points in bodies:
        moved = _moved(first, points, within)
        if moved is None:
            return None
        (cx, cy), turn = moved
        found.append(((cx - x, cy - y), turn))
    turns, turn = [], 0.0
    for nth in which:
        turn = _nearest(found[nth][1], turn)
        turns.append(turn)
    return Motion(centre, tuple([found[nth][0] for nth in which]), tuple(turns))


def _moved(first: Sequence[Point], points: Sequence[Point], within: float) -> tuple[Point, float] | None:
    """Where the middle of points is, and by how much they are turned about it, if they are just that."""
    cx, cy = _middle(points)
    crossed = along = 0.0
    pairs = [(ax, ay, px - cx, py - cy) for (ax, ay), (px, py) in zip(first, points, strict=True)]
    for ax, ay, bx, by in pairs:
        crossed += ax * by - ay * bx
        along += ax * bx + ay * by
    turn = atan2(crossed, along)
    s, c = sin(turn), cos(turn)
    for ax, ay, bx, by in pairs:
        if hypot(ax * c - ay * s - bx, ax * s + ay * c - by) > within:
            return None
    return (cx, cy), degrees(turn)


def _middle(points: Sequence[Point]) -> Point:
    return (sum([x for x, _ in points]) / len(points), sum([y for _, y in points]) / len(points))


def _nearest(angle: float, before: float) -> float:
    """The same direction, told without a jump from the angle before."""
    return before + remainder(angle - before, FULL_TURN)
