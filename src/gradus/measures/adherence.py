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
    lasted = range(first.toordinal(), last.toordinal() + 1)
    dates = chain.from_iterable(on_weekday(day, lasted) for day in set(days))
    return tuple(date.fromordinal(day) for day in sorted(dates))


def on_weekday(day: Weekday, lasted: range) -> range:
    """The days of that weekday among days that follow each other, all by their ordinal."""
    return range(lasted.start + (day.number + 1 - lasted.start) % WEEK, lasted.stop, WEEK)
