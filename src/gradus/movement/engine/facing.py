"""How somebody stands in the picture: which side is near, to where they face, and how long their trunk is."""

from collections.abc import Sequence
from math import hypot

from gradus.movement.engine.angles import Facing
from gradus.movement.engine.joints import AT, SEEN, SIDES
from gradus.movement.engine.plan import View
from gradus.movement.engine.smoothing import median

Row = Sequence[float]
NEAR_BY = ("shoulder", "elbow", "wrist", "hip", "knee", "ankle")
HARDLY = 0.2
"""Seen less surely than this, a foot does not tell to where somebody faces."""


def facing(rows: Sequence[Row]) -> Facing:
    """From the first pictures of somebody."""
    sure = {side: sum(row[AT[f"{side}-{part}"] + SEEN] for row in rows for part in NEAR_BY) for side in SIDES}
    near = "left" if sure["left"] > sure["right"] else "right"
    return Facing(
        ahead=1 if median([_ahead(row, near) for row in rows]) >= 0 else -1,
        left=1 if median([_left(row) for row in rows]) >= 0 else -1,
        near=near,
        trunk=max(median([trunk_of(row, near) for row in rows]), TINY),
    )


TINY = 1e-9


def _ahead(row: Row, near: str) -> float:
    """How far the nose is ahead of the ears, a bent knee ahead of hip and ankle, and toes ahead of the heel
    where the foot is below the knee, as it is not in kneeling."""
    hip, knee, ankle, heel, toe = (AT[f"{near}-{each}"] for each in ("hip", "knee", "ankle", "heel", "toe"))
    found = row[AT["nose"]] - row[AT["head"]] + _bulge(row, hip, knee, ankle)
    stands = row[ankle + 1] - row[knee + 1] > STANDS * trunk_of(row, near)
    if stands and min(row[toe + SEEN], row[heel + SEEN]) > HARDLY:
        found += row[toe] - row[heel]
    return found


STANDS = 0.3
"""Share of the trunk's length by which the ankle is below the knee of a foot that stands."""


def _bulge(row: Row, hip: int, knee: int, ankle: int) -> float:
    """How far a knee lies to the right of the line that runs down from hip to ankle."""
    x, y = row[ankle] - row[hip], row[ankle + 1] - row[hip + 1]
    return ((row[knee] - row[hip]) * y - (row[knee + 1] - row[hip + 1]) * x) / max(hypot(x, y), TINY)


def _left(row: Row) -> float:
    """How far the left side is to the right in the picture."""
    return sum(row[AT[f"left-{part}"]] - row[AT[f"right-{part}"]] for part in ("shoulder", "hip"))


def trunk_of(row: Row, near: str) -> float:
    """The length from hip to shoulder."""
    hip, shoulder = AT[f"{near}-hip"], AT[f"{near}-shoulder"]
    return hypot(row[shoulder] - row[hip], row[shoulder + 1] - row[hip + 1])


def width_share(row: Row, near: str) -> float:
    """The width of the shoulders as a share of the trunk's length."""
    left, right = AT["left-shoulder"], AT["right-shoulder"]
    width = hypot(row[left] - row[right], row[left + 1] - row[right + 1])
    return width / max(trunk_of(row, near), TINY)


def fits(view: View, share: float, side_up_to: float, front_from: float) -> bool:
    """Whether somebody with shoulders of this width is seen from where the exercise has to be seen."""
    return share <= side_up_to if view == "side" else share >= front_from
