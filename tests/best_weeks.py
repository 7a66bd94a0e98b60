"""The best week, found by trying every one: what the solver is held against."""

from collections.abc import Mapping
from dataclasses import replace
from itertools import combinations, product
from typing import Any

from gradus.library.library import Library
from gradus.planning.barriers import CALM_PATTERNS, most_high_rank, setting
from gradus.planning.build import Week, week_of
from gradus.planning.minutes import session_minutes
from gradus.planning.places import Choice
from gradus.planning.planner import can_be_brief
from gradus.planning.request import NoPlan, Plan, Request
from gradus.record.parts import PlanItem
from gradus.vocabulary.dose import Dose
from tests.drawn_plans import HARD, items


def same_by_trying(request: Request, library: Library, found: Plan | NoPlan) -> None:
    tried = best_or_brief(request, library)
    if tried is None:
        assert isinstance(found, NoPlan)
    else:
        assert isinstance(found, Plan)
        told = {(session.id, item.slot): item.exercise for session, item in items(found)}
        assert (found.objective, told) == tried


def best_or_shorter(request: Request, library: Library) -> tuple[int, Mapping[Any, Any]] | None:
    """The best week by trying; where none fits, with what is in training nearer and nearer to the bottom."""
    week = week_of(setting(request, library), library)
    tried = best_by_trying(week, library) if week.days else None
    lower = {
        id_: dose.but(amount=min(dose.amount, (dose.amount + dose.low) // 2))
        for id_, dose in request.current.items()
    }
    if tried is None and lower != request.current and week.days:
        return best_or_shorter(replace(request, current=lower), library)
    return tried


def best_or_brief(request: Request, library: Library) -> tuple[int, Mapping[Any, Any]] | None:
    """The best week by trying; where none fits, a brief one where such a one may help."""
    tried = best_or_shorter(request, library)
    if tried is None and can_be_brief(request):
        return best_or_shorter(replace(request, brief=True), library)
    return tried


def best_by_trying(week: Week, library: Library) -> tuple[int, Mapping[Any, Any]] | None:
    """The most points of any week, and the first such week in order of places and ids, by trying each."""
    options: list[list[Choice | None]] = [
        [*place.free, *([] if place.must_be_filled else [None])] for place in week.places
    ]
    best: tuple[int, Mapping[Any, Any]] | None = None
    for tried in product(*options):
        held = [(place, choice) for place, choice in zip(week.places, tried, strict=True) if choice]
        if not obeys(held, week, library):
            continue
        points = sum(choice.points for _, choice in held)
        points += library.objective.variety.points * len({choice.exercise.id for _, choice in held})
        if best is None or points > best[0]:
            best = points, {place.where: choice.exercise.id for place, choice in held}
    return best


def obeys(held: Any, week: Week, library: Library) -> bool:
    return all(
        session_obeys([(p, c) for p, c in held if p.number == number], number, week, library)
        for number in range(len(week.phase.sessions))
    ) and not any(
        hard(one) and hard(other) and (min(p.number, q.number), max(p.number, q.number)) in week.close
        for (p, one), (q, other) in [*combinations(held, 2), *((each, each) for each in held)]
    )


def session_obeys(held: Any, number: int, week: Week, library: Library) -> bool:
    needed = [p for p in week.places if p.number == number and not p.slot.optional and p.choices]
    trained = any(choice.exercise.pattern not in CALM_PATTERNS for _, choice in held)
    holds_something = any(place in needed for place, _ in held) or (
        trained and not any(place.free for place in needed)
    )
    ids = [choice.exercise.id for _, choice in held]
    whole = [
        PlanItem(
            slot="-",
            exercise=choice.exercise.id,
            dose=choice.start.dose,
            sets_goal=choice.start.sets_goal,
        )
        for _, choice in held
    ]
    return (
        bool(held)
        and (not needed or holds_something)
        and len(set(ids)) == len(ids)
        and sum(c.exercise.lumbar_rank >= 3 for _, c in held) <= most_high_rank(week.phase, library)
        and (week.minutes is None or session_minutes(whole, library, week.limits) <= week.minutes + 1e-9)
        and keeps_room(held, number, week, library)
    )


def with_all_sets(dose: Dose, goal: int) -> Dose:
    return dose.but(sets=max(dose.sets, goal))


def keeps_room(held: Any, number: int, week: Week, library: Library) -> bool:
    """Whether nothing that may stay empty is filled, or it fits beside all the sets in mind for the rest."""
    needed = {p.where for p in week.places if p.number == number and not p.slot.optional and p.free}
    if week.minutes is None or not needed or all(place.where in needed for place, _ in held):
        return True
    grown = [
        PlanItem(
            slot="-",
            exercise=choice.exercise.id,
            dose=with_all_sets(choice.start.dose, choice.start.sets_goal)
            if place.where in needed
            else choice.start.dose,
            sets_goal=choice.start.sets_goal,
        )
        for place, choice in held
    ]
    return session_minutes(grown, library, week.limits) <= week.minutes + 1e-9


def hard(choice: Choice) -> bool:
    return choice.exercise.pattern in HARD and choice.exercise.lumbar_rank >= 3
