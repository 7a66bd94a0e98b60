"""From where a picture is seen: places of the room on the page, without perspective."""

from collections.abc import Iterable
from dataclasses import dataclass
from math import cos, radians, sin

from gradus.body.vectors import Vector, dot

Point = tuple[float, float]

TOWARDS = {"side": 0.0, "front": 90.0, "back": -90.0}
"""Degrees from the person's right side to the front."""


@dataclass(frozen=True, slots=True)
class Camera:
    """Looks level but for a little from above; `right`, `up` and `near` point as the page does."""

    right: Vector
    up: Vector
    near: Vector

    def sees(self, point: Vector) -> Point:
        """Where a place is on the page: metres to the right, and down."""
        (a, b, c), (d, e, f), (x, y, z) = self.right, self.up, point
        return (a * x + b * y + c * z, -(d * x + e * y + f * z))

    def sees_all(self, points: Iterable[Vector]) -> list[Point]:
        """Where places are on the page."""
        (a, b, c), (d, e, f) = self.right, self.up
        return [(a * x + b * y + c * z, -(d * x + e * y + f * z)) for x, y, z in points]

    def depth(self, point: Vector) -> float:
        """How near a place is."""
        return dot(self.near, point)


def camera(view: str, yaw: float, pitch: float) -> Camera:
    """A camera at the side, in front or behind, gone round by `yaw`, and a little raised."""
    around = TOWARDS[view] + (yaw if view == "side" else -yaw)
    s, c = sin(radians(around)), cos(radians(around))
    sp, cp = sin(radians(pitch)), cos(radians(pitch))
    level = (s, 0.0, c)
    return Camera((c, 0.0, -s), (-level[0] * sp, cp, -level[2] * sp), (level[0] * cp, sp, level[2] * cp))
