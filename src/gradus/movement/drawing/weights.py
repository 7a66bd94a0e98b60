"""Weights, bands and balls: what is held, or hangs on the body."""

from collections.abc import Iterator
from math import hypot

from gradus.body.kinematics import Placed
from gradus.body.vectors import Vector, between, minus, plus, times, turned, unit
from gradus.library.types.movement import Prop
from gradus.movement.drawing.camera import Camera
from gradus.movement.drawing.figure import Shape, spread
from gradus.movement.drawing.things import GROUND, Piece, joint, still

PENS = {"band": 0.009, "bar": 0.014, "cable": 0.007, "strap": 0.012, "stick": 0.012, "tube": 0.018}
BALL = 0.3
HALF_BAR, PLATE, SLEEVE = 0.62, 0.15, 0.08
HEAD = 0.04
"""How long the head of an arrow is."""
DOWN: Vector = (0.0, -1.0, 0.0)


def line(prop: Prop, _: Camera) -> Iterator[Piece]:
    """A line through its places, then through its joints, as thick as its size says."""
    pen = prop.size[0] if prop.size else PENS[prop.kind]

    def shape(body: Placed, camera: Camera) -> Shape:
        places = [*prop.line, *(plus(joint(body, name), prop.at or GROUND) for name in prop.by)]
        return spread(camera, places, pen, closed=False)

    yield Piece(prop.kind, shape, prop.layer or ("held" if prop.by else "behind"), prop.by)


def arrow(prop: Prop, _: Camera) -> Iterator[Piece]:
    """Which way something small goes."""

    def shape(body: Placed, camera: Camera) -> Shape:
        origin = joint(body, prop.by[0]) if prop.by else GROUND
        points = [camera.sees(plus(origin, place)) for place in prop.line]
        (x, y), (fx, fy) = points[-1], points[-2]
        size = hypot(x - fx, y - fy) or 1.0
        ax, ay = (x - fx) / size * HEAD, (y - fy) / size * HEAD
        wings = ((x - ax - ay, y - ay + ax), (x, y), (x - ax + ay, y - ay - ax))
        return Shape((*points, *wings), 0.016, closed=False)

    yield Piece("arrow", shape, prop.layer or "front", prop.by)


def disc(prop: Prop, _: Camera) -> Iterator[Piece]:
    """A round pad or plate, seen from its side; a roller along its line, where it has one."""
    radius = (prop.size or (0.07, 0.0, 0.0))[0]
    style = "roller" if prop.kind == "roller" else "iron"
    for name in prop.by:

        def shape(body: Placed, camera: Camera, name: str = name) -> Shape:
            return spread(camera, (plus(joint(body, name), prop.at or GROUND),), radius)

        yield Piece(style, shape, prop.layer or "held", (name,))
    if not prop.by:
        places = prop.line or (prop.at or GROUND,)
        yield Piece(style, still(places, radius, closed=False), prop.layer or "behind")


def dumbbell(prop: Prop, _: Camera) -> Iterator[Piece]:
    """A short bar with a weight at each end, across the palm, or turned by `heading`, or upright."""
    layer = prop.layer or "held"
    for name in prop.by:

        def ends(body: Placed, far: float, name: str = name) -> tuple[Vector, Vector]:
            middle = plus(joint(body, name), prop.at or GROUND)
            axis = (0.0, 1.0, 0.0) if prop.tilt else _across_palm(body, name, prop.heading)
            return plus(middle, times(axis, far)), plus(middle, times(axis, -far))

        def bar(body: Placed, camera: Camera, ends: object = ends) -> Shape:
            return spread(camera, ends(body, 0.1), 0.014, closed=False)  # type: ignore[operator]

        yield Piece("bar", bar, layer, (name,))
        for nth in range(2):

            def weight(body: Placed, camera: Camera, nth: int = nth, ends: object = ends) -> Shape:
                found = [ends(body, far)[nth] for far in (0.075, 0.105)]  # type: ignore[operator]
                return spread(camera, found, 0.042, closed=False)

            yield Piece("iron", weight, layer, (name,))


def _across_palm(body: Placed, name: str, heading: float) -> Vector:
    side = name.partition("-")[0]
    forearm = body.frames.get(f"{side}-forearm") or body.frames["right-forearm"]
    return turned(heading)[0] if heading else unit(forearm[0])


def kettlebell(prop: Prop, _: Camera) -> Iterator[Piece]:
    """A bell with its handle in both hands."""

    def below(body: Placed, far: float) -> Vector:
        hand, wrist = (
            joint(body, "hands"),
            between(body.points["left-wrist"], body.points["right-wrist"], 0.5),
        )
        return plus(hand, times(unit(minus(hand, wrist), DOWN), far))

    layer, names = prop.layer or "held", ("left-hand", "right-hand")

    def handle(body: Placed, camera: Camera) -> Shape:
        corners = ((0.15, -0.06), (0.01, -0.045), (0.01, 0.045), (0.15, 0.06))
        return spread(camera, [plus(below(body, far), (0.0, 0.0, out)) for far, out in corners], 0.015)

    yield Piece("bar", handle, layer, names)
    yield Piece("iron", lambda body, camera: spread(camera, (below(body, 0.15),), 0.085), layer, names)


def barbell(prop: Prop, _: Camera) -> Iterator[Piece]:
    """A long bar across the body, with a plate at each end."""
    radius = (prop.size or (PLATE, 0.0, 0.0))[0]
    names = prop.by

    def end(body: Placed, far: float) -> Vector:
        return plus(plus(joint(body, names[0]), prop.at or GROUND), (0.0, 0.0, far))

    def bar(body: Placed, camera: Camera) -> Shape:
        far = HALF_BAR + SLEEVE
        return spread(camera, (end(body, -far), end(body, far)), 0.014, closed=False)

    yield Piece(
        "iron far", lambda body, camera: spread(camera, (end(body, -HALF_BAR),), radius), "behind", names
    )
    yield Piece("bar", bar, prop.layer or "held", names)
    yield Piece("plate", lambda body, camera: spread(camera, (end(body, HALF_BAR),), radius), "front", names)
    yield Piece("hub", lambda body, camera: spread(camera, (end(body, HALF_BAR),), 0.03), "front", names)


def ball(prop: Prop, _: Camera) -> Iterator[Piece]:
    """A ball on the floor, or between the joints that hold it, with a light on it."""
    radius = (prop.size or (BALL, 0.0, 0.0))[0]
    layer = prop.layer or "behind"

    def centre(body: Placed) -> Vector:
        base = prop.at or GROUND
        if not prop.by:
            return plus(base, (0.0, radius, 0.0))
        total = GROUND
        for name in prop.by:
            total = plus(total, joint(body, name))
        return plus(times(total, 1 / len(prop.by)), base)

    def lit(body: Placed, camera: Camera) -> Shape:
        x, y = camera.sees(centre(body))
        return Shape(((x - radius * 0.4, y - radius * 0.4),), radius * 0.5)

    yield Piece("ball", lambda body, camera: spread(camera, (centre(body),), radius), layer, prop.by)
    yield Piece("shine", lit, layer, prop.by)
