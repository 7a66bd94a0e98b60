"""One test of many things, which tells each that fails and why."""

from collections.abc import Callable, Iterable
from typing import Any


def of_every(things: Iterable[Any]) -> Callable[[Callable[..., None]], Callable[[], None]]:
    """Makes what is said of one thing the test of them all, in one run: it fails when there is none, and with
    the faults of all that are not so. A tuple is handed in as several arguments."""
    each = [thing if isinstance(thing, tuple) else (thing,) for thing in things]

    def of_all(said: Callable[..., None]) -> Callable[[], None]:
        def test() -> None:
            assert each
            faults = [fault for thing in each if (fault := _fault(said, thing))]
            assert not faults, "\n\n".join([f"{len(faults)} of {len(each)}", *faults])

        test.__name__, test.__doc__, test.__module__ = said.__name__, said.__doc__, said.__module__
        return test

    return of_all


def _fault(said: Callable[..., None], thing: tuple[Any, ...]) -> str | None:
    try:
        said(*thing)
    except AssertionError as fault:
        return f"{', '.join(str(getattr(part, 'id', part)) for part in thing)}: {fault}"
    return None
