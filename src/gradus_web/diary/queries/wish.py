"""What somebody may say of a day before its session."""

from collections.abc import Mapping

from gradus.journey.shorter import Wish
from gradus.journey.today import AS_USUAL

__all__ = ["AS_USUAL", "Wish", "wish_of"]

FEWEST, MOST = 5, 180


def wish_of(told: Mapping[str, object]) -> Wish:
    """What the person says of today: so many minutes, or a low day. What cannot be read is no wish."""
    typed = str(told.get("minutes", ""))
    read = int(typed) if typed.isascii() and typed.isdigit() and len(typed) <= len(str(MOST)) else 0
    return Wish(minutes=read if FEWEST <= read <= MOST else None, low=str(told.get("low", "")) == "1")
