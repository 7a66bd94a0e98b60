"""The real weights that a person can hold, by what an exercise is loaded with. Nothing between two of them is
ever prescribed. A rise of load is the next of them."""

from collections.abc import Iterator
from dataclasses import dataclass
from math import ceil, floor

from gradus.library.types import Exercise, Raises
from gradus.record.person import Person
from gradus.vocabulary.dose import Dose

DUST = 9
"""Decimals kept of a sum of weights or a share, so that three plates of 0.1 are 0.3."""

WHOLE = 100
PAIR = 2
"""A plate on each end of the bar."""

NO_WEIGHT = ("none", "band")


@dataclass(frozen=True, slots=True)
class AtHand:
    """What a person can take for one exercise: `weights` in kilograms, lightest first, and `bands`, weakest
    first. No weights where none was told, or none is held."""

    weights: tuple[float, ...] = ()
    bands: tuple[str, ...] = ()


def at_hand(exercise: Exercise, person: Person, raises: Raises, now_kg: float | None) -> AtHand:
    """What the person can take for this exercise. The weights of a machine begin from the one it is at now:
    without that there are none."""
    found: Iterator[float] | tuple[float, ...] = own_weights(exercise, person)
    if exercise.dose.load == "machine" and now_kg:
        found = _stack(person, raises, now_kg)
    return AtHand(tuple(sorted({each for each in found if each > 0})), person.bands or ())


def own_weights(exercise: Exercise, person: Person) -> tuple[float, ...]:
    """The weights of the person's own for this exercise, lightest first: dumbbells or kettlebells as told, or
    the bar with every sum of pairs of plates. None for a machine: its first weight is found by trying."""
    match exercise.dose.load:
        case "dumbbell":
            found = set(person.dumbbells_kg or ())
        case "kettlebell":
            found = set(person.kettlebells_kg or ())
        case "barbell":
            found = _bars(person)
        case _:
            return ()
    return tuple(sorted(each for each in found if each > 0))


@dataclass(frozen=True, slots=True)
class Heavier:
    """The next weight up, with how much heavier it is and how far the range widens before the step; `too_far`
    says that the step is not taken, however far the range has widened."""

    load_kg: float
    percent: float
    top: int
    too_far: bool = False


def heavier(dose: Dose, top: int, own: AtHand, raises: Raises) -> Heavier | None:
    """The next weight that can be had: the heaviest within the usual raise, else the lightest above it.

    `top` is the top of the range as planned. Above the cap the range first widens by one repetition for each
    so many percent beyond it, up to the widest. None without a load, or with nothing heavier at hand.
    """
    load = dose.load_kg
    above = [each for each in own.weights if load and each > load]
    if not load or not above:
        return None
    usual = [each for each in above if percent_more(each, load) <= raises.largest_load_raise.value]
    chosen = usual[-1] if usual else above[0]
    percent = percent_more(chosen, load)
    too_far = percent > raises.largest_real_step.value
    beyond = percent - raises.load_cap.value
    if beyond <= 0:
        return Heavier(chosen, percent, top, too_far)
    wider = top + ceil(round(beyond / raises.widen_one_rep_for_each.value, DUST))
    return Heavier(chosen, percent, max(top, min(wider, int(raises.widest_reps.value))), too_far)


def percent_more(new: float, old: float) -> float:
    """How many percent `new` is above `old`."""
    return round(WHOLE * (new - old) / old, DUST)


def is_weighted(exercise: Exercise) -> bool:
    """Whether a weight with a number on it is held, carried or moved."""
    return exercise.dose.load not in NO_WEIGHT


def _bars(person: Person) -> set[float]:
    """The bar, and the bar with every choice of pairs; of each plate that was told there are two."""
    if person.barbell_kg is None:
        return set()
    sums = {person.barbell_kg}
    for plate in person.plates_kg or ():
        sums |= {round(each + PAIR * plate, DUST) for each in sums}
    return sums


def _stack(person: Person, raises: Raises, now_kg: float) -> Iterator[float]:
    """The weights of a machine around the one it is at, down to the last above nothing and up as far as any
    step may reach."""
    step = person.machine_step_kg or raises.machine_step.value
    down = floor(round(now_kg / step, DUST))
    up = floor(round(now_kg * raises.largest_real_step.value / WHOLE / step, DUST))
    return (round(now_kg + nth * step, DUST) for nth in range(-down, up + 1))
