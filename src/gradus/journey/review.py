"""The look back: pain by week, tests then and now, sessions kept, doses then and now, what comes next.

Strength stands beside pain and is never its proxy.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from gradus.journey.days import WEEK
from gradus.library.library import Library
from gradus.library.types import Measure
from gradus.measures.adherence import Adherence, adherence, training_days
from gradus.measures.change import MeasureChange, change, change_of_weeks, change_reason, enough, unit_words
from gradus.measures.mornings import WeekMean, stays_very_high, weekly_mean
from gradus.measures.series import results
from gradus.record.facts import DecisionShown, MorningCheckIn, Pause, PlanMade, SessionDone, TestResult
from gradus.record.history import History
from gradus.screening.outcome import screen
from gradus.vocabulary.dose import Dose
from gradus.vocabulary.ids import ExerciseId, MeasureId, RuleId
from gradus.vocabulary.reasons import Reason
from gradus.vocabulary.scales import Change, Side

__all__ = ["DoseChange", "Review", "TestChange", "WeekMean", "review", "unit_words"]

MORNING_PAIN = MeasureId("morning-pain-weekly-mean")
FUNCTION = MeasureId("patient-specific-function")


@dataclass(frozen=True, slots=True)
class TestChange:
    """A measure then and now; `change` is None when there is one result only."""

    measure: MeasureId
    side: Side | None
    change: MeasureChange | None
    reason: Reason


@dataclass(frozen=True, slots=True)
class DoseChange:
    """The dose of an exercise when it was first and last shown."""

    exercise: ExerciseId
    first: Dose
    last: Dose
    sessions: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Review:
    """A look back over the weeks since the first plan. `weeks` counts those begun before `day`; `pain` has
    one entry a week, None where no morning was reported; `due` says whether this is a review week; `next` is
    advice."""

    day: date
    began_on: date | None
    weeks: int
    due: bool
    pain: tuple[WeekMean | None, ...]
    pain_change: MeasureChange | None
    tests: tuple[TestChange, ...]
    doses: tuple[DoseChange, ...]
    sessions: Adherence
    because: tuple[Reason, ...]
    next: tuple[Reason, ...]


def review(history: History, library: Library, day: date) -> Review:
    """The look back on `day`. Without a plan it shows mornings and tests only; while the screen locks, no
    exercise."""
    plans = [plan for plan in history.of(PlanMade) if plan.day <= day]
    began = plans[0].day if plans else None
    weeks = 0 if began is None else max(1, -((began - day).days // WEEK))
    mornings = [fact for fact in history.of(MorningCheckIn) if fact.day <= day]
    pain = _weeks_of_pain(mornings, began, weeks)
    pain_change = _pain_change(library, pain)
    tests = _tests(history, library, day)
    kept = _sessions(history, plans, day)
    full_weeks = 0 if began is None else (day - began).days // WEEK
    return Review(
        day=day,
        began_on=began,
        weeks=weeks,
        due=began is not None
        and (day - began).days % WEEK == 0
        and full_weeks in library.reviews.review_weeks,
        pain=pain,
        pain_change=pain_change,
        tests=tests,
        doses=() if screen(history, library, day).cleared is None else _doses(history, day),
        sessions=kept,
        because=_because(library, pain, pain_change, tests, kept),
        next=_next(library, mornings, day, full_weeks, (pain_change, *(test.change for test in tests))),
    )


def _weeks_of_pain(
    mornings: Sequence[MorningCheckIn], began: date | None, weeks: int
) -> tuple[WeekMean | None, ...]:
    if began is None:
        return ()
    firsts = (began + timedelta(days=WEEK * n) for n in range(weeks))
    return tuple(weekly_mean(mornings, first, first + timedelta(days=WEEK - 1)) for first in firsts)


def _pain_change(library: Library, pain: Sequence[WeekMean | None]) -> MeasureChange | None:
    """From the first week to the last one with mornings enough."""
    told = [week for week in pain if week is not None and enough(week, library.reviews)]
    if not told or told[0] is told[-1]:
        return None
    return change_of_weeks(library, told[0], told[-1], measure=MORNING_PAIN)


def _tests(history: History, library: Library, day: date) -> tuple[TestChange, ...]:
    taken = {(fact.measure, fact.side) for fact in history.of(TestResult) if fact.day <= day}
    known = sorted(
        (each for each in taken if each[0] in library.measures), key=lambda each: (each[0], each[1] or "")
    )
    return tuple(_test(history, library, library.measures[measure], side, day) for measure, side in known)


def _test(history: History, library: Library, measure: Measure, side: Side | None, day: date) -> TestChange:
    series = [each for each in results(history, measure.id, side) if each.day <= day and each.side == side]
    if len(series) == 1:
        only = library.reason(
            RuleId("one-result-only"),
            measure=measure.title,
            last=f"{series[0].value:g}",
            unit=unit_words(measure),
        )
        return TestChange(measure.id, side, None, only)
    moved = change(measure, series[0].value, series[-1].value)
    return TestChange(measure.id, side, moved, change_reason(library, measure, moved))


def _doses(history: History, day: date) -> tuple[DoseChange, ...]:
    shown: dict[ExerciseId, list[Dose]] = {}
    for fact in history.of(DecisionShown):
        if fact.day <= day:
            for item in fact.items:
                shown.setdefault(item.exercise, []).append(item.dose)
    return tuple(DoseChange(each, doses[0], doses[-1], len(doses)) for each, doses in sorted(shown.items()))


def _sessions(history: History, plans: Sequence[PlanMade], day: date) -> Adherence:
    """Sessions done before `day`, of those that the plans had room for until then, each until the next."""
    done = sum(1 for fact in history.of(SessionDone) if fact.ended != "skipped" and fact.day < day)
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


def _because(
    library: Library,
    pain: Sequence[WeekMean | None],
    pain_change: MeasureChange | None,
    tests: Sequence[TestChange],
    kept: Adherence,
) -> tuple[Reason, ...]:
    reasons: list[Reason] = []
    told = [week for week in pain if week is not None]
    if pain_change is not None:
        reasons.append(change_reason(library, library.measures[MORNING_PAIN], pain_change))
    elif told:
        reasons.append(
            library.reason(
                RuleId("too-few-mornings"),
                mornings=told[-1].mornings,
                first_day=f"{told[-1].first_day:%d %B}",
            )
        )
    if told and tests:
        reasons.append(library.reason(RuleId("strength-beside-pain")))
    if kept.planned:
        percent = "" if kept.percent is None else f" ({kept.percent:.0f} percent)"
        reasons.append(
            library.reason(RuleId("sessions-kept"), done=kept.done, planned=kept.planned, percent=percent)
        )
    return tuple(reasons)


def _next(
    library: Library,
    mornings: Sequence[MorningCheckIn],
    day: date,
    full_weeks: int,
    changes: Sequence[MeasureChange | None],
) -> tuple[Reason, ...]:
    advice: list[Reason] = []
    rules = library.reviews
    if stays_very_high(mornings, day, rules):
        advice.append(
            library.reason(
                RuleId("pain-stays-very-high"),
                worst=f"{rules.worst_unchanged.value:g}",
                days=f"{rules.worst_unchanged_for.value:g}",
            )
        )
    last = rules.review_weeks[-1]
    if full_weeks in rules.review_weeks and full_weeks < last:
        advice.append(library.reason(RuleId("review-due"), week=full_weeks))
    known = [each for each in changes if each is not None and each.verdict is not Change.UNKNOWN]
    felt = [each for each in known if each.measure in (MORNING_PAIN, FUNCTION)]
    gained = any(each.verdict in (Change.CHANGED, Change.POSSIBLY) and each.amount > 0 for each in felt)
    if full_weeks >= rules.change_programme_from.value and felt and not gained:
        advice.append(library.reason(RuleId("no-clear-gain-yet"), weeks=full_weeks))
    if full_weeks >= last:
        advice.append(library.reason(RuleId("keep-it-up"), weeks=last))
    return tuple(advice)
