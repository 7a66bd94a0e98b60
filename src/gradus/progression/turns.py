"""Turns: what one exercise was asked for in one done session, and what was done of it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cached_property

from gradus.library.types import Exercise
from gradus.planning.finding import found
from gradus.planning.weights import is_weighted
from gradus.progression.bearing import all_done, fell_short, kept_in_reserve, noted_load, success
from gradus.progression.occasions import Occasion, Sets, is_for_today
from gradus.record.facts import SetDone
from gradus.record.parts import ShownItem
from gradus.record.person import Person
from gradus.vocabulary.dose import Dose
from gradus.vocabulary.ids import ExerciseId, FactId, RuleId
from gradus.vocabulary.scales import Step
from gradus.vocabulary.value import Value


class Turn(Value, frozen=True, kw_only=True, dict=True):
    """One exercise in one done session: the dose that was prescribed, why, and the sets that were done.

    `noted` says that the dose named no weight and the person wrote one down: it is part of the dose from then
    on. `whole` is False of a session that was cut short on purpose. `bands` are the person's own."""

    session: FactId
    day: date
    at: datetime
    exercise: Exercise
    dose: Dose
    step: Step
    rules: frozenset[RuleId]
    sets: tuple[SetDone, ...]
    pain_after: int | None
    noted: bool
    whole: bool
    bands: Sequence[str]

    @cached_property
    def kept(self) -> int | None:
        """The reserve of the last set, the smaller one of the two sides; None where it was not told."""
        return kept_in_reserve(self.sets, one_sided=self.exercise.one_sided)

    @cached_property
    def is_all_done(self) -> bool:
        """Whether all that was asked for is known to have been done."""
        return all_done(self.dose, self.sets, one_sided=self.exercise.one_sided, bands=self.bands)

    @cached_property
    def is_success(self) -> bool:
        """Whether all of it was done as prescribed, with what was asked for in reserve."""
        return success(self.dose, self.sets, one_sided=self.exercise.one_sided, bands=self.bands)

    @cached_property
    def is_missed(self) -> bool:
        """Whether less is known to have been done than was asked for. Lighter sets beside all that was asked
        for are none, and neither is a weight that the person was free to choose."""
        return not self.noted and not self.is_all_done and fell_short(self.dose, self.sets, self.bands)


Had = tuple[Turn, ShownItem | None]
"""A turn, with what was asked where that was less than usual."""


@dataclass(frozen=True, slots=True)
class Turns:
    """The turns of one session by slot, each made when it is first asked for."""

    occasion: Occasion
    sets: Sets
    exercises: Mapping[ExerciseId, Exercise]
    person: Person
    made: dict[str, Had | None] = field(default_factory=dict, compare=False, repr=False)

    def of(self, slot: str) -> Had | None:
        """The turn of that slot; None where it had none, where an exercise stood there for that day alone, or
        where the library has it no more."""
        if slot not in self.made:
            self.made[slot] = self._had(slot)
        return self.made[slot]

    def _had(self, slot: str) -> Had | None:
        item = _at(slot, self.occasion.items)
        if item is None or item.exercise not in self.exercises or is_for_today(item):
            return None
        less = _at(slot, self.occasion.asked)
        return self._turn(item), None if less is item else less

    def _turn(self, shown: ShownItem) -> Turn:
        """The turn; where its dose named no weight, the one that the person wrote down is the dose's."""
        exercise, sets = self.exercises[shown.exercise], self.sets.get(shown.exercise, ())
        open_ = shown.dose.load_kg is None and is_weighted(exercise)
        told = noted_load(sets, one_sided=exercise.one_sided) if open_ else None
        noted = None if told is None else found(exercise, self.person, told)
        return Turn(
            session=self.occasion.id,
            day=self.occasion.day,
            at=self.occasion.at,
            exercise=exercise,
            dose=shown.dose if noted is None else shown.dose.but(load_kg=noted),
            step=shown.step,
            rules=frozenset([reason.rule for reason in shown.because]),
            sets=sets,
            pain_after=self.occasion.pain_after,
            noted=noted is not None,
            whole=self.occasion.whole,
            bands=self.person.bands or (),
        )


def _at(slot: str, items: tuple[ShownItem, ...] | None) -> ShownItem | None:
    """The first item in that slot."""
    for item in items or ():
        if item.slot == slot:
            return item
    return None
