"""What stands inside the facts of a plan and of a decision: planned sessions, and what was shown of one."""

from typing import Self

from msgspec import Struct

from gradus.record.bounds import Amount, Words
from gradus.vocabulary.bounds import Few, Name
from gradus.vocabulary.dose import Dose
from gradus.vocabulary.ids import ExerciseId, RuleId, SourceId
from gradus.vocabulary.reasons import Reason
from gradus.vocabulary.scales import Step, Weekday


class PlanItem(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, gc=False):
    """One exercise in a slot of a planned session, with the dose it begins with."""

    slot: Name
    exercise: ExerciseId
    dose: Dose
    sets_goal: Few  # the sets the phase has in mind; they are reached one at a time
    because: tuple[RuleId, ...] = ()


class PlannedSession(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, gc=False):
    id: Name
    title: Name
    day: Weekday | None
    minutes: Amount
    items: tuple[PlanItem, ...]


class ShownReason(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, gc=False):
    rule: RuleId
    says: Words
    cites: tuple[SourceId, ...] = ()

    @classmethod
    def of(cls, reason: Reason) -> Self:
        """The reason in the form in which a record keeps it."""
        return cls(rule=reason.rule, says=reason.says, cites=reason.cites)


class ShownItem(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, gc=False):
    """One exercise of a shown session: what to do, the step that led there, and why."""

    slot: Name
    exercise: ExerciseId
    dose: Dose
    step: Step
    because: tuple[ShownReason, ...] = ()
