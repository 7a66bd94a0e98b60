"""What was done, week by week since the first plan. No week is held against its pain."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from gradus.journey.habits import ON_FOOT
from gradus.journey.kept import sessions_kept
from gradus.library.library import Library
from gradus.measures.adherence import Adherence, adherence
from gradus.planning.minutes import SECONDS_IN_A_MINUTE
from gradus.progression.flare import episodes
from gradus.record.facts import OtherActivity, PlanMade, SessionDone, SetDone
from gradus.record.history import History
from gradus.vocabulary.calendar import shifted
from gradus.vocabulary.scales import Pattern
from gradus.vocabulary.week import WEEK


@dataclass(frozen=True, slots=True, kw_only=True)
class TrainingWeek:
    """A week since the first plan, counted from 1. `sessions` are those done beside those that the plans had
    room for. `sets` are those of every exercise but walking, the two sides of a set being one; `lifted_kg` is
    load times repetitions where both were told; `on_foot_min` are the minutes walked and run, in sessions and
    beside them. `flared` says that a flare reached into the week."""

    nth: int
    first_day: date
    sessions: Adherence
    sets: int
    lifted_kg: float
    on_foot_min: float
    flared: bool


def training_weeks(history: History, library: Library, day: date) -> tuple[TrainingWeek, ...]:
    """Each week that had begun by `day`, that of the day included; none without a plan. Their sessions add up
    to those kept over the whole time. What is planned for the day itself counts once something was done on
    it."""
    plans = [plan for plan in history.of(PlanMade) if plan.day <= day]
    if not plans:
        return ()
    began = plans[0].day
    firsts = [shifted(began, WEEK * nth) for nth in range((day - began).days // WEEK + 1)]
    kept = _kept(history, plans, firsts, day)
    sets, lifted, walked = _done(history, library, began, day)
    flares = [(each.began, each.over or day) for each in episodes(history, day)]
    return tuple(
        TrainingWeek(
            nth=nth + 1,
            first_day=first,
            sessions=kept[nth],
            sets=len(sets[nth]),
            lifted_kg=lifted[nth],
            on_foot_min=walked[nth],
            flared=any(start < shifted(first, WEEK) and first <= over for start, over in flares),
        )
        for nth, first in enumerate(firsts)
    )


def _kept(
    history: History, plans: Sequence[PlanMade], firsts: Sequence[date], day: date
) -> tuple[Adherence, ...]:
    """The sessions of each week: what was kept up to its end, less what was kept up to its beginning."""
    trained = any(fact.day == day and fact.ended != "skipped" for fact in history.of(SessionDone))
    ends = [*firsts[1:], shifted(day, 1) if trained else day]
    whole = [_up_to(history, plans, end) for end in (firsts[0], *ends)]
    return tuple(
        adherence(after.planned - before.planned, after.done - before.done)
        for before, after in pairwise(whole)
    )


def _up_to(history: History, plans: Sequence[PlanMade], end: date) -> Adherence:
    return sessions_kept(history, [plan for plan in plans if plan.day <= end], end)


Sets = Mapping[int, set[tuple[str, str, int]]]
Amounts = Mapping[int, float]


def _done(history: History, library: Library, began: date, day: date) -> tuple[Sets, Amounts, Amounts]:
    """By week, counted from 0: the sets, the kilograms lifted, and the minutes on foot."""
    sets: dict[int, set[tuple[str, str, int]]] = defaultdict(set)
    lifted: dict[int, float] = defaultdict(float)
    for fact in _within(history.of(SetDone), began, day):
        week = (fact.day - began).days // WEEK
        if not _walks(fact, library):
            sets[week].add((fact.session, fact.exercise, fact.nth))
            lifted[week] += (fact.load_kg or 0.0) * (fact.reps or 0)
    walked: dict[int, float] = defaultdict(float)
    for when, minutes in _on_foot(history, library, began, day):
        walked[(when - began).days // WEEK] += minutes
    return sets, lifted, walked


def _on_foot(history: History, library: Library, began: date, day: date) -> Iterator[tuple[date, float]]:
    for fact in _within(history.of(SetDone), began, day):
        if _walks(fact, library):
            yield fact.day, (fact.seconds or 0.0) / SECONDS_IN_A_MINUTE
    for other in history.of(OtherActivity):
        if began <= other.day <= day and other.what in ON_FOOT:
            yield other.day, other.minutes or 0.0


def _within(facts: Sequence[SetDone], began: date, day: date) -> Iterator[SetDone]:
    return (fact for fact in facts if began <= fact.day <= day)


def _walks(fact: SetDone, library: Library) -> bool:
    exercise = library.exercises.get(fact.exercise)
    return exercise is not None and exercise.pattern is Pattern.WALK
