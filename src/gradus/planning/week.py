"""The days of a typical week, and which of its sessions are too close for two hard hinges."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from functools import cache
from itertools import combinations

from gradus.library.types import Phase
from gradus.record.person import Person
from gradus.vocabulary.scales import Weekday
from gradus.vocabulary.week import WEEK

HOURS_IN_A_DAY = 24
MOST_SPACED = 3
"""A programme of more sessions a week than this trains on neighbouring days by design: a week has no room
for a day between them."""


def training_days(
    days: Iterable[Weekday] | None,
    sessions: int,
    long_runs: Collection[Weekday] = (),
    runs: Collection[Weekday] = (),
) -> tuple[Weekday, ...]:
    """The best spread days for so many sessions: the smallest gap as large as can be; of equals those with
    the fewest days before a long run, then of running, and of these the earliest. Of more sessions than can
    have a day between them, the days before a long run are kept free first. The day of a long or fast run
    itself is none, unless the person has no other.

    Fewer when fewer are possible. None means that any day will do: two sessions fall on Monday and Thursday.
    """
    own = frozenset(Weekday if days is None else days)
    return _best_spread(own, sessions, frozenset(long_runs), frozenset(runs))


@cache
def _best_spread(
    own: frozenset[Weekday], sessions: int, long_runs: frozenset[Weekday], runs: frozenset[Weekday]
) -> tuple[Weekday, ...]:
    possible = sorted(own - long_runs or own, key=lambda day: day.number)
    choices = combinations(possible, min(sessions, len(possible)))

    def spread(chosen: tuple[Weekday, ...]) -> tuple[int, list[int], int, int]:
        before_runs = sum(is_day_before(day, long_runs) for day in chosen)
        crowded = before_runs if sessions > MOST_SPACED else 0
        return -crowded, sorted(_gaps(chosen)), -before_runs, -len(set(chosen).intersection(runs))

    return max(choices, key=spread)


def days_of(phase: Phase, person: Person) -> tuple[Weekday, ...]:
    """The days of the phase's sessions: one for each session, in the phase's own order, where every session
    can have one; else as many days as can be had, for sessions that take turns. None where the person has
    too few days for sessions that a study held in two places."""
    long_runs = person.long_run_on or ()
    if not shares_days(phase):
        return training_days(person.days, sessions_a_week(phase, person), long_runs)
    days = training_days(person.days, days_needed(phase), long_runs)
    if len(days) < days_needed(phase):
        return ()
    falls: dict[str, Iterator[Weekday]] = {
        where: iter(training_days(days, count, long_runs, person.runs_on or ()))
        for where, count in _by_place(phase).items()
    }
    return tuple(next(falls[shape.where]) for shape in phase.sessions)


def shares_days(phase: Phase) -> bool:
    """Whether the week has sessions for a clinic or gym and sessions for home, each of them once: one of each
    may fall on the same day."""
    each_once = phase.sessions_per_week.value == len(phase.sessions)
    return each_once and _by_place(phase).keys() == {"clinic", "home"}


def days_needed(phase: Phase) -> int:
    """How many days such a week asks for at least: no two sessions of the same place fall on one day."""
    return max(_by_place(phase).values())


def _by_place(phase: Phase) -> Counter[str]:
    return Counter(shape.where for shape in phase.sessions)


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
    return any((run.number - day.number) % WEEK == 1 for run in long_runs)


def close_pairs(days: tuple[Weekday, ...], shapes: int, hours: float) -> frozenset[tuple[int, int]]:
    """The pairs of session shapes, by number, that can fall fewer than `hours` apart, the smaller first; two
    of the same day do.

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
        return WEEK
    later = days[(nth + step) % len(days)]
    return (later.number - days[nth].number) % WEEK


def _gaps(days: tuple[Weekday, ...]) -> list[int]:
    return [_days_between(days, nth, 1) for nth in range(len(days))]
