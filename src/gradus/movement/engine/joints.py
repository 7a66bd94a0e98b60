"""What is seen of a person at one moment: joints in the picture, told alike whatever found them."""

from collections.abc import Sequence
from dataclasses import dataclass

SIDES = ("left", "right")
PARTS = ("shoulder", "elbow", "wrist", "hip", "knee", "ankle", "heel", "toe")
JOINTS = ("nose", "head", *(f"{side}-{part}" for part in PARTS for side in SIDES))
"""Every joint by name, in the order of a moment. `head` lies between the ears."""
NUMBERS = 3
"""A joint is its place to the right, its place down, and how surely it is seen, 0 to 1."""
AT = {name: NUMBERS * nth for nth, name in enumerate(JOINTS)}
"""Where the numbers of a joint begin."""
SEEN = 2
"""Behind a joint's place: how surely it is seen."""


@dataclass(frozen=True, slots=True)
class Moment:
    """One picture: its time, how many people are in it, and the joints of the one who is watched, as one row
    of numbers. Both directions are told in the same unit. None where nobody was found."""

    at_s: float
    points: Sequence[float] | None
    people: int = 1


def swapped(name: str) -> str:
    """The same joint or angle of the other side."""
    for side, other in zip(SIDES, reversed(SIDES), strict=True):
        if name.startswith(f"{side}-"):
            return name.replace(side, other, 1)
    return name


def turned_over(points: Sequence[float], width: float) -> list[float]:
    """The moment as it would be without a mirror: what is left becomes right."""
    found: list[float] = []
    for name in JOINTS:
        at = AT[swapped(name)]
        found += (width - points[at], points[at + 1], points[at + SEEN])
    return found
