"""Home tests that virtual people take before a plan is made: what they can do of a movement, up to where they
believe the end to be.

Only tests that are a movement of the library itself: how fast somebody stands up from a chair, the model does
not know. A test is a set like any other: it tires, trains and strains.
"""

from collections.abc import Iterator, Mapping
from typing import Any, Final

from gradus.library.library import Library
from gradus.library.types import Exercise, Measure
from gradus.planning.irritability import irritability
from gradus.record.person import Person
from gradus.screening.cleared import Cleared
from gradus.simulation.body import Body
from gradus.simulation.handing import fits
from gradus.vocabulary.dose import Dose
from gradus.vocabulary.ids import ExerciseId, MeasureId
from gradus.vocabulary.scales import DoseKind, Irritability, Side

TESTS: Final[Mapping[MeasureId, ExerciseId]] = {
    MeasureId("plank-hold"): ExerciseId("plank"),
    MeasureId("side-bridge-hold"): ExerciseId("side-bridge-feet"),
    MeasureId("single-leg-bridge"): ExerciseId("single-leg-bridge"),
}
"""The tests, each with the exercise that is the same movement."""


def home_tests(
    library: Library, person: Person, cleared: Cleared | None, body: Body
) -> Iterator[dict[str, Any]]:
    """The results, as a fact tells each; of a test with sides the same on both. They are a session of their
    own. None before the safety questions let the person train in full, and none while the back is very easily
    stirred up."""
    irritable = irritability(person, library).what is Irritability.HIGH
    if cleared is None or cleared.scope == "calm" or irritable:
        return
    for id_, movement in TESTS.items():
        measure, exercise = library.measures[id_], library.exercises[movement]
        if may_be_taken(exercise, person, cleared):
            value = float(result(measure, exercise, body))
            for side in tuple(Side) if measure.sides else (None,):
                yield {"measure": id_, "value": value, "side": side}
    body.end_session(in_flare=False)


def may_be_taken(exercise: Exercise, person: Person, cleared: Cleared) -> bool:
    """Whether the person can, no limit speaks against it, and it is no long hold for whom holds are to be
    short."""
    long = exercise.dose.kind is DoseKind.TIME and cleared.limits.max_hold_s is not None
    return fits(exercise, person) and not cleared.limits.against(exercise) and not long


def result(measure: Measure, exercise: Exercise, body: Body) -> int:
    """What this body reaches, in the measure's unit. People stop before the end, by the share of what is left
    that they do not see."""
    telling = body.model.telling
    unseen = telling.reserve_unseen_trained if body.traits.kind.trained else telling.reserve_unseen
    most = int(measure.highest)
    asked = Dose(kind=exercise.dose.kind, sets=1, amount=most, low=1, top=most, rest_s=0)
    can = min(most, body.most(exercise, asked, (), 0) or 0)
    found = int(can * (1 - unseen.value))
    if found:
        body.try_set(exercise, asked.but(amount=found), (), 0)
    return found
