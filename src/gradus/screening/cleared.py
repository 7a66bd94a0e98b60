"""A person who may train, and how. Only this room makes one: no screen, no `Cleared`."""

from dataclasses import InitVar, dataclass
from datetime import date
from typing import Final, Literal

from gradus.screening.limits import Limits
from gradus.vocabulary.reasons import Reason

_SEAL: Final = object()

Scope = Literal["full", "calm"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Cleared:
    """The screen of `on` is complete and nothing locks. Scope "calm" allows walking and unloaded calm work
    only. The limits hold in either scope.

    The seal is not kept, so that neither another module nor `dataclasses.replace` can make or widen one."""

    scope: Scope
    limits: Limits
    on: date
    because: tuple[Reason, ...]
    seal: InitVar[object]

    def __post_init__(self, seal: object) -> None:
        if seal is not _SEAL:
            raise TypeError("Cleared is made by gradus.screening.outcome.screen alone")


def clear(scope: Scope, limits: Limits, *, on: date, because: tuple[Reason, ...]) -> Cleared:
    """The one maker. `gradus.screening.outcome` calls it and nothing else does."""
    return Cleared(scope=scope, limits=limits, on=on, because=because, seal=_SEAL)
