"""What an exercise asks of a person: the share of their capacity, the repetitions they could do, and the
strain on the low back. All of it is assumed; no trial has measured it across a library."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from gradus.library.library import Library
from gradus.library.types import Exercise
from gradus.library.types.simulation import DemandModel, PersonModel
from gradus.vocabulary.dose import Dose
from gradus.vocabulary.ids import ExerciseId
from gradus.vocabulary.scales import DoseKind, Pattern

EASY = (Pattern.WALK, Pattern.CALM, Pattern.MOBILITY, Pattern.BALANCE)
"""Patterns that are not trained for strength here: who is asked can do them."""


@dataclass(frozen=True, slots=True)
class Demands:
    """The demand of every exercise of a library without extra load, as a share of the middle capacity."""

    model: DemandModel
    base: Mapping[ExerciseId, float]

    def of(self, exercise: Exercise, dose: Dose, bands: Sequence[str]) -> float:
        """The share of the middle capacity that one repetition of this dose asks for."""
        demand = self.base[exercise.id]
        if dose.band is not None and dose.band in bands:
            demand *= self.model.band.value ** bands.index(dose.band)
        if dose.load_kg is None:
            return demand
        own = (
            self.model.own_weight[exercise.pattern].value
            if exercise.pattern in self.model.own_weight
            else 0.0
        )
        return demand * (own + dose.load_kg) / (own + _first_load(exercise, self.model))

    def most(self, capacity: float, demand: float) -> float:
        """The repetitions that this capacity allows, by the rule of Epley; 0 where it allows none."""
        return max(0.0, self.model.reps_from_half.value * (capacity / demand - 1))


def demands(library: Library, model: PersonModel) -> Demands:
    """The demands of a library: on the first rung of a ladder the middle person could do `spare` repetitions
    beyond the top of the range, and each rung asks more."""
    demand = model.demand
    base = {}
    for exercise in library.exercises.values():
        spare = counted(exercise, exercise.dose.range[1], demand) + demand.spare.value
        share = demand.reps_from_half.value / (demand.reps_from_half.value + spare)
        base[exercise.id] = share * demand.rung.value ** _rung(exercise, library.exercises)
    return Demands(demand, base)


def _rung(exercise: Exercise, exercises: Mapping[ExerciseId, Exercise]) -> int:
    """How many steps of the ladder are below, as far as they are of the same pattern."""
    below = 0
    while exercise.easier is not None and exercise.easier in exercises:
        easier = exercises[exercise.easier]
        if easier.pattern in EASY:
            break
        exercise, below = easier, below + 1
    return below


def _first_load(exercise: Exercise, model: DemandModel) -> float:
    if exercise.dose.load == "barbell":
        return model.first_barbell.value
    return model.first_load[exercise.pattern].value if exercise.pattern in model.first_load else 1.0


def counted(exercise: Exercise, amount: float, model: DemandModel) -> float:
    """An amount of this exercise, counted as repetitions."""
    match exercise.dose.kind:
        case DoseKind.REPS:
            return amount * (1 + (exercise.dose.hold_s or 0) / model.hold_of_a_rep.value)
        case DoseKind.TIME:
            return amount / model.seconds_a_rep.value
        case DoseKind.DISTANCE:
            return amount / model.metres_a_rep.value


def strain(exercise: Exercise, demand: float, amount: float) -> float:
    """The strain of one set on the low back: its rank, times the demand, times the root of how the amount
    compares with the bottom of the exercise's range."""
    return float(exercise.lumbar_rank * demand * (amount / exercise.dose.range[0]) ** 0.5)
