"""A pose as it is written down: joint angles in degrees, and what touches what.

A limb is told by its angles, or by where its end is (`at`, a place; `to`, a part of the body), and is then
bent so that it gets there. Sideways numbers count outwards, to the limb's own side.
"""

from dataclasses import dataclass, fields, replace
from typing import Literal

from gradus.body.vectors import Vector

Foot = Literal["flat", "toes", "heel", "free"]
"""What of a foot is on the ground: `toes` and `heel` stand on these alone, `free` follows the ankle."""

Touch = Literal[
    "belly", "chest", "chin", "head", "neck", "hip", "waist", "low-back", "thigh", "under-thigh", "knee",
    "shin", "shoulder", "other-shoulder", "other-hip", "foot", "back-of-hip", "thigh-front",
    "bar",
]  # fmt: skip
"""Parts of the body that a hand lies on; `bar` is one across the back of the shoulders."""

Base = Literal[
    "feet", "left-foot", "right-foot", "toes", "right-toes", "pelvis", "shoulders", "knees", "right-knee",
    "left-knee", "hands", "elbows", "right-elbow", "seat", "head",
]  # fmt: skip
"""What stays where it is placed while the rest moves."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Leg:
    """`hip` bends the thigh forwards, `out` takes it to the side, `turn` turns it outwards; `knee` bends the
    shin back; `ankle` lifts the toes. `at` is where the sole lies under the ankle (or the toes, or the heel,
    as `foot` says); `tilt` lifts the heel of a foot that stands, or lies; `knees` points a solved knee
    outwards."""

    hip: float = 0
    out: float = 0
    turn: float = 0
    knee: float = 0
    ankle: float = 0
    foot: Foot = "flat"
    tilt: float = 0
    heading: float = 0
    at: Vector | None = None
    knees: float = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Arm:
    """`lift` takes the arm forwards and up, `out` to the side, `turn` turns the forearm outwards; `elbow`
    bends it; `hand` bends the hand to the palm. `at` is where the wrist is; `to` the part that the hand lies
    on; `elbows` points a solved elbow outwards, `up` upwards, `ahead` forwards."""

    lift: float = 0
    out: float = 0
    turn: float = 0
    elbow: float = 0
    hand: float = 0
    at: Vector | None = None
    to: Touch | None = None
    elbows: float = 0
    up: float = 0
    ahead: float = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Stance:
    """A whole pose. `lean` tips the pelvis forwards, `roll` to the right, `turn` turns it to the left; the
    spine adds `bend`, `side` and `twist`, the head `nod`, `look` and `tilt`, in the same senses. `base` is at
    `place`; where none is given, it is on the floor."""

    base: Base = "feet"
    place: Vector | None = None
    lean: float = 0
    roll: float = 0
    turn: float = 0
    bend: float = 0
    side: float = 0
    twist: float = 0
    nod: float = 0
    look: float = 0
    tilt: float = 0
    left_leg: Leg = Leg()
    right_leg: Leg = Leg()
    left_arm: Arm = Arm()
    right_arm: Arm = Arm()


SIDES: tuple[Literal["left", "right"], ...] = ("left", "right")
SWAPPED = {"left": "right", "right": "left"}
MIRRORED = ("roll", "turn", "side", "twist", "look", "tilt")
"""What changes its sign in a mirror."""


def mirrored(stance: Stance) -> Stance:
    """The same pose to the other side."""
    base = stance.base
    for side, other in SWAPPED.items():
        if stance.base.startswith(f"{side}-"):
            base = stance.base.replace(side, other)  # type: ignore[assignment]
    place = None if stance.place is None else (stance.place[0], stance.place[1], -stance.place[2])
    return replace(
        stance,
        base=base,
        place=place,
        left_leg=stance.right_leg,
        right_leg=stance.left_leg,
        left_arm=stance.right_arm,
        right_arm=stance.left_arm,
        **{name: -getattr(stance, name) for name in MIRRORED},
    )


def numbers_of(told: Stance | Leg | Arm) -> tuple[str, ...]:
    """The names of a pose's numbers, or of a limb's."""
    return tuple(each.name for each in fields(told) if isinstance(getattr(told, each.name), int | float))
