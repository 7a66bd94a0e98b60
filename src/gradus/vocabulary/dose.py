"""A dose: how much of one exercise, in one session."""

from dataclasses import dataclass

from gradus.vocabulary.scales import DoseKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Dose:
    """Sets of one exercise. `amount`, `low` and `top` are repetitions, seconds or metres by `kind`.

    `amount` is asked for in every set and moves between `low` and `top`. Of a one-sided exercise it is the
    amount for each side. `hold_s` is how long each repetition is held; `load_kg` and `band` are None where
    nothing is held; `reserve` is the number of repetitions to keep in hand, None where it means nothing.
    """

    kind: DoseKind
    sets: int
    amount: int
    low: int
    top: int
    rest_s: int
    reserve: int | None = None
    load_kg: float | None = None
    band: str | None = None
    hold_s: int | None = None
    tempo: str | None = None
