"""Conditions and ways of a lighter week: the share that is kept, and what comes back after it."""

from gradus.planning.weights import AtHand
from gradus.progression.around import LOWERED, Around, Course
from gradus.progression.doses import DUST, WHOLE, lesser, scaled
from gradus.progression.lighter import LIGHTER, OVER
from gradus.progression.situation import Made, Situation
from gradus.progression.turns import Turn
from gradus.vocabulary.dose import Dose
from gradus.vocabulary.scales import Pattern, Step

UNTOUCHED = frozenset({Pattern.WALK, Pattern.CALM, Pattern.MOBILITY})
"""What tires nobody, and goes on as before."""


def begins(about: Situation) -> bool:
    """Whether a lighter week begins with this session."""
    return about.day.lighter is not None and bool(about.day.lighter.signs)


def goes_on(about: Situation) -> bool:
    """Whether a lighter week that began earlier holds for this session."""
    return about.day.lighter is not None and not about.day.lighter.signs


def is_easy_anyway(about: Situation) -> bool:
    """Whether a lighter week leaves it alone: what begins or has just been swapped is easy already, and some
    kinds of movement tire nobody."""
    was = about.now
    return not about.begun or was.step in (Step.START, Step.SWAP) or was.exercise.pattern in UNTOUCHED


def is_light_already(about: Situation) -> bool:
    """Whether it hurt in this very week: what was light is not made lighter again."""
    return bool(about.last.rules & LIGHTER)


def has_just_ended(about: Situation) -> bool:
    """Whether the last time was a lighter one, and did not hurt."""
    return about.begun and about.course.eased and not is_light_already(about)


def lighter(about: Situation) -> Made:
    """The share of the dose from before that a lighter week keeps, without any rise."""
    last = about.last
    own = about.around.at_hand(last.exercise, last.dose)
    return Made(last.exercise, lighter_dose(last.dose, own, about.around))


def lesser_of_both(about: Situation) -> Made:
    """Of what was lowered already and what a lighter week keeps, the lesser in each part."""
    dose = lesser(about.now.dose, lighter(about).dose, about.around.bands)
    return Made(about.last.exercise, dose)


def from_before(about: Situation) -> Made | None:
    """The dose from before a lighter week in which the exercise hurt; None where nothing is owed."""
    owed = _owed(about.course) if about.begun else None
    return None if owed is None else Made(about.last.exercise, owed)


def lighter_dose(dose: Dose, own: AtHand, around: Around) -> Dose:
    """The dose with its share of sets, and of one set its share of the amount; with the heaviest weight at
    hand that keeps its share of the load, unless that is lighter than a lighter week asks for."""
    rules = around.library.deload
    load = dose.load_kg
    shares = {own_kg: round(own_kg * WHOLE / load, DUST) for own_kg in own.weights} if load else {}
    fits = [
        own_kg
        for own_kg, share in shares.items()
        if rules.least_load_kept.value <= share <= rules.load_kept.value
    ]
    return scaled(dose.but(load_kg=max(fits, default=load)), rules.sets_kept.value)


def _owed(course: Course) -> Dose | None:
    """The dose from before, as long as it has not come back and nothing else lowered it since."""
    newest = course.turns[-1]
    light: Turn | None = None
    for turn in reversed(course.turns):
        if turn.exercise.id != newest.exercise.id:
            return None
        if turn.rules & LIGHTER:
            light = turn
        elif light is not None:
            return turn.dose
        if turn.step in LOWERED or OVER in turn.rules:
            return None
    return None
