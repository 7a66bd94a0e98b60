"""Keeping what a pure function made of the very same things, where to make it again costs time."""

from collections.abc import Callable
from typing import TypeVar, TypeVarTuple

R = TypeVar("R")
Ts = TypeVarTuple("Ts")


class Kept:
    """What was worked out, each with the things that it was worked out of, as long as this is kept itself.
    Things are the same only where they are one thing in memory: they are held, so that no other can take
    their place there, and they must be ones that nothing changes."""

    __slots__ = ("_known",)

    def __init__(self) -> None:
        self._known: dict[tuple[object, ...], tuple[object, object]] = {}

    def __len__(self) -> int:
        """How much is kept."""
        return len(self._known)

    def of(self, function: Callable[[*Ts], R], *things: *Ts) -> R:
        """What the function makes of these things."""
        key = (function, *map(id, things))
        found = self._known.get(key)
        if found is None:
            found = self._known[key] = function(*things), things
        return found[0]  # type: ignore[return-value]
