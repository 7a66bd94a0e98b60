"""A number that decides, in words: its value, and what it rests on."""

from collections.abc import Iterable

from gradus.library.types import Threshold
from gradus.vocabulary.ids import SourceId
from gradus_cli.reference.book import Book
from gradus_cli.reference.markdown import text
from gradus_cli.reference.places import to
from gradus_exchange import numbers
from gradus_exchange.numbers import Grounded


def amount(value: float, unit: str) -> str:
    """A value with its unit in words."""
    return text(numbers.amount(value, unit))


def ground(thing: Grounded) -> str:
    """What a number or a dose rests on, in words."""
    return text(numbers.ground(thing))


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
