"""A recording of landmarks, whatever found them, and how it becomes moments."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import hypot, isfinite
from typing import TypeAlias

from gradus.movement.engine.joints import AT, JOINTS, SEEN, Moment, turned_over
from gradus.movement.engine.plan import View
from gradus.movement.engine.smoothing import median

Point: TypeAlias = Sequence[float]
"""Four numbers: across, down (or up, in a room), the depth, and how surely it is seen."""
Body: TypeAlias = Sequence[Point]


@dataclass(frozen=True, slots=True)
class Layout:
    """Which landmarks are which joints. A `flat` one is of a picture, across and down; another is of a room,
    in metres, with the second number up."""

    name: str
    landmarks: int
    flat: bool
    joints: Mapping[str, tuple[int, ...]]


def _sided(**parts: tuple[int, int]) -> dict[str, tuple[int, ...]]:
    return {
        f"{side}-{part}": (at,)
        for part, both in parts.items()
        for side, at in zip(("left", "right"), both, strict=True)
    }


LAYOUTS = (
    Layout("blazepose-33", 33, True, {"nose": (0,), "head": (7, 8), **_sided(
        shoulder=(11, 12), elbow=(13, 14), wrist=(15, 16), hip=(23, 24), knee=(25, 26), ankle=(27, 28),
        heel=(29, 30), toe=(31, 32))}),
    Layout("coco-17", 17, True, {"nose": (0,), "head": (3, 4), **_sided(
        shoulder=(5, 6), elbow=(7, 8), wrist=(9, 10), hip=(11, 12), knee=(13, 14), ankle=(15, 16))}),
    Layout("kinect-22", 22, False, {"head": (4,), **_sided(
        shoulder=(7, 11), elbow=(8, 12), wrist=(9, 13), hip=(14, 18), knee=(15, 19), ankle=(16, 20),
        toe=(17, 21))}),
    Layout("kinect-25", 25, False, {"head": (3,), **_sided(
        shoulder=(4, 8), elbow=(5, 9), wrist=(6, 10), hip=(12, 16), knee=(13, 17), ankle=(14, 18),
        toe=(15, 19))}),
)  # fmt: skip
"""The kinds of landmarks that can be read, each known by how many it has."""


@dataclass(frozen=True, slots=True)
class Recording:
    """Pictures in order: the time of each and the bodies in it. `size` is the picture's width and height in
    pixels, where it is known; `shares` says that places are told as shares of it."""

    layout: Layout
    times: Sequence[float]
    bodies: Sequence[Sequence[Body]]
    size: tuple[float, float] | None = None
    shares: bool = False


def layout_of(landmarks: int) -> Layout | None:
    """The layout with so many landmarks."""
    return next((each for each in LAYOUTS if each.landmarks == landmarks), None)


def moments(recording: Recording, view: View, *, mirror: bool = False) -> Iterator[Moment]:
    """The recording as the engine takes it; one of a room is looked at from where the exercise is seen."""
    look = _picture(recording) if recording.layout.flat else _room(recording, view)
    width = recording.size[0] if recording.size is not None else 0.0
    for at_s, bodies in zip(recording.times, recording.bodies, strict=True):
        rows = [row for row in map(look.row, bodies) if any(row[at + SEEN] > 0 for at in AT.values())]
        row = rows[0] if rows else None
        if row is not None and mirror:
            row = turned_over(row, width)
        yield Moment(at_s, row, len(rows))


@dataclass(frozen=True, slots=True)
class _Look:
    """How places become those of a picture: two directions to look along, each of three numbers."""

    layout: Layout
    across: Point
    down: Point

    def row(self, body: Body) -> list[float]:
        found = [0.0] * (len(JOINTS) * (SEEN + 1))
        for joint, landmarks in self.layout.joints.items():
            known = [body[nth] for nth in landmarks if all(map(isfinite, body[nth][:2]))]
            if known:
                at = AT[joint]
                found[at] = _mean([_along(self.across, point) for point in known])
                found[at + 1] = _mean([_along(self.down, point) for point in known])
                found[at + SEEN] = min(_surely(point) for point in known)
        for side in ("left", "right"):
            if f"{side}-heel" not in self.layout.joints:
                ankle, heel = AT[f"{side}-ankle"], AT[f"{side}-heel"]
                found[heel : heel + 3] = [found[ankle], found[ankle + 1], min(found[ankle + SEEN], GUESSED)]
        return found


DEPTH = 2
"""The third number of a point."""
GUESSED = 0.3
"""How surely a heel is told that only its ankle stands for: enough to see where somebody faces."""


def _mean(values: Sequence[float]) -> float:
    return sum(values) / len(values)


def _along(direction: Point, point: Point) -> float:
    return sum(one * other for one, other in zip(direction, point[:3], strict=True) if one)


def _surely(point: Point) -> float:
    return point[-1] if isfinite(point[-1]) else 0.0


def _picture(recording: Recording) -> _Look:
    width, height = recording.size if recording.shares and recording.size else (1.0, 1.0)
    return _Look(recording.layout, (width, 0.0, 0.0), (0.0, height, 0.0))


FIRST = 30
"""From so many pictures it is told to where somebody in a room faces."""


def _room(recording: Recording, view: View) -> _Look:
    """Level, from the person's right side or from where they look; the floor is what the first and third
    numbers tell."""
    bodies = [each[0] for each in recording.bodies if each][:FIRST]
    ahead = _ahead(recording.layout, bodies)
    across = ahead if view == "side" else (ahead[1], -ahead[0])
    if view == "front" and _hips(recording.layout, bodies, across) < 0:
        across = (-across[0], -across[1])
    return _Look(recording.layout, (across[0], 0.0, across[1]), (0.0, -1.0, 0.0))


def _ahead(layout: Layout, bodies: Sequence[Body]) -> tuple[float, float]:
    """To where the toes point, over the floor."""
    ways = [
        (body[toe][0] - body[ankle][0], body[toe][DEPTH] - body[ankle][DEPTH])
        for body in bodies
        for toe, ankle in ((layout.joints[f"{side}-toe"][0], layout.joints[f"{side}-ankle"][0])
                           for side in ("left", "right"))
        if isfinite(body[toe][0] + body[toe][DEPTH] + body[ankle][0] + body[ankle][DEPTH])
    ]  # fmt: skip
    if not ways:
        return (1.0, 0.0)
    x, z = median([way[0] for way in ways]), median([way[1] for way in ways])
    far = hypot(x, z) or 1.0
    return (x / far, z / far)


def _hips(layout: Layout, bodies: Sequence[Body], across: tuple[float, float]) -> float:
    """How far the left hip is to the right of the right one."""
    left, right = layout.joints["left-hip"][0], layout.joints["right-hip"][0]
    known = [
        across[0] * (body[left][0] - body[right][0]) + across[1] * (body[left][DEPTH] - body[right][DEPTH])
        for body in bodies
    ]
    return median([each for each in known if isfinite(each)] or [1.0])
