"""Reading a record and answering of it do without the search for circles of garbage: no fact is in one."""

import gc
from collections.abc import Callable
from functools import wraps
from typing import ParamSpec, TypeVar

P = ParamSpec("P")
R = TypeVar("R")


def without_collector(work: Callable[P, R]) -> Callable[P, R]:
    """The work without the search for circles of garbage, which would look at every fact: it takes up to a
    quarter of the time of reading, and after that a tenth of the time of an answer. It is on again afterwards
    where it was on before."""

    @wraps(work)
    def done(*args: P.args, **kwargs: P.kwargs) -> R:
        was_on = gc.isenabled()
        gc.disable()
        try:
            return work(*args, **kwargs)
        finally:
            if was_on:
                gc.enable()

    return done
