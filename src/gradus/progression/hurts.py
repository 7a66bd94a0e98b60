"""Exercises that hurt in the last weeks, wherever they were done, and those that are retired for it."""

from bisect import bisect_left
from collections.abc import Mapping
from datetime import date

from gradus.library.library import Library
from gradus.progression.around import Hurt
from gradus.progression.bearing import WORSE_LEG, bearing
from gradus.record.facts import SetDone
from gradus.record.history import History
from gradus.vocabulary.calendar import shifted
from gradus.vocabulary.ids import ExerciseId, FactId, RuleId
from gradus.vocabulary.reasons import Reason
from gradus.vocabulary.scales import Colour, Irritability, Pattern

Hurts = Mapping[ExerciseId, tuple[Hurt, ...]]

QUIET = frozenset({Pattern.WALK, Pattern.CALM})
"""What stays open to everybody who may train at all."""


def hurts(
    history: History, irritability: Irritability, library: Library, *, day: date, but: frozenset[FactId]
) -> Hurts:
    """The sessions up to that day in which an exercise was borne amber or red, oldest first, as far back as a
    retirement can reach; the sessions of `but` are left out."""
    pain = library.pain
    first = shifted(day, -(pain.days_looked_back_for_reds.value + pain.retired_for.value))
    every = history.of(SetDone)
    painful: dict[tuple[ExerciseId, FactId], list[SetDone]] = {}
    for fact in every[bisect_left(every, first, key=lambda fact: fact.day) :]:
        told = fact.pain_0_10 is not None and fact.pain_0_10 > pain.comfortable_during.value
        if (told or fact.leg in WORSE_LEG) and fact.day <= day and fact.session not in but:
            painful.setdefault((fact.exercise, fact.session), []).append(fact)
    found: dict[ExerciseId, list[Hurt]] = {}
    for (exercise, session), sets in painful.items():
        hurt = Hurt(day=sets[0].day, session=session, bearing=bearing(sets, irritability, pain))
        found.setdefault(exercise, []).append(hurt)
    return {exercise: tuple(sorted(each, key=lambda hurt: hurt.day)) for exercise, each in found.items()}


def retired(found: Hurts, library: Library, day: date) -> dict[ExerciseId, Reason]:
    """The exercises that were borne red so often within the days looked at that they rest for a while.
    Walking and calm work become less, but are not taken away unless symptoms went further down a leg."""
    rests = {}
    for exercise, each in found.items():
        known = library.exercises.get(exercise)
        quiet = known is not None and known.pattern in QUIET
        reds = [hurt for hurt in each if hurt.bearing.colour is Colour.RED]
        until = _retired_until([hurt.day for hurt in reds if hurt.bearing.leg or not quiet], library)
        if until is not None and day < until:
            name = exercise if known is None else known.en.name
            times = int(library.pain.reds_before_retiring.value)
            last = f"{until.day} {until:%B}"
            rests[exercise] = library.reason(
                RuleId("retired-for-now"), exercise=name, times=times, until=last
            )
    return rests


def _retired_until(reds: list[date], library: Library) -> date | None:
    """The first day after the rest; None without one. The last pair of reds that lies close enough counts."""
    times = int(library.pain.reds_before_retiring.value)
    within = library.pain.days_looked_back_for_reds.value
    until = None
    for first, last in zip(reds, reds[times - 1 :], strict=False):
        if (last - first).days <= within:
            until = shifted(last, library.pain.retired_for.value)
    return until
