"""Occasions: the sessions of a plan that were done, with what was promised for each and what happened."""

from bisect import bisect_left
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from gradus.record.facts import DecisionShown, PlanMade, SessionDone, SetDone, ShownItem
from gradus.record.history import History
from gradus.vocabulary.dose import Dose
from gradus.vocabulary.ids import ExerciseId, FactId


@dataclass(frozen=True, slots=True, kw_only=True)
class Occasion:
    """One session of a plan that was done, whole or in part.

    `items` is what was shown for it; None when no decision of that day was kept. `sets` are those that were
    done, by exercise. `whole` is False when the person cut it short on purpose. `ended` is False while nobody
    told the end. `pain_after` is the pain after the session, 0 to 10, None when it was not told.
    """

    id: FactId
    day: date
    at: datetime
    shape: str
    items: tuple[ShownItem, ...] | None
    sets: Mapping[ExerciseId, tuple[SetDone, ...]]
    whole: bool = True
    ended: bool = True
    pain_after: int | None = None


Shown = Mapping[date, tuple[DecisionShown, ...]]


def occasions(history: History, plan: PlanMade) -> tuple[Occasion, ...]:
    """The done sessions of the plan, in order. A skipped session is none; neither is one that was stopped
    before its first set. Sets without a told end count as the session that they were."""
    ends = {fact.id: fact for fact in history.of(SessionDone)}
    sets = _by_session(history.of(SetDone), plan, ends)
    shown = _shown(history, plan)
    found = [_begin(id_, ends.get(id_), sets.get(id_, []), shown) for id_ in {*ends, *sets}]
    done = [each for each in found if each is not None and _belongs(each, ends.get(each.id), plan, shown)]
    done.sort(key=lambda each: (each.day, each.at, each.id))
    return tuple(_placed(each, nth, plan, shown) for nth, each in enumerate(done))


def current_doses(history: History, plan: PlanMade) -> dict[ExerciseId, Dose]:
    """The exercises in training under this plan, each with the dose that was promised for it last; the start
    dose of those that were not shown yet."""
    latest: dict[tuple[str, str], ShownItem] = {}
    for occasion in occasions(history, plan):
        latest.update({(occasion.shape, item.slot): item for item in occasion.items or ()})
    doses: dict[ExerciseId, Dose] = {}
    for session in plan.sessions:
        for planned in session.items:
            item = latest.get((session.id, planned.slot), planned)
            doses[item.exercise] = item.dose
    return doses


def last_trained(history: History, before: date) -> date | None:
    """The latest day before that one on which a set was done or a session ended without being skipped."""
    days = [fact.day for fact in history.of(SessionDone) if fact.ended != "skipped" and fact.day < before]
    sets = history.of(SetDone)
    nth = bisect_left(sets, before, key=lambda fact: fact.day)
    return max([*days[-1:], *(fact.day for fact in sets[max(0, nth - 1) : nth])], default=None)


def _by_session(
    sets: tuple[SetDone, ...], plan: PlanMade, ends: Mapping[FactId, SessionDone]
) -> dict[FactId, list[SetDone]]:
    first = min([plan.day, *(fact.day for fact in ends.values() if fact.plan == plan.id)])
    found: dict[FactId, list[SetDone]] = {}
    for fact in sets[bisect_left(sets, first, key=lambda fact: fact.day) :]:
        found.setdefault(fact.session, []).append(fact)
    return found


def _shown(history: History, plan: PlanMade) -> Shown:
    found: dict[date, tuple[DecisionShown, ...]] = {}
    for fact in history.of(DecisionShown):
        if fact.plan == plan.id and fact.items:
            found[fact.day] = (*found.get(fact.day, ()), fact)
    return found


def _begin(id_: FactId, end: SessionDone | None, sets: list[SetDone], shown: Shown) -> Occasion | None:
    if not sets and (end is None or end.ended != "finished"):
        return None
    if end is not None and end.ended == "skipped":
        return None
    day, at = (end.day, end.at) if end is not None else (sets[0].day, sets[-1].at)
    if sets and sets[0].day in shown:
        day = sets[0].day
    by_exercise: dict[ExerciseId, list[SetDone]] = {}
    for fact in sets:
        by_exercise.setdefault(fact.exercise, []).append(fact)
    return Occasion(
        id=id_,
        day=day,
        at=at,
        shape="" if end is None or end.shape is None else end.shape,
        items=None,
        sets={name: tuple(facts) for name, facts in by_exercise.items()},
        whole=end is None or end.short == "no",
        ended=end is not None,
        pain_after=None if end is None else end.pain_after_0_10,
    )


def _belongs(occasion: Occasion, end: SessionDone | None, plan: PlanMade, shown: Shown) -> bool:
    if end is not None:
        return end.plan == plan.id
    return occasion.day in shown or occasion.day >= plan.day


def _placed(occasion: Occasion, nth: int, plan: PlanMade, shown: Shown) -> Occasion:
    """The occasion with its shape and what was promised for it. Of two promises on one day the lesser stands:
    it cannot be known which was followed."""
    ids = {session.id for session in plan.sessions}
    promises = shown.get(occasion.day, ())
    shape = occasion.shape
    if shape not in ids:
        named = [each.shape for each in promises if each.shape in ids]
        shape = named[-1] or "" if named else plan.sessions[nth % len(plan.sessions)].id
    fitting = [each for each in promises if each.shape == shape]
    items = min(fitting, key=lambda each: (work(each.items), each.id)).items if fitting else None
    return Occasion(
        id=occasion.id,
        day=occasion.day,
        at=occasion.at,
        shape=shape,
        items=items,
        sets=occasion.sets,
        whole=occasion.whole,
        ended=occasion.ended,
        pain_after=occasion.pain_after,
    )


def work(items: Iterable[ShownItem]) -> tuple[float, float]:
    """A size of what was asked, to tell the lesser of two promises: kilograms times amount, then amount."""
    doses = [item.dose for item in items]
    amount = sum(dose.sets * dose.amount for dose in doses)
    return (sum(dose.sets * dose.amount * (dose.load_kg or 0.0) for dose in doses), float(amount))
