"""What all props are made of: pieces of outline, and the joints that they hang on."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from gradus.body.kinematics import Placed
from gradus.body.pose import SIDES
from gradus.body.touching import OUT
from gradus.body.vectors import Frame, Vector, beside, between, pitched, then, turned
from gradus.library.types.movement import Prop
from gradus.movement.drawing.camera import Camera
from gradus.movement.drawing.figure import Shape, spread

ShapeOf = Callable[[Placed, Camera], Shape]
GROUND: Vector = (0.0, 0.0, 0.0)


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of a prop: its class, its shape, and whether it is behind, in front or as deep as joints."""

    style: str
    shape: ShapeOf
    layer: str
    joints: tuple[str, ...] = ()


ON_BODY: dict[str, tuple[str, str, Vector]] = {
    "back": ("neck", "chest", (-0.11, -0.03, 0.0)),
    "crown": ("head", "head", (-0.13, 0.14, 0.0)),
    "tail": ("pelvis", "pelvis", (-0.14, -0.06, 0.0)),
    "breast": ("chest", "chest", (0.13, 0.03, 0.0)),
    "lap": ("pelvis", "pelvis", (0.13, 0.02, 0.0)),
}
"""Places on the trunk and the head, by joint and frame."""
ON_LIMBS: dict[str, tuple[str, str, float]] = {
    "thigh": ("hip", "knee", 0.82),
    "shin": ("knee", "ankle", 0.75),
    "hand": ("wrist", "hand", 0.7),
}
"""Places on limbs, as shares of the way between two joints."""
AGAINST: dict[str, tuple[str, str, Vector]] = {
    "calf": ("ankle", "shin", (-0.095, 0.07, 0.0)),
    "hamstring": ("knee", "thigh", (-0.115, 0.09, 0.0)),
    "outer-knee": ("knee", "thigh", (0.0, 0.02, 0.095)),
}
"""Where a pad or a roller lies against a limb, by joint and frame, outwards."""
PLACES = {"hands", "feet", *ON_BODY, *(f"{side}-{part}" for side in SIDES for part in (*ON_LIMBS, *AGAINST))}
"""The names that are not of a joint."""


def joint(body: Placed, name: str) -> Vector:
    """A joint by name, or a place on the body that has one."""
    points = body.points
    if name not in PLACES:
        return points[name]
    if name == "hands":
        return between(joint(body, "left-hand"), joint(body, "right-hand"), 0.5)
    if name == "feet":
        return between(points["left-ankle"], points["right-ankle"], 0.5)
    if name in ON_BODY:
        base, frame, local = ON_BODY[name]
        return beside(points[base], body.frames[frame], local)
    side, _, part = name.partition("-")
    if part in AGAINST:
        base, frame, (ahead, up, out) = AGAINST[part]
        return beside(points[f"{side}-{base}"], body.frames[f"{side}-{frame}"], (ahead, up, OUT[side] * out))
    upper, lower, share = ON_LIMBS[part]
    return between(points[f"{side}-{upper}"], points[f"{side}-{lower}"], share)


def frame_of(prop: Prop) -> Frame:
    """How a prop stands in the room."""
    return then(turned(prop.heading), pitched(prop.tilt))


def still(corners: Sequence[Vector], pen: float, *, closed: bool = True) -> ShapeOf:
    """An outline that never moves."""

    @lru_cache(maxsize=1)
    def shape(camera: Camera) -> Shape:
        return spread(camera, corners, pen, closed=closed)

    return lambda _, camera: shape(camera)
