"""A number that decides, in words: its value, and what it rests on."""

from collections.abc import Iterable
from typing import Protocol

from gradus.library.types import Threshold
from gradus.vocabulary.ids import SourceId
from gradus.vocabulary.scales import Basis
from gradus_cli.reference.book import Book
from gradus_cli.reference.markdown import text
from gradus_cli.reference.places import to

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
    return text(f"{value:g} {words}".strip())


def ground(thing: Grounded) -> str:
    """What a number or a dose rests on, in words."""
    match thing.basis:
        case Basis.SOURCE:
            return "seen in the publication"
        case Basis.DERIVED:
            return text(f"derived: {getattr(thing, 'arithmetic', '')}")
        case Basis.RECALLED:
            sure = getattr(thing, "confidence", None)
            return f"remembered, not checked against the paper (confidence {sure})"
        case Basis.DEFAULT:
            return "our default"


def cited(book: Book, ids: Iterable[SourceId], *, at: str) -> str:
    """Links to the cited sources."""
    return ", ".join(to(book, "sources", each, at=at) for each in ids)


def number(book: Book, threshold: Threshold, *, at: str) -> str:
    """A number in one phrase, with what it rests on, its note and its sources."""
    rests = "; ".join(each for each in (ground(threshold), cited(book, threshold.cites, at=at)) if each)
    note = f" {text(threshold.note)}" if threshold.note else ""
    return f"**{amount(threshold.value, threshold.unit)}** ({rests}).{note}"


def row(book: Book, words: str, threshold: Threshold, *, at: str) -> list[str]:
    """A number as a row: what it is, value, basis, note, sources."""
    value = f"**{amount(threshold.value, threshold.unit)}**"
    return [words, value, ground(threshold), text(threshold.note), cited(book, threshold.cites, at=at)]


ROW_HEAD = ("what", "value", "basis", "note", "sources")
