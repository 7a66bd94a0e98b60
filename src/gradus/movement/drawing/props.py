"""Things in the picture: which pieces a prop is drawn with."""

from collections.abc import Callable, Iterator, Mapping

from gradus.library.types.movement import Prop
from gradus.movement.drawing.camera import Camera
from gradus.movement.drawing.furniture import bench, block, chair, rail, wheel
from gradus.movement.drawing.things import Piece
from gradus.movement.drawing.weights import arrow, ball, barbell, disc, dumbbell, kettlebell, line

DRAW: Mapping[str, Callable[[Prop, Camera], Iterator[Piece]]] = {
    "arrow": arrow,
    "ball": ball,
    "band": line,
    "bar": line,
    "barbell": barbell,
    "bench": bench,
    "cable": line,
    "chair": chair,
    "dumbbell": dumbbell,
    "kettlebell": kettlebell,
    "plate": disc,
    "rail": rail,
    "roller": disc,
    "stick": line,
    "strap": line,
    "tube": line,
    "wheel": wheel,
}
"""How each kind is drawn; every other kind is a block."""


def pieces(prop: Prop, camera: Camera) -> Iterator[Piece]:
    """The pieces of a prop, the farthest first."""
    yield from DRAW.get(prop.kind, block)(prop, camera)
