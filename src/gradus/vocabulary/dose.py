"""A dose: how much of one exercise, in one session. It is a struct because facts hold it: to read a line is
to check the bounds of its doses (docs/decisions/0002)."""

from typing import TypedDict, Unpack

from msgspec import Struct
from msgspec.structs import replace

from gradus.vocabulary.bounds import Count, Few, Kilograms, Name
from gradus.vocabulary.scales import DoseKind


class Parts(TypedDict, total=False):
    """The parts of a dose by name, for one that differs in some of them."""

    kind: DoseKind
    sets: int
    amount: int
    low: int
    top: int
    rest_s: int
    reserve: int | None
    load_kg: float | None
    band: str | None
    hold_s: int | None
    tempo: str | None


class Dose(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True, gc=False):
    """Sets of one exercise. `amount`, `low` and `top` are repetitions, seconds or metres by `kind`.

    `amount` is asked for in every set and moves between `low` and `top`. Of a one-sided exercise it is the
    amount for each side. `hold_s` is how long each repetition is held; `load_kg` and `band` are None where
    nothing is held; `reserve` is the number of repetitions to keep in hand, None where it means nothing.
    """

    kind: DoseKind
    sets: Few
    amount: Count
    low: Count
    top: Count
    rest_s: Count
    reserve: Count | None = None
    load_kg: Kilograms | None = None
    band: Name | None = None
    hold_s: Count | None = None
    tempo: Name | None = None

    def but(self, **parts: Unpack[Parts]) -> "Dose":
        """This dose with these parts in place of its own."""
        return replace(self, **parts)
