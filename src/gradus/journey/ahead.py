"""The sessions to come: the day of each, as if all before it were done."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from uuid import UUID, uuid5

from gradus.journey.days import next_training_day
from gradus.journey.plans import current_plan
from gradus.journey.today import Today
from gradus.library.library import Library
from gradus.progression.occasions import Occasion, occasions, sessions_of_the_day, turn
from gradus.record.facts import PlanMade, SessionDone
from gradus.record.history import History, add
from gradus.record.parts import PlannedSession
from gradus.vocabulary.ids import FactId

MIDNIGHT = time(tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Ahead:
    """A session to come: the day it falls on as things stand, which of its plan it is, counted from 1, and
    how long it is meant to take. The id stays when the day moves."""

    id: FactId
    day: date
    number: int
    minutes: int
    title: str


def sessions_ahead(found: Today, history: History, library: Library, days: int) -> tuple[Ahead, ...]:
    """The sessions of so many days from the day of this answer on, that day included. None while something
    stands before training: a lock, open questions, a plan to be made, an illness."""
    plan = found.plan or current_plan(history, found.day)
    if plan is None or found.action not in ("train", "rest"):
        return ()
    done, ahead = list(occasions(history, plan)), []
    day, last = (found.day if found.action == "train" else found.next_on), _last(found.day, days)
    while day is not None and day <= last:
        for _ in range(_left(plan, done, day)):
            shape, number = turn(plan, done, day), len(done) + 1
            session = Ahead(_id(plan, number), day, number, round(shape.minutes), shape.title)
            ahead.append(session)
            end = _done(session, plan, shape)
            done.append(Occasion(id=end.id, day=day, at=end.at, shape=shape.id, items=None))
            history = add(history, end)
        day = next_training_day(history, library, plan, day)
    return tuple(ahead)


def _last(first: date, days: int) -> date:
    return first + timedelta(days=min(days - 1, (date.max - first).days))


def _left(plan: PlanMade, done: list[Occasion], day: date) -> int:
    """How many sessions are left for a training day: one, but where the plan has more for this weekday."""
    return max(1, len(sessions_of_the_day(plan, day)) - sum(each.day == day for each in done))


def _id(plan: PlanMade, number: int) -> FactId:
    return FactId(str(uuid5(UUID(plan.id), str(number))))


def _done(session: Ahead, plan: PlanMade, shape: PlannedSession) -> SessionDone:
    """The session as if it had been done on its day."""
    at = datetime.combine(session.day, MIDNIGHT)
    return SessionDone(
        id=session.id, person=plan.person, at=at, day=session.day, plan=plan.id, shape=shape.id
    )
