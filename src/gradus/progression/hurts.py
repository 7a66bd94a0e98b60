"""Exercises that hurt in the last weeks, wherever they were done, and those that are retired for it."""

from collections.abc import Mapping, Sequence
from datetime import date

from gradus.library.library import Library
from gradus.library.types import PainLimits
from gradus.planning.words import listed
from gradus.progression.around import Hurt
from gradus.progression.bearing import WORSE_LEG
from gradus.progression.judging import QUIET, Judge
from gradus.record.facts import SetDone
from gradus.record.history import History, in_order
from gradus.vocabulary.calendar import shifted
from gradus.vocabulary.ids import ExerciseId, FactId, RuleId
from gradus.vocabulary.reasons import Reason
from gradus.vocabulary.scales import Colour

Hurts = Mapping[ExerciseId, tuple[Hurt, ...]]


def hurts(history: History, judge: Judge, *, day: date, but: frozenset[FactId]) -> Hurts:
    """The sessions up to that day in which an exercise was borne amber or red, oldest first, as far back as a
    retirement can reach; the sessions of `but` are left out. Each is judged by what was known on its day."""
    pain, exercises = judge.library.pain, judge.library.exercises
    first = shifted(day, -(pain.days_looked_back_for_reds.value + pain.retired_for.value))
    painful = [
        sets
        for session in dict.fromkeys(fact.session for fact in history.between(SetDone, first, day))
        if session not in but
        for each in history.kept.of(_painful, history.sets_of(session), pain)
        if (sets := _within(each, first, day))
    ]
    found: dict[ExerciseId, list[Hurt]] = {}
    for sets in sorted(painful, key=lambda sets: in_order(sets[0])):
        when, exercise = sets[0].day, sets[0].exercise
        borne = judge.borne(sets, when, exercises.get(exercise))
        found.setdefault(exercise, []).append(Hurt(day=when, session=sets[0].session, bearing=borne))
    return {exercise: tuple(each) for exercise, each in found.items()}


def _painful(sets: tuple[SetDone, ...], limits: PainLimits) -> tuple[tuple[SetDone, ...], ...]:
    """Of the sets of a session those that hurt more than is comfortable, together by exercise."""
    found: dict[ExerciseId, list[SetDone]] = {}
    comfortable = limits.comfortable_during.value
    for fact in sets:
        pain = fact.pain_0_10
        if (pain is not None and pain > comfortable) or fact.leg in WORSE_LEG:
            found.setdefault(fact.exercise, []).append(fact)
    return tuple(map(tuple, found.values()))


def _within(sets: tuple[SetDone, ...], first: date, last: date) -> tuple[SetDone, ...]:
    """Those of the days from the first to the last."""
    if first <= sets[0].day and sets[-1].day <= last:
        return sets
    return tuple(fact for fact in sets if first <= fact.day <= last)


def retired(found: Hurts, library: Library, day: date) -> dict[ExerciseId, Reason]:
    """The exercises that were borne red so often within the days looked at that they rest for a while.
    Walking and calm work become less, but are not taken away unless symptoms went further down a leg."""
    times = int(library.pain.reds_before_retiring.value)
    return {
        exercise: library.reason(
            RuleId("retired-for-now"), exercise=_name(exercise, library), times=times, until=_told(until)
        )
        for exercise, until in resting(found, library, day).items()
    }


def retired_together(names: Sequence[ExerciseId], until: date, library: Library) -> Reason:
    """The one sentence for several exercises that rest until the same day."""
    return library.reason(
        RuleId("retired-together"),
        exercises=listed([_name(each, library) for each in names]),
        times=int(library.pain.reds_before_retiring.value),
        until=_told(until),
    )


def resting(found: Hurts, library: Library, day: date) -> dict[ExerciseId, date]:
    """The exercises that are retired on that day, each with the first day on which it is open again."""
    rests = {}
    for exercise, each in found.items():
        known = library.exercises.get(exercise)
        quiet = known is not None and known.pattern in QUIET
        reds = [hurt for hurt in each if hurt.bearing.colour is Colour.RED]
        until = _retired_until([hurt.day for hurt in reds if hurt.bearing.leg or not quiet], library)
        if until is not None and day < until:
            rests[exercise] = until
    return rests


def _name(exercise: ExerciseId, library: Library) -> str:
    known = library.exercises.get(exercise)
    return exercise if known is None else known.en.name


def _told(until: date) -> str:
    return f"{until.day} {until:%B}"


def _retired_until(reds: list[date], library: Library) -> date | None:
    """The first day after the rest; None without one. The last pair of reds that lies close enough counts."""
    times = int(library.pain.reds_before_retiring.value)
    within = library.pain.days_looked_back_for_reds.value
    until = None
    for first, last in zip(reds, reds[times - 1 :], strict=False):
        if (last - first).days <= within:
            until = shifted(last, library.pain.retired_for.value)
    return until
