"""First weights that are found by trying: for whom, and which of the person's own was found."""

from gradus.library.library import Library
from gradus.library.types import Exercise
from gradus.planning.weights import own_weights
from gradus.record.person import Person
from gradus.screening.limits import Limits
from gradus.vocabulary.dose import Dose
from gradus.vocabulary.scales import DoseKind, Irritability


def finds_weight(
    exercise: Exercise, person: Person, limits: Limits, irritability: Irritability, library: Library
) -> bool:
    """Whether the person finds the first weight of this exercise themselves, among several of their own: who
    trains already, in an exercise that is counted in repetitions with some in reserve and loads the back no
    more than the middle of the ranks, with no limit that says otherwise and a back that is not easily stirred
    up. Everybody else begins with the lightest."""
    counted = exercise.dose.kind is DoseKind.REPS and exercise.dose.reserve is not None
    light = exercise.lumbar_rank < library.planning.high_rank_from.value
    calm = irritability is not Irritability.HIGH
    may = bool(person.trains_already) and counted and light and calm and limits.lets_try_weights
    return may and len(own_weights(exercise, person)) > 1


def without_weight(exercise: Exercise, dose: Dose, person: Person) -> bool:
    """Whether the dose names no weight though the person has weights of their own for it."""
    return dose.load_kg is None and bool(own_weights(exercise, person))


def found(exercise: Exercise, person: Person, noted_kg: float) -> float | None:
    """The weight that counts as found: as written down on a machine, else the heaviest of the person's own
    that is no heavier, so that a slip never becomes a dose. None where there is none."""
    own = own_weights(exercise, person)
    return max((each for each in own if each <= noted_kg), default=None) if own else noted_kg
