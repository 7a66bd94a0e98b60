"""What the examples of `specs/planning/` ask."""

from collections.abc import Mapping
from types import SimpleNamespace
from typing import Any

from gradus.library.library import Library
from gradus.library.types import Slot
from gradus.planning.doses import start_dose
from gradus.planning.irritability import irritability
from gradus.planning.minutes import session_minutes
from gradus.planning.planner import plan
from gradus.planning.request import NoPlan, Plan
from gradus.planning.week import close_pairs, training_days
from gradus.planning.why_not import why_not
from gradus.vocabulary.ids import ExerciseId
from gradus.vocabulary.scales import Weekday
from tests.plans import dose, held, person, ranked, request

Given = Mapping[str, Any]


def ask_irritability(given: Given, library: Library) -> dict[str, Any]:
    found = irritability(
        person(usual_pain_0_10=given.get("pain"), eases_within_minutes=given.get("eases")), library
    )
    return {"class": found.what.value, "rule": found.because[0].rule}


def ask_minutes(given: Given, library: Library) -> float:
    items = [
        SimpleNamespace(exercise=ExerciseId(id_), dose=dose(library, id_, **changed))
        for id_, changed in given["items"].items()
    ]
    return round(session_minutes(items, library, request(library, **given).cleared.limits), 2)


def ask_start_dose(given: Given, library: Library) -> dict[str, Any]:
    exercise = library.exercises[ExerciseId(given["exercise"])]
    told = given.get("slot", {})
    says: dict[str, Any] = {key: told.get(key) for key in ("sets", "rest_s", "hold_s")}
    says |= {key: _pair(told.get(key)) for key in ("reps", "seconds", "metres")}
    says |= {"exercise": exercise.id} if given.get("fixed") else {"patterns": (exercise.pattern,)}
    slot = Slot(id="here", **says)
    start = start_dose(exercise, slot, request(library, **given), library)
    found = {
        name: getattr(start.dose, name)
        for name in ("sets", "amount", "low", "top", "rest_s", "reserve", "hold_s")
    }
    found |= {"load_kg": start.dose.load_kg, "band": start.dose.band}
    return {name: "none" if value is None else value for name, value in found.items()} | {
        "goal": start.sets_goal,
        "limited": start.limited,
    }


def ask_days(given: Given, library: Library) -> dict[str, Any]:
    named = given.get("days")
    runs = [Weekday(day) for day in given.get("long_run_on", ())]
    days = training_days(None if named is None else [Weekday(day) for day in named], given["sessions"], runs)
    hours = library.planning.hours_between_hard_hinges.value
    pairs = close_pairs(days, given.get("shapes", given["sessions"]), hours)
    return {"days": [day.value for day in days], "too_close": [list(pair) for pair in sorted(pairs)]}


def ask_plan(given: Given, library: Library) -> dict[str, Any]:
    library = ranked(library, given.get("ranks", {}))
    asked = request(library, **given)
    found = plan(asked, library, seconds=given.get("seconds", 2.0))
    return _of_plan(found) if isinstance(found, Plan) else _of_no_plan(found, library)


def ask_why_not(given: Given, library: Library) -> dict[str, Any]:
    library = ranked(library, given.get("ranks", {}))
    asked = request(library, **given)
    found = plan(asked, library)
    assert isinstance(found, Plan)
    reasons = why_not(asked, library, ExerciseId(given["exercise"]), found)
    return {"rules": [reason.rule for reason in reasons], "says": " ".join(reason.says for reason in reasons)}


def _of_plan(found: Plan) -> dict[str, Any]:
    rules = {f"why {'/'.join(where)}": [each.rule for each in why] for where, why in found.because.items()}
    return {
        "phase": found.phase,
        "holds": held(found),
        "left_empty": list(found.left_empty),
        "days": [session.day.value if session.day else "any" for session in found.sessions],
        "order": [session.id for session in found.sessions],
        "sessions_a_week": found.sessions_a_week,
        "minutes": [session.minutes for session in found.sessions],
        "notes": [note.rule for note in found.notes],
        "proven": found.proven,
        "objective": found.objective,
        **held(found),
        **rules,
    }


def _of_no_plan(found: NoPlan, library: Library) -> dict[str, Any]:
    return {
        "collide": [reason.rule for reason in found.collide],
        "says": " ".join(reason.says for reason in found.collide),
        "change": found.change,
        "freed": found.freed is not None and isinstance(plan(found.freed, library), Plan),
    }


def _pair(value: list[int] | None) -> tuple[int, int] | None:
    return None if value is None else (value[0], value[1])


ASKS = {
    "planning.irritability": ask_irritability,
    "planning.minutes": ask_minutes,
    "planning.start_dose": ask_start_dose,
    "planning.days": ask_days,
    "planning.plan": ask_plan,
    "planning.why_not": ask_why_not,
}
