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
from gradus.progression.doses import scaled
from gradus.record.parts import ShownItem
from gradus.record.person import Person
from gradus.simulation.demand import EASY
from gradus.simulation.given import LIBRARIES
from gradus.simulation.handing import a_step_up, put
from gradus.simulation.life import Life, Policy
from gradus.simulation.oracles import Oracle, OracleInTime, best
from gradus.vocabulary.dose import Dose
from gradus.vocabulary.ids import ExerciseId
from gradus.vocabulary.remembered import remembered
from gradus.vocabulary.week import WEEK

Slot = tuple[str, str]
WHOLE = 100.0
BEYOND = 11.0


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
        return tuple(put(item, item.dose.but(sets=1)) for item in items)

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
        return put(item, dose.but(amount=max(1, floor(most * share))), exercise.id)


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
    "oracle-in-time": OracleInTime,
}
"""Every compared policy, made anew for each life, because some remember."""
