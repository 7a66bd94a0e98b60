"""Which days are training days: as the plan says, moved rather than missed, never two in a row."""

from datetime import date, timedelta

from gradus.library.library import Library
from gradus.progression.occasions import last_trained
from gradus.record.facts import Pause, PlanMade, SessionDone
from gradus.record.history import History
from gradus.vocabulary.ids import RuleId
from gradus.vocabulary.reasons import Reason

WEEK = 7
EVERY_OTHER_DAY = 3
"""A programme of more sessions a week than this trains on consecutive days by design."""


def trained_until(history: History, day: date) -> date | None:
    """The latest day, `day` included, on which something was trained."""
    return last_trained(history, day + timedelta(days=1))


def paused(history: History, day: date) -> bool:
    """Whether a pause covers the day. One with an open end is over once something was trained after it."""
    trained = trained_until(history, day)
    for pause in history.of(Pause):
        if pause.day <= day and (pause.until is None or day <= pause.until):
            ended = pause.until is None and trained is not None and trained > pause.day
            if not ended:
                return True
    return False


def why_rest(history: History, library: Library, plan: PlanMade, day: date) -> Reason | None:
    """Why `day` is no training day; None when it is one."""
    if paused(history, day):
        return library.reason(RuleId("paused"))
    trained = trained_until(history, day)
    if trained == day or _skipped(history, plan, day):
        return library.reason(RuleId("trained-today" if trained == day else "rest-day"))
    return None if _is_due(plan, trained, day) else library.reason(RuleId("rest-day"))


def why_train(library: Library, plan: PlanMade, number: int, trained: date | None, day: date) -> Reason:
    """Why `day` is a training day: planned, or moved here."""
    if trained is not None and _days(plan) and day.weekday() not in _days(plan):
        return library.reason(RuleId("day-moved"), days=(day - trained).days)
    return library.reason(RuleId("training-day"), number=number, sessions=plan.sessions_to_do)


def next_training_day(history: History, plan: PlanMade, day: date) -> date:
    """The first day after `day` on which a session is due if nothing is trained until then."""
    trained = trained_until(history, day)
    ahead = (day + timedelta(days=n) for n in range(1, 2 * WEEK))
    return next((each for each in ahead if _is_due(plan, trained, each)), day + timedelta(days=1))


def _skipped(history: History, plan: PlanMade, day: date) -> bool:
    skipped = (fact for fact in history.of(SessionDone) if fact.ended == "skipped")
    return any(fact.day == day and fact.plan == plan.id for fact in skipped)


def _days(plan: PlanMade) -> set[int]:
    return {session.day.number for session in plan.sessions if session.day is not None}


def _is_due(plan: PlanMade, trained: date | None, day: date) -> bool:
    since = None if trained is None else (day - trained).days
    spaced = plan.sessions_a_week > EVERY_OTHER_DAY
    if since is not None and since < (1 if spaced else 2):
        return False
    days = _days(plan)
    if not days or spaced or day.weekday() in days:
        return True
    return since is None or since > _longest_gap(days)


def _longest_gap(days: set[int]) -> int:
    """The most days between two neighbouring training days of a week."""
    ordered = sorted(days)
    return max(b - a for a, b in zip(ordered, [*ordered[1:], ordered[0] + WEEK], strict=True))
