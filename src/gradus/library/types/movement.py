"""How an exercise moves: key poses, what touches what, and how long each part takes."""

from dataclasses import fields, replace
from typing import Annotated, Any, Literal

from gradus.body.pose import Arm, Base, Leg, Stance
from gradus.body.vectors import Vector
from gradus.library.bounds import fewest, least
from gradus.library.types.common import Text
from gradus.library.types.content import content
from gradus.library.types.watching import Watch

Region = Literal[
    "quads", "hamstrings", "glutes", "hip-side", "hip-front", "adductors", "calves", "shins", "abs",
    "obliques", "low-back", "upper-back", "chest", "shoulders", "biceps", "triceps", "grip",
]  # fmt: skip
"""Where the figure is tinted because muscles work there, or are stretched."""

Joint = Literal[
    "left-hand", "right-hand", "left-wrist", "right-wrist", "left-ankle", "right-ankle", "left-knee",
    "right-knee", "left-thigh", "right-thigh", "left-toe", "right-toe", "left-sole", "right-sole", "pelvis",
    "chest", "waist", "neck", "head", "left-shoulder", "right-shoulder", "left-ball", "right-ball",
    "left-heel", "right-heel", "left-elbow", "right-elbow", "back", "hands", "left-shin", "right-shin",
    "crown", "tail", "breast", "lap", "feet", "left-calf", "right-calf", "left-hamstring", "right-hamstring",
    "left-outer-knee", "right-outer-knee",
]  # fmt: skip
"""What a prop is held by, or is fixed to, or lies against."""

PropKind = Literal[
    "mat", "wall", "chair", "bench", "step", "pad", "cushion", "ball", "box", "band", "cable", "strap",
    "stick", "dumbbell", "kettlebell", "barbell", "plate", "roller", "cloth", "block", "post", "rail",
    "wheel", "tube", "bar", "stack", "upholstery", "arrow",
]  # fmt: skip


USUAL_YAW = 20.0
USUAL_PITCH = 9.0
"""Degrees by which a picture is turned and raised, so that both legs are seen."""


@content
class Prop:
    """A thing in the picture. It stands at `at` (in metres, its lower side), is `size` long, high and deep,
    and turned by `heading` and `tilt`; or it is held by the joints `by`, `at` away from them; or it runs
    along the places of `line` and on through the joints, as thick as `size` says first. `layer` puts it
    behind the figure or in front of it, where its own depth would not."""

    kind: PropKind
    at: Vector | None = None
    size: Vector | None = None
    heading: float = 0
    tilt: float = 0
    by: tuple[Joint, ...] = ()
    line: tuple[Vector, ...] = ()
    layer: Literal["behind", "front", "held", "between"] | None = None


@content
class Pose:
    """A key pose, in words and in angles. What it does not say is as in the pose before it; `legs` and `arms`
    speak of both sides."""

    says: Text
    base: Base | None = None
    place: Vector | None = None
    lean: float | None = None
    roll: float | None = None
    turn: float | None = None
    bend: float | None = None
    side: float | None = None
    twist: float | None = None
    nod: float | None = None
    look: float | None = None
    tilt: float | None = None
    legs: Leg | None = None
    left_leg: Leg | None = None
    right_leg: Leg | None = None
    arms: Arm | None = None
    left_arm: Arm | None = None
    right_arm: Arm | None = None


@content
class Stage:
    """One phase: it ends in pose `to` (the first is 0) and takes so many seconds; a stage that ends in the
    pose where it began is a pause. Without `seconds` the dose's tempo or hold tells them."""

    to: Annotated[int, least(0)]
    seconds: float


@content
class Movement:
    """One definition that draws, paces and checks an exercise. `view` is from where it is seen best; the
    picture is turned by `yaw` and seen from above by `pitch` degrees. Beside the first pose a still picture
    `shows` the last one, or another. The eyes are open, or `closed`. `watch` tells what a camera may say of
    it."""

    view: Literal["side", "front", "back"]
    kind: Literal["cycle", "alternating", "hold", "distance"]
    poses: Annotated[tuple[Pose, ...], fewest(1)]
    watch: Watch
    works: tuple[Region, ...] = ()
    props: tuple[Prop, ...] = ()
    stages: tuple[Stage, ...] = ()
    yaw: float = USUAL_YAW
    pitch: float = USUAL_PITCH
    shows: Annotated[int, least(0)] | None = None
    closed: bool = False

    @property
    def stances(self) -> tuple[Stance, ...]:
        """The key poses, each whole."""
        found: list[Stance] = []
        for pose in self.poses:
            found.append(_whole(pose, found[-1] if found else Stance()))
        return tuple(found)


LIMBS = ("left_leg", "right_leg", "left_arm", "right_arm")


def _whole(pose: Pose, before: Stance) -> Stance:
    said: dict[str, Any] = {}
    for each in fields(Stance):
        value = getattr(pose, each.name)
        if value is None and each.name in LIMBS:
            value = pose.legs if each.name.endswith("leg") else pose.arms
        if value is not None:
            said[each.name] = value
    return replace(before, **said)
