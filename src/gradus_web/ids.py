"""Ids of new facts, ordered by when they were made."""

import secrets
from datetime import datetime

from gradus.vocabulary.ids import FactId


def new_id(now: datetime) -> FactId:
    """A UUID of version 7 (RFC 9562): milliseconds since 1970, and dice."""
    made = bytearray(int(now.timestamp() * 1000).to_bytes(6, "big") + secrets.token_bytes(10))
    made[6] = made[6] & 0x0F | 0x70
    made[8] = made[8] & 0x3F | 0x80
    text = made.hex()
    return FactId("-".join((text[:8], text[8:12], text[12:16], text[16:20], text[20:])))
