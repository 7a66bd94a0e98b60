"""Where the figure is tinted: the muscles that work, or are stretched, as lenses on limbs and trunk."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from gradus.body.kinematics import Placed
from gradus.body.touching import OUT
from gradus.body.vectors import Vector, between, inside
from gradus.movement.drawing.camera import Camera
from gradus.movement.drawing.figure import Part, Shape, at, tapered


@dataclass(frozen=True, slots=True)
class Lens:
    """From near one joint to near another, in the frame of a part; `wide` at its middle. `outwards` numbers
    are to the side of the limb."""

    group: str
    frame: str
    start: tuple[str, Vector]
    end: tuple[str, Vector]
    wide: float = 0.036


def _limb(group: str, frame: str, start: tuple[str, Vector], end: tuple[str, Vector], wide: float) -> Lens:
    return Lens(group, frame, start, end, wide)


LENSES: Mapping[str, tuple[Lens, ...]] = {
    "quads": (_limb("leg", "thigh", ("hip", (0.045, -0.07, 0.0)), ("knee", (0.025, 0.03, 0.0)), 0.036),),
    "hamstrings": (
        _limb("leg", "thigh", ("hip", (-0.045, -0.09, 0.0)), ("knee", (-0.03, 0.02, 0.0)), 0.034),
    ),
    "adductors": (_limb("leg", "thigh", ("hip", (0.0, -0.07, -0.04)), ("knee", (0.0, 0.06, -0.02)), 0.03),),
    "calves": (_limb("leg", "shin", ("knee", (-0.035, -0.03, 0.0)), ("ankle", (-0.012, 0.12, 0.0)), 0.028),),
    "shins": (_limb("leg", "shin", ("knee", (0.03, -0.05, 0.0)), ("ankle", (0.015, 0.08, 0.0)), 0.02),),
    "glutes": (
        _limb("hip", "pelvis", ("hip", (-0.085, 0.075, 0.0)), ("hip", (-0.075, -0.075, 0.01)), 0.045),
    ),
    "hip-side": (_limb("hip", "pelvis", ("hip", (0.0, 0.1, 0.05)), ("hip", (0.0, -0.05, 0.075)), 0.04),),
    "hip-front": (_limb("hip", "pelvis", ("hip", (0.06, 0.1, 0.0)), ("hip", (0.07, -0.06, 0.0)), 0.028),),
    "abs": (Lens("trunk", "waist", ("chest", (0.075, -0.06, 0.0)), ("waist", (0.075, -0.06, 0.0)), 0.04),),
    "obliques": (Lens("side", "waist", ("chest", (0.02, -0.1, 0.1)), ("waist", (0.02, -0.04, 0.1)), 0.04),),
    "low-back": (
        Lens("trunk", "waist", ("chest", (-0.075, -0.06, 0.0)), ("waist", (-0.07, -0.06, 0.0)), 0.036),
    ),
    "upper-back": (
        Lens("trunk", "chest", ("neck", (-0.085, -0.04, 0.0)), ("chest", (-0.08, -0.05, 0.0)), 0.042),
    ),
    "chest": (Lens("trunk", "chest", ("neck", (0.07, -0.07, 0.0)), ("chest", (0.1, -0.02, 0.0)), 0.042),),
    "shoulders": (
        Lens("arm", "upper-arm", ("shoulder", (0.0, 0.03, 0.0)), ("shoulder", (0.0, -0.1, 0.0)), 0.045),
    ),
    "biceps": (
        Lens("arm", "upper-arm", ("shoulder", (0.02, -0.1, 0.0)), ("elbow", (0.015, 0.02, 0.0)), 0.026),
    ),
    "triceps": (
        Lens("arm", "upper-arm", ("shoulder", (-0.02, -0.08, 0.0)), ("elbow", (-0.015, 0.03, 0.0)), 0.026),
    ),
    "grip": (Lens("arm", "forearm", ("elbow", (0.0, -0.03, 0.0)), ("wrist", (0.0, 0.03, 0.0)), 0.024),),
}

GROUPS: Mapping[str, tuple[str, ...]] = {
    "hip": ("{side}-leg", "trunk"),
    "side": ("trunk",),
    "trunk": ("trunk",),
}
"""The groups of the figure that a lens lies on, where it is not a limb."""
BEHIND = -0.03
"""A tint this far on the other side of a limb, in metres, is not seen."""


@dataclass(frozen=True, slots=True)
class Tint:
    """A tinted piece, and the groups that it lies on: it is drawn with the nearer one."""

    groups: tuple[str, ...]
    part: Part
    lens: Lens
    side: str

    def seen(self, body: Placed, camera: Camera) -> bool:
        """Whether it is on the side that looks to the camera."""
        _, local = self.lens.start
        frame = _frame(body, self.lens, self.side)
        outwards = inside(body.frames[frame], (local[0], 0.0, OUT[self.side] * local[2]))
        return camera.depth(outwards) > BEHIND


@cache
def tints(region: str, sides: tuple[str, ...]) -> Sequence[Tint]:
    """The tinted pieces of a region, on these sides."""
    found = []
    for lens in LENSES[region]:
        for side in ("right",) if lens.group == "trunk" else sides:
            groups = GROUPS.get(lens.group, (f"{{side}}-{lens.group}",))
            own = tuple(name.format(side=side) for name in groups)
            part = Part(f"{side}-{region}", "works", _shape(lens, side), edge=False)
            found.append(Tint(own, part, lens, side))
    return found


def _frame(body: Placed, lens: Lens, side: str) -> str:
    own = f"{side}-{lens.frame}"
    return own if own in body.frames else lens.frame


def _shape(lens: Lens, side: str) -> Callable[[Placed, Camera], Shape]:
    out = OUT[side]

    def shape(body: Placed, camera: Camera) -> Shape:
        frame = _frame(body, lens, side)
        ends = [
            at(body, _joint(body, side, joint), frame, (local[0], local[1], out * local[2]))
            for joint, local in (lens.start, lens.end)
        ]
        places = (ends[0], between(ends[0], ends[1], 0.45), ends[1])
        return tapered(camera, places, (0.016, lens.wide, 0.014), 0.012)

    return shape


def _joint(body: Placed, side: str, joint: str) -> str:
    own = f"{side}-{joint}"
    return own if own in body.points else joint
