"""Sessions kept: what was done beside what the plans had room for, over months and plans."""

from collections.abc import Sequence
from datetime import date, timedelta

from gradus.journey.days import WEEK
from gradus.measures.adherence import Adherence, adherence, training_days
from gradus.record.facts import Pause, PlanMade, SessionDone
from gradus.record.history import History


def sessions_kept(history: History, plans: Sequence[PlanMade], day: date) -> Adherence:
    """Sessions done from the first of the plans until before `day`, of those that the plans had room for
    until then, each until the next."""
    begun = plans[0].day if plans else day
    ended = (fact for fact in history.of(SessionDone) if fact.ended != "skipped")
    done = sum(1 for fact in ended if begun <= fact.day < day)
    ends = [*(later.day for later in plans), day][1:]
    away = _away(history, day)
    rooms = (_room(plan, until - timedelta(days=1), away) for plan, until in zip(plans, ends, strict=True))
    return adherence(sum(rooms), done)


def _away(history: History, day: date) -> frozenset[date]:
    """The days before `day` that a pause with a known end covers: nothing was planned on them."""
    spans = ((pause.day, pause.until) for pause in history.of(Pause) if pause.until is not None)
    return frozenset(
        first + timedelta(days=n) for first, until in spans for n in range((min(until, day) - first).days + 1)
    )


def _room(plan: PlanMade, last: date, away: frozenset[date]) -> int:
    """How many sessions the plan had room for up to that day: its training days, or where it names none, as
    many as it has in each whole week; and not more than it has."""
    days = [session.day for session in plan.sessions if session.day is not None]
    lasted = (last - plan.day).days + 1 - sum(plan.day <= each <= last for each in away)
    named = (each for each in training_days(days, plan.day, last) if each not in away)
    room = sum(1 for _ in named) if days else lasted * plan.sessions_a_week // WEEK
    return min(room, plan.sessions_to_do)
