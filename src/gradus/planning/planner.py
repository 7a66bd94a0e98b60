"""The doorway of the room: the best typical week for a request, or what collides."""

from dataclasses import replace
from math import floor
from statistics import mean
from typing import Final

from gradus.library.library import Library
from gradus.planning.barriers import Setting, setting
from gradus.planning.build import Built, Week, build, week_of
from gradus.planning.minutes import session_minutes
from gradus.planning.model import Solution, Unsolved
from gradus.planning.outdone import outdone
from gradus.planning.places import Choice, Place
from gradus.planning.reasons import empty_reasons, item_reasons, week_notes
from gradus.planning.relax import no_plan, nothing_of_it_is_left
from gradus.planning.request import NoPlan, Plan, Request, Where
from gradus.record.parts import PlanItem, PlannedSession
from gradus.vocabulary.ids import RuleId
from gradus.vocabulary.reasons import Reason

SECONDS: Final = 2.0
"""How long each solve may take before its best answer is given as not proven."""


def plan(request: Request, library: Library, *, seconds: float = SECONDS) -> Plan | NoPlan:
    """The week with the most points that obeys every limit; the same for any order of the content.

    Of weeks with equal points it is the first by exercise id, place by place, so that every machine gives the
    same. Where what is in training has grown too long, it begins nearer to the bottom of its range; where the
    person's minutes are few, a week of our own begins with the least of each. When `seconds` run out before
    the proof, the best week found is given and says so.
    """
    made = _best_week(request, library, seconds)
    if made is Unsolved.INFEASIBLE and can_be_brief(request):
        request = replace(request, brief=True)
        made = _best_week(request, library, seconds)
    if isinstance(made, Plan):
        return made
    if made is Unsolved.OUT_OF_TIME:
        told = library.reason(RuleId("search-ran-out"))
        return NoPlan(collide=(told,), change="a longer search", freed=None)
    found = setting(request, library)
    return no_plan(found, week_of(found, library), seconds)


def _best_week(request: Request, library: Library, seconds: float) -> Plan | Unsolved:
    """The plan; where nothing fits, with what is in training nearer and nearer to the bottom of its range."""
    found = setting(request, library)
    week = week_of(found, library)
    if not week.days or nothing_of_it_is_left(week, request.programme):
        return Unsolved.INFEASIBLE
    built = build(week)
    spare = outdone(week, built)
    best = built.model.solve(seconds, spare.for_the_best())
    if best is Unsolved.INFEASIBLE and (shorter := _a_little_shorter(request)) != request:
        again = _best_week(shorter, library, seconds)
        return again if isinstance(again, Plan) else best
    if isinstance(best, Unsolved):
        return best
    groups = [built.of(number) for number in range(len(week.places))]
    return _plan(found, week, built, built.model.settle(groups, best, seconds, spare.for_ties()))


def can_be_brief(request: Request) -> bool:
    """Whether a brief week may help: the minutes are told, and no study says how much is to be done."""
    own = request.programme.kind == "individual"
    return own and request.person.minutes is not None and not request.brief


def _a_little_shorter(request: Request) -> Request:
    """The request with every exercise in training half as far above the bottom of its range: a person's own
    progress must not make the next phase too long for the time they have."""
    lower = {
        id_: dose.but(amount=min(dose.amount, floor(mean((dose.amount, dose.low)))))
        for id_, dose in request.current.items()
    }
    return replace(request, current=lower)


def _plan(found: Setting, week: Week, built: Built, solution: Solution) -> Plan:
    because: dict[Where, tuple[Reason, ...]] = {}
    items: dict[int, list[PlanItem]] = {place.number: [] for place in week.places}
    empty: list[str] = []
    swapped = 0
    for number, place in enumerate(week.places):
        choice = _chosen(number, place, built, solution)
        if choice is not None:
            because[place.where] = item_reasons(choice, place, found, week)
            swapped += choice.stands_in
            items[place.number].append(_item(choice, place, because[place.where]))
        elif not place.slot.optional:
            because[place.where] = empty_reasons(place, week)
            empty.append("/".join(place.where))
    sessions = (_session(number, tuple(held), week) for number, held in items.items())
    return Plan(
        phase=week.phase.id,
        sessions=tuple(sorted(sessions, key=lambda each: 0 if each.day is None else each.day.number)),
        sessions_a_week=len(week.days),
        objective=solution.objective,
        bound=solution.bound,
        proven=solution.proven,
        left_empty=tuple(empty),
        because=because,
        notes=week_notes(found, week, solution, swapped),
    )


def _chosen(number: int, place: Place, built: Built, solution: Solution) -> Choice | None:
    columns = ((choice, built.chosen[number, choice.exercise.id]) for choice in place.free)
    return next((choice for choice, column in columns if solution.chosen(column)), None)


def _item(choice: Choice, place: Place, reasons: tuple[Reason, ...]) -> PlanItem:
    return PlanItem(
        slot=place.slot.id,
        exercise=choice.exercise.id,
        dose=choice.start.dose,
        sets_goal=choice.start.sets_goal,
        because=tuple(reason.rule for reason in reasons),
    )


def _session(number: int, items: tuple[PlanItem, ...], week: Week) -> PlannedSession:
    """The session with its day, where each shape has a day of its own, and the minutes it takes at first."""
    shape = week.phase.sessions[number]
    own_day = len(week.days) == len(week.phase.sessions)
    return PlannedSession(
        id=shape.id,
        title=shape.title,
        day=week.days[number] if own_day else None,
        minutes=round(session_minutes(items, week.library, week.limits), 1),
        items=items,
    )
