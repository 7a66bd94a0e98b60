"""The other programmes that somebody can do as they are, and how each differs from what they train now."""

from dataclasses import dataclass
from datetime import date

from gradus.journey.plans import NotNow, Planned, current_plan, make
from gradus.library.library import Library
from gradus.library.types import Programme
from gradus.planning.request import Plan
from gradus.record.facts import PlanMade
from gradus.record.history import History
from gradus.record.person import person
from gradus.screening.outcome import screen

__all__ = ["NotNow", "OtherPlan", "other_plans"]


@dataclass(frozen=True, slots=True)
class OtherPlan:
    """A programme that fits, with its week: sessions, minutes of the longest one, how many exercises it has,
    and how many of them are not in the present plan."""

    programme: Programme
    sessions_a_week: int
    minutes: float
    exercises: int
    new: int


def other_plans(history: History, library: Library, day: date) -> tuple[OtherPlan, ...] | NotNow:
    """The programmes beside the present one that have a plan for the person on `day` and something new in it,
    those with the largest share of new exercises first. Nothing says that one of them helps more."""
    outcome = screen(history, library, day)
    if outcome.cleared is None:
        return NotNow(outcome)
    present = current_plan(history, day)
    runs = person(history).runs is True
    asked = [
        each
        for each in library.programmes.values()
        if (present is None or each.id != present.programme) and (runs or not each.for_runners)
    ]
    plans = [(each, make(history, library, day, programme=each.id)) for each in asked]
    found = [_other(each, made.plan, present) for each, made in plans if isinstance(made, Planned)]
    differing = (each for each in found if each.new)
    return tuple(sorted(differing, key=lambda each: (-each.new / each.exercises, each.programme.id)))


def _other(programme: Programme, plan: Plan, present: PlanMade | None) -> OtherPlan:
    now = {item.exercise for session in present.sessions for item in session.items} if present else set()
    then = {item.exercise for session in plan.sessions for item in session.items}
    longest = max(session.minutes for session in plan.sessions)
    return OtherPlan(programme, plan.sessions_a_week, longest, len(then), len(then - now))
