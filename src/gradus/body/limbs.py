"""A limb of two bones: from its angles, or bent so that its end is where it is to be."""

from math import sqrt
from typing import NamedTuple

from gradus.body.vectors import (
    TINY,
    Frame,
    Vector,
    across,
    beside,
    cross,
    dot,
    length,
    minus,
    plus,
    times,
    unit,
)

DOWN: Vector = (0.0, -1.0, 0.0)


class Limb(NamedTuple):
    """Where the joints of a limb are, and how far beyond its reach its end was to be, in metres."""

    root: Vector
    middle: Vector
    end: Vector
    upper: Frame
    lower: Frame
    beyond: float = 0.0


def swung(root: Vector, upper: Frame, lower: Frame, bones: tuple[float, float]) -> Limb:
    """A limb by the frames of its two bones."""
    middle = beside(root, upper, times(DOWN, bones[0]))
    end = beside(middle, lower, times(DOWN, bones[1]))
    return Limb(root, middle, end, upper, lower)


def reaching(root: Vector, end: Vector, pole: Vector, bones: tuple[float, float], front: float) -> Limb:
    """A limb whose end is at a place, its middle joint towards the pole. `front` is 1 where the limb bends
    with its front outside, as a knee does, and -1 for an elbow. A place out of reach is gone towards."""
    way = minus(end, root)
    far = length(way)
    first, second = bones
    most, fewest = first + second, abs(first - second)
    near = max(fewest, min(most, far))
    along = unit(way, DOWN)
    aside = unit(across(pole, along), across((1.0, 0.0, 0.0), along))
    share = (first * first - second * second + near * near) / (near + near) if near > TINY else 0.0
    height = sqrt(max(0.0, first * first - share * share))
    middle = plus(root, plus(times(along, share), times(aside, height)))
    reached = plus(root, times(along, near))
    upper = _frame(minus(middle, root), aside, front)
    lower = _frame(minus(reached, middle), aside, front)
    return Limb(root, middle, reached, upper, lower, abs(far - near))


def _frame(bone: Vector, aside: Vector, front: float) -> Frame:
    """The frame of a bone that hangs down in it, and whose front is to where its middle joint points."""
    up = times(unit(bone), -1.0)
    forwards = unit(across(times(aside, front), up), (1.0, 0.0, 0.0))
    return (forwards, up, cross(forwards, up))


def bent_by(limb: Limb) -> float:
    """Cosine of the angle between the two bones."""
    return dot(unit(minus(limb.middle, limb.root)), unit(minus(limb.end, limb.middle)))
