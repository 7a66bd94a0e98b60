"""What a plan is made for, and what comes back: a plan, or the limits that collide."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from gradus.library.types import Phase, Programme
from gradus.record.parts import PlannedSession
from gradus.record.person import Person
from gradus.screening.cleared import Cleared
from gradus.vocabulary.dose import Dose
from gradus.vocabulary.ids import ExerciseId, MeasureId, PhaseId
from gradus.vocabulary.reasons import Reason
from gradus.vocabulary.scales import Irritability

Where = tuple[str, str]
"""A place of the week: a session's id and a slot's id."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Earned:
    """What is known of the way to the heaviest exercises: a strengthening phase done, calm weeks since, and
    the exercises in which somebody watched the person's technique. What is not known is not so."""

    phase: bool = False
    calm: bool = False
    watched: frozenset[ExerciseId] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """Everything that a plan depends on, beside the library.

    `scores` holds the value of each measure that was taken, in its unit; a missing one was not taken.
    `current` holds the exercises in training now, with the dose each has come to. `withheld` holds exercises
    that a lock, a retirement or a swap keeps out for now, each with its reason. A `brief` week begins with as
    little of each exercise as is worth doing, for somebody who has no time for more. `age` is in years, and
    `on_foot_min` the minutes that the person usually walks or runs at a time; None where neither is known.
    """

    cleared: Cleared
    person: Person
    scores: Mapping[MeasureId, float]
    programme: Programme
    phase: Phase
    irritability: Irritability
    current: Mapping[ExerciseId, Dose]
    withheld: Mapping[ExerciseId, Reason] = field(default_factory=dict)
    earned: Earned = Earned()
    brief: bool = False
    age: float | None = None
    on_foot_min: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """A typical week. `phase` is the one planned for: a calm phase where only calm work is open.

    `objective` adds up the points of the one table; no week under the same limits reaches more than `bound`,
    and `proven` says that the two are equal. `left_empty` names places ("session/slot") that nothing fills.
    `because` has the reasons of every item and of every place left empty; `notes` concern the whole week.
    """

    phase: PhaseId
    sessions: tuple[PlannedSession, ...]
    sessions_a_week: int
    objective: int
    bound: float
    proven: bool
    left_empty: tuple[str, ...]
    because: Mapping[Where, tuple[Reason, ...]]
    notes: tuple[Reason, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class NoPlan:
    """Nothing fits. `collide` names the limits, `change` the smallest change that frees it, in words.

    Planning again for `freed` gives a plan. It is None where limits of health alone leave nothing, which no
    change of ours lifts, and where the search ran out of time.
    """

    collide: tuple[Reason, ...]
    change: str
    freed: Request | None
