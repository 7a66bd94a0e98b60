"""Points, directions and rotations in space: x forwards, y up, z to the person's right; metres."""

from math import acos, cos, degrees, hypot, radians, sin
from typing import TypeAlias

Vector: TypeAlias = tuple[float, float, float]
Frame: TypeAlias = tuple[Vector, Vector, Vector]
"""A rotation, as the directions in which forwards, up and right point after it."""

ORIGIN: Vector = (0.0, 0.0, 0.0)
UPRIGHT: Frame = ((1.0, 0.0, 0.0), (0.0, 1.0, 0.0), (0.0, 0.0, 1.0))
TINY = 1e-9


def plus(one: Vector, other: Vector) -> Vector:
    return (one[0] + other[0], one[1] + other[1], one[2] + other[2])


def minus(one: Vector, other: Vector) -> Vector:
    return (one[0] - other[0], one[1] - other[1], one[2] - other[2])


def times(one: Vector, factor: float) -> Vector:
    return (one[0] * factor, one[1] * factor, one[2] * factor)


def dot(one: Vector, other: Vector) -> float:
    return one[0] * other[0] + one[1] * other[1] + one[2] * other[2]


def cross(one: Vector, other: Vector) -> Vector:
    (a, b, c), (d, e, f) = one, other
    return (b * f - c * e, c * d - a * f, a * e - b * d)


def length(one: Vector) -> float:
    return hypot(*one)


def unit(one: Vector, otherwise: Vector = UPRIGHT[1]) -> Vector:
    """The direction of a vector, or `otherwise` where it has none."""
    size = length(one)
    return times(one, 1 / size) if size > TINY else otherwise


def between(one: Vector, other: Vector, share: float) -> Vector:
    """The point that lies this share of the way from one to the other."""
    return plus(times(one, 1 - share), times(other, share))


def across(one: Vector, axis: Vector) -> Vector:
    """What of a vector is at a right angle to a direction."""
    return minus(one, times(axis, dot(one, axis)))


def inside(frame: Frame, local: Vector) -> Vector:
    """A direction told in a frame, told in the room."""
    (a, b, c), (x, y, z) = frame, local
    return (
        a[0] * x + b[0] * y + c[0] * z,
        a[1] * x + b[1] * y + c[1] * z,
        a[2] * x + b[2] * y + c[2] * z,
    )


def told_in(frame: Frame, direction: Vector) -> Vector:
    """A direction of the room, told in a frame."""
    return (dot(frame[0], direction), dot(frame[1], direction), dot(frame[2], direction))


def then(outer: Frame, inner: Frame) -> Frame:
    """The inner rotation, made inside the outer frame."""
    return (inside(outer, inner[0]), inside(outer, inner[1]), inside(outer, inner[2]))


def pitched(angle: float) -> Frame:
    """Turned about the axis to the right: a hanging limb swings forwards. Degrees."""
    c, s = cos(radians(angle)), sin(radians(angle))
    return ((c, s, 0.0), (-s, c, 0.0), (0.0, 0.0, 1.0))


def rolled(angle: float) -> Frame:
    """Turned about the axis forwards: what is up goes to the right. Degrees."""
    c, s = cos(radians(angle)), sin(radians(angle))
    return ((1.0, 0.0, 0.0), (0.0, c, s), (0.0, -s, c))


def turned(angle: float) -> Frame:
    """Turned about the axis up: what is forwards goes to the left. Degrees."""
    c, s = cos(radians(angle)), sin(radians(angle))
    return ((c, 0.0, -s), (0.0, 1.0, 0.0), (s, 0.0, c))


def angle_between(one: Vector, other: Vector) -> float:
    """The angle between two directions, 0 to 180 degrees."""
    share = dot(unit(one), unit(other))
    return degrees(acos(max(-1.0, min(1.0, share))))
