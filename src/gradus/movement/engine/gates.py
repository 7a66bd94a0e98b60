"""What has to be right with a picture before anything is counted in it, each in words that say what to do."""

from collections.abc import Iterable
from dataclasses import dataclass
from statistics import fmean

from gradus.movement.engine.facing import Row, trunk_of, width_share
from gradus.movement.engine.facing import fits as view_fits
from gradus.movement.engine.joints import AT, SEEN, Moment
from gradus.movement.engine.plan import Limits, View

BODY_IN_TRUNKS = 3.7
"""A body is so many times as tall as its trunk is long from hip to shoulder."""

NOBODY = "Nobody is seen yet. Step into the picture."
SEVERAL = "More than one person is in the picture. Nothing is counted until you are alone in it."
SOMEBODY_ELSE = "Somebody else seems to be in the picture. Wait a moment, or take the start pose again."
TOO_FAR = "You are small in the picture. Come nearer, or bring the camera nearer."
OUT_OF_PICTURE = "Part of you is outside the picture. Step back a little."
TURN: dict[View, str] = {
    "side": "Turn so that the camera sees you from the side.",
    "front": "Turn so that you face the camera.",
}


def hidden(row: Row, joints: Iterable[str], visible: float) -> str:
    """Words for the joint that is seen worst of these, where one is not seen well enough."""
    worst = min(joints, key=lambda joint: row[AT[joint] + SEEN])
    return f"Your {worst.replace('-', ' ')} is not seen. Move, or clear what is in front of it."


@dataclass(slots=True)
class Gate:
    """What is asked of every picture, and of the first ones. `size` is the picture's width and height in the
    unit of the joints, None where it is not known; then nothing is said of the distance."""

    limits: Limits
    view: View
    size: tuple[float, float] | None = None
    pixels: float = 1.0

    def word(self, moment: Moment) -> str | None:
        """What is wrong with this picture, or None."""
        if moment.people > 1:
            return SEVERAL
        return NOBODY if moment.points is None else None

    def of_view(self, rows: list[Row], near: str) -> str | None:
        """What is wrong with where the camera stands, from a few pictures; or None."""
        limits = self.limits
        if self.size is not None:
            tall = fmean(trunk_of(row, near) for row in rows) * BODY_IN_TRUNKS * self.pixels
            if tall < limits.least_height_px:
                return TOO_FAR
        share = fmean(width_share(row, near) for row in rows)
        return None if view_fits(self.view, share, limits.side_up_to, limits.front_from) else TURN[self.view]

    def out_of_picture(self, row: Row, joints: Iterable[str]) -> str | None:
        """Words where one of these joints lies outside the picture, or None."""
        if self.size is None:
            return None
        width, height = self.size
        at = [AT[joint] for joint in joints]
        inside = all(0 <= row[each] <= width and 0 <= row[each + 1] <= height for each in at)
        return None if inside else OUT_OF_PICTURE
