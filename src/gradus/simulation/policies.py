"""Policies side by side: ours, and others that set doses in simpler ways.

All of them train on the same days, with the plan that the journeys make and the screen that the journeys ask;
they differ in the doses. The oracle knows what nobody can know, and stands for the best that is possible.
"""

from abc import ABC, abstractmethod
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from math import floor
from statistics import median
from typing import ClassVar

from gradus.journey.today import Today
from gradus.library.library import Library
from gradus.library.types import Exercise, Threshold
from gradus.planning.weights import own_weights
from gradus.progression.doses import scaled
from gradus.record.parts import ShownItem
from gradus.record.person import Person
from gradus.simulation.body import Body
from gradus.simulation.demand import EASY, counted, strain
from gradus.simulation.given import LIBRARIES
from gradus.simulation.handing import a_step_up, begins, put, rungs
from gradus.simulation.life import Life, Policy
from gradus.vocabulary.dose import Dose
from gradus.vocabulary.ids import ExerciseId
from gradus.vocabulary.remembered import remembered
from gradus.vocabulary.week import WEEK

Slot = tuple[str, str]
WHOLE = 100.0
BEYOND = 11.0
TWICE = 2


@dataclass(slots=True)
class Ours:
    """The rules of the library as they are; another library is another policy."""

    library: Library
    name: str = "ours"

    def doses(self, answer: Today, life: Life) -> tuple[ShownItem, ...]:
        """What was shown."""
        return answer.items


@dataclass(slots=True)
class Steps(ABC):
    """The plan's exercises, with doses of its own that are kept from session to session by slot."""

    library: Library
    name: str
    held: dict[Slot, ShownItem] = field(default_factory=dict)
    plan: str = ""

    def doses(self, answer: Today, life: Life) -> tuple[ShownItem, ...]:
        """The doses of this session."""
        if answer.plan is not None and answer.plan.id != self.plan:
            self.plan, self.held = answer.plan.id, {}
        who = life.person
        made = []
        for item in answer.items:
            slot = (answer.shape or "", item.slot)
            before = self.held.get(slot)
            now = item if before is None else self.next(before, who, life)
            self.held[slot] = now
            made.append(now)
        return tuple(made)

    @abstractmethod
    def next(self, before: ShownItem, who: Person, life: Life) -> ShownItem:
        """The item after the one before."""


class Lowest(Steps):
    """The least that still trains: one set as the plan begins, and one step more only where it was so easy
    that it trained nothing."""

    EASY_RESERVE: ClassVar[int] = 8

    def doses(self, answer: Today, life: Life) -> tuple[ShownItem, ...]:
        items = Steps.doses(self, answer, life)
        return tuple(put(item, replace(item.dose, sets=1)) for item in items)

    def next(self, before: ShownItem, who: Person, life: Life) -> ShownItem:
        told = life.reserves.get(before.exercise)
        return (
            a_step_up(before, who, self.library) if told is not None and told >= self.EASY_RESERVE else before
        )


class Linear(Steps):
    """One step more in every session, by the calendar of sessions, whatever happened."""

    def next(self, before: ShownItem, who: Person, life: Life) -> ShownItem:
        return a_step_up(before, who, self.library)


@dataclass(slots=True)
class OneMorning:
    """Ours, but a single morning more than a point above the median of the week before takes a tenth away
    from every exercise that loads the back."""

    library: Library
    name: str = "one-morning"

    def doses(self, answer: Today, life: Life) -> tuple[ShownItem, ...]:
        """What was shown, or less of it."""
        told = [each for each in life.mornings[-8:-1] if each is not None]
        today = life.mornings[-1]
        limits = self.library.pain
        if today is None or not told or today <= median(told) + limits.rise_by_morning.value:
            return answer.items
        kept = WHOLE - limits.load_cut_after_ambers.value
        spinal = self.library.flare.spinal_rank_from.value
        return tuple(
            put(item, scaled(item.dose, kept))
            if self.library.exercises[item.exercise].lumbar_rank >= spinal
            else item
            for item in answer.items
        )


@dataclass(slots=True)
class Blocks:
    """Blocks of four weeks by percentages of what was possible at their beginning: three weeks rising, one
    easy. What is possible is tested truly, which no test can."""

    library: Library
    name: str = "blocks"
    SHARES: ClassVar[tuple[float, ...]] = (0.6, 0.7, 0.8, 0.5)
    tested: dict[tuple[int, ExerciseId], tuple[Exercise, Dose, int]] = field(default_factory=dict)

    def doses(self, answer: Today, life: Life) -> tuple[ShownItem, ...]:
        """The share of this week of what was possible when the block began."""
        block, week = divmod(life.pain.nth // WEEK, len(self.SHARES))
        who = life.person
        return tuple(self._dose(item, (block, self.SHARES[week]), who, life) for item in answer.items)

    def _dose(self, item: ShownItem, at: tuple[int, float], who: Person, life: Life) -> ShownItem:
        block, share = at
        if self.library.exercises[item.exercise].pattern in EASY:
            return item
        key = (block, item.exercise)
        if key not in self.tested:
            self.tested[key] = best(item, who, life, reserve=0)
        exercise, dose, most = self.tested[key]
        return put(item, replace(dose, amount=max(1, floor(most * share))), exercise.id)


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
        who = life.person
        made = []
        for item in answer.items:
            if self.library.exercises[item.exercise].pattern in EASY:
                made.append(item)
                continue
            exercise, dose, most = best(item, who, life, reserve=self.LEFT)
            made.append(put(item, replace(dose, amount=most, sets=self.SETS), exercise.id))
        return self._within(made, life)

    def _within(self, items: list[ShownItem], life: Life) -> tuple[ShownItem, ...]:
        limit = life.body.tolerance(in_flare=life.pain.flare is not None) * self.BELOW
        strains = [_strain(item, life.body, self.library, life.bands) for item in items]
        while sum(strains) > limit and any(each.dose.sets > 1 for each in items):
            worst = max(
                (nth for nth, each in enumerate(items) if each.dose.sets > 1), key=lambda nth: strains[nth]
            )
            dose = items[worst].dose
            strains[worst] *= (dose.sets - 1) / dose.sets
            items[worst] = put(items[worst], replace(dose, sets=dose.sets - 1))
        while sum(strains) > limit:
            worst = max(range(len(items)), key=lambda nth: strains[nth])
            strains[worst] = 0.0
            items[worst] = put(items[worst], replace(items[worst].dose, amount=1, sets=1))
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
        return tuple(replace(dose, load_kg=each) for each in weights)
    if dose.band is not None:
        return tuple(replace(dose, band=each) for each in who.bands or ())
    return (dose,)


def _strain(item: ShownItem, body: Body, library: Library, bands: tuple[str, ...]) -> float:
    exercise = library.exercises[item.exercise]
    demand = body.demands.of(exercise, item.dose, bands)
    return item.dose.sets * strain(exercise, demand, item.dose.amount)


@remembered(LIBRARIES)
def without_pain(library: Library) -> Library:
    """The library with every pain limit out of reach: double progression that never asks what hurts."""

    def beyond(threshold: Threshold) -> Threshold:
        return replace(threshold, value=BEYOND)

    pain = replace(
        library.pain,
        comfortable_during=beyond(library.pain.comfortable_during),
        acceptable_during=beyond(library.pain.acceptable_during),
        rise_by_morning=beyond(library.pain.rise_by_morning),
    )
    mornings = replace(library.mornings, lasting_rise=beyond(library.mornings.lasting_rise))
    calm = replace(library.flare.share_while_calm, value=WHOLE)
    return replace(library, pain=pain, mornings=mornings, flare=replace(library.flare, share_while_calm=calm))


POLICIES: Mapping[str, Callable[[Library], Policy]] = {
    "ours": Ours,
    "lowest": lambda library: Lowest(library, "lowest"),
    "linear": lambda library: Linear(library, "linear"),
    "without-pain": lambda library: Ours(without_pain(library), "without-pain"),
    "one-morning": OneMorning,
    "blocks": Blocks,
    "oracle": Oracle,
}
"""Every compared policy, made anew for each life, because some remember."""
