"""Occasions: the sessions of a plan that were done, with what was promised for each and what happened."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from itertools import chain
from operator import attrgetter

from gradus.planning.week import MOST_SPACED
from gradus.record.facts import DecisionShown, PlanMade, SessionDone, SetDone
from gradus.record.history import History
from gradus.record.parts import PlannedSession, ShownItem
from gradus.vocabulary.calendar import shifted
from gradus.vocabulary.dose import Dose
from gradus.vocabulary.ids import ExerciseId, FactId, RuleId
from gradus.vocabulary.kept import Kept
from gradus.vocabulary.scales import Step
from gradus.vocabulary.value import Value

INSTEAD = RuleId("instead-today")
ADDED = RuleId("added-today")
AFTER_ALL = RuleId("left-out-after-all")
FOR_TODAY = frozenset({INSTEAD, ADDED, AFTER_ALL})
"""The reasons of what came in for one day at the person's wish, and of leaving that out again."""

Sets = Mapping[ExerciseId, tuple[SetDone, ...]]
Shown = Mapping[date, tuple[DecisionShown, ...]]


class Occasion(Value, frozen=True, kw_only=True):
    """One session of a plan that was done, whole or in part.

    `asked` is what was shown for it; None when no decision of that day was kept. `items` are the same; of a
    session that was shown short with their usual doses. `whole` is False when the person cut it
    short on purpose, `ended` is False while nobody told the end. `pain_after` is the pain after
    the session, 0 to 10, None when it was not told.
    """

    id: FactId
    day: date
    at: datetime
    shape: str
    items: tuple[ShownItem, ...] | None
    whole: bool = True
    ended: bool = True
    pain_after: int | None = None
    asked: tuple[ShownItem, ...] | None = None


@dataclass(frozen=True, slots=True)
class Log:
    """The sets of each session of a record by their exercise, sorted when asked for: a long record costs no
    more than a short one. A set is found within a day of its session."""

    sets: Mapping[FactId, tuple[SetDone, ...]]
    kept: Kept = field(default_factory=Kept, compare=False, repr=False)

    def of(self, session: FactId, day: date) -> Sets:
        """The sets of that session on that day, by exercise."""
        return self.kept.of(_by_exercise, self.sets.get(session, ()), day)


def _by_exercise(sets: tuple[SetDone, ...], day: date) -> Sets:
    first, last = shifted(day, -1), shifted(day, 1)
    if sets and not (first <= sets[0].day and sets[-1].day <= last):
        sets = tuple(fact for fact in sets if first <= fact.day <= last)
    found: dict[ExerciseId, list[SetDone]] = {}
    for fact in sets:
        found.setdefault(fact.exercise, []).append(fact)
    return {name: tuple(facts) for name, facts in found.items()}


def occasions(history: History, plan: PlanMade) -> tuple[Occasion, ...]:
    """The done sessions of the plan, in order. A skipped session is none; neither is one that was stopped
    before its first set. Sets without a told end count as the session that they were."""
    ends = {fact.session: fact for fact in history.of(SessionDone)}
    trained = history.by_session.keys()
    shown = _shown(history, plan)
    done = [
        _told(end, history, shown)
        for end in ends.values()
        if end.plan == plan.id
        and (end.ended == "finished" or (end.ended == "stopped" and end.session in trained))
    ]
    if untold := trained - ends.keys():
        done += _untold(history, untold, plan, shown)
    done.sort(key=lambda each: (each.day, each.at, each.id))
    ids = [session.id for session in plan.sessions]
    return tuple(
        history.kept.of(_placed, each, plan, ids[nth % len(ids)], *shown.get(each.day, ()))
        for nth, each in enumerate(done)
    )


def current_doses(history: History, plan: PlanMade) -> dict[ExerciseId, Dose]:
    """The exercises in training under this plan, each with the dose that was promised for it last; the start
    dose of those that were not shown yet. What a lighter week took away for a while is not lost."""
    latest: dict[tuple[str, str], ShownItem] = {}
    for occasion in occasions(history, plan):
        kept = (
            item for item in occasion.items or () if item.step is not Step.DELOAD and not is_for_today(item)
        )
        latest.update({(occasion.shape, item.slot): item for item in kept})
    doses: dict[ExerciseId, Dose] = {}
    for session in plan.sessions:
        for planned in session.items:
            item = latest.get((session.id, planned.slot), planned)
            doses[item.exercise] = item.dose
    return doses


def turn(plan: PlanMade, done: Sequence[Occasion], day: date) -> PlannedSession:
    """The session whose turn it is on that day, after those done. They take turns by how many were done,
    never by dates; of a week with more sessions than can lie a day apart, each weekday has its own."""
    own = sessions_of_the_day(plan, day)
    here = sum(each.day == day for each in done)
    return own[here] if here < len(own) else plan.sessions[len(done) % len(plan.sessions)]


def sessions_of_the_day(plan: PlanMade, day: date) -> tuple[PlannedSession, ...]:
    """The sessions that belong to this weekday, in a week with more of them than can lie a day apart; none
    on its free days, and of any other week."""
    if plan.sessions_a_week <= MOST_SPACED:
        return ()
    return tuple(each for each in plan.sessions if each.day is not None and each.day.number == day.weekday())


def is_for_today(item: ShownItem) -> bool:
    """Whether the item came in for one day at the person's wish, so that its place goes on as if it had not
    been."""
    for reason in item.because:  # noqa: SIM110 a plain loop: this is asked some hundred times for a session
        if reason.rule in FOR_TODAY:
            return True
    return False


def _wishes(item: ShownItem) -> int:
    return sum(reason.rule in FOR_TODAY for reason in item.because)


def standing(promises: Sequence[DecisionShown]) -> DecisionShown | None:
    """Of the promises of one day the one that stands: that in which the person changed most, else the
    lesser, as it cannot be known which was followed. None of none."""

    def key(each: DecisionShown) -> tuple[object, ...]:
        return -sum(map(_wishes, each.items)), work(each.items), each.id

    return promises[0] if len(promises) == 1 else min(promises, key=key, default=None)


def last_trained(history: History, before: date) -> date | None:
    """The latest day before that one on which a set was done or a session ended without being skipped."""
    until = shifted(before, -1)
    ended = reversed(history.between(SessionDone, last=until))
    latest = next((fact.day for fact in ended if fact.ended != "skipped"), None)
    days = [fact.day for fact in history.between(SetDone, last=until)[-1:]]
    return max(days if latest is None else [latest, *days], default=None)


def trained_on(history: History, first: date, last: date) -> frozenset[date]:
    """The days from the first to the last on which a set was done or a session ended without being
    skipped."""
    ended = (each for each in history.between(SessionDone, first, last) if each.ended != "skipped")
    return frozenset(map(_day, chain(history.between(SetDone, first, last), ended)))


_day = attrgetter("day")


def work(items: Iterable[ShownItem]) -> tuple[float, float]:
    """A size of what was asked, to tell the lesser of two promises: kilograms times amount, then amount."""
    doses = [item.dose for item in items]
    amount = sum(dose.sets * dose.amount for dose in doses)
    return (sum(dose.sets * dose.amount * (dose.load_kg or 0.0) for dose in doses), float(amount))


class _Done(Value, frozen=True):
    """A session before it is known which of the plan's it was."""

    id: FactId
    day: date
    at: datetime
    end: SessionDone | None


def _told(end: SessionDone, history: History, shown: Shown) -> _Done:
    """A session that ended past midnight is of the day of its first set, where it was promised for that."""
    sets = history.sets_of(end.session)
    day = sets[0].day if sets and sets[0].day in shown else end.day
    return history.kept.of(_Done, end.session, day, end.at, end)


def _untold(history: History, sessions: Iterable[FactId], plan: PlanMade, shown: Shown) -> list[_Done]:
    return [
        history.kept.of(_Done, sets[0].session, sets[0].day, sets[-1].at, None)
        for sets in map(history.sets_of, sessions)
        if sets[0].day in shown or sets[0].day >= plan.day
    ]


def _shown(history: History, plan: PlanMade) -> Shown:
    found: dict[date, tuple[DecisionShown, ...]] = {}
    for fact in history.of(DecisionShown):
        if fact.plan == plan.id and fact.items:
            found[fact.day] = (*found.get(fact.day, ()), fact)
    return found


def _placed(done: _Done, plan: PlanMade, by_turn: str, *promises: DecisionShown) -> Occasion:
    """The occasion with its shape and what was promised for it, which is one of the promises of its day."""
    end = done.end
    ids = [session.id for session in plan.sessions]
    told = [end.shape] if end is not None and end.shape is not None else []
    likely = (*told, *(each.shape for each in reversed(promises) if each.shape is not None), by_turn)
    shape = next(each for each in likely if each in ids)
    was = standing([each for each in promises if each.shape == shape])
    short = was is not None and was.short != "no"
    return Occasion(
        id=done.id,
        day=done.day,
        at=done.at,
        shape=shape,
        items=None if was is None else _usual(was),
        whole=(end is None or end.short == "no") and not short,
        ended=end is not None,
        pain_after=None if end is None else end.pain_after_0_10,
        asked=None if was is None else was.items,
    )


def _usual(shown: DecisionShown) -> tuple[ShownItem, ...]:
    """What was shown, of a short session with the doses that it would have had as a whole one."""
    whole = {item.slot: item for item in shown.whole}
    return tuple(
        whole[item.slot] if item.slot in whole and whole[item.slot].exercise == item.exercise else item
        for item in shown.items
    )
