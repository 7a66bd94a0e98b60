"""The named angles of a body in a picture: a closed set, each read from a few joints.

Seen from the side, forwards counts positive; seen from the front, outwards does, and to the person's right.
Degrees, but for the lengths of `LENGTHS`, which are percent of the length of the trunk at the start.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from math import atan2, degrees, hypot
from typing import TypeAlias

from gradus.movement.engine.joints import AT, SIDES

Reading: TypeAlias = Callable[[Sequence[float]], float]
"""What is read from the row of a moment."""


@dataclass(frozen=True, slots=True)
class Facing:
    """How the person stands in the picture. `ahead` is 1 where they face its right side; `left` is 1 where
    their left side is at its right; `near` is the side that is seen better; `trunk` is the length from hip to
    shoulder at the start."""

    ahead: int = 1
    left: int = 1
    near: str = "right"
    trunk: float = 1.0


UP, DOWN, LEVEL = "up", "down", "level"
"""Lines of the picture itself: straight up, straight down, and level to where the person faces."""
SideRule: TypeAlias = tuple[tuple[str, ...], tuple[str, ...], int, float]

FROM_SIDE: Mapping[str, SideRule] = {
    "knee": (("hip", "knee"), ("knee", "ankle"), 0, 0.0),
    "elbow": (("shoulder", "elbow"), ("elbow", "wrist"), 0, 0.0),
    "hip": (("shoulder", "hip"), ("hip", "knee"), -1, -180.0),
    "shoulder": (("shoulder", "hip"), ("shoulder", "elbow"), -1, -90.0),
    "thigh": ((DOWN,), ("hip", "knee"), -1, -90.0),
    "shin": ((UP,), ("ankle", "knee"), 1, -180.0),
    "foot": ((LEVEL,), ("heel", "toe"), 1, -180.0),
    "trunk": ((UP,), ("hip", "shoulder"), 1, -180.0),
    "head": (("hip", "shoulder"), ("shoulder", "head"), 1, -180.0),
}
"""From line to line of one side of the body: two ends of each, which way counts (0: either), and from where
on it is counted."""
OUTWARDS: Mapping[str, tuple[tuple[str, str], float]] = {
    "hip-out": (("hip", "knee"), -180.0),
    "shoulder-out": (("shoulder", "elbow"), -90.0),
}
"""From the line of the trunk to a limb, outwards."""
LENGTHS = ("torso", "hands-apart", "hands-up", "foot-up")
ALONE = ("trunk", "head", "torso", "trunk-side", "shoulder-line", "hip-line", "hands-apart", "hands-up")
"""What has no side of its own."""


def parts_of(name: str) -> tuple[str | None, str]:
    """An angle's side and its part: `near-knee` is a knee, `trunk-side` has no side."""
    side, _, part = name.partition("-")
    return (side, part) if side in (*SIDES, "near", "far") else (None, name)


def joints_of(name: str, facing: Facing) -> tuple[str, ...]:
    """The joints that have to be seen for an angle."""
    told, part = parts_of(name)
    side = _side(told, facing)
    if part in FROM_SIDE:
        first, second, _, _ = FROM_SIDE[part]
        found = [each for each in (*first, *second) if each not in (UP, DOWN, LEVEL)]
        return tuple(dict.fromkeys(each if each == "head" else f"{side}-{each}" for each in found))
    if part in OUTWARDS:
        return (*_both("shoulder", "hip"), *(f"{side}-{each}" for each in OUTWARDS[part][0][-1:]))
    if part == "knee-in":
        return tuple(f"{side}-{each}" for each in ("hip", "knee", "ankle"))
    if part == "torso":
        return (f"{side}-shoulder", f"{side}-hip")
    if part == "hands-up":
        return (*_both("wrist"), f"{side}-hip")
    both = {"hands-apart": ("wrist",), "foot-up": ("ankle",), "trunk-side": ("shoulder", "hip"),
            "shoulder-line": ("shoulder",), "hip-line": ("hip",)}  # fmt: skip
    return _both(*both[part])


def _both(*parts: str) -> tuple[str, ...]:
    return tuple(f"{side}-{part}" for part in parts for side in SIDES)


def _side(told: str | None, facing: Facing) -> str:
    if told in SIDES:
        return told
    return {"left": "right", "right": "left"}[facing.near] if told == "far" else facing.near


def reading(name: str, facing: Facing) -> Reading:
    """How an angle is read from a moment, for somebody who stands so."""
    told, part = parts_of(name)
    side = _side(told, facing)
    if part in FROM_SIDE:
        first, second, way, least = FROM_SIDE[part]
        lines = {UP: (0.0, -1.0), DOWN: (0.0, 1.0), LEVEL: (float(facing.ahead), 0.0)}
        line = _ends(side, second)
        if first[0] in lines:
            return _from_fixed(lines[first[0]], line, way * facing.ahead, least)
        return _from_line(_ends(side, first), line, way * facing.ahead, least)
    if part in OUTWARDS:
        ends, least = OUTWARDS[part]
        return _from_trunk(_ends(side, ends), -_out(side, facing), least)
    if part == "knee-in":
        thigh, shin = _ends(side, ("hip", "knee")), _ends(side, ("knee", "ankle"))
        return _from_line(thigh, shin, -_out(side, facing), -180.0)
    return _over_both(part, side, facing) if part not in LENGTHS else _length(part, side, facing)


def _ends(side: str, names: tuple[str, ...]) -> tuple[int, int]:
    first, last = (AT[each if each == "head" else f"{side}-{each}"] for each in names)
    return first, last


def _out(side: str, facing: Facing) -> int:
    return facing.left if side == "left" else -facing.left


def _from_line(one: tuple[int, int], other: tuple[int, int], way: int, least: float) -> Reading:
    (a, b), (c, d) = one, other

    def read(p: Sequence[float]) -> float:
        ux, uy, vx, vy = p[b] - p[a], p[b + 1] - p[a + 1], p[d] - p[c], p[d + 1] - p[c + 1]
        found = degrees(atan2(ux * vy - uy * vx, ux * vx + uy * vy))
        if not way:
            return abs(found)
        found *= way
        return found if found >= least else found + ROUND

    return read


ROUND = 360.0


def _from_fixed(line: tuple[float, float], other: tuple[int, int], way: int, least: float) -> Reading:
    (ux, uy), (c, d) = line, other

    def read(p: Sequence[float]) -> float:
        vx, vy = p[d] - p[c], p[d + 1] - p[c + 1]
        found = degrees(atan2(ux * vy - uy * vx, ux * vx + uy * vy)) * way
        return found if found >= least else found + ROUND

    return read


LEFT_SHOULDER, RIGHT_SHOULDER, LEFT_HIP, RIGHT_HIP = (AT[each] for each in _both("shoulder", "hip"))


def _from_trunk(other: tuple[int, int], way: int, least: float) -> Reading:
    """From the line down the middle of the trunk."""
    c, d = other
    e, f, g, h = LEFT_SHOULDER, RIGHT_SHOULDER, LEFT_HIP, RIGHT_HIP

    def read(p: Sequence[float]) -> float:
        ux, uy = p[g] + p[h] - p[e] - p[f], p[g + 1] + p[h + 1] - p[e + 1] - p[f + 1]
        vx, vy = p[d] - p[c], p[d + 1] - p[c + 1]
        found = degrees(atan2(ux * vy - uy * vx, ux * vx + uy * vy)) * way
        return found if found >= least else found + ROUND

    return read


def _over_both(part: str, side: str, facing: Facing) -> Reading:
    if part == "trunk-side":
        return _from_trunk_up(-facing.left)
    ends = (LEFT_SHOULDER, RIGHT_SHOULDER) if part == "shoulder-line" else (LEFT_HIP, RIGHT_HIP)
    return _from_fixed((-float(facing.left), 0.0), ends, -facing.left, -180.0)


def _from_trunk_up(way: int) -> Reading:
    e, f, g, h = LEFT_SHOULDER, RIGHT_SHOULDER, LEFT_HIP, RIGHT_HIP

    def read(p: Sequence[float]) -> float:
        across, up = p[e] + p[f] - p[g] - p[h], p[g + 1] + p[h + 1] - p[e + 1] - p[f + 1]
        return degrees(atan2(across, up)) * way

    return read


PERCENT = 100.0


def _length(part: str, side: str, facing: Facing) -> Reading:
    share = PERCENT / facing.trunk
    other = "right" if side == "left" else "left"
    if part in ("torso", "hands-apart"):
        ends = (f"{side}-shoulder", f"{side}-hip") if part == "torso" else _both("wrist")
        a, b = (AT[each] for each in ends)
        return lambda p: share * hypot(p[b] - p[a], p[b + 1] - p[a + 1])
    if part == "foot-up":
        a, b = AT[f"{side}-ankle"] + 1, AT[f"{other}-ankle"] + 1
        return lambda p: share * (p[b] - p[a])
    a, b, c = AT["left-wrist"] + 1, AT["right-wrist"] + 1, AT[f"{side}-hip"] + 1
    return lambda p: share * (p[c] - (p[a] + p[b]) / 2)
