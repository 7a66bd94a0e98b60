"""Planned and done, and which days were for training."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from gradus.vocabulary.scales import Weekday

WHOLE = 100
"""Percent of a whole."""


@dataclass(frozen=True, slots=True)
class Adherence:
    """Sessions planned and done. `percent` is None when nothing was planned, and may exceed 100."""

    planned: int
    done: int
    percent: float | None


def adherence(planned: int, done: int) -> Adherence:
    """How much of what was planned was done. Negative counts are broken code and raise ValueError."""
    if planned < 0 or done < 0:
        raise ValueError(f"sessions cannot be fewer than none: planned {planned}, done {done}")
    return Adherence(planned, done, WHOLE * done / planned if planned else None)


def training_days(days: Sequence[Weekday], first: date, last: date) -> tuple[date, ...]:
    """The dates of these weekdays from the first date to the last, both included, in order."""
    numbers = {day.number for day in days}
    every = (first + timedelta(days=ahead) for ahead in range((last - first).days + 1))
    return tuple(day for day in every if day.weekday() in numbers)
