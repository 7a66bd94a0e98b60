"""How the compared policies move a dose: the next real weight, band or rung, without any regard for pain."""

from collections.abc import Iterator

from gradus.library.library import Library
from gradus.library.types import Exercise
from gradus.planning.weights import AtHand, own_weights
from gradus.progression.doses import stronger_band
from gradus.record.parts import ShownItem
from gradus.record.person import Person
from gradus.vocabulary.dose import Dose
from gradus.vocabulary.ids import ExerciseId
from gradus.vocabulary.scales import DoseKind

SECONDS_AT_A_TIME = 5


def put(item: ShownItem, dose: Dose, exercise: ExerciseId | None = None) -> ShownItem:
    """The item with this dose in its place, and this exercise."""
    return ShownItem(
        slot=item.slot, exercise=exercise or item.exercise, dose=dose, step=item.step, because=item.because
    )


def begins(exercise: Exercise, person: Person, like: Dose) -> Dose:
    """The first dose of an exercise, with the sets of the dose before and the lightest that is at hand."""
    low, top = exercise.dose.range
    weights, bands = own_weights(exercise, person), person.bands or ()
    return Dose(
        kind=exercise.dose.kind,
        sets=like.sets,
        amount=low,
        low=low,
        top=top,
        rest_s=exercise.dose.rest_s,
        reserve=exercise.dose.reserve,
        load_kg=weights[0] if weights else None,
        band=bands[0] if exercise.dose.load == "band" and bands else None,
        hold_s=exercise.dose.hold_s,
    )


def rungs(exercise: Exercise, person: Person, library: Library) -> Iterator[Exercise]:
    """The rungs of its ladder from the easiest that the person has the things for."""
    lowest = exercise
    while lowest.easier is not None:
        lowest = library.exercises[lowest.easier]
    rung: Exercise | None = lowest
    while rung is not None:
        if fits(rung, person):
            yield rung
        rung = None if rung.harder is None else library.exercises[rung.harder]


def fits(exercise: Exercise, person: Person) -> bool:
    """Whether the person has what the exercise needs and can take its position."""
    return set(exercise.needs) <= set(person.equipment or ()) and exercise.position not in (
        person.cannot_take or ()
    )


def a_step_up(item: ShownItem, person: Person, library: Library) -> ShownItem:
    """The item one step on: a little more up to the top of the range, then the next weight, band or rung."""
    exercise, dose = library.exercises[item.exercise], item.dose
    if dose.amount < dose.top:
        more = SECONDS_AT_A_TIME if dose.kind is DoseKind.TIME else 1
        return put(item, dose.but(amount=min(dose.amount + more, dose.top)))
    heavier = [each for each in own_weights(exercise, person) if dose.load_kg and each > dose.load_kg]
    if heavier:
        return put(item, dose.but(load_kg=heavier[0], amount=dose.low))
    band = stronger_band(dose, AtHand(bands=person.bands or ()))
    if band is not None:
        return put(item, dose.but(band=band, amount=dose.low))
    above = [rung for rung in rungs(exercise, person, library) if _is_above(rung, exercise, library)]
    if not above:
        return item
    return put(item, begins(above[0], person, dose), above[0].id)


def _is_above(rung: Exercise, exercise: Exercise, library: Library) -> bool:
    below = exercise
    while below.harder is not None:
        below = library.exercises[below.harder]
        if below.id == rung.id:
            return True
    return False
