"""No bare number: what is not our own default says what it rests on. And who has read it."""

from collections.abc import Iterator
from typing import Any

from gradus.library.contents import Contents
from gradus.library.faults import Fault
from gradus.library.parts import at
from gradus.library.types import Source, Threshold
from gradus.vocabulary.scales import Basis


def everything_shows_its_basis(contents: Contents) -> Iterator[Fault]:
    unread_sources = {source.id for source in contents.of(Source).values() if source.read == "not-read"}
    for path, parts in contents.parts.items():
        for where, part in parts:
            if hasattr(part, "basis"):
                for key, says in _basis_faults(part, unread_sources):
                    yield Fault(path, at(where, key), says)


def reviews_name_who_and_when(contents: Contents) -> Iterator[Fault]:
    for path, thing in contents.read.items():
        signed = getattr(thing, "reviewed_by", "").strip()
        dated = getattr(thing, "reviewed_on", None)
        if signed and dated is None:
            yield Fault(path, "reviewed_on", f'is missing; write the day on which "{signed}" reviewed this')
        if dated is not None and not signed:
            yield Fault(
                path, "reviewed_on", f"is {dated}, but nobody signed; write reviewed_by, or take it out"
            )


def _basis_faults(part: Any, unread_sources: set[Any]) -> Iterator[tuple[str, str]]:
    if part.basis is not Basis.DEFAULT and not part.cites:
        yield "cites", f'is empty; basis "{part.basis}" cites at least one source'
    if part.basis is Basis.SOURCE and part.cites and unread_sources.issuperset(part.cites):
        yield "basis", 'is "source", but none of its sources was read; write "recalled" and a confidence'
    if isinstance(part, Threshold) and part.basis is Basis.DERIVED and not part.arithmetic.strip():
        yield "arithmetic", 'is missing; basis "derived" shows how the number was reached'
    if hasattr(part, "confidence"):
        yield from _confidence_faults(part)


def _confidence_faults(part: Any) -> Iterator[tuple[str, str]]:
    if part.basis is Basis.RECALLED and part.confidence is None:
        yield "confidence", 'is missing; basis "recalled" says one of: high, medium'
    if part.basis is not Basis.RECALLED and part.confidence is not None:
        yield "confidence", f'does not belong to basis "{part.basis}"; take it out, or write "recalled"'
