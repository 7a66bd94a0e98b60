"""The angles of a body's joints, measured from where the joints are, in degrees."""

from collections.abc import Mapping
from math import asin, atan2, degrees

from gradus.body.blend import ankle_angle
from gradus.body.kinematics import Placed
from gradus.body.pose import SIDES, Stance
from gradus.body.touching import OUT
from gradus.body.vectors import Vector, angle_between, minus, times, told_in, unit


def bend(one: Vector, middle: Vector, other: Vector) -> float:
    """How far a joint is bent: 0 is straight."""
    return angle_between(minus(middle, one), minus(other, middle))


def joint_angles(body: Placed) -> dict[str, float]:
    """Every limb's angles: `right-knee`, `left-hip` (forwards), `left-hip-out`, `right-shoulder` (away from
    the trunk), `right-elbow`, `left-ankle` (toes towards the shin)."""
    points = body.points
    found: dict[str, float] = {}
    for side in SIDES:
        hip, knee, ankle = (points[f"{side}-{name}"] for name in ("hip", "knee", "ankle"))
        shoulder, elbow, wrist = (points[f"{side}-{name}"] for name in ("shoulder", "elbow", "wrist"))
        thigh = told_in(body.frames["pelvis"], unit(minus(knee, hip)))
        found |= {
            f"{side}-hip": degrees(atan2(thigh[0], -thigh[1])) if abs(thigh[2]) < SIDEWAYS else 0.0,
            f"{side}-hip-out": degrees(asin(max(-1.0, min(1.0, thigh[2] * OUT[side])))),
            f"{side}-knee": bend(hip, knee, ankle),
            f"{side}-ankle": ankle_angle(body, side),
            f"{side}-shoulder": angle_between(times(body.frames["chest"][1], -1.0), minus(elbow, shoulder)),
            f"{side}-elbow": bend(shoulder, elbow, wrist),
        }
    return found


SIDEWAYS = 0.97
"""A thigh that points to the side has no angle forwards."""

RANGES: Mapping[str, tuple[float, float]] = {
    "hip": (-35.0, 135.0),
    "hip-out": (-40.0, 60.0),
    "knee": (0.0, 150.0),
    "ankle": (-70.0, 40.0),
    "shoulder": (0.0, 180.0),
    "elbow": (0.0, 150.0),
}
"""What a limber person's joints can do: a figure is drawn in nothing beyond. Nobody is measured by it."""

SPINE: Mapping[str, tuple[float, float]] = {
    "bend": (-60.0, 75.0),
    "side": (-50.0, 50.0),
    "twist": (-60.0, 60.0),
    "nod": (-55.0, 55.0),
    "look": (-85.0, 85.0),
    "tilt": (-45.0, 45.0),
}
"""The same of trunk and head, by the names of a pose."""


def beyond_human(body: Placed, stance: Stance) -> list[tuple[str, float]]:
    """The joints that no person bends so far, each with its angle."""
    found = []
    for name, angle in joint_angles(body).items():
        low, high = RANGES[name.split("-", 1)[1]]
        if not low - DUST <= angle <= high + DUST:
            found.append((name, angle))
    for name, (low, high) in SPINE.items():
        if not low <= getattr(stance, name) <= high:
            found.append((name, getattr(stance, name)))
    return found


DUST = 0.5
"""Degrees by which rounding may miss."""
