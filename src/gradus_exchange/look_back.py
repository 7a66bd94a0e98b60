"""The look back as plain tables, for `--json` and for `gradus coach`. The names of these fields are a
promise, as those of every reply."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING

from gradus_exchange.replies import Table, dose_table, reasons_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from gradus.journey.review import Goal, Interval, Review, Trend, WeekMean


def review_table(review: Review) -> Table:
    """The look back as plain values; nothing is rounded here."""
    pain = [
        None if week is None or found is None else _week(week, found)
        for week, found in zip(review.pain, review.ranges, strict=True)
    ]
    tests = [
        {
            "measure": each.measure,
            "side": each.side,
            "verdict": None if each.change is None else str(each.change.verdict),
            "first": None if each.change is None else each.change.first,
            "last": None if each.change is None else each.change.last,
            "error": None if each.change is None else each.change.error,
            "matters": None if each.change is None else each.change.matters,
            "says": each.reason.says,
            "items": None if each.items is None else [asdict(item) for item in each.items],
        }
        for each in review.tests
    ]
    doses = [
        {
            "exercise": each.exercise,
            "sessions": each.sessions,
            "first": dose_table(each.first),
            "last": dose_table(each.last),
        }
        for each in review.doses
    ]
    return {
        "day": review.day.isoformat(),
        "began_on": None if review.began_on is None else review.began_on.isoformat(),
        "weeks": review.weeks,
        "due": review.due,
        "morning_pain": pain,
        "trend": _trend(review.trend),
        "tests": tests,
        "doses": doses,
        "sessions": asdict(review.sessions),
        "milestones": goals_table(review.goals),
        "decision": None
        if review.decision is None
        else {"what": review.decision.what, "reasons": reasons_of(review.decision.because)},
        "next_review": None if review.next_review is None else review.next_review.isoformat(),
        "reasons": reasons_of(review.because),
        "next": reasons_of(review.next),
    }


def goals_table(goals: Iterable[Goal]) -> list[Table]:
    """Goals in the person's own words; null is what lies ahead."""
    return [
        {"words": each.words, "reached_on": None if each.reached_on is None else each.reached_on.isoformat()}
        for each in goals
    ]


def _week(week: WeekMean, found: Interval) -> Table:
    dates = {"first_day": week.first_day.isoformat(), "last_day": week.last_day.isoformat()}
    return {**asdict(week), **dates, "low": found.low, "high": found.high, "own": found.own}


def _trend(trend: Trend | None) -> Table | None:
    return None if trend is None else asdict(trend)
