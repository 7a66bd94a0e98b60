"""The drawn body as a camera would see it: joints of a moment, from a pose of the definition."""

from collections.abc import Mapping

from gradus.body.kinematics import Placed
from gradus.body.vectors import Vector, beside
from gradus.movement.drawing.camera import Camera, camera
from gradus.movement.engine.joints import JOINTS

NOSE: Vector = (0.11, -0.03, 0.0)
"""From the middle of the head."""
HALF_TURN = 180.0
SEEN_WELL = 1.0


def standing_camera(seen_from: str, turned: float = 0.0, *, near: str = "right") -> Camera:
    """A level camera at the person's side or in front of them, gone round by so many degrees."""
    round_ = HALF_TURN if seen_from == "side" and near == "left" else 0.0
    return camera(seen_from, turned + round_, 0.0)


def joint_places(body: Placed) -> Mapping[str, Vector]:
    """Every joint of a moment, in the room."""
    points, head = body.points, body.frames["head"]
    return {name: beside(points["head"], head, NOSE) if name == "nose" else points[name] for name in JOINTS}


def seen_by(body: Placed, view: Camera) -> list[float]:
    """The row of a moment, in metres to the right and down, everything seen well."""
    places = joint_places(body)
    row: list[float] = []
    for name in JOINTS:
        row += (*view.sees(places[name]), SEEN_WELL)
    return row
