"""Planned and done, and which days were for training."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import chain

from gradus.vocabulary.scales import Weekday
from gradus.vocabulary.week import WEEK

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
    begins = (first.toordinal() + (day.number - first.weekday()) % WEEK for day in set(days))
    dates = chain.from_iterable(range(begin, last.toordinal() + 1, WEEK) for begin in begins)
    return tuple(date.fromordinal(day) for day in sorted(dates))
