"""Work that makes many facts does without the search for circles of garbage: no fact can be in one."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def without_collector() -> Iterator[None]:
    """Without the search for circles of garbage, which would look at every fact and take up to a quarter of
    the time. It is on again afterwards where it was on before."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
