"""Where the wrist is when a hand lies on a part of the body."""

from collections.abc import Mapping

from gradus.body.pose import SWAPPED
from gradus.body.vectors import ORIGIN, Frame, Vector, beside, between, plus

OUT: Mapping[str, float] = {"left": -1.0, "right": 1.0}
"""To which side a limb is."""

TOUCHED: Mapping[str, tuple[str, str, Vector]] = {
    "belly": ("waist", "waist", (0.13, 0.02, 0.03)),
    "chest": ("chest", "chest", (0.13, 0.06, 0.02)),
    "chin": ("chest", "neck", (0.15, 0.02, 0.03)),
    "head": ("head", "head", (0.0, 0.0, 0.13)),
    "neck": ("head", "head", (-0.11, -0.05, 0.05)),
    "hip": ("pelvis", "pelvis", (-0.05, 0.09, 0.17)),
    "waist": ("waist", "waist", (0.0, 0.02, 0.16)),
    "low-back": ("waist", "waist", (-0.12, 0.0, 0.04)),
    "bar": ("chest", "neck", (-0.08, -0.06, 0.33)),
    "back-of-hip": ("pelvis", "pelvis", (-0.12, 0.0, 0.1)),
}


def touched(points: Mapping[str, Vector], frames: Mapping[str, Frame], side: str, part: str) -> Vector:
    """Where the wrist is when the hand lies on a part of the body."""
    out = OUT[side]
    if part in TOUCHED:
        frame, joint, local = TOUCHED[part]
        return beside(points[joint], frames[frame], (local[0], local[1], out * local[2]))
    other = SWAPPED[side]
    if part == "shoulder":
        return beside(points[f"{side}-shoulder"], frames["chest"], (0.1, -0.06, 0.0))
    if part == "other-shoulder":
        return beside(points[f"{other}-shoulder"], frames["chest"], (0.09, -0.08, out * 0.09))
    if part == "other-hip":
        return beside(points[f"{other}-hip"], frames["pelvis"], (0.1, 0.06, 0.0))
    if part == "foot":
        return points[f"{side}-toe"]
    thigh = frames[f"{side}-thigh"]
    hip, knee = points[f"{side}-hip"], points[f"{side}-knee"]
    along = {"thigh": 0.55, "thigh-front": 0.55, "under-thigh": 0.8, "knee": 0.9, "shin": 1.0}[part]
    ahead = -0.08 if part == "under-thigh" else 0.09
    down = (0.04, -0.12, 0.0) if part == "shin" else ORIGIN
    aside = (0.0, 0.0, out * (0.06 if part == "thigh" else 0.0))
    return beside(between(hip, knee, along), thigh, plus((ahead, 0.0, 0.0), plus(aside, down)))


def laid(points: Mapping[str, Vector], frames: Mapping[str, Frame], side: str, part: str) -> Vector | None:
    """Where the fingers point to of a hand that lies on a part, if not where its forearm does."""
    if part != "other-shoulder":
        return None
    return beside(points[f"{SWAPPED[side]}-shoulder"], frames["chest"], (0.055, -0.02, 0.0))
