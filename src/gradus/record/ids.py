"""Ids made from what they name, so that the same thing named twice has one id. No clock, no dice."""

from datetime import date
from hashlib import sha256

from gradus.vocabulary.ids import FactId, PersonId

DECISIONS = bytes.fromhex("67726164757380008465636973696f6e")
"""The namespace of shown decisions; any 16 bytes would do that never change."""


def decision_id(person: PersonId, day: date, content: bytes) -> FactId:
    """The id of a decision shown to this person on this local day with this content: always the same one, so
    that acting on it twice writes it once."""
    return FactId(name_based(DECISIONS, b"\0".join((person.encode(), day.isoformat().encode(), content))))


def name_based(namespace: bytes, name: bytes) -> str:
    """A UUID of version 8 from the SHA-256 of namespace and name, as RFC 9562, appendix B.2, lays it out."""
    digest = bytearray(sha256(namespace + name).digest()[:16])
    digest[6] = digest[6] & 0x0F | 0x80
    digest[8] = digest[8] & 0x3F | 0x80
    text = digest.hex()
    return "-".join((text[:8], text[8:12], text[12:16], text[16:20], text[20:]))
