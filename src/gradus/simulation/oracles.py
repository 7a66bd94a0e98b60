"""Oracles: they know what nobody can know, and stand for the best that is possible."""

from dataclasses import dataclass
from typing import ClassVar

from gradus.journey.today import Today
from gradus.library.library import Library
from gradus.library.types import Exercise
from gradus.planning.minutes import session_minutes
from gradus.planning.weights import own_weights
from gradus.record.parts import ShownItem
from gradus.record.person import Person
from gradus.simulation.body import Body
from gradus.simulation.demand import EASY, counted, strain
from gradus.simulation.handing import begins, put, rungs
from gradus.simulation.life import Life
from gradus.vocabulary.dose import Dose

TWICE = 2


@dataclass(slots=True)
class Oracle:
    """Knows capacity and tolerance: each set ends with two left, and a session that would go beyond what the
    back bears is cut back, what strains most first."""

    library: Library
    name: str = "oracle"
    LEFT: ClassVar[int] = 2
    SETS: ClassVar[int] = 4
    BELOW: ClassVar[float] = 0.98

    def doses(self, answer: Today, life: Life) -> tuple[ShownItem, ...]:
        """As much as the body bears."""
        return self._within(self._most(answer, life), life)

    def _most(self, answer: Today, life: Life) -> list[ShownItem]:
        """Every exercise as hard as it can be done with two left."""
        who = life.person
        made = []
        for item in answer.items:
            if self.library.exercises[item.exercise].pattern in EASY:
                made.append(item)
                continue
            exercise, dose, most = best(item, who, life, reserve=self.LEFT)
            made.append(put(item, dose.but(amount=most, sets=self.SETS), exercise.id))
        return made

    def _within(self, items: list[ShownItem], life: Life) -> tuple[ShownItem, ...]:
        limit = life.body.tolerance(in_flare=life.pain.flare is not None) * self.BELOW
        strains = [_strain(item, life.body, self.library, life.bands) for item in items]
        while sum(strains) > limit and any(each.dose.sets > 1 for each in items):
            worst = max(
                (nth for nth, each in enumerate(items) if each.dose.sets > 1), key=lambda nth: strains[nth]
            )
            dose = items[worst].dose
            strains[worst] *= (dose.sets - 1) / dose.sets
            items[worst] = put(items[worst], dose.but(sets=dose.sets - 1))
        while sum(strains) > limit:
            worst = max(range(len(items)), key=lambda nth: strains[nth])
            strains[worst] = 0.0
            items[worst] = put(items[worst], items[worst].dose.but(amount=1, sets=1))
        return tuple(items)


@dataclass(slots=True)
class OracleInTime(Oracle):
    """The oracle with no more minutes than the person has: the exercise with the most sets gives one up
    first. One set of each stays, however long it takes."""

    name: str = "oracle-in-time"

    def doses(self, answer: Today, life: Life) -> tuple[ShownItem, ...]:
        """As much as the body bears and the minutes hold."""
        cleared, most = answer.outcome.cleared, life.person.minutes
        items = list(self._within(self._most(answer, life), life))
        while most is not None and cleared is not None:
            longest = max(range(len(items)), key=lambda nth: items[nth].dose.sets)
            sets = items[longest].dose.sets
            if sets == 1 or session_minutes(items, self.library, cleared.limits) <= most:
                break
            items[longest] = put(items[longest], items[longest].dose.but(sets=sets - 1))
        return tuple(items)


def best(item: ShownItem, who: Person, life: Life, *, reserve: int) -> tuple[Exercise, Dose, int]:
    """The hardest rung and weight of the item's ladder that the person can do within its range with so many
    left, its dose, and the amount."""
    library, body = life.policy.library, life.body
    found: tuple[Exercise, Dose, int] | None = None
    for rung in rungs(library.exercises[item.exercise], who, library):
        for dose in _loads(begins(rung, who, item.dose), rung, who):
            most = body.most(rung, dose, life.bands, 0)
            if most is None:
                continue
            amount = most - round(reserve / counted(rung, 1.0, body.demands.model))
            if amount >= dose.low or found is None:
                found = (rung, dose, max(1, min(amount, dose.top * TWICE)))
    exercise = library.exercises[item.exercise]
    return found or (exercise, item.dose, item.dose.amount)


def _loads(dose: Dose, exercise: Exercise, who: Person) -> tuple[Dose, ...]:
    if weights := own_weights(exercise, who):
        return tuple(dose.but(load_kg=each) for each in weights)
    if dose.band is not None:
        return tuple(dose.but(band=each) for each in who.bands or ())
    return (dose,)


def _strain(item: ShownItem, body: Body, library: Library, bands: tuple[str, ...]) -> float:
    exercise = library.exercises[item.exercise]
    demand = body.demands.of(exercise, item.dose, bands)
    return item.dose.sets * strain(exercise, demand, item.dose.amount)
