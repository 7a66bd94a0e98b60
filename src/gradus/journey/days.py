"""Which days are training days: as the plan says, moved rather than missed, never two in a row unless a
programme has too many sessions for that. Of those each has its weekday, and a missed one is not made up."""

from collections.abc import Collection
from datetime import date, timedelta

from gradus.library.library import Library
from gradus.planning.week import MOST_SPACED
from gradus.progression.occasions import last_trained, occasions, sessions_of_the_day, trained_on
from gradus.record.facts import Pause, PlanMade, SessionDone
from gradus.record.history import History
from gradus.vocabulary.ids import RuleId
from gradus.vocabulary.reasons import Reason
from gradus.vocabulary.week import WEEK

HOURS_IN_A_DAY = 24
LOOKED_AHEAD = 2 * WEEK


def trained_until(history: History, day: date) -> date | None:
    """The latest day, `day` included, on which something was trained."""
    return last_trained(history, day + timedelta(days=1))


def pauses(history: History, day: date) -> list[Pause]:
    """The pauses that cover the day. One with an open end is over once something was trained after it."""
    trained = trained_until(history, day)

    def covers(pause: Pause) -> bool:
        if pause.until is None:
            return trained is None or trained <= pause.day
        return day <= pause.until

    return [pause for pause in history.of(Pause) if pause.day <= day and covers(pause)]


def why_rest(history: History, library: Library, plan: PlanMade, day: date) -> Reason | None:
    """Why `day` is no training day; None when it is one."""
    if pauses(history, day):
        return library.reason(RuleId("paused"))
    if shares_the_day(history, plan, day):
        return None
    trained = trained_until(history, day)
    if trained == day or _skipped(history, plan, day):
        return library.reason(RuleId("trained-today" if trained == day else "rest-day"))
    due = _is_due(plan, library, _lately(history, day), day)
    return None if due else library.reason(RuleId("rest-day"))


def shares_the_day(history: History, plan: PlanMade, day: date) -> bool:
    """Whether a session was done today, and the plan has another one for the same day."""
    sessions = len(sessions_of_the_day(plan, day))
    if sessions <= 1 or _skipped(history, plan, day):
        return False
    done = [each for each in occasions(history, plan) if each.day == day]
    return 0 < len(done) < sessions and all(each.ended for each in done)


def why_train(library: Library, plan: PlanMade, number: int, trained: date | None, day: date) -> Reason:
    """Why `day` is a training day: planned, moved here, or the second session of one."""
    if trained == day:
        return library.reason(RuleId("second-today"), number=number, sessions=plan.sessions_to_do)
    if trained is not None and _days(plan) and day.weekday() not in _days(plan):
        return library.reason(RuleId("day-moved"), days=(day - trained).days)
    beyond = number > plan.sessions_to_do
    rule = RuleId("training-day-beyond" if beyond else "training-day")
    return library.reason(rule, number=number, sessions=plan.sessions_to_do)


def next_training_day(history: History, library: Library, plan: PlanMade, day: date) -> date | None:
    """The first day after `day`, and after a pause that covers it, on which a session is due if nothing is
    trained until then; None while a pause has no end in sight."""
    trained = _lately(history, day)
    begin = day
    for pause in pauses(history, day):
        if pause.until is None:
            return None
        begin = max(begin, pause.until)
    last = min(LOOKED_AHEAD, (date.max - begin).days)
    ahead = (begin + timedelta(days=n) for n in range(1, last + 1))
    return next((each for each in ahead if _is_due(plan, library, trained, each)), None)


def _skipped(history: History, plan: PlanMade, day: date) -> bool:
    ended = history.on(SessionDone, day)
    return any(fact.ended == "skipped" and fact.plan == plan.id for fact in ended)


def _days(plan: PlanMade) -> set[int]:
    return {session.day.number for session in plan.sessions if session.day is not None}


def _lately(history: History, day: date) -> frozenset[date]:
    """The days of the week before `day`, `day` included, on which something was trained; the latest one where
    there was none."""
    first = day - timedelta(days=WEEK)
    latest = trained_until(history, day)
    if latest is None or latest < first:
        return frozenset(() if latest is None else (latest,))
    return trained_on(history, first, day)


def _is_due(plan: PlanMade, library: Library, trained: Collection[date], day: date) -> bool:
    since = None if not trained else (day - max(trained)).days
    daily = plan.sessions_a_week > MOST_SPACED
    rest = library.planning.hours_between_hard_hinges.value / HOURS_IN_A_DAY
    if since is not None and since < (1 if daily else rest):
        return False
    days = _days(plan)
    if not days:
        return sum((day - each).days < WEEK for each in trained) < plan.sessions_a_week
    if daily:
        return day.weekday() in days
    return day.weekday() in days or since is None or since > _longest_gap(days)


def _longest_gap(days: set[int]) -> int:
    """The most days between two neighbouring training days of a week."""
    ordered = sorted(days)
    return max(b - a for a, b in zip(ordered, [*ordered[1:], ordered[0] + WEEK], strict=True))
