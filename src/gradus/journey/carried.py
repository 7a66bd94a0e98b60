"""The sessions that a phone carries for times without a network: today's or the next one, and those after it.

The next is as the core would ask for it now. Those after it rest on sessions of which nobody knows yet how
they went: they repeat or lower, and raise nothing. Each comes with a lower one beside it.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta

from gradus.journey.ahead import Ahead, sessions_ahead
from gradus.journey.promise import promise
from gradus.journey.shorter import Wish, without_rise
from gradus.journey.today import Today, last_asked, today
from gradus.library.library import Library
from gradus.record.facts import DecisionShown, PlanMade, SessionDone
from gradus.record.history import History, add

LOW = Wish(low=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class Carried:
    """A session that may be done without a network: on one of `days`, and so many days `after` the one before
    it at the least. `usual` and `low` are what may be promised for it."""

    session: Ahead
    days: tuple[date, ...]
    after: int
    usual: DecisionShown
    low: DecisionShown
    answer: Today


def carried(history: History, library: Library, day: date) -> tuple[Carried, ...]:
    """The sessions to carry from that day on, in order. A session is carried for the days on which the core
    would let it be trained as things stand: none beyond a question, a lock or the end of a phase."""
    rules = library.planning
    window = int(rules.carried_days.value)
    found, before = today(history, library, day), day
    told: list[Carried] = []
    for session in sessions_ahead(found, history, library, window)[: int(rules.carried_sessions.value)]:
        made = _carried(history, library, session, _left(day, window, session))
        if made is None:
            break
        told.append(replace(made, after=(session.day - before).days if told else 0))
        before = session.day
        history = add(history, made.usual, supposed(made))
    return tuple(told)


def _left(day: date, window: int, session: Ahead) -> int:
    return window - (session.day - day).days


def _carried(history: History, library: Library, session: Ahead, left: int) -> Carried | None:
    """The session with its days; None where the core would not let it be trained on its own day."""
    each = [today(history, library, session.day + timedelta(days=nth)) for nth in range(max(1, left))]
    first = each[0]
    if first.action != "train" or first.plan is None:
        return None
    days = tuple(answer.day for answer in each if _is_same(answer, first))
    usual = _no_more(first, history)
    low = _no_more(today(history, library, session.day, LOW), history)
    person = first.plan.person
    return Carried(
        session=session,
        days=days,
        after=0,
        usual=promise(usual, library, person),
        low=promise(low, library, person),
        answer=usual,
    )


def _is_same(answer: Today, first: Today) -> bool:
    """Whether the day asks for the same session. What waits on one day alone, as legs before a run, is no
    less of a reason on another."""
    return answer.action == "train" and _doses(answer) == _doses(first)


def _doses(answer: Today) -> Mapping[str, object]:
    return {item.exercise: item.dose for item in answer.items}


def _no_more(answer: Today, history: History) -> Today:
    """The answer as it is for today; after a session that is only supposed, without a rise."""
    supposed = any(fact.device == SUPPOSED for fact in history.of(SessionDone))
    return (
        replace(answer, items=without_rise(answer.items, last_asked(history, answer))) if supposed else answer
    )


SUPPOSED = "supposed"
"""The device of a session that is only supposed to be done."""


def supposed(made: Carried) -> SessionDone:
    """The session as if it had been done on its day, by nobody knows whom and how."""
    session = made.session
    plan: PlanMade | None = made.answer.plan
    return SessionDone(
        id=session.id,
        person=made.usual.person,
        at=datetime.combine(session.day, time(0), UTC),
        day=session.day,
        plan=None if plan is None else plan.id,
        shape=made.usual.shape,
        device=SUPPOSED,
    )
