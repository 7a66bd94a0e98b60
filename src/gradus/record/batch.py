"""Facts that another program sends together: each becomes a line of its own, however the whole was spaced."""

from collections.abc import Mapping

from msgspec import DecodeError, Raw, Struct
from msgspec.json import Decoder, decode, encode, format

from gradus.record.bounds import Id

_UNREADABLE = (DecodeError, UnicodeDecodeError, RecursionError)


class Batch(Struct, frozen=True, forbid_unknown_fields=True):
    """`facts` as they were written; `promise` is what was promised before they were done, where it was."""

    facts: list[Raw]
    promise: str | None = None


class NoBatch(ValueError):
    """What was sent is no batch of facts. The text says why."""


_batches: Decoder[Batch] = Decoder(Batch)
_fields = Decoder(dict[str, Raw])


def read_batch(data: bytes) -> Batch:
    """The batch that these bytes are; raises NoBatch and nothing else."""
    try:
        return _batches.decode(format(data, indent=-1))
    except _UNREADABLE as fault:
        raise NoBatch(f'write {{"facts": [...]}}; {fault}') from None


def line_of(fact: Raw, otherwise: Mapping[str, str]) -> bytes:
    """The fact as a line of a record. What it leaves out of its envelope is as `otherwise` says; what is no
    object is left as it is, for the codec to say so."""
    try:
        fields = _fields.decode(fact)
    except _UNREADABLE:
        return bytes(fact)
    missing = {key: Raw(encode(value)) for key, value in otherwise.items() if key not in fields}
    return encode(fields | missing)


def id_in(line: bytes) -> str:
    """The id that a line gives itself, as far as it can be one; empty where it gives none."""
    try:
        told = decode(line, type=dict[str, Raw])
        return decode(told["id"], type=Id)
    except (KeyError, *_UNREADABLE):
        return ""
