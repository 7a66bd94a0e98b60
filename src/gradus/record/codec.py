"""The record's text: one fact a line, JSON. What is read is checked; what is written can be read back.

The fast path decodes the whole buffer at once. Only when that fails is the buffer read line by line, so that
each bad line is told with its number and no good line is lost for it.
"""

from codecs import BOM_UTF8
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Annotated

from msgspec import DecodeError, Meta, Struct, ValidationError
from msgspec.json import Decoder, Encoder

from gradus.record.bounds import NEWEST
from gradus.record.collector import without_collector
from gradus.record.explain import KINDS, LineFault, explain
from gradus.record.facts import Fact, UnknownFact
from gradus.vocabulary.ids import FactId

TOLD = 20
"""So many bad lines are told one by one; the rest are counted."""

_UNREADABLE = (DecodeError, UnicodeDecodeError, RecursionError)


class _Heading(Struct, frozen=True, gc=False):
    """As much of a fact as every version has."""

    id: Annotated[FactId, Meta(min_length=1)]
    kind: str
    v: Annotated[int, Meta(ge=1)]


@dataclass(frozen=True, slots=True)
class Decoded:
    """What some lines say. `facts` and `unknown` stand as they were in the lines.

    `faults` tells at most the first TOLD bad lines; `faulty` counts them all. Nothing of a bad line is used.
    """

    facts: tuple[Fact, ...] = ()
    unknown: tuple[UnknownFact, ...] = ()
    faults: tuple[LineFault, ...] = ()
    faulty: int = 0

    def told(self) -> str:
        """The faults for a reader, one a line, and how many more there are; empty when there are none."""
        lines = [fault.says for fault in self.faults]
        if self.faulty > len(lines):
            lines.append(f"and {self.faulty - len(lines)} more bad lines")
        return "\n".join(lines)


class NotAFactError(ValueError):
    """What was to be written would not be read back as it is. The text says why, in plain words."""


_facts: Decoder[Fact] = Decoder(Fact)
_headings = Decoder(_Heading)
_encoder = Encoder(order="deterministic")


@without_collector
def decode(data: bytes) -> Decoded:
    """The facts in these lines, and every line that is not one. Never raises, whatever the bytes are.

    Blank lines are nothing. A fact of a kind or version that this code does not know is kept as it came."""
    data = data.removeprefix(BOM_UTF8)
    try:
        facts = _facts.decode_lines(data)
    except _UNREADABLE:
        return _line_by_line(data)
    return Decoded(tuple(facts))


def encode(fact: Fact | UnknownFact) -> bytes:
    """The fact as one line with its end. The same fact gives the same bytes on every machine, and decoding
    them gives the fact; what would not come back (a NaN, a negative load) raises NotAFactError."""
    if isinstance(fact, UnknownFact):
        return fact.raw + b"\n"
    line = canonical(fact)
    decoded = decode(line)
    if decoded.faults:
        raise NotAFactError(decoded.faults[0].says)
    if decoded.facts != (fact,):
        raise NotAFactError(
            f"{fact.id}: a value changes when it is written, as a number that is no number does"
        )
    return line + b"\n"


def encode_all(facts: Iterable[Fact | UnknownFact]) -> bytes:
    """The facts as lines, in the order given."""
    return b"".join(encode(fact) for fact in facts)


def canonical(fact: Fact) -> bytes:
    """The fact's content as bytes, unchecked. Two facts are the same fact when these are the same."""
    return _encoder.encode(fact)


def _line_by_line(data: bytes) -> Decoded:
    facts: list[Fact] = []
    unknown: list[UnknownFact] = []
    faults: list[LineFault] = []
    faulty = 0
    for number, line in enumerate(data.split(b"\n"), 1):
        if not line or line.isspace():
            continue
        error = _take(line, facts, unknown)
        if error is None:
            continue
        faulty += 1
        if len(faults) < TOLD:
            faults.append(explain(number, line, error))
    return Decoded(tuple(facts), tuple(unknown), tuple(faults), faulty)


def _take(line: bytes, facts: list[Fact], unknown: list[UnknownFact]) -> Exception | None:
    """Puts the line where it belongs; the error when it belongs nowhere."""
    if not line.lstrip().startswith(b"{"):
        return DecodeError("not an object")
    try:
        here = _facts.decode_lines(line)
    except _UNREADABLE as error:
        newer = _newer(line) if isinstance(error, ValidationError) else None
        if newer is None:
            return error
        unknown.append(newer)
        return None
    facts.extend(here)
    return None


def _newer(line: bytes) -> UnknownFact | None:
    """The line as a fact of a kind or version that came after this code; None when it is simply bad."""
    try:
        heading = _headings.decode(line)
    except _UNREADABLE:
        return None
    if heading.kind in KINDS and heading.v <= NEWEST:
        return None
    return UnknownFact(id=heading.id, kind=heading.kind, v=heading.v, raw=line)
