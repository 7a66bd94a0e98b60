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
    x, y, z = one
    size = hypot(x, y, z)
    if size <= TINY:
        return otherwise
    share = 1 / size
    return (x * share, y * share, z * share)


def between(one: Vector, other: Vector, share: float) -> Vector:
    """The point that lies this share of the way from one to the other."""
    left = 1 - share
    return (
        one[0] * left + other[0] * share,
        one[1] * left + other[1] * share,
        one[2] * left + other[2] * share,
    )


def across(one: Vector, axis: Vector) -> Vector:
    """What of a vector is at a right angle to a direction."""
    (x, y, z), (a, b, c) = one, axis
    along = x * a + y * b + z * c
    return (x - a * along, y - b * along, z - c * along)


def inside(frame: Frame, local: Vector) -> Vector:
    """A direction told in a frame, told in the room."""
    ((a, b, c), (d, e, f), (g, h, i)), (x, y, z) = frame, local
    return (a * x + d * y + g * z, b * x + e * y + h * z, c * x + f * y + i * z)


def beside(point: Vector, frame: Frame, local: Vector) -> Vector:
    """The place that lies so, told in a frame, from a point."""
    ((a, b, c), (d, e, f), (g, h, i)), (x, y, z) = frame, local
    return (
        point[0] + (a * x + d * y + g * z),
        point[1] + (b * x + e * y + h * z),
        point[2] + (c * x + f * y + i * z),
    )


def told_in(frame: Frame, direction: Vector) -> Vector:
    """A direction of the room, told in a frame."""
    return (dot(frame[0], direction), dot(frame[1], direction), dot(frame[2], direction))


def then(outer: Frame, inner: Frame) -> Frame:
    """The inner rotation, made inside the outer frame."""
    if inner is UPRIGHT:
        return outer
    if outer is UPRIGHT:
        return inner
    return (inside(outer, inner[0]), inside(outer, inner[1]), inside(outer, inner[2]))


def pitched(angle: float) -> Frame:
    """Turned about the axis to the right: a hanging limb swings forwards. Degrees."""
    if not angle:
        return UPRIGHT
    c, s = cos(radians(angle)), sin(radians(angle))
    return ((c, s, 0.0), (-s, c, 0.0), (0.0, 0.0, 1.0))


def rolled(angle: float) -> Frame:
    """Turned about the axis forwards: what is up goes to the right. Degrees."""
    if not angle:
        return UPRIGHT
    c, s = cos(radians(angle)), sin(radians(angle))
    return ((1.0, 0.0, 0.0), (0.0, c, s), (0.0, -s, c))


def turned(angle: float) -> Frame:
    """Turned about the axis up: what is forwards goes to the left. Degrees."""
    if not angle:
        return UPRIGHT
    c, s = cos(radians(angle)), sin(radians(angle))
    return ((c, 0.0, -s), (0.0, 1.0, 0.0), (s, 0.0, c))


def angle_between(one: Vector, other: Vector) -> float:
    """The angle between two directions, 0 to 180 degrees."""
    share = dot(unit(one), unit(other))
    return degrees(acos(max(-1.0, min(1.0, share))))
