"""What the examples of `specs/measures/` ask. Where there is no answer, the example says "none"."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from gradus.library.library import Library
from gradus.measures.adherence import adherence, training_days
from gradus.measures.change import change, change_of_weeks, change_reason
from gradus.measures.expectation import of_a_hundred
from gradus.measures.intervals import interval
from gradus.measures.mornings import (
    Pains,
    baseline,
    by_day,
    lasting_rise,
    risen,
    stays_very_high,
    weekly_mean,
)
from gradus.measures.scoring import PEG, ROLAND_MORRIS, CannotScore, Score, peg, roland_morris
from gradus.measures.series import latest
from gradus.measures.trend import trend
from gradus.record.facts import MorningCheckIn, TestResult
from gradus.record.history import fold
from gradus.vocabulary.ids import MeasureId
from gradus.vocabulary.scales import Side, Weekday
from tests.build import START, Facts

Given = Mapping[str, Any]
PAIN = MeasureId("morning-pain-weekly-mean")


def told(value: float | None, digits: int | None = None) -> Any:
    return "none" if value is None else round(value, digits)


def mornings(signs: str) -> Pains:
    """One sign a day from START: a digit, "a" for 10, or a dot for a morning that was not reported."""
    facts = Facts()
    return by_day(
        facts(MorningCheckIn, ahead, pain_0_10=int(sign, 16))
        for ahead, sign in enumerate(signs)
        if sign != "."
    )


def last_day(signs: str) -> date:
    return START + timedelta(days=len(signs) - 1)


def ask_change(given: Given, library: Library) -> dict[str, Any]:
    measure = library.measures[given["measure"]]
    found = change(measure, given["first"], given["last"])
    return {
        "verdict": found.verdict.value,
        "amount": found.amount,
        "percent": told(found.percent),
        "rule": change_reason(library, measure, found).rule,
        "says": change_reason(library, measure, found).says,
    }


def ask_baseline(given: Given, library: Library) -> Any:
    signs = given["mornings"]
    today = f"{given['today']}" if "today" in given else ""
    day = last_day(signs) + timedelta(days=1)
    return told(baseline(mornings(signs + today), day, library.mornings), 3)


def ask_risen(given: Given, library: Library) -> bool:
    return risen(given["pain"], given["usual"], library.pain.rise_by_morning)


def ask_lasting_rise(given: Given, library: Library) -> bool:
    signs = given["earlier"] + given["recent"]
    return lasting_rise(mornings(signs), last_day(signs), library.mornings)


def ask_weeks(given: Given, library: Library) -> dict[str, Any]:
    signs = given["first"] + given["last"]
    there = mornings(signs)
    first = weekly_mean(there, START, last_day(given["first"]))
    last = weekly_mean(there, last_day(given["first"]) + timedelta(days=1), last_day(signs))
    found = change_of_weeks(library, first, last, measure=PAIN)
    return {
        "verdict": found.verdict.value if found else "none",
        "first_mean": told(first.mean if first else None, 3),
        "last_mean": told(last.mean if last else None, 3),
        "first_mornings": first.mornings if first else 0,
        "last_mornings": last.mornings if last else 0,
        "days": first.days if first else 0,
    }


def ask_interval(given: Given, library: Library) -> dict[str, Any]:
    week = weekly_mean(mornings(given["week"]), START, last_day(given["week"]))
    if week is None:
        return {"mean": "none"}
    found = interval(week, library.reviews)
    ends = {"low": round(found.low, 2), "high": round(found.high, 2)}
    return {"mean": round(week.mean, 2), "own": found.own, **ends}


def ask_trend(given: Given, library: Library) -> dict[str, Any]:
    """One text a week, one sign a morning."""
    weeks, signs = given["weeks"], "".join(given["weeks"])
    firsts = [START + timedelta(days=len(weeks[0]) * nth) for nth in range(len(weeks))]
    means = [weekly_mean(mornings(signs), each, each + timedelta(days=len(weeks[0]) - 1)) for each in firsts]
    found = trend(means, library.reviews)
    if found is None:
        return {"direction": "none"}
    ends = {"low": round(found.low, 2), "high": round(found.high, 2)}
    return {"direction": found.direction, "moved": round(found.moved, 2), "weeks": found.weeks, **ends}


def ask_expectation(_given: Given, library: Library) -> dict[str, Any]:
    found = of_a_hundred(library.reviews)
    return {
        "without": found.without,
        "exercising": found.exercising,
        "more": found.because_of_it,
        "at_least": found.at_least,
        "at_most": found.at_most,
    }


def ask_stays_very_high(given: Given, library: Library) -> bool:
    return stays_very_high(mornings(given["mornings"]), last_day(given["mornings"]), library.reviews)


def ask_latest(given: Given, library: Library) -> dict[str, Any]:
    facts = Facts()
    history = fold(
        facts(
            TestResult,
            each.get("day", 0),
            measure=each["measure"],
            value=each["value"],
            side=Side(each["side"]) if "side" in each else None,
        )
        for each in given["results"]
    )
    found = latest(history)
    return {measure: told(found.get(measure), 3) for measure in library.measures}


def ask_adherence(given: Given, library: Library) -> dict[str, Any]:
    days = training_days([Weekday(day) for day in given["days"]], given["first"], given["last"])
    found = adherence(len(days), given["done"])
    return {
        "planned": found.planned,
        "dates": [day.isoformat() for day in days],
        "percent": told(found.percent),
    }


SIGNS = {"y": True, "n": False, ".": None}


def told_score(found: Score | CannotScore, measure: MeasureId) -> dict[str, Any]:
    assert found.measure == measure
    if isinstance(found, Score):
        return {"score": round(found.value, 3), "missing": [], "impossible": []}
    return {"score": "none", "missing": list(found.missing), "impossible": list(found.impossible)}


def ask_roland_morris(given: Given, library: Library) -> dict[str, Any]:
    """One sign a statement: "y", "n", a dot for no answer, or a digit that is neither."""
    items = library.measures[ROLAND_MORRIS].items
    answers: dict[str, Any] = {
        item.id: SIGNS[sign] if sign in SIGNS else int(sign)
        for item, sign in zip(items, given["answers"], strict=False)
    }
    return told_score(roland_morris(answers, library), ROLAND_MORRIS)


def ask_peg(given: Given, library: Library) -> dict[str, Any]:
    return told_score(peg(given, library), PEG)


ASKS = {
    "measures.change": ask_change,
    "measures.baseline": ask_baseline,
    "measures.risen": ask_risen,
    "measures.lasting_rise": ask_lasting_rise,
    "measures.weeks_compared": ask_weeks,
    "measures.interval": ask_interval,
    "measures.trend": ask_trend,
    "measures.expectation": ask_expectation,
    "measures.stays_very_high": ask_stays_very_high,
    "measures.latest": ask_latest,
    "measures.adherence": ask_adherence,
    "measures.roland_morris": ask_roland_morris,
    "measures.peg": ask_peg,
}
