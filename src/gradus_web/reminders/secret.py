"""Secret addresses: a key that the database keeps, and a seal that only this site's secret can make. Neither
a copy of the database nor a guess opens one."""

from typing import Literal
from uuid import UUID

from django.utils.crypto import constant_time_compare, salted_hmac

Opens = Literal["calendar", "mail-off"]
KEY_DIGITS = 32


def sealed(opens: Opens, key: UUID) -> str:
    """The part of an address that opens this, for whoever holds it."""
    return key.hex + _seal(opens, key.hex)


def opened(opens: Opens, address: str) -> UUID | None:
    """The key in that part of an address; None where the seal is not ours. It takes as long however much of a
    guess is right, and nothing is looked up for a wrong one."""
    key, seal = address[:KEY_DIGITS], address[KEY_DIGITS:]
    if not constant_time_compare(seal, _seal(opens, key)):
        return None
    return UUID(key)


def _seal(opens: Opens, key: str) -> str:
    return salted_hmac(f"gradus.{opens}", key, algorithm="sha256").hexdigest()
