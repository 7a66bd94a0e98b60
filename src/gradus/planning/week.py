"""The days of a typical week, and which of its sessions are too close for two hard hinges."""

from collections.abc import Collection, Iterable
from itertools import combinations

from gradus.library.types import Phase
from gradus.record.person import Person
from gradus.vocabulary.scales import Weekday

DAYS_IN_A_WEEK = 7
HOURS_IN_A_DAY = 24


def training_days(
    days: Iterable[Weekday] | None, sessions: int, long_runs: Collection[Weekday] = ()
) -> tuple[Weekday, ...]:
    """The best spread days for so many sessions: the smallest gap as large as can be; of equals those with
    the fewest days before a long run, and of these the earliest. The day of a long or fast run itself is
    none, unless the person has no other.

    Fewer when fewer are possible. None means that any day will do: two sessions fall on Monday and Thursday.
    """
    own = set(Weekday if days is None else days)
    possible = sorted(own - set(long_runs) or own, key=lambda day: day.number)
    choices = combinations(possible, min(sessions, len(possible)))

    def spread(chosen: tuple[Weekday, ...]) -> tuple[list[int], int]:
        return sorted(_gaps(chosen)), -sum(is_day_before(day, long_runs) for day in chosen)

    return max(choices, key=spread)


def sessions_a_week(phase: Phase, person: Person) -> int:
    """How many sessions the week of this phase has for this person: more than usual only for somebody who
    trains already and named enough days."""
    usual = int(phase.sessions_per_week.value)
    if phase.most_per_week is None or not person.trains_already:
        return usual
    days = set(person.days or ()) - set(person.long_run_on or ())
    return max(usual, min(int(phase.most_per_week.value), len(days)))


def is_day_before(day: Weekday, long_runs: Collection[Weekday]) -> bool:
    """Whether the next day is one of these."""
    return any((run.number - day.number) % DAYS_IN_A_WEEK == 1 for run in long_runs)


def close_pairs(days: tuple[Weekday, ...], shapes: int, hours: float) -> frozenset[tuple[int, int]]:
    """The pairs of session shapes, by number, that can fall fewer than `hours` apart, the smaller first.

    With as many days as shapes each shape has its day; otherwise the shapes take turns, and any two that
    follow each other may fall on any two days that do. A pair of a shape with itself can occur then.
    """
    count = len(days)
    fixed = count == shapes
    found: set[tuple[int, int]] = set()
    for step in range(1, count + 1):
        for nth in range(count):
            if _days_between(days, nth, step) * HOURS_IN_A_DAY < hours:
                found |= {(nth, (nth + step) % count)} if fixed else _turns(shapes, step)
    return frozenset((min(pair), max(pair)) for pair in found)


def _turns(shapes: int, step: int) -> set[tuple[int, int]]:
    return {(shape, (shape + step) % shapes) for shape in range(shapes)}


def _days_between(days: tuple[Weekday, ...], nth: int, step: int) -> int:
    """Days from the nth training day to the one `step` training days later, a whole week at most."""
    if step == len(days):
        return DAYS_IN_A_WEEK
    later = days[(nth + step) % len(days)]
    return (later.number - days[nth].number) % DAYS_IN_A_WEEK


def _gaps(days: tuple[Weekday, ...]) -> list[int]:
    return [_days_between(days, nth, 1) for nth in range(len(days))]
