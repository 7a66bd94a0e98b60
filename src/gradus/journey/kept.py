"""Sessions kept: what was done beside what the plans had room for, over months and plans."""

from collections.abc import Sequence
from datetime import date, timedelta

from gradus.library.library import Library
from gradus.measures.adherence import Adherence, adherence, on_weekday
from gradus.record.facts import Pause, PlanMade, SessionDone
from gradus.record.history import History
from gradus.vocabulary.ids import RuleId
from gradus.vocabulary.reasons import Reason
from gradus.vocabulary.week import WEEK


def sessions_kept(history: History, plans: Sequence[PlanMade], day: date) -> Adherence:
    """Sessions done from the first of the plans until before `day`, of those that the plans had room for
    until then, each until the next."""
    ended = sorted(fact.day for fact in history.of(SessionDone) if fact.ended != "skipped")
    ends = [*(later.day for later in plans), day][1:]
    away = _away(history, day)
    planned = done = 0
    for plan, until in zip(plans, ends, strict=True):
        days = [each for each in ended if plan.day <= each < until]
        done += len(days)
        planned += _room(plan, _last_day(plan, days, until), away)
    return adherence(planned, done)


def kept_reason(kept: Adherence, library: Library) -> Reason:
    """What was done of what was planned; a share only where some of it was not done."""
    if kept.done > kept.planned:
        planned = "1 was" if kept.planned == 1 else f"{kept.planned} were"
        return library.reason(RuleId("sessions-beyond-the-plan"), done=kept.done, planned=planned)
    some = kept.percent is not None and kept.done < kept.planned
    percent = f" ({kept.percent:.0f} percent)" if some else ""
    return library.reason(RuleId("sessions-kept"), done=kept.done, planned=kept.planned, percent=percent)


def _last_day(plan: PlanMade, done: Sequence[date], until: date) -> date:
    """The last day that the plan counts: that of the last session done where all are done, and it went on
    where more were; the day before `until` where some are still to do."""
    whole = len(done) >= plan.sessions_to_do
    return done[-1] if whole else until - timedelta(days=1)


def _away(history: History, day: date) -> list[range]:
    """The days up to `day` that a pause with a known end covers, by their ordinal and none of them twice:
    nothing was planned on them."""
    known = ((pause.day, pause.until) for pause in history.of(Pause) if pause.until is not None)
    spans: list[range] = []
    reached = 0
    for first, until in sorted(known):
        end = min(until, day).toordinal() + 1
        spans.append(range(max(first.toordinal(), reached), end))
        reached = max(reached, end)
    return spans


def _room(plan: PlanMade, last: date, away: Sequence[range]) -> int:
    """How many sessions the plan had room for up to that day: those of its training days, or where it names
    none, as many as it has in each whole week."""
    lasted = range(plan.day.toordinal(), last.toordinal() + 1)
    gone = [range(max(each.start, lasted.start), min(each.stop, lasted.stop)) for each in away]
    days = [session.day for session in plan.sessions if session.day is not None]
    if days:
        return sum(
            len(on_weekday(day, lasted)) - sum(len(on_weekday(day, each)) for each in gone) for day in days
        )
    return (len(lasted) - sum(map(len, gone))) * plan.sessions_a_week // WEEK
