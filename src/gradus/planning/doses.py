"""The dose that an exercise begins with in a plan, and the sets that the phase has in mind."""

from dataclasses import dataclass
from math import floor
from typing import Final

from gradus.library.library import Library
from gradus.library.types import Exercise, Slot
from gradus.planning.finding import finds_weight
from gradus.planning.minutes import SECONDS_IN_A_MINUTE
from gradus.planning.request import Request
from gradus.planning.weights import WHOLE, at_hand, heavier, own_weights
from gradus.record.person import Person
from gradus.vocabulary.dose import Dose
from gradus.vocabulary.ids import MeasureId
from gradus.vocabulary.scales import DoseKind, Equipment, Irritability, Pattern

SECONDS: Final = "seconds"


@dataclass(frozen=True, slots=True)
class Start:
    """The first dose, the sets to reach one at a time, and whether a limit of health lowered the dose."""

    dose: Dose
    sets_goal: int
    limited: bool


def start_dose(exercise: Exercise, slot: Slot, request: Request, library: Library) -> Start:
    """How this exercise begins in this slot.

    An exercise in training goes on from its current dose: never more load, more sets or a larger amount, and
    none of the repetitions lost that were earned while the next weight or step was too far away. A
    new one begins at the bottom of its range, a hold at a share of a tested one and walking at what is walked
    already, with the person's lightest weight or weakest band, or with a weight that is found by trying; in a
    brief week with the least of it. Limits of health are applied last.
    """
    current = request.current.get(exercise.id)
    begin = starts_at(exercise, slot, request, library)
    if current is not None and current.kind is not exercise.dose.kind:
        current = None
    low, top = dose_range(exercise, slot)
    goal = slot.sets or exercise.dose.sets
    fresh = Dose(
        kind=exercise.dose.kind,
        sets=_first_sets(goal, slot, request, library),
        amount=low if begin is None else begin,
        low=low,
        top=top,
        rest_s=slot.rest_s or exercise.dose.rest_s,
        reserve=_reserve(exercise, request, library),
        load_kg=_first_weight(exercise, request, library),
        band=weakest(exercise, request.person),
        hold_s=slot.hold_s or exercise.dose.hold_s,
        tempo=exercise.dose.tempo,
    )
    if current is not None:
        fresh = _carried(current, _widened(fresh, current, exercise, request, library), goal)
    dose = _brief(fresh, exercise, library) if request.brief else fresh
    capped = request.cleared.limits.cap(dose, exercise)
    return Start(capped, goal, capped != dose)


def starts_at(exercise: Exercise, slot: Slot, request: Request, library: Library) -> int | None:
    """The seconds of a hold that a home test allows to begin with, or of a walk that is walked already,
    within the exercise's own range; None where neither is known, or the programme names the exercise."""
    if slot.exercise is not None or exercise.dose.kind is not DoseKind.TIME:
        return None
    low, top = exercise.dose.range
    if exercise.pattern is Pattern.WALK:
        minutes = None if request.irritability is Irritability.HIGH else request.on_foot_min
        known = None if minutes is None else floor(minutes) * SECONDS_IN_A_MINUTE
    else:
        known = _share_of_a_test(exercise, request, library)
    return None if known is None else max(low, min(known, top))


def tested_by(exercise: Exercise, library: Library) -> MeasureId | None:
    """The test of a hold that opens this step of a ladder, or the nearest harder one."""
    step: Exercise | None = exercise
    while step is not None:
        if step.entry is not None and library.measures[step.entry.measure].unit == SECONDS:
            return step.entry.measure
        step = library.exercises[step.harder] if step.harder else None
    return None


def _share_of_a_test(exercise: Exercise, request: Request, library: Library) -> int | None:
    measure = tested_by(exercise, library)
    if measure is None or measure not in request.scores:
        return None
    step = library.raises.seconds_at_a_time.value
    share = request.scores[measure] * library.planning.tested_hold_share.value / WHOLE
    return int(share // step * step)


def dose_range(exercise: Exercise, slot: Slot) -> tuple[int, int]:
    """Lowest and highest amount. A programme that names the exercise gives its range as it was tested. For
    any other the slot narrows a range of repetitions; where the two hardly meet, what is held in the hand
    decides: a weight takes the slot's range, the body's own weight keeps the exercise's."""
    low, top = exercise.dose.range
    if slot.exercise is not None:
        return _given(slot, exercise.dose.kind) or (low, top)
    if slot.reps is None or exercise.dose.kind is not DoseKind.REPS:
        return low, top
    narrow = max(low, slot.reps[0]), min(top, slot.reps[1])
    if narrow[0] < narrow[1]:
        return narrow
    return (low, top) if exercise.dose.load == "none" else slot.reps


def _given(slot: Slot, kind: DoseKind) -> tuple[int, int] | None:
    return {DoseKind.REPS: slot.reps, DoseKind.TIME: slot.seconds, DoseKind.DISTANCE: slot.metres}[kind]


def _widened(fresh: Dose, current: Dose, exercise: Exercise, request: Request, library: Library) -> Dose:
    """The dose with the range that was widened before, so that no repetition is lost that was earned: up to
    the next weight where it is too far away, and as it is where nothing is held."""
    if exercise.dose.load == "none" and current.kind is DoseKind.REPS:
        most = min(current.amount, int(library.raises.widest_reps.value))
        return fresh.but(top=max(fresh.top, most))
    own = at_hand(exercise, request.person, library.raises, current.load_kg)
    step = heavier(current, fresh.top, own, library.raises)
    return fresh if step is None or current.amount <= fresh.top else fresh.but(top=step.top)


def _carried(current: Dose, fresh: Dose, goal: int) -> Dose:
    amount = min(current.amount, fresh.top)
    return fresh.but(
        sets=min(current.sets, goal),
        amount=amount,
        low=min(fresh.low, amount),
        load_kg=current.load_kg,
        band=current.band,
    )


def _brief(dose: Dose, exercise: Exercise, library: Library) -> Dose:
    """The least of it that is worth doing."""
    few = min(dose.sets, int(library.planning.brief_sets.value))
    if exercise.pattern is not Pattern.WALK or dose.kind is not DoseKind.TIME:
        return dose.but(sets=few)
    most = int(library.planning.brief_walk.value * SECONDS_IN_A_MINUTE)
    return dose.but(sets=few, amount=min(dose.amount, most), low=min(dose.low, most))


def _first_sets(goal: int, slot: Slot, request: Request, library: Library) -> int:
    """A published programme begins as it was tested; the individual one begins with few sets. A limit may ask
    for fewer in either."""
    most = request.cleared.limits.first_sets or goal
    if slot.sets is None or request.programme.kind == "published":
        return min(goal, most)
    return min(goal, most, int(library.planning.first_sets.value))


def _reserve(exercise: Exercise, request: Request, library: Library) -> int | None:
    """The phase's reserve, more while the back is easily stirred up; None where the exercise has none."""
    if exercise.dose.reserve is None:
        return None
    extra = library.irritability.extra_reserve_when_moderate.value
    calm = request.irritability is Irritability.LOW
    return int(request.phase.reserve.value + (0 if calm else extra))


def _first_weight(exercise: Exercise, request: Request, library: Library) -> float | None:
    tries = finds_weight(exercise, request.person, request.cleared.limits, request.irritability, library)
    return None if tries else lightest(exercise, request.person)


def lightest(exercise: Exercise, person: Person) -> float | None:
    """The lightest weight of the person's own for it: a dumbbell, a kettlebell or the empty bar. None where
    none is held or none was told, and for a machine: its first weight is found by trying and written down."""
    return min(own_weights(exercise, person), default=None)


def weakest(exercise: Exercise, person: Person) -> str | None:
    """The weakest of the person's bands; a band that was not named is called a band."""
    if exercise.dose.load != "band":
        return None
    return person.bands[0] if person.bands else Equipment.BAND.value
