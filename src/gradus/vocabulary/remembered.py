"""Remembering what a pure function made of the very same things, where to make it again costs time."""

from collections.abc import Callable
from functools import lru_cache, wraps
from typing import ParamSpec, TypeVar

P = ParamSpec("P")
R = TypeVar("R")


class _Same:
    """A thing that equals itself alone, and is held, so that no other can take its place in memory."""

    __slots__ = ("thing",)

    def __init__(self, thing: object) -> None:
        self.thing = thing

    def __hash__(self) -> int:
        return id(self.thing)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and self.thing is other.thing


def remembered(most: int) -> Callable[[Callable[P, R]], Callable[P, R]]:
    """Remembers the results for the last so many things, or so many of them together. They must be ones that
    nothing changes."""

    def remember(function: Callable[P, R]) -> Callable[P, R]:
        @lru_cache(maxsize=most)
        def known(*same: _Same) -> R:
            return function(*(each.thing for each in same))  # type: ignore[arg-type, call-arg]

        @wraps(function)
        def of(*things: P.args, **named: P.kwargs) -> R:
            return known(*map(_Same, (*things, *named.values())))

        return of

    return remember
