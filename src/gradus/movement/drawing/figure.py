"""The figure: tapered limbs, trunk, head and clothes, as outlines on the page."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from math import hypot
from typing import NamedTuple

from gradus.body.kinematics import Placed
from gradus.body.vectors import Vector, beside, between, plus, times
from gradus.movement.drawing.camera import Camera, Point


class Shape(NamedTuple):
    """A closed outline (or a line, or a dot) that is drawn with a round pen of this width, in metres."""

    points: tuple[Point, ...]
    pen: float
    closed: bool = True


@dataclass(frozen=True, slots=True)
class Part:
    """A piece of the figure: its class in the style sheet, and its shape in a body. `edge` outlines it."""

    name: str
    style: str
    shape: Callable[[Placed, Camera], Shape]
    edge: bool = True


@dataclass(frozen=True, slots=True)
class Group:
    """Pieces that lie at one depth, told by joints."""

    name: str
    parts: tuple[Part, ...]
    joints: tuple[str, ...]


def normal(one: Point, other: Point) -> Point:
    """The direction to the left of a line on the page."""
    x, y = other[0] - one[0], other[1] - one[1]
    size = hypot(x, y)
    return (-y / size, x / size) if size > 1e-6 else (1.0, 0.0)


def tapered(camera: Camera, places: Sequence[Vector], radii: Sequence[float], pen: float) -> Shape:
    """An outline along some places, as wide at each as its radius says, which is that of the pen at least."""
    seen = camera.sees_all(places)
    nx, ny = normal(seen[0], seen[-1])
    wide = [radius - pen for radius in radii]
    there = [(x + nx * each, y + ny * each) for (x, y), each in zip(seen, wide, strict=True)]
    back = [(x - nx * each, y - ny * each) for (x, y), each in zip(seen, wide, strict=True) if each]
    return Shape((*there, *reversed(back)), pen + pen)


def spread(camera: Camera, places: Iterable[Vector], pen: float, *, closed: bool = True) -> Shape:
    return Shape(tuple(camera.sees_all(places)), pen + pen, closed)


def at(body: Placed, joint: str, frame: str, local: Vector) -> Vector:
    """A place near a joint, told in the frame of a part."""
    return beside(body.points[joint], body.frames[frame], local)


# --- limbs ---


def thigh(side: str) -> Callable[[Placed, Camera], Shape]:
    hip, knee = f"{side}-hip", f"{side}-knee"

    def shape(body: Placed, camera: Camera) -> Shape:
        return tapered(camera, (body.points[hip], body.points[knee]), (0.09, 0.057), 0.05)

    return shape


def shin(side: str) -> Callable[[Placed, Camera], Shape]:
    def shape(body: Placed, camera: Camera) -> Shape:
        knee, ankle = body.points[f"{side}-knee"], body.points[f"{side}-ankle"]
        back = times(body.frames[f"{side}-shin"][0], -0.014)
        calf = plus(between(knee, ankle, 0.33), back)
        return tapered(camera, (knee, calf, ankle), (0.054, 0.057, 0.035), 0.035)

    return shape


def shoe(side: str) -> Callable[[Placed, Camera], Shape]:
    foot, heel, toe, ankle = (f"{side}-{name}" for name in ("foot", "heel", "toe", "ankle"))

    def shape(body: Placed, camera: Camera) -> Shape:
        places = (
            at(body, heel, foot, (0.03, 0.032, 0.0)),
            at(body, toe, foot, (-0.03, 0.03, 0.0)),
            at(body, ankle, foot, (0.035, -0.012, 0.0)),
            at(body, ankle, foot, (-0.02, 0.0, 0.0)),
        )
        return spread(camera, places, 0.032)

    return shape


def bare_arm(side: str) -> Callable[[Placed, Camera], Shape]:
    names = (f"{side}-shoulder", f"{side}-elbow", f"{side}-wrist")

    def shape(body: Placed, camera: Camera) -> Shape:
        return spread(camera, [body.points[name] for name in names], 0.036, closed=False)

    return shape


def sleeve(side: str) -> Callable[[Placed, Camera], Shape]:
    def shape(body: Placed, camera: Camera) -> Shape:
        shoulder, elbow = body.points[f"{side}-shoulder"], body.points[f"{side}-elbow"]
        return tapered(camera, (shoulder, between(shoulder, elbow, 0.48)), (0.062, 0.054), 0.046)

    return shape


def hand(side: str) -> Callable[[Placed, Camera], Shape]:
    def shape(body: Placed, camera: Camera) -> Shape:
        wrist, knuckles = body.points[f"{side}-wrist"], body.points[f"{side}-hand"]
        thumb = plus(between(wrist, knuckles, 0.7), times(body.frames[f"{side}-forearm"][0], 0.03))
        return spread(camera, (wrist, between(wrist, knuckles, 0.9), thumb), 0.03)

    return shape


# --- trunk and head ---


def hips(body: Placed, camera: Camera) -> Shape:
    places = (
        at(body, "left-hip", "pelvis", (0.01, 0.02, 0.0)),
        at(body, "left-hip", "pelvis", (-0.045, -0.012, 0.01)),
        at(body, "right-hip", "pelvis", (-0.045, -0.012, -0.01)),
        at(body, "right-hip", "pelvis", (0.01, 0.02, 0.0)),
        at(body, "waist", "pelvis", (0.0, -0.01, 0.05)),
        at(body, "waist", "pelvis", (0.0, -0.01, -0.05)),
    )
    return spread(camera, places, 0.085)


def shirt(body: Placed, camera: Camera) -> Shape:
    places = (
        at(body, "left-shoulder", "chest", (-0.012, -0.055, 0.07)),
        at(body, "neck", "chest", (-0.018, -0.07, 0.0)),
        at(body, "right-shoulder", "chest", (-0.012, -0.055, -0.07)),
        at(body, "chest", "chest", (0.018, -0.03, 0.075)),
        at(body, "waist", "waist", (0.004, -0.015, 0.052)),
        at(body, "waist", "waist", (0.004, -0.015, -0.052)),
        at(body, "chest", "chest", (0.018, -0.03, -0.075)),
    )
    return spread(camera, places, 0.09)


def neck(body: Placed, camera: Camera) -> Shape:
    places = (
        at(body, "neck", "chest", (-0.005, -0.02, 0.0)),
        at(body, "head", "head", (-0.01, -0.06, 0.0)),
    )
    return spread(camera, places, 0.045, closed=False)


def dot_at(local: Vector, radius: float) -> Callable[[Placed, Camera], Shape]:
    """A ball fixed to the head."""

    def shape(body: Placed, camera: Camera) -> Shape:
        return spread(camera, (at(body, "head", "head", local),), radius)

    return shape


def face(body: Placed, camera: Camera) -> Shape:
    places = (
        at(body, "head", "head", (0.03, 0.015, 0.028)),
        at(body, "head", "head", (0.03, 0.015, -0.028)),
        at(body, "head", "head", (0.034, -0.052, -0.012)),
        at(body, "head", "head", (0.034, -0.052, 0.012)),
    )
    return spread(camera, places, 0.066)


def line_at(*locals_: Vector, pen: float) -> Callable[[Placed, Camera], Shape]:
    def shape(body: Placed, camera: Camera) -> Shape:
        return spread(camera, [at(body, "head", "head", each) for each in locals_], pen, closed=False)

    return shape


HAIR = (
    Part("bun", "hair", dot_at((-0.125, 0.035, 0.0), 0.045)),
    Part("hair", "hair", dot_at((-0.012, 0.022, 0.0), 0.108)),
)


def _features(*, closed: bool) -> Iterator[Part]:
    yield Part("face", "skin", face, edge=False)
    yield Part("nose", "skin", dot_at((0.105, -0.025, 0.0), 0.016), edge=False)
    for name, out in (("left", -1.0), ("right", 1.0)):
        eye = (0.09, 0.0, out * 0.036)
        if closed:
            lid = ((0.09, -0.002, out * 0.02), (0.085, -0.006, out * 0.036), (0.075, -0.002, out * 0.052))
            yield Part(f"{name}-eye", "line", line_at(*lid, pen=0.005), edge=False)
        else:
            yield Part(f"{name}-eye", "eye", dot_at(eye, 0.011), edge=False)
    smile = ((0.083, -0.062, 0.024), (0.092, -0.069, 0.0), (0.083, -0.062, -0.024))
    yield Part("mouth", "line", line_at(*smile, pen=0.0045), edge=False)
    for name, out in (("left", -1.0), ("right", 1.0)):
        yield Part(f"{name}-ear", "ear", dot_at((-0.012, -0.015, out * 0.1), 0.022), edge=False)


AWAKE, ASLEEP = tuple(_features(closed=False)), tuple(_features(closed=True))
"""The face and what is in it, with its eyes open and closed."""


def head(camera: Camera, facing: Vector, *, closed: bool) -> tuple[Part, ...]:
    """The head as it is seen: the face before the hair, or behind it."""
    towards = camera.depth(facing)
    front = ASLEEP if closed else AWAKE
    if towards <= -0.1:
        front = front[:1]
    return (*HAIR, *front) if towards > -0.35 else (*front, HAIR[1], HAIR[0])


LOOKS = {
    "left-eye": (0.6, 0.0, -0.5), "right-eye": (0.6, 0.0, 0.5), "mouth": (1.0, -0.3, 0.0),
    "left-ear": (0.05, 0.0, -1.0), "right-ear": (0.05, 0.0, 1.0), "nose": (1.0, 0.0, 0.0),
}  # fmt: skip
"""Where the features of a face look; what looks away is not seen."""


def leg(side: str) -> tuple[Part, ...]:
    return (
        Part(f"{side}-shoe", "shoe", shoe(side)),
        Part(f"{side}-shin", "legs", shin(side)),
        Part(f"{side}-thigh", "legs", thigh(side)),
    )


def arm(side: str) -> tuple[Part, ...]:
    return (
        Part(f"{side}-hand", "skin", hand(side)),
        Part(f"{side}-arm", "bare", bare_arm(side)),
        Part(f"{side}-sleeve", "shirt", sleeve(side)),
    )


LEGS = tuple(Group(f"{s}-leg", leg(s), (f"{s}-hip", f"{s}-knee", f"{s}-ankle")) for s in ("left", "right"))
ARMS = tuple(
    Group(f"{s}-arm", arm(s), (f"{s}-shoulder", f"{s}-elbow", f"{s}-wrist")) for s in ("left", "right")
)
TRUNK = (Part("neck", "bare", neck), Part("hips", "legs", hips), Part("shirt", "shirt", shirt))
MIDDLE = Group("trunk", TRUNK, ("pelvis", "waist", "chest"))


def groups(camera: Camera, body: Placed, *, closed: bool = False) -> tuple[Group, ...]:
    """The pieces of the figure."""
    top = Group("head", head(camera, body.frames["head"][0], closed=closed), ("head",))
    return (*LEGS, MIDDLE, top, *ARMS)
