"""What a landmark model adds to the truth: jitter, wander, unseen limbs, pictures with nobody in them.

The numbers were measured on real clips (`./dev bench fitting`); what could not be measured there says so. The
dice are handed in.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from math import exp, sqrt
from typing import TypeAlias

from gradus.movement.engine.joints import AT, JOINTS, SEEN

Dice: TypeAlias = Callable[[], float]
"""Throws one number of a normal distribution, mean 0 and spread 1."""

JITTER: Mapping[str, float] = {
    "nose": 0.008, "head": 0.005, "shoulder": 0.0035, "elbow": 0.011, "wrist": 0.018, "hip": 0.004,
    "knee": 0.007, "ankle": 0.008, "heel": 0.01, "toe": 0.01,
}  # fmt: skip
"""Spread from picture to picture, as a share of the trunk's length: the mean of lifting and seated clips."""
WANDER: Mapping[str, float] = {
    "hip": 0.015, "knee": 0.019, "ankle": 0.009, "heel": 0.011, "toe": 0.009,
}  # fmt: skip
"""Slow straying of joints that are kept still."""
USUAL_WANDER = 0.012
"""That of the other joints, which no clip kept still: the mean of those that it did."""
LIKE_ITSELF_S = 0.5
"""Wander is alike for so long: 0.7 after 0.2 seconds."""
FAR_LIMBS: Mapping[str, float] = {"elbow": 0.06, "wrist": 0.1, "knee": 0.25, "ankle": 0.37, "heel": 0.42,
                                  "toe": 0.5}  # fmt: skip
"""How surely the limbs of the far side are told from the side; everything else is told almost for sure."""
NEAR_BY = 0.95
DROPPED = 0.006
"""Share of pictures in which nobody is found."""


def part_of(joint: str) -> str:
    """A joint without its side."""
    return joint.rpartition("-")[2]


@dataclass(slots=True)
class Noise:
    """Adds noise of this `size` (1 as measured) to one moment after the other; `trunk` is the trunk's length
    in the unit of the moments."""

    dice: Dice
    trunk: float
    size: float = 1.0
    far_side: str | None = None
    strayed: list[float] = field(default_factory=lambda: [0.0, 0.0] * len(JOINTS))
    last_s: float | None = None

    def added(self, at_s: float, row: Sequence[float]) -> list[float]:
        """The moment as a landmark model would tell it."""
        kept = 0.0 if self.last_s is None else exp(-(at_s - self.last_s) / LIKE_ITSELF_S)
        self.last_s, fresh = at_s, sqrt(1 - kept * kept)
        found = list(row)
        for nth, joint in enumerate(JOINTS):
            part, at = part_of(joint), AT[joint]
            jitter, wander = JITTER[part] * self.trunk, WANDER.get(part, USUAL_WANDER) * self.trunk
            for axis in (0, 1):
                place = 2 * nth + axis
                self.strayed[place] = kept * self.strayed[place] + fresh * wander * self.dice()
                found[at + axis] += self.size * (self.strayed[place] + jitter * self.dice())
            hides = self.far_side is not None and joint.startswith(f"{self.far_side}-")
            found[at + SEEN] = FAR_LIMBS.get(part, NEAR_BY) if hides else NEAR_BY
        return found
