"""The look back: pain by week with its trend, tests then and now, sessions kept, milestones, doses then and
now, what is decided and what comes next.

Strength stands beside pain and is never its proxy.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from gradus.journey.deciding import JUDGED, Seen, Way, decide, very_high, without_gain
from gradus.journey.felt import MORNING_PAIN, felt, pain_change, weeks_of_pain
from gradus.journey.kept import kept_reason, sessions_kept
from gradus.journey.milestones import Goal, goals
from gradus.journey.plans import current_plan
from gradus.journey.questionnaires import ItemChange, items_changed
from gradus.journey.review_weeks import days_from, next_review
from gradus.journey.today import today
from gradus.journey.tried import tried
from gradus.library.library import Library
from gradus.library.types import Measure
from gradus.measures.adherence import Adherence
from gradus.measures.change import (
    SHOWN,
    MeasureChange,
    change,
    change_reason,
    enough,
    title,
    unit_words,
)
from gradus.measures.intervals import Interval, interval
from gradus.measures.mornings import WeekMean
from gradus.measures.series import results
from gradus.measures.trend import Trend, trend, trend_reason
from gradus.record.facts import DecisionShown, MorningCheckIn, PlanMade, TestResult
from gradus.record.history import History
from gradus.vocabulary.calendar import shifted
from gradus.vocabulary.dose import Dose
from gradus.vocabulary.ids import ExerciseId, MeasureId, RuleId
from gradus.vocabulary.reasons import Decision, Reason
from gradus.vocabulary.scales import Side
from gradus.vocabulary.week import WEEK

__all__ = [
    "DoseChange",
    "Goal",
    "Interval",
    "MeasureChange",
    "Review",
    "TestChange",
    "Trend",
    "WeekMean",
    "doses_shown",
    "review",
    "unit_words",
]


@dataclass(frozen=True, slots=True)
class TestChange:
    """A measure then and now: its `last` value and the `change` to it, None when there is one result only.
    `items` are the questions of a questionnaire that were answered otherwise, None where the answers are not
    known."""

    measure: MeasureId
    side: Side | None
    last: float
    change: MeasureChange | None
    reason: Reason
    items: tuple[ItemChange, ...] | None = None


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
    one entry a week, None where no morning was reported, and `ranges` its interval; `due` says whether this
    is a review week; `decision` is what the look back decides, None without a plan; `next_review` is the next
    day on which tests are repeated; `next` is advice."""

    day: date
    began_on: date | None
    weeks: int
    due: bool
    pain: tuple[WeekMean | None, ...]
    ranges: tuple[Interval | None, ...]
    trend: Trend | None
    pain_change: MeasureChange | None
    tests: tuple[TestChange, ...]
    doses: tuple[DoseChange, ...]
    sessions: Adherence
    goals: tuple[Goal, ...]
    decision: Decision[Way] | None
    next_review: date | None
    because: tuple[Reason, ...]
    next: tuple[Reason, ...]


def review(history: History, library: Library, day: date) -> Review:
    """The look back on `day`. Without a plan it shows mornings and tests only; while the screen locks, no
    exercise."""
    plans = [plan for plan in history.of(PlanMade) if plan.day <= day]
    began = plans[0].day if plans else None
    weeks = 0 if began is None else max(1, -((began - day).days // WEEK))
    mornings = [fact for fact in history.of(MorningCheckIn) if fact.day <= day]
    pain = weeks_of_pain(mornings, began, weeks)
    pain_moved = pain_change(library, pain)
    tests = _tests(history, library, day)
    kept = sessions_kept(history, plans, day)
    full_weeks = 0 if began is None else (day - began).days // WEEK
    answer = today(history, library, day)
    seen = Seen(
        history=history,
        library=library,
        answer=answer,
        weeks=full_weeks,
        mornings=mornings,
        pain=pain,
        trend=trend(pain, library.reviews),
        felt=felt((pain_moved, *(test.change for test in tests))),
        judged=next((test.last for test in tests if test.measure == JUDGED), None),
        tried=tried(history, plans, day),
        decided=() if began is None else _decided(history, library, began, full_weeks),
    )
    plan = current_plan(history, day)
    due = None if began is None else _to_repeat(history, library, began, day)
    return Review(
        day=day,
        began_on=began,
        weeks=weeks,
        due=began is not None and day in days_from(began, library).values(),
        pain=pain,
        ranges=tuple(None if week is None else interval(week, library.reviews) for week in pain),
        trend=seen.trend,
        pain_change=pain_moved,
        tests=tests,
        doses=() if answer.outcome.cleared is None else doses_shown(history, day),
        sessions=kept,
        goals=goals(history, day),
        decision=None if plan is None else decide(seen, plan),
        next_review=None if began is None else next_review(began, library, day),
        because=_because(seen, pain_moved, tests, kept),
        next=_next(seen, due, locked=answer.action == "locked" or bool(answer.outcome.locks)),
    )


def _decided(history: History, library: Library, began: date, full_weeks: int) -> tuple[MeasureChange, ...]:
    """The changes of pain and function as they stood on the last day on which a review was due."""
    weeks = max((week for week in library.reviews.review_weeks if week <= full_weeks), default=0)
    day = shifted(began, WEEK * weeks)
    mornings = [fact for fact in history.of(MorningCheckIn) if fact.day <= day]
    moved = pain_change(library, weeks_of_pain(mornings, began, weeks))
    return felt((moved, *(test.change for test in _tests(history, library, day))))


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
            measure=title(measure, side),
            last=f"{series[0].value:g}",
            unit=unit_words(measure, series[0].value),
        )
        return TestChange(measure.id, side, series[0].value, None, only)
    moved = change(measure, series[0].value, series[-1].value)
    items = items_changed(measure, series[0], series[-1])
    return TestChange(
        measure.id, side, moved.last, moved, change_reason(library, measure, moved, side), items
    )


def doses_shown(history: History, day: date) -> tuple[DoseChange, ...]:
    """The doses of each exercise that was shown up to that day, first and last."""
    shown: dict[ExerciseId, list[Dose]] = {}
    for fact in history.of(DecisionShown):
        if fact.day <= day:
            usual = {item.slot: item.dose for item in fact.whole}
            for item in fact.items:
                shown.setdefault(item.exercise, []).append(usual.get(item.slot, item.dose))
    return tuple(DoseChange(each, doses[0], doses[-1], len(doses)) for each, doses in sorted(shown.items()))


def _because(
    seen: Seen, pain_moved: MeasureChange | None, tests: Sequence[TestChange], kept: Adherence
) -> tuple[Reason, ...]:
    library = seen.library
    reasons: list[Reason] = []
    told = [week for week in seen.pain if week is not None]
    if pain_moved is not None:
        reasons.append(change_reason(library, library.measures[MORNING_PAIN], pain_moved))
    elif told and not enough(told[-1], library.reviews):
        few = RuleId("too-few-mornings")
        first_day = f"{told[-1].first_day:%d %B}"
        reasons.append(library.reason(few, mornings=told[-1].mornings, first_day=first_day))
    if told:
        reasons.append(_range(told[-1], library))
    if seen.trend is not None:
        reasons.append(trend_reason(library, seen.trend))
    if told and any(test.change and library.measures[test.measure].kind != "reported" for test in tests):
        reasons.append(library.reason(RuleId("strength-beside-pain")))
    if kept.planned:
        reasons.append(kept_reason(kept, library))
    return tuple(reasons)


def _range(week: WeekMean, library: Library) -> Reason:
    """The mean of a week, with how far it can be trusted."""
    found = interval(week, library.reviews)
    return library.reason(
        RuleId("week-interval") if found.own else RuleId("week-interval-few"),
        mornings="1 morning" if week.mornings == 1 else f"{week.mornings} mornings",
        mean=_number(week.mean),
        low=_number(found.low),
        high=_number(found.high),
    )


def _to_repeat(history: History, library: Library, began: date, day: date) -> tuple[str, ...] | None:
    """The titles of the tests on record that were not repeated since the latest review week began; None when
    none was repeated, and without any."""
    due = day - timedelta(days=(day - began).days % WEEK)
    newest = {fact.measure: fact.day for fact in history.of(TestResult) if fact.day <= day}
    old = [measure for measure, last in newest.items() if last < due and measure in library.measures]
    if len(old) == len(newest):
        return None
    return tuple(sorted(library.measures[measure].title for measure in old))


def _next(seen: Seen, due: Sequence[str] | None, *, locked: bool) -> tuple[Reason, ...]:
    """Advice. While something locks, no test is asked for and nothing is planned ahead. `due` are the tests
    that are still to be repeated, None when all are."""
    library, rules = seen.library, seen.library.reviews
    alarm = very_high(seen)
    advice: list[Reason] = [] if alarm is None else [alarm]
    if locked:
        return tuple(advice)
    last = rules.review_weeks[-1]
    if seen.weeks in rules.review_weeks and seen.weeks < last and due != ():
        still = "" if due is None else f". Still to do: {'; '.join(due)}"
        advice.append(library.reason(RuleId("review-due"), week=seen.weeks, tests=still))
    changed = without_gain(seen)
    if changed is not None and changed.what != "continue":
        advice += changed.because
    if seen.weeks >= last:
        advice.append(library.reason(RuleId("keep-it-up"), weeks=last))
    return tuple(advice)


def _number(value: float) -> str:
    return f"{round(value, SHOWN):g}"
