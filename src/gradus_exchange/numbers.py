"""A number that decides, in words: its value, and what it rests on."""

from typing import Protocol

from gradus.vocabulary.ids import SourceId
from gradus.vocabulary.scales import Basis

UNITS = {
    "pain_0_10": "of 10 (pain)",
    "score_0_10": "of 10",
    "percent": "%",
    "count": "",
    "ratio": "times",
    "reps": "repetitions",
    "N": "newtons",
}
"""Units that are not words already."""
COUNTED = ("days", "hours", "minutes", "seconds", "years", "weeks", "metres", "points", "sets", "sessions")


class Grounded(Protocol):
    """Anything that tells what it rests on."""

    @property
    def basis(self) -> Basis: ...
    @property
    def cites(self) -> tuple[SourceId, ...]: ...


def amount(value: float, unit: str) -> str:
    """A value with its unit in words."""
    words = UNITS.get(unit, unit)
    first, *rest = words.split(" ", 1)
    if value == 1 and (first in COUNTED or unit == "reps"):
        words = " ".join([first.removesuffix("s"), *rest])
    return f"{value:g} {words}".strip()


def ground(thing: Grounded) -> str:
    """What a number, a dose or a rule rests on, in words."""
    match thing.basis:
        case Basis.SOURCE:
            return "seen in the publication"
        case Basis.DERIVED:
            return f"derived: {getattr(thing, 'arithmetic', '') or 'from what is cited'}"
        case Basis.RECALLED:
            sure = getattr(thing, "confidence", None)
            return f"remembered, not checked against the paper (confidence {sure})"
        case Basis.DEFAULT:
            return "our default"
