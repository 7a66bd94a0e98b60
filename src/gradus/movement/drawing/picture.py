"""A picture: the figure, its props and the floor, sampled over one repetition."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import acos, pi

from gradus.body.kinematics import Placed, placed
from gradus.body.vectors import Vector, inside
from gradus.library.types.exercises import Exercise
from gradus.library.types.movement import Movement
from gradus.movement.drawing.camera import Camera, camera
from gradus.movement.drawing.figure import LOOKS, Group, Part, Shape, groups
from gradus.movement.drawing.muscles import tints
from gradus.movement.drawing.props import pieces
from gradus.movement.drawing.things import Piece, ShapeOf, joint
from gradus.movement.timeline import body_at, loop


@dataclass(frozen=True, slots=True)
class Drawn:
    """One outline over the loop: a shape for each sampled moment, and what is seen of it."""

    name: str
    style: str
    shapes: tuple[Shape, ...]
    edge: bool
    seen: tuple[bool, ...] = ()


@dataclass(frozen=True, slots=True)
class Layer:
    """Outlines at one depth. `edges` are drawn below them; a `hollow` layer is its edges alone."""

    parts: tuple[Drawn, ...]
    edges: bool = True
    hollow: bool = False


@dataclass(frozen=True, slots=True)
class Sampled:
    """The whole loop: moments (0 to 1, of `seconds`), outlines from back to front, and the two still poses as
    moments; `box` is left, top, width and height on the page, in metres."""

    times: tuple[float, ...]
    seconds: float
    drawn: tuple[Drawn, ...]
    first: int
    last: int
    box: tuple[float, float, float, float]
    floor: tuple[Shape, ...]
    groups: tuple[Layer, ...]


def moments(
    movement: Movement, exercise: Exercise, steps: int
) -> tuple[list[float], list[Placed], float, int]:
    """The times of the samples, the bodies at them, the length of the loop, and which sample is the far
    pose."""
    parts = loop(movement, exercise.dose)
    if not parts:
        return [0.0], [placed(movement.stances[0])], 1.0, 0
    whole = sum(part.seconds for part in parts)
    now, far = 0.0, 0
    stances = {id(each): each for part in parts for each in (part.start, part.end)}
    posed = {name: placed(each) for name, each in stances.items()}
    found: list[tuple[float, Placed]] = [(0.0, posed[id(parts[0].start)])]
    for part in parts:
        if part.moves:
            for step in range(1, steps):
                share = step / steps
                at = now + part.seconds * acos(1 - 2 * share) / pi
                found.append((at / whole, body_at(part, share)))
        now += part.seconds
        found.append((now / whole, posed[id(part.end)]))
        if part.to == _far(movement) and not part.other_side and not far:
            far = len(found) - 1
    return [at for at, _ in found], [body for _, body in found], whole, far


def _far(movement: Movement) -> int:
    return len(movement.poses) - 1 if movement.shows is None else movement.shows


def sampled(exercise: Exercise, movement: Movement, steps: int) -> Sampled:
    """The loop of an exercise, with so many samples for each way."""
    times, bodies, whole, far = moments(movement, exercise, steps)
    view = camera(movement.view, movement.yaw, movement.pitch)
    layers = _figure(movement, bodies, view)
    nth = 0
    for prop in movement.props:
        for piece in pieces(prop, view):
            nth += 1
            depth = _piece_depth(piece, bodies, view) + nth * 1e-6
            layers.append((depth, Layer((_piece(nth, piece, bodies, view),), edges=False)))
    ordered = tuple(layer for _, layer in sorted(layers, key=lambda each: each[0]))
    drawn = tuple(each for layer in ordered if not layer.hollow for each in layer.parts)
    floor = _shadow(bodies, view)
    return Sampled(tuple(times), whole, drawn, 0, far, _box(drawn, floor), floor, ordered)


def _figure(movement: Movement, bodies: Sequence[Placed], view: Camera) -> list[tuple[float, Layer]]:
    """The figure's layers with their depths. The edge of a leg lies behind the trunk, so that hip and thigh
    are one piece."""
    layers: list[tuple[float, Layer]] = []
    sides = ("right", "left") if movement.view != "side" else ("right",)
    shown = _with_tints(movement, bodies, view, sides)
    trunk = next(_depth(each.joints, bodies, view) for each in shown if each.name == "trunk")
    for group in shown:
        depth = _depth(group.joints, bodies, view) + group.nearer
        far = " far" if group.name.startswith("left") and movement.view == "side" else ""
        parts = tuple(_drawn(part, part.style + _far_of(part, far), bodies, view) for part in group.parts)
        is_leg = group.name.endswith("leg") and depth > trunk
        layers.append((depth, Layer(parts, edges=not is_leg)))
        if is_leg:
            layers.append((trunk - 1e-4, Layer(parts, edges=True, hollow=True)))
    return layers


def _far_of(part: Part, far: str) -> str:
    return far if part.style in ("skin", "bare", "shirt", "legs", "shoe") else ""


def _with_tints(
    movement: Movement, bodies: Sequence[Placed], view: Camera, sides: Sequence[str]
) -> list[Group]:
    """The figure with the muscles tinted that are seen at some moment."""
    shown = groups(view, bodies[0], closed=movement.closed)
    depths = {each.name: _depth(each.joints, bodies, view) for each in shown}
    extra: dict[str, list[Part]] = {}
    for region in movement.works:
        for tint in tints(region, sides):
            if tint.seen(bodies[0], view) or tint.seen(bodies[-1], view):
                group = max(tint.groups, key=lambda name: depths[name])
                extra.setdefault(group, []).append(tint.part)
    return [
        Group(each.name, (*each.parts, *extra.get(each.name, ())), each.joints, each.nearer) for each in shown
    ]


def _depth(joints: Sequence[str], bodies: Sequence[Placed], view: Camera) -> float:
    depths = [view.depth(joint(body, name)) for body in bodies for name in joints]
    return sum(depths) / len(depths)


LAYERS: Mapping[str, float] = {"behind": -9.0, "front": 9.0}


def _piece_depth(piece: Piece, bodies: Sequence[Placed], view: Camera) -> float:
    if piece.layer in LAYERS or not piece.joints:
        return LAYERS.get(piece.layer, -9.0)
    away = -0.02 if piece.layer == "between" else 0.02
    return _depth(piece.joints, bodies, view) + away


def _drawn(part: Part, style: str, bodies: Sequence[Placed], view: Camera) -> Drawn:
    seen: tuple[bool, ...] = ()
    if part.name in LOOKS:
        seen = tuple(_looks(body, LOOKS[part.name], view) for body in bodies)
    return Drawn(part.name, style, _shapes(part.shape, bodies, view), part.edge, seen)


def _shapes(of: ShapeOf, bodies: Sequence[Placed], view: Camera) -> tuple[Shape, ...]:
    """The shape at each moment; where a body is the same as before, so is its shape."""
    known = {id(body): body for body in bodies}
    shapes = {each: of(body, view) for each, body in known.items()}
    return tuple(shapes[id(body)] for body in bodies)


def _looks(body: Placed, local: Vector, view: Camera) -> bool:
    return view.depth(inside(body.frames["head"], local)) > 0.08


def _piece(nth: int, piece: Piece, bodies: Sequence[Placed], view: Camera) -> Drawn:
    return Drawn(f"p{nth}", piece.style, _shapes(piece.shape, bodies, view), False)


GROUNDED = ("left-toe", "right-toe", "left-heel", "right-heel", "pelvis", "head", "left-knee", "right-knee",
            "left-wrist", "right-wrist", "left-elbow", "right-elbow")  # fmt: skip


def _shadow(bodies: Sequence[Placed], view: Camera) -> tuple[Shape, ...]:
    """A soft shadow on the floor below what is near it."""
    low = [body.points[name] for body in bodies for name in GROUNDED if body.points[name][1] < 0.45]
    if not low:
        low = [body.points["pelvis"] for body in bodies]
    seen = [view.sees((x, 0.0, z)) for x, _, z in low]
    left, right = min(x for x, _ in seen), max(x for x, _ in seen)
    middle = sum(y for _, y in seen) / len(seen)
    return (Shape(((left, middle), (right, middle)), 0.16, closed=False),)


def _box(drawn: Sequence[Drawn], floor: Sequence[Shape]) -> tuple[float, float, float, float]:
    every = {id(shape): shape for shape in (*floor, *(shape for each in drawn for shape in each.shapes))}
    xs: list[float] = []
    ys: list[float] = []
    for shape in every.values():
        across, down = zip(*shape.points, strict=True)
        half = shape.pen / 2
        xs += (min(across) - half, max(across) + half)
        ys += (min(down) - half, max(down) + half)
    return (min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys))
