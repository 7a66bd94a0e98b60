"""The plan a person trains by: made, accepted, followed by the next phase, and explained."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from gradus.journey.earned import earned
from gradus.journey.habits import age, on_foot_minutes
from gradus.journey.phases import calm_again, has_calm, phase_for, sessions_left
from gradus.journey.stamp import Stamp
from gradus.library.library import Library
from gradus.library.types import Phase, Programme
from gradus.measures.expectation import expectation_of_a_hundred
from gradus.measures.series import latest
from gradus.planning.irritability import irritability
from gradus.planning.request import NoPlan, Plan, Request
from gradus.progression.carried import still_returning
from gradus.progression.clinician import set_doses
from gradus.progression.day import withheld
from gradus.progression.flare import RETURN
from gradus.progression.floor import at_least
from gradus.progression.occasions import current_doses
from gradus.record.facts import PlanMade
from gradus.record.history import History
from gradus.record.parts import PlanItem, PlannedSession
from gradus.record.person import person
from gradus.screening.cleared import Cleared
from gradus.screening.outcome import Outcome, screen
from gradus.vocabulary.dose import Dose
from gradus.vocabulary.ids import ExerciseId, ProgrammeId, RuleId
from gradus.vocabulary.reasons import Reason

__all__ = ["NoPlan", "NotNow", "Plan", "Planned", "accept", "current_plan", "make", "request"]

OURS = ProgrammeId("individual")
Search = Callable[[Request, Library], Plan | NoPlan]


@dataclass(frozen=True, slots=True)
class NotNow:
    """No plan can be made before the screen is finished or a lock has ended."""

    outcome: Outcome


@dataclass(frozen=True, slots=True)
class Planned:
    """A plan that was found and is not stored yet, with what to expect of it."""

    programme: Programme
    phase: Phase
    plan: Plan
    because: tuple[Reason, ...]


def current_plan(history: History, day: date) -> PlanMade | None:
    """The plan that was accepted last, up to that day."""
    return next((plan for plan in reversed(history.of(PlanMade)) if plan.day <= day), None)


def make(
    history: History,
    library: Library,
    day: date,
    *,
    programme: ProgrammeId | None = None,
    search: Search | None = None,
) -> Planned | NoPlan | NotNow:
    """The best plan for the person as they are on `day`: their first, the next phase when all sessions of the
    present one are done, or the present phase anew. Only a cleared person gets one. `search` finds the week
    that the planner would find, where somebody has it at hand."""
    outcome = screen(history, library, day)
    if outcome.cleared is None:
        return NotNow(outcome)
    asked = request(history, library, outcome.cleared, programme=programme)
    found = (search or _planner())(asked, library)
    if isinstance(found, NoPlan):
        return found
    phase = next(each for each in asked.programme.phases if each.id == found.phase)
    expected = _expected(library, is_first=current_plan(history, day) is None)
    return Planned(asked.programme, phase, found, expected)


def _planner() -> Search:
    """The planner, read in only where a plan is made."""
    from gradus.planning.planner import plan

    return plan


def _expected(library: Library, *, is_first: bool) -> tuple[Reason, ...]:
    """What to expect on average; with the first plan also what a hundred people see."""
    on_average = library.reason(RuleId("expectation"))
    return (on_average, expectation_of_a_hundred(library)) if is_first else (on_average,)


def request(
    history: History, library: Library, cleared: Cleared, *, programme: ProgrammeId | None = None
) -> Request:
    """What a plan depends on, drawn from the history."""
    known = person(history)
    before = current_plan(history, cleared.on)
    chosen = library.programmes[
        _going_on(history, library, before, cleared.on) if programme is None else programme
    ]
    ease = irritability(known, library).what
    return Request(
        cleared=cleared,
        person=known,
        scores=latest(history),
        programme=chosen,
        phase=phase_for(history, library, chosen, before, cleared.on),
        irritability=ease,
        current=_current(history, library, before, cleared.on),
        withheld=withheld(history, library, cleared.on),
        earned=earned(history, library, cleared.on),
        age=age(history, cleared.on),
        on_foot_min=on_foot_minutes(history, library, cleared.on),
    )


def _going_on(history: History, library: Library, before: PlanMade | None, day: date) -> ProgrammeId:
    """The programme of the present plan. Where the library has it no more, and where calm comes first and it
    has no calm phase, our own goes on."""
    if before is None or before.programme not in library.programmes:
        return OURS
    calm = calm_again(history, library, before, day) is not None
    return OURS if calm and not has_calm(library.programmes[before.programme]) else before.programme


def accept(planned: Planned, history: History, stamp: Stamp, library: Library) -> PlanMade:
    """The plan as a fact, whole, so that a later library re-makes nothing of it."""
    before = current_plan(history, stamp.day)
    phase, plan = planned.phase, planned.plan
    returning = {} if before is None else still_returning(history, library, before, stamp.day)
    return stamp.fact(
        PlanMade,
        programme=planned.programme.id,
        programme_version=planned.programme.version,
        phase=phase.id,
        change=_change(before, planned),
        sessions_to_do=sessions_left(history, planned.programme, phase, stamp.day),
        sessions_a_week=plan.sessions_a_week,
        sessions=_marked(plan.sessions, returning),
        objective=plan.objective,
        bound=plan.bound,
        proven=plan.proven,
        library=library.version,
        left_empty=plan.left_empty,
    )


def _change(before: PlanMade | None, planned: Planned) -> Literal["started", "next-phase", "changed"]:
    if before is None or before.programme != planned.programme.id:
        return "started"
    ids = [phase.id for phase in planned.programme.phases]
    onward = before.phase in ids and ids.index(planned.phase.id) > ids.index(before.phase)
    return "next-phase" if onward else "changed"


def _current(
    history: History, library: Library, before: PlanMade | None, day: date
) -> Mapping[ExerciseId, Dose]:
    """The doses in training; of what a flare had lowered and is not back yet, the dose before the flare. The
    new plan goes on with the steps towards it. Walking and calm work begin with no less than the
    least, unless a clinician set it."""
    if before is None:
        return {}
    doses = {**current_doses(history, before), **still_returning(history, library, before, day)}
    own, known = set_doses(history, day), library.exercises
    return {
        name: dose if name in own or name not in known else at_least(known[name], dose, library)
        for name, dose in doses.items()
    }


def _marked(
    sessions: Sequence[PlannedSession], returning: Collection[ExerciseId]
) -> tuple[PlannedSession, ...]:
    """The sessions, with a note on what is still on its way back from a flare."""
    return tuple(
        PlannedSession(
            id=session.id,
            title=session.title,
            day=session.day,
            minutes=session.minutes,
            items=tuple(_with_note(item) if item.exercise in returning else item for item in session.items),
        )
        for session in sessions
    )


def _with_note(item: PlanItem) -> PlanItem:
    return PlanItem(
        slot=item.slot,
        exercise=item.exercise,
        dose=item.dose,
        sets_goal=item.sets_goal,
        because=(*item.because, RETURN),
    )
