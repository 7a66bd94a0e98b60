"""Furniture: blocks of which the faces are drawn that look to the camera, and what stands on legs."""

from collections.abc import Iterator
from math import cos, pi, sin

from gradus.body.kinematics import Placed
from gradus.body.vectors import Frame, Vector, beside, between, dot, plus, times
from gradus.library.types.movement import Prop
from gradus.movement.drawing.camera import Camera
from gradus.movement.drawing.figure import Shape, spread
from gradus.movement.drawing.things import GROUND, Piece, frame_of, joint, still

EDGE = 0.004
POST = 0.018
SIZES: dict[str, Vector] = {
    "bench": (1.1, 0.42, 0.32),
    "block": (0.3, 0.3, 0.3),
    "box": (0.4, 0.4, 0.5),
    "chair": (0.42, 0.42, 0.42),
    "cloth": (0.2, 0.012, 0.18),
    "cushion": (0.36, 0.07, 0.36),
    "mat": (1.9, 0.015, 0.66),
    "pad": (0.42, 0.07, 0.4),
    "post": (0.06, 1.7, 0.06),
    "rail": (0.04, 0.95, 0.9),
    "stack": (0.18, 0.9, 0.24),
    "step": (0.34, 0.15, 0.6),
    "upholstery": (0.5, 0.08, 0.4),
    "wall": (0.08, 1.75, 1.0),
}
"""How long, high and deep things are where a definition says nothing else, in metres."""
STYLES = {
    "box": "wood",
    "block": "wood",
    "post": "steel",
    "stack": "steel",
    "upholstery": "seat",
    "step": "wood",
}
BACKREST = 0.42
SPOKES = 18
FACES = ((2, "b"), (0, "c"), (1, "a"))
"""Which faces of a block are drawn, and in which shade: its side, its front, its top."""


def block(prop: Prop, camera: Camera) -> Iterator[Piece]:
    """A box that stands on the floor, or moves with a joint."""
    style = STYLES.get(prop.kind, prop.kind)
    size = prop.size or SIZES[prop.kind]
    if prop.by:
        yield from _carried(prop, style, size)
    else:
        yield from _box(prop, style, 0.0, size, camera)


def _box(prop: Prop, style: str, height: float, size: Vector, camera: Camera) -> Iterator[Piece]:
    frame = frame_of(prop)
    centre = beside(prop.at or GROUND, frame, (0.0, height + size[1] / 2, 0.0))
    for nth, tone in FACES:
        face = still(_face(frame, centre, size, nth, camera), EDGE)
        yield Piece(f"{style} {tone}", face, prop.layer or "behind")


def _carried(prop: Prop, style: str, size: Vector) -> Iterator[Piece]:
    frame = frame_of(prop)
    for nth, tone in FACES:

        def shape(body: Placed, camera: Camera, nth: int = nth) -> Shape:
            centre = plus(joint(body, prop.by[0]), prop.at or GROUND)
            return spread(camera, _face(frame, centre, size, nth, camera), EDGE)

        yield Piece(f"{style} {tone}", shape, prop.layer or "behind", prop.by)


def _face(frame: Frame, centre: Vector, size: Vector, nth: int, camera: Camera) -> list[Vector]:
    """The corners of that one of two opposite faces which looks to the camera."""
    outwards = frame[nth] if dot(frame[nth], camera.near) >= 0 else times(frame[nth], -1.0)
    one, other = (frame[each] for each in range(len(frame)) if each != nth)
    a, b = (size[each] / 2 for each in range(len(frame)) if each != nth)
    middle = plus(centre, times(outwards, size[nth] / 2))
    signs = ((1, 1), (1, -1), (-1, -1), (-1, 1))
    return [plus(middle, plus(times(one, a * x), times(other, b * y))) for x, y in signs]


def _legs(prop: Prop, size: Vector, top: float, camera: Camera) -> Iterator[Piece]:
    """Four legs, the farthest first."""
    frame, at = frame_of(prop), prop.at or GROUND
    feet = [
        beside(at, frame, (x * (size[0] / 2 - 0.03), 0.0, z * (size[2] / 2 - 0.03)))
        for x in (-1, 1)
        for z in (-1, 1)
    ]
    for foot in sorted(feet, key=camera.depth):
        leg = [foot, plus(foot, (0.0, top, 0.0))]
        yield Piece("post", still(leg, POST, closed=False), prop.layer or "behind")


def chair(prop: Prop, camera: Camera) -> Iterator[Piece]:
    """A chair for somebody who looks to `heading`; its back is nearer than the seat where it is seen so."""
    size = prop.size or SIZES["chair"]
    yield from _legs(prop, size, size[1], camera)
    behind = dot(frame_of(prop)[0], camera.near) >= 0
    if behind:
        yield from _backrest(prop, size)
    yield from _box(prop, "seat", size[1] - 0.05, (size[0], 0.05, size[2]), camera)
    if not behind:
        yield from _backrest(prop, size)


def _backrest(prop: Prop, size: Vector) -> Iterator[Piece]:
    frame, at, layer = frame_of(prop), prop.at or GROUND, prop.layer or "behind"
    posts = []
    for z in (-1, 1):
        foot = (-size[0] / 2 + 0.02, size[1], z * (size[2] / 2 - 0.03))
        top = (foot[0] - 0.03, size[1] + BACKREST, foot[2])
        posts.append((beside(at, frame, foot), beside(at, frame, top)))
        yield Piece("post", still(posts[-1], POST, closed=False), layer)
    (low, high), (other_low, other_high) = posts
    slat = [between(low, high, 0.55), high, other_high, between(other_low, other_high, 0.55)]
    yield Piece("wood b", still(slat, 0.02), layer)


def bench(prop: Prop, camera: Camera) -> Iterator[Piece]:
    """A padded bench."""
    size = prop.size or SIZES["bench"]
    yield from _legs(prop, size, size[1] - 0.05, camera)
    yield from _box(prop, "seat", size[1] - 0.08, (size[0], 0.08, size[2]), camera)


def rail(prop: Prop, _: Camera) -> Iterator[Piece]:
    """A rail to hold."""
    size = prop.size or SIZES["rail"]
    frame, at = frame_of(prop), prop.at or GROUND
    corners = ((0.0, -1), (size[1], -1), (size[1], 1), (0.0, 1))
    places = [beside(at, frame, (0.0, y, z * size[2] / 2)) for y, z in corners]
    yield Piece("tube", still(places, POST, closed=False), prop.layer or "behind")


def wheel(prop: Prop, _: Camera) -> Iterator[Piece]:
    """A ring that stands upright."""
    radius = (prop.size or (0.25, 0.0, 0.0))[0]
    turns = [pi * nth / (SPOKES / 2) for nth in range(SPOKES + 1)]
    rim = [plus(prop.at or GROUND, (radius * cos(turn), radius * sin(turn), 0.0)) for turn in turns]
    yield Piece("tube", still(rim, 0.016, closed=False), prop.layer or "behind")
