"""Remembering what a pure function made of the very same things, where to make it again costs time."""

from collections.abc import Callable
from functools import wraps
from threading import Lock
from typing import ParamSpec, TypeVar

P = ParamSpec("P")
R = TypeVar("R")


def remembered(most: int) -> Callable[[Callable[P, R]], Callable[P, R]]:
    """Remembers so many results, the newest ones, each with the things that it was made of. Things are the
    same only where they are one thing in memory: they are held, so that no other can take their place there,
    and they must be ones that nothing changes."""

    def remember(function: Callable[P, R]) -> Callable[P, R]:
        known: dict[tuple[int, ...], tuple[R, object]] = {}
        room = Lock()

        @wraps(function)
        def of(*things: P.args, **named: P.kwargs) -> R:
            same = (*things, *named.values()) if named else things
            key = tuple(map(id, same))
            found = known.get(key)
            if found is None:
                found = function(*things, **named), same
                with room:
                    if len(known) >= most:
                        del known[next(iter(known))]
                    known[key] = found
            return found[0]

        return of

    return remember
