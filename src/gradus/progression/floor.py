"""The least of walking and calm work: pain, flares and time away make it no shorter. Leg symptoms that move
further down, clinicians and limits of the safety screen are another matter."""

from gradus.library.library import Library
from gradus.library.types import Exercise
from gradus.progression.doses import is_same
from gradus.progression.situation import Made, Situation
from gradus.vocabulary.dose import Dose
from gradus.vocabulary.scales import DoseKind, Pattern
from gradus.vocabulary.value import replace


def least(exercise: Exercise, library: Library) -> int | None:
    """The fewest seconds that are asked of it; None where nothing is kept."""
    kept = {Pattern.WALK: library.pain.least_walk, Pattern.CALM: library.pain.least_calm}
    timed = exercise.dose.kind is DoseKind.TIME
    return int(kept[exercise.pattern].value) if timed and exercise.pattern in kept else None


def at_least(exercise: Exercise, dose: Dose, library: Library) -> Dose:
    """The dose, no shorter than the least."""
    fewest = least(exercise, library)
    if fewest is None or dose.amount >= fewest:
        return dose
    return dose.but(amount=fewest, low=fewest, top=max(dose.top, fewest))


def is_the_least(about: Situation) -> bool:
    """Whether the exercise is as short as it gets."""
    fewest = least(about.now.exercise, about.around.library)
    return fewest is not None and about.now.dose.amount <= fewest


def no_lower(made: Made | None, about: Situation) -> Made | None:
    """What was made, no lower than the least; what was below it stays where it was."""
    fewest = None if made is None else least(made.exercise, about.around.library)
    if made is None or fewest is None:
        return made
    amount = max(made.dose.amount, min(fewest, about.now.dose.amount))
    return replace(made, dose=made.dose.but(amount=amount, top=max(made.dose.top, amount)))


def lower(made: Made | None, about: Situation) -> Made | None:
    """The same; None where nothing is less then."""
    made = no_lower(made, about)
    now = about.now
    if made is None or (made.exercise.id == now.exercise.id and is_same(made.dose, now.dose)):
        return None
    return made
