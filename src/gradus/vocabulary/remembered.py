"""Remembering what a pure function made of the very same things, where to make it again costs time."""

from collections.abc import Callable
from functools import lru_cache, wraps
from typing import TypeVar

T = TypeVar("T")
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


def remembered(most: int) -> Callable[[Callable[[T], R]], Callable[[T], R]]:
    """Remembers the results for the last so many things. The thing must be one that nothing changes."""

    def remember(function: Callable[[T], R]) -> Callable[[T], R]:
        @lru_cache(maxsize=most)
        def known(same: _Same) -> R:
            return function(same.thing)  # type: ignore[arg-type]

        @wraps(function)
        def of(thing: T) -> R:
            return known(_Same(thing))

        return of

    return remember
