"""The least of walking and calm work: pain, flares and time away make it no shorter. Leg symptoms that move
further down, clinicians and limits of the safety screen are another matter."""

from collections.abc import Callable
from dataclasses import replace

from gradus.library.library import Library
from gradus.library.types import Exercise
from gradus.progression.situation import Made, Situation
from gradus.vocabulary.dose import Dose
from gradus.vocabulary.scales import DoseKind, Pattern


def least(exercise: Exercise, library: Library) -> int | None:
    """The fewest seconds that are asked of it; None where nothing is kept."""
    if exercise.dose.kind is not DoseKind.TIME:
        return None
    match exercise.pattern:
        case Pattern.WALK:
            return int(library.pain.least_walk.value)
        case Pattern.CALM:
            return int(library.pain.least_calm.value)
        case _:
            return None


def at_least(exercise: Exercise, dose: Dose, library: Library) -> Dose:
    """The dose, no shorter than the least."""
    fewest = least(exercise, library)
    if fewest is None or dose.amount >= fewest:
        return dose
    return replace(dose, amount=fewest, low=max(dose.low, fewest), top=max(dose.top, fewest))


def is_the_least(about: Situation) -> bool:
    """Whether the exercise is as short as it gets."""
    fewest = least(about.now.exercise, about.around.library)
    return fewest is not None and about.now.dose.amount <= fewest


def kept(way: Callable[[Situation], Made | None]) -> Callable[[Situation], Made | None]:
    """The way, which leads no lower than the least; what was below it stays where it was."""

    def no_lower(about: Situation) -> Made | None:
        made = way(about)
        fewest = None if made is None else least(made.exercise, about.around.library)
        if made is None or fewest is None or made.dose.amount >= fewest:
            return made
        amount = max(made.dose.amount, min(fewest, about.now.dose.amount))
        return replace(made, dose=replace(made.dose, amount=amount, top=max(made.dose.top, amount)))

    return no_lower


def less(way: Callable[[Situation], Made | None]) -> Callable[[Situation], Made | None]:
    """As `kept`; None where nothing is less then."""

    def lower(about: Situation) -> Made | None:
        made = kept(way)(about)
        if made is None or (made.exercise.id == about.now.exercise.id and _same(made.dose, about.now.dose)):
            return None
        return made

    return lower


def _same(dose: Dose, before: Dose) -> bool:
    return replace(dose, low=before.low, top=before.top) == before
