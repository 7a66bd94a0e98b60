"""A picture: the figure, its props and the floor, sampled over one repetition."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from gradus.body.kinematics import Placed
from gradus.body.vectors import Vector, inside
from gradus.library.types.exercises import Exercise
from gradus.library.types.movement import Movement
from gradus.movement.drawing.camera import Camera, Point, camera
from gradus.movement.drawing.figure import LOOKS, Part, Shape, groups
from gradus.movement.drawing.loop import Moments, moments
from gradus.movement.drawing.muscles import tints
from gradus.movement.drawing.props import pieces
from gradus.movement.drawing.things import Piece, joint


@dataclass(frozen=True, slots=True)
class Drawn:
    """One outline over the loop: its shape in each of the bodies, and in which of them it is seen, where that
    is not all."""

    name: str
    style: str
    shapes: tuple[Shape, ...]
    edge: bool
    seen: tuple[bool, ...] = ()

    @property
    def different(self) -> tuple[Shape, ...]:
        """Its shapes; the one shape where it never moves."""
        return self.shapes[:1] if self.shapes[0] is self.shapes[-1] else self.shapes


@dataclass(frozen=True, slots=True)
class Layer:
    """Outlines at one depth. `edges` are drawn below them; a `hollow` layer is its edges alone."""

    parts: tuple[Drawn, ...]
    edges: bool = True
    hollow: bool = False


@dataclass(frozen=True, slots=True)
class Sampled:
    """The whole loop, and its outlines from back to front; `box` is left, top, width and height on the page,
    in metres."""

    loop: Moments
    drawn: tuple[Drawn, ...]
    box: tuple[float, float, float, float]
    floor: Shape
    groups: tuple[Layer, ...]


def sampled(exercise: Exercise, movement: Movement, steps: int) -> Sampled:
    """The loop of an exercise, with so many samples for each way."""
    over = moments(movement, exercise, steps)
    view = camera(movement.view, movement.yaw, movement.pitch)
    layers = _figure(movement, over, view)
    nth = 0
    for prop in movement.props:
        for piece in pieces(prop, view):
            nth += 1
            depth = _piece_depth(piece, over, view) + nth * 1e-6
            layers.append((depth, Layer((_piece(nth, piece, over.bodies, view),), edges=False)))
    ordered = tuple(layer for _, layer in sorted(layers, key=lambda each: each[0]))
    drawn = tuple(each for layer in ordered if not layer.hollow for each in layer.parts)
    floor = _shadow(over, view)
    return Sampled(over, drawn, _box(drawn, floor), floor, ordered)


def _figure(movement: Movement, over: Moments, view: Camera) -> list[tuple[float, Layer]]:
    """The figure's layers with their depths. The edge of a leg lies behind the trunk, so that hip and thigh
    are one piece; the neck lies behind shirt and face."""
    layers: list[tuple[float, Layer]] = []
    shown = groups(view, [over.bodies[nth].frames["head"][0] for nth in over.which], closed=movement.closed)
    depths = {each.name: _depth(each.joints, over, view) for each in shown}
    depths["neck"] = min(depths["trunk"], depths["head"]) - 2e-4
    tinted = _tinted(movement, over, view, depths)
    trunk = depths["trunk"]
    for group in shown:
        depth, parts = depths[group.name], (*group.parts, *tinted.get(group.name, ()))
        far = " far" if group.name.startswith("left") and movement.view == "side" else ""
        drawn = tuple(_drawn(parts, far, over, view))
        is_leg = group.name.endswith("leg") and depth > trunk
        layers.append((depth, Layer(drawn, edges=not is_leg)))
        if is_leg:
            layers.append((trunk - 1e-4, Layer(drawn, edges=True, hollow=True)))
    return layers


def _far_of(part: Part, far: str) -> str:
    return far if part.style in ("skin", "bare", "shirt", "legs", "shoe") else ""


def _tinted(
    movement: Movement, over: Moments, view: Camera, depths: Mapping[str, float]
) -> dict[str, list[Part]]:
    """The muscles that are seen at the beginning or at the end, by the group that they are drawn with."""
    first, last = over.bodies[over.which[0]], over.bodies[over.which[-1]]
    sides = ("right", "left") if movement.view != "side" else ("right",)
    found: dict[str, list[Part]] = {}
    for region in movement.works:
        for tint in tints(region, sides):
            if tint.seen(first, view) or tint.seen(last, view):
                group = max(tint.groups, key=lambda name: depths[name])
                found.setdefault(group, []).append(tint.part)
    return found


def _depth(joints: Sequence[str], over: Moments, view: Camera) -> float:
    """How near joints are, in the mean over the loop."""
    each = [sum([view.depth(joint(body, name)) for name in joints]) for body in over.bodies]
    return sum([each[nth] for nth in over.which]) / (len(over.which) * len(joints))


LAYERS: Mapping[str, float] = {"behind": -9.0, "front": 9.0}


def _piece_depth(piece: Piece, over: Moments, view: Camera) -> float:
    if piece.layer in LAYERS or not piece.joints:
        return LAYERS.get(piece.layer, -9.0)
    away = -0.02 if piece.layer == "between" else 0.02
    return _depth(piece.joints, over, view) + away


def _drawn(parts: Sequence[Part], far: str, over: Moments, view: Camera) -> Iterator[Drawn]:
    """The parts that are seen in some of the bodies."""
    for part in parts:
        seen: tuple[bool, ...] = ()
        if part.name in LOOKS:
            looks = [_looks(body, part.name, view) for body in over.bodies]
            if not any(looks):
                continue
            seen = () if all(looks) else tuple(looks)
        shapes = tuple([part.shape(body, view) for body in over.bodies])
        yield Drawn(part.name, part.style + _far_of(part, far), shapes, part.edge, seen)


def _looks(body: Placed, name: str, view: Camera) -> bool:
    local, least = LOOKS[name]
    return view.depth(inside(body.frames["head"], local)) > least


def _piece(nth: int, piece: Piece, bodies: Sequence[Placed], view: Camera) -> Drawn:
    """A piece over the loop; one that hangs on no joint is the same in every body."""
    if piece.joints:
        shapes = tuple([piece.shape(body, view) for body in bodies])
    else:
        shapes = (piece.shape(bodies[0], view),) * len(bodies)
    return Drawn(f"p{nth}", piece.style, shapes, False)


GROUNDED = ("left-toe", "right-toe", "left-heel", "right-heel", "pelvis", "head", "left-knee", "right-knee",
            "left-wrist", "right-wrist", "left-elbow", "right-elbow")  # fmt: skip
LOW = 0.45
"""Metres above the floor, below which a joint has a shadow."""


def _shadow(over: Moments, view: Camera) -> Shape:
    """A soft shadow on the floor below what is near it."""
    near = [_grounded(body, view) for body in over.bodies]
    if not any(near):
        near = [[_below(body.points["pelvis"], view)] for body in over.bodies]
    left, right = min(x for seen in near for x, _ in seen), max(x for seen in near for x, _ in seen)
    downs = [y for nth in over.which for _, y in near[nth]]
    middle = sum(downs) / len(downs)
    return Shape(((left, middle), (right, middle)), 0.16, closed=False)


def _grounded(body: Placed, view: Camera) -> list[Point]:
    """The places below the joints that are near the floor."""
    return [_below(body.points[name], view) for name in GROUNDED if body.points[name][1] < LOW]


def _below(point: Vector, view: Camera) -> Point:
    return view.sees((point[0], 0.0, point[2]))


def _box(drawn: Sequence[Drawn], floor: Shape) -> tuple[float, float, float, float]:
    xs: list[float] = []
    ys: list[float] = []
    for shapes in ((floor,), *(each.different for each in drawn)):
        across, down = zip(*[point for shape in shapes for point in shape.points], strict=True)
        half = shapes[0].pen / 2
        xs += (min(across) - half, max(across) + half)
        ys += (min(down) - half, max(down) + half)
    return (min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys))
