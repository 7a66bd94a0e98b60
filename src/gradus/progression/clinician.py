"""What a clinician has set: locks on exercises, doses, and raises that wait for a yes."""

from collections.abc import Mapping
from datetime import date

from gradus.library.library import Library
from gradus.progression.around import Around, Course
from gradus.progression.doses import is_less
from gradus.record.corrections import is_by_clinician
from gradus.record.facts import Lock, Override
from gradus.record.history import History
from gradus.vocabulary.dose import Dose
from gradus.vocabulary.ids import ExerciseId, RuleId
from gradus.vocabulary.reasons import Reason

CONFIRMS = "clinician-confirms"


def overrides(history: History, day: date) -> tuple[Override, ...]:
    """What clinicians set or lifted up to that day. Nobody else can: an override by anybody else, or one that
    came in two versions, changes nothing."""
    return tuple(
        fact
        for fact in history.of(Override)
        if fact.day <= day and is_by_clinician(fact) and fact.id not in history.conflicts
    )


def standing_locks(history: History, day: date) -> tuple[Lock, ...]:
    """The locks of clinicians that hold on that day. A lock ends after its last day, or by an override that
    lifts it. Of a fact that came in several versions each lock holds: no other version takes one away."""
    lifted = {fact.lifts for fact in overrides(history, day)}
    apart = [fact for id_ in sorted(history.conflicts) for fact in history.conflicts[id_]]
    locks = [*history.of(Lock), *(fact for fact in apart if isinstance(fact, Lock))]
    return tuple(
        lock
        for lock in locks
        if lock.day <= day and (lock.until is None or day <= lock.until) and lock.id not in lifted
    )


def locked(history: History, library: Library, day: date) -> dict[ExerciseId, Reason]:
    """The exercises that a clinician's lock keeps out on that day. A lock ends after its last day, or by an
    override that lifts it."""
    found = {}
    for lock in standing_locks(history, day):
        if lock.exercise is not None:
            known = library.exercises.get(lock.exercise)
            name = lock.exercise if known is None else known.en.name
            why = f" ({lock.why})" if lock.why else ""
            found[lock.exercise] = library.reason(RuleId("locked-by-clinician"), exercise=name, why=why)
    return found


def set_doses(history: History, day: date) -> Mapping[ExerciseId, Override]:
    """The dose that a clinician set last for each exercise, up to that day."""
    return {fact.exercise: fact for fact in overrides(history, day) if fact.dose is not None}


def standing_override(
    course: Course, around: Around, doses: Mapping[ExerciseId, Override]
) -> Override | None:
    """The clinician's dose that was set since the exercise was last done, for it or for the exercise that the
    plan names; None where the rules go on from what was done."""
    last = course.turns[-1] if course.turns else None
    ids = {course.item.exercise} | ({last.exercise.id} if last else set())
    found = [doses[id_] for id_ in ids if id_ in doses and id_ in around.library.exercises]
    since = (around.plan.day, around.plan.at) if last is None else (last.day, last.at)
    fresh = [fact for fact in found if (fact.day, fact.at) > since]
    return max(fresh, key=lambda fact: (fact.day, fact.at, fact.id), default=None)


def dose_is_the_same(override: Override | None, before: Dose) -> bool:
    """Whether a clinician's dose asks for what was asked for anyway."""
    if override is None or override.dose is None:
        return override is not None
    return override.dose.but(rest_s=before.rest_s, tempo=before.tempo) == before


def dose_is_less(override: Override | None, before: Dose, around: Around) -> bool:
    """Whether a clinician's dose is in any part below what was asked for."""
    dose = None if override is None else override.dose
    return dose is not None and is_less(dose, before, around.bands)
