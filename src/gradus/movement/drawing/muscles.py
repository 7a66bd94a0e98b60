"""Where the figure is tinted: the muscles that work, or are stretched, as lenses on limbs and trunk."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from gradus.body.kinematics import Placed
from gradus.body.vectors import Vector, between
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

OUT = {"left": -1.0, "right": 1.0}


def tints(region: str, sides: tuple[str, ...]) -> list[tuple[str, Part]]:
    """The tinted pieces of a region, each with the group it lies on."""
    found = []
    for nth, lens in enumerate(LENSES[region]):
        if lens.group == "trunk":
            found.append(("trunk", Part(f"{region}{nth}", "works", _shape(lens, "right"), edge=False)))
            continue
        for side in sides:
            group = {"hip": f"{side}-leg", "side": "trunk"}.get(lens.group, f"{side}-{lens.group}")
            found.append((group, Part(f"{side}-{region}{nth}", "works", _shape(lens, side), edge=False)))
    return found


def _shape(lens: Lens, side: str) -> Callable[[Placed, Camera], Shape]:
    out = OUT[side]

    def shape(body: Placed, camera: Camera) -> Shape:
        own = f"{side}-{lens.frame}"
        frame = own if own in body.frames else lens.frame
        ends = [
            at(body, _joint(body, side, joint), frame, (local[0], local[1], out * local[2]))
            for joint, local in (lens.start, lens.end)
        ]
        pen = 0.012
        stations = ((ends[0], 0.016), (between(ends[0], ends[1], 0.45), lens.wide), (ends[1], 0.014))
        return tapered(camera, stations, pen)

    return shape


def _joint(body: Placed, side: str, joint: str) -> str:
    own = f"{side}-{joint}"
    return own if own in body.points else joint
