"""Why an exercise is not in the plan."""

from dataclasses import replace
from typing import Protocol

from gradus.library.library import Library
from gradus.planning.barriers import setting
from gradus.planning.build import Week, build, week_of
from gradus.planning.model import Solution, Unsolved
from gradus.planning.outdone import outdone
from gradus.planning.planner import SECONDS, can_be_brief
from gradus.planning.request import Request
from gradus.planning.words import PATTERNS, listed
from gradus.record.parts import PlannedSession
from gradus.vocabulary.ids import ExerciseId, RuleId
from gradus.vocabulary.reasons import Reason


class Planned(Protocol):
    """A plan just made, or the fact of one."""

    @property
    def sessions(self) -> tuple[PlannedSession, ...]: ...


def why_not(
    request: Request,
    library: Library,
    exercise: ExerciseId,
    plan: Planned,
    *,
    seconds: float = SECONDS,
) -> tuple[Reason, ...]:
    """What keeps this exercise out of the plan: what stands against it, or by how many points the best week
    without it is better than the best week with it. Never empty, for any id."""
    name = library.exercises[exercise].en.name if exercise in library.exercises else exercise
    if exercise not in library.exercises:
        return (library.reason(RuleId("unknown-exercise"), exercise=name),)
    if any(item.exercise == exercise for session in plan.sessions for item in session.items):
        return (library.reason(RuleId("already-in-the-plan"), exercise=name),)
    found = setting(request, library)
    week = week_of(found, library)
    against = _against(exercise, week)
    if against is None:
        pattern = PATTERNS[library.exercises[exercise].pattern]
        told = library.reason(
            RuleId("no-slot-for-it"), exercise=name, pattern=pattern, phase=week.phase.title
        )
        return (*(each.reason for each in found.against(exercise)), told)
    return against or (_weighed(exercise, _possible(week, request, library, seconds), plan, seconds),)


def _possible(week: Week, request: Request, library: Library, seconds: float) -> Week:
    """The week as it could be planned: a brief one where no other fits."""
    if can_be_brief(request) and _best(week, seconds) is Unsolved.INFEASIBLE:
        return week_of(setting(replace(request, brief=True), library), library)
    return week


def _against(exercise: ExerciseId, week: Week) -> tuple[Reason, ...] | None:
    """What stands against it in the places it suits; empty where it is free in one; None where it suits
    none."""
    barriers = [each for place in week.places for held, each in place.barred if held.id == exercise]
    if not barriers:
        return None
    if not all(barriers):
        return ()
    return tuple(each.reason for each in barriers[0])


def _weighed(exercise: ExerciseId, week: Week, plan: Planned, seconds: float) -> Reason:
    best, forced = _best(week, seconds), _best(week, seconds, exercise)
    name = week.library.exercises[exercise].en.name
    if Unsolved.OUT_OF_TIME in (best, forced):
        return week.library.reason(RuleId("search-ran-out"))
    if isinstance(best, Solution) and isinstance(forced, Solution):
        gap = best.objective - forced.objective
        rule = "another-scored-higher" if gap > 0 else "as-good-but-later"
        others = _instead(exercise, week, plan)
        return week.library.reason(RuleId(rule), exercise=name, others=others, gap=gap)
    return _no_room(exercise, week, seconds)


def _best(week: Week, seconds: float, forced: ExerciseId | None = None) -> Solution | Unsolved:
    built = build(week)
    columns = [column for (_, exercise), column in built.chosen.items() if exercise == forced]
    if forced is not None:
        built.model.row([(column, 1.0) for column in columns], at_least=1.0)
    return built.model.solve(seconds, outdone(week, built).for_the_best().difference(columns))


def _no_room(exercise: ExerciseId, week: Week, seconds: float) -> Reason:
    """Which limit it meets: the first whose lifting lets it in."""
    library = week.library
    names = {"exercise": library.exercises[exercise].en.name}
    if isinstance(_best(replace(week, minutes=None), seconds, exercise), Solution):
        return library.reason(RuleId("too-long-with-it"), minutes=week.minutes, **names)
    if isinstance(_best(replace(week, close=frozenset()), seconds, exercise), Solution):
        hours = f"{library.planning.hours_between_hard_hinges.value:g}"
        return library.reason(RuleId("hard-hinges-too-close"), hours=hours)
    return library.reason(RuleId("no-room-with-it"), **names)


def _instead(exercise: ExerciseId, week: Week, plan: Planned) -> str:
    """What the plan holds in the places that this exercise suits."""
    suited = {place.where for place in week.places if any(held.id == exercise for held, _ in place.barred)}
    held = {
        week.library.exercises[item.exercise].en.name: None
        for session in plan.sessions
        for item in session.items
        if (session.id, item.slot) in suited and item.exercise in week.library.exercises
    }
    return listed(held) if held else "other exercises"
