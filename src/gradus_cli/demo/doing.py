"""What an example person can do in a set: part of their story, no measurement."""

from gradus.library.types import Exercise
from gradus.vocabulary.dose import Dose
from gradus_cli.demo.people import ExamplePerson

STRONGER_BAND = 0.75
"""Of the repetitions with one band, so many with the next one."""

HARDER_RUNG = 0.85
MOST_RESERVE = 8


def best(
    person: ExamplePerson, exercise: Exercise, dose: Dose, *, week: float, first_kg: float | None
) -> float | None:
    """What the person could do at most in that week with this load, on this rung; `first_kg` is the load that
    they began the exercise with. None when nothing was written for it."""
    most = person.can_do(exercise, week)
    if most is None:
        return None
    if dose.band is not None:
        bands = list(person.profile.get("bands", ()))
        most *= STRONGER_BAND ** (bands.index(dose.band) if dose.band in bands else 0)
    if dose.load_kg and first_kg:
        most *= first_kg / dose.load_kg
    if exercise.id not in person.capacity and exercise.easier is not None:
        most *= HARDER_RUNG
    return most
