"""What the examples of `specs/journey/` ask. What happened is told in lines, as in tests/lives.py; where
there is no answer, the example says "none". Days count from START, a Monday."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from typing import Any

from gradus.journey.added import addable
from gradus.journey.ahead import sessions_ahead
from gradus.journey.carried import carried
from gradus.journey.during import ASK, KINDS, LEGS, STOP, stop_tables, stop_words
from gradus.journey.earned import earned
from gradus.journey.habits import age, on_foot_minutes
from gradus.journey.instead import instead
from gradus.journey.phases import phase_for, sessions_left, why_stay
from gradus.journey.plans import OURS, current_plan
from gradus.journey.promise import added, promise, standing, to_do, without
from gradus.journey.review import review
from gradus.journey.review_weeks import review_of_the_week
from gradus.journey.shorter import Wish
from gradus.journey.taken import tests_taken
from gradus.journey.today import today
from gradus.journey.weekly import training_weeks
from gradus.journey.woken import mornings
from gradus.library.library import Library
from tests.build import AMINA, START
from tests.lives import Line, Told

Given = Mapping[str, Any]


def ask_today(given: Given, library: Library) -> dict[str, Any]:
    history = Told(given["facts"], library).history
    wish = Wish(given.get("minutes"), given.get("low", False))
    answer = today(history, library, START + timedelta(days=given["on"]), wish)
    return {
        "action": answer.action,
        "rule": answer.because[0].rule,
        "says": answer.because[0].says,
        "rules": [reason.rule for reason in answer.because],
        "ask": list(answer.ask),
        "advice": "none" if answer.advice is None else f"A{answer.advice.level}",
        "plan": answer.plan is not None,
        "shape": answer.shape or "none",
        "number": answer.number,
        "exercises": [item.exercise for item in answer.items],
        "next_on": _days(answer.next_on),
        "short": answer.short,
        "left_out": [item.exercise for item in answer.left_out],
        "why_out": [reason.rule for item in answer.left_out for reason in item.because],
        "sets": [item.dose.sets for item in answer.items],
        "reserves": ["none" if item.dose.reserve is None else item.dose.reserve for item in answer.items],
        "whole": [item.dose.sets for item in answer.whole],
        "told": [reason.says for reason in answer.because],
        "offers": [[each.reason.rule, *each.exercises] for each in answer.offers],
        "offered": [each.reason.says for each in answer.offers],
    }


def ask_phase(given: Given, library: Library) -> dict[str, Any]:
    history, day = Told(given["facts"], library).history, START + timedelta(days=given["on"])
    before = current_plan(history, day)
    programme = library.programmes[OURS if before is None else before.programme]
    phase = phase_for(history, library, programme, before, day)
    stays = None if before is None else why_stay(history, library, before, day)
    return {
        "phase": phase.id,
        "sessions": sessions_left(history, programme, phase, day),
        "stays": "none" if stays is None else stays.rule,
    }


def ask_earned(given: Given, library: Library) -> dict[str, Any]:
    history = Told(given["facts"], library).history
    found = earned(history, library, START + timedelta(days=given["on"]))
    return {"phase": found.phase, "calm": found.calm, "watched": sorted(found.watched)}


def ask_instead(given: Given, library: Library) -> dict[str, Any]:
    history, day = Told(given["facts"], library).history, START + timedelta(days=given["on"])
    wish = Wish(given.get("minutes"), given.get("low", False))
    found = instead(today(history, library, day, wish), given["exercise"], history, library)
    if found is None:
        return {"options": "none"}
    return {
        "options": [item.exercise for item in found.options],
        "slots": [item.slot for item in found.options],
        "sets": [item.dose.sets for item in found.options],
        "rules": [reason.rule for item in found.options for reason in item.because],
        "because": [reason.rule for reason in found.because],
    }


def ask_carried(given: Given, library: Library) -> dict[str, Any]:
    history = Told(given["facts"], library).history
    found = carried(history, library, START + timedelta(days=given["on"]))
    return {
        "numbers": [each.session.number for each in found],
        "first_days": [_days(each.days[0]) for each in found],
        "last_days": [_days(each.days[-1]) for each in found],
        "after": [each.after for each in found],
        "sets": [[item.dose.sets for item in each.usual.items] for each in found],
        "low_sets": [[item.dose.sets for item in each.low.items] for each in found],
        "shorts": [each.low.short for each in found],
    }


def ask_woken(given: Given, library: Library) -> dict[str, Any]:
    """`nth` is the session carried, the first where none is named; the pains that do each thing to it."""
    history, day = Told(given["facts"], library).history, START + timedelta(days=given["on"])
    found = carried(history, library, day)
    each, made = found[given.get("nth", 0)], mornings(history, library, day, found)[given.get("nth", 0)]
    ways = [
        "none" if one.usual is None else "as-carried" if one.usual == each.usual else "lower"
        for one in made.by_pain
    ]
    return {
        "as_carried": [pain for pain, way in enumerate(ways) if way == "as-carried"],
        "lower": [pain for pain, way in enumerate(ways) if way == "lower"],
        "asks_flare": [pain for pain, one in enumerate(made.by_pain) if one.asks_flare],
        "ill": "none" if made.ill.usual is None else "trains",
        "ill_because": [reason.rule for reason in made.ill.because],
    }


def ask_added(given: Given, library: Library) -> dict[str, Any]:
    """`add` are exercises that came in one after the other; `leave` one that is left out then."""
    history, day = Told(given["facts"], library).history, START + timedelta(days=given["on"])
    answer = today(history, library, day, Wish(low=given.get("low", False)))
    shown, short = promise(answer, library, AMINA), answer.short != "no"
    every = [shown]
    for name in given.get("add", []):
        found = addable(answer, history, library, to_do(shown), short=short)
        shown = added(shown, next(item for item in found.options if item.exercise == name))
        every.append(shown)
    if "leave" in given:
        shown = without(shown, given["leave"], library)
        every.append(shown)
    found = addable(answer, history, library, to_do(shown), short=short)
    stands = standing(every)
    assert stands == shown
    return {
        "options": [item.exercise for item in found.options],
        "sets": [item.dose.sets for item in found.options],
        "rules": [reason.rule for item in found.options for reason in item.because],
        "because": [reason.rule for reason in found.because],
        "to_do": [item.exercise for item in to_do(stands)],
        "stands": [reason.rule for reason in stands.items[-1].because],
    }


def ask_stop_table(given: Given, library: Library) -> dict[str, Any]:
    """Each leg's row, a sign for each pain after that of an untold one: `.` go on, `S` stop the exercise,
    `A` stop and ask."""
    history, day = Told(given["facts"], library).history, START + timedelta(days=given["on"])
    table = stop_tables(history, library, day, [given["exercise"]])[given["exercise"]]
    signs, says = {None: ".", STOP: "S", ASK: "A"}, stop_words(library)
    assert {rule for rows in table.cells.values() for row in rows.values() for rule in row} <= {None, *says}
    return {kind: ["".join(signs[cell] for cell in table.cells[kind][leg]) for leg in LEGS] for kind in KINDS}


def ask_habits(given: Given, library: Library) -> dict[str, Any]:
    history, day = Told(given["facts"], library).history, START + timedelta(days=given["on"])
    told = {"age": age(history, day), "on_foot": on_foot_minutes(history, library, day)}
    return {name: "none" if value is None else value for name, value in told.items()}


def ask_training_days(given: Given, library: Library) -> str:
    """One sign a day from day 0, lived as asked for: `T` is trained, `D` trained twice, `.` rest, and `x` a
    day on which a session was due and not done. On a day in `once` the second session is not done. A screen
    is answered on each day, so that days alone decide."""
    plan = {"day": 0, "plan": given["days"], "a_week": given["a_week"], "sessions_to_do": 100}
    lines: list[Line] = [plan]

    def due(day: int) -> bool:
        told = Told([{"day": day, "screen": {}}, *lines], library)
        return today(told.history, library, START + timedelta(days=day)).action == "train"

    signs = ""
    for day in range(given["for"]):
        done = 0
        missed = day in given.get("missed", []) and due(day)
        while not missed and due(day) and not (done and day in given.get("once", [])):
            lines.append({"day": day, "trained": True})
            done += 1
        signs += "x" if missed else ".TD"[done]
    return signs


def ask_ahead(given: Given, library: Library) -> dict[str, Any]:
    history, day = Told(given["facts"], library).history, START + timedelta(days=given["on"])
    ahead = sessions_ahead(today(history, library, day), history, library, given["for"])
    assert len({each.id for each in ahead}) == len(ahead)
    return {
        "sessions": [f"{_days(each.day)}: {each.number}" for each in ahead],
        "minutes": [each.minutes for each in ahead],
    }


def ask_review(given: Given, library: Library) -> dict[str, Any]:
    trained = [{"day": day, "trained": True} for day in given.get("trained", [])]
    lines = [*given.get("facts", []), *trained, *_mornings(given.get("mornings", []))]
    history, day = Told(lines, library).history, START + timedelta(days=given["on"])
    found = review(history, library, day)
    change = found.pain_change
    return {
        "began": _days(found.began_on),
        "weeks": found.weeks,
        "due": found.due,
        "of_the_week": review_of_the_week(history, library, day) or "none",
        "pain": ["none" if week is None else round(week.mean, 3) for week in found.pain],
        "mornings": [0 if week is None else week.mornings for week in found.pain],
        "verdict": "none" if change is None else change.verdict.value,
        "first_mean": "none" if change is None else round(change.first, 3),
        "last_mean": "none" if change is None else round(change.last, 3),
        "tests": [_test(each) for each in found.tests],
        "trend": "none" if found.trend is None else found.trend.direction,
        "own": ["none" if each is None else each.own for each in found.ranges],
        "decision": "none" if found.decision is None else found.decision.what,
        "decided_by": [] if found.decision is None else [each.rule for each in found.decision.because],
        "next_review": _days(found.next_review),
        "goals": [f"{each.words}: {_days(each.reached_on)}" for each in found.goals],
        "planned": found.sessions.planned,
        "done": found.sessions.done,
        "percent": "none" if found.sessions.percent is None else round(found.sessions.percent, 3),
        "because": [reason.rule for reason in found.because],
        "next": [reason.rule for reason in found.next],
        "advice": [reason.says for reason in found.next],
        "says": [reason.says for reason in (*found.because, *found.next)],
    }


def ask_weeks(given: Given, library: Library) -> dict[str, Any]:
    history = Told(given["facts"], library).history
    found = training_weeks(history, library, START + timedelta(days=given["on"]))
    return {
        "from": [_days(each.first_day) for each in found],
        "done": [each.sessions.done for each in found],
        "planned": [each.sessions.planned for each in found],
        "sets": [each.sets for each in found],
        "lifted_kg": [each.lifted_kg for each in found],
        "on_foot_min": [each.on_foot_min for each in found],
        "flared": [each.flared for each in found],
    }


def ask_taken(given: Given, library: Library) -> dict[str, Any]:
    history = Told(given["facts"], library).history
    found = tests_taken(history, library, START + timedelta(days=given["on"]))
    return {
        "taken": [each.measure if each.side is None else f"{each.measure} {each.side}" for each in found],
        "values": [[result.value for result in each.results] for each in found],
        "bar": ["none" if each.bar is None else each.bar for each in found],
        "apart": [each.apart(each.results[0].value, each.results[-1].value) for each in found],
    }


def _mornings(weeks: Sequence[str]) -> Iterator[Line]:
    """One sign a day from day 0: a digit, "a" for 10, or a dot for a morning that was not reported."""
    for day, sign in enumerate("".join(weeks)):
        if sign != ".":
            yield {"day": day, "morning": int(sign, 16)}


def _test(found: Any) -> str:
    side = "" if found.side is None else f" {found.side}"
    return f"{found.measure}{side}: {'one' if found.change is None else found.change.verdict.value}"


def _days(day: date | None) -> Any:
    return "none" if day is None else (day - START).days


ASKS = {
    "journey.today": ask_today,
    "journey.phase": ask_phase,
    "journey.earned": ask_earned,
    "journey.instead": ask_instead,
    "journey.carried": ask_carried,
    "journey.woken": ask_woken,
    "journey.added": ask_added,
    "journey.stop_table": ask_stop_table,
    "journey.habits": ask_habits,
    "journey.training_days": ask_training_days,
    "journey.ahead": ask_ahead,
    "journey.review": ask_review,
    "journey.taken": ask_taken,
    "journey.weeks": ask_weeks,
}
