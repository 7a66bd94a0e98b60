"""What the examples of `specs/screening/` ask.

Answers stand by what was ticked: `yes`, `unsure`, `still-unsure` and `gone` are lists of items, `numbers` a
table. The rest is answered "no", and a follow-up only where it was asked; with `part = true` the rest is not
answered, and `no` lists what is. `age-years` is 40 unless it is given or `part` holds. Days count from 0.
`confirmed` lists contradictions. `newer` lists kinds of facts that a newer version wrote.
"""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from gradus.library.library import Library
from gradus.record.bounds import Answer
from gradus.record.facts import Clearance, Correction, Flare, MorningCheckIn, ScreenAnswers, UnknownFact
from gradus.record.history import History, fold
from gradus.screening.changes import tell
from gradus.screening.judge import judge
from gradus.screening.limits import Limits, combine
from gradus.screening.locks import why_clearance_refused
from gradus.screening.outcome import screen
from gradus.vocabulary.dose import Dose
from gradus.vocabulary.ids import ExerciseId, FactId, ItemId, LimitId, RuleId
from gradus.vocabulary.scales import Equipment
from tests.build import START, Facts

Given = Mapping[str, Any]
AGE = ItemId("age-years")
TICKS: tuple[Answer, ...] = ("yes", "no", "unsure", "still-unsure", "gone")


def answered(given: Given, library: Library) -> tuple[dict[ItemId, Answer], dict[ItemId, float]]:
    """The answers and numbers of a whole screen, or of a part of one."""
    answers: dict[ItemId, Answer] = {item: tick for tick in TICKS for item in given.get(tick, ())}
    numbers: dict[ItemId, float] = {item: float(n) for item, n in given.get("numbers", {}).items()}
    unknown = (answers.keys() | numbers.keys()) - library.items.keys()
    assert not unknown, f"no items of the screen: {unknown}"
    if not given.get("part"):
        if AGE not in answers:
            numbers.setdefault(AGE, 40.0)
        for item in library.items.values():
            asked = item.after is None or answers.get(item.after, "no") != "no"
            if item.kind != "number" and asked:
                answers.setdefault(item.id, "no")
    return answers, numbers


def ask_judge(given: Given, library: Library) -> dict[str, Any]:
    found = judge(*answered(given, library), library)
    return {
        "action": found.fired[0].action.code if found.fired else "none",
        "fired": [finding.rule for finding in found.fired],
        "limits": sorted({limit for finding in found.fired for limit in finding.limits}),
        "says": [finding.because.says for finding in found.fired],
        "ask": list(found.ask),
        "ask_again": list(found.ask_again),
    }


def history_of(given: Given, library: Library) -> tuple[History, list[Any]]:
    make = Facts()
    made: list[Any] = []
    for line in given["facts"]:
        made.append(_fact(line, library, make, made))
    newer = [
        UnknownFact(id=FactId(f"newer-{kind}"), kind=kind, v=2, raw=b"{}") for kind in given.get("newer", ())
    ]
    return fold(made, newer), made


def _fact(line: Given, library: Library, make: Facts, before: list[Any]) -> Any:
    on = line["day"]
    corrects = {} if "in_place_of" not in line else {"corrects": before[line["in_place_of"]].id}
    if "cleared" in line:
        return make(
            Clearance,
            on,
            rules=tuple(line["cleared"]),
            by=line.get("by", "clinician:Chidi"),
            examined_by=line.get("examined_by", "Dr Chidi"),
            examined_on=START + timedelta(days=line.get("examined", on)),
            said=line.get("said", "Examined; may train."),
            **corrects,
        )
    if "flare" in line:
        return make(Flare, on, state=line["flare"], **corrects)
    if "morning" in line:
        return make(MorningCheckIn, on, pain_0_10=line["morning"], flare=line.get("is_flare"), **corrects)
    if "takes_back" in line:
        return make(Correction, on, by=line.get("by", "self"), corrects=before[line["takes_back"]].id)
    answers, numbers = answered(line, library)
    occasion = line.get("occasion", "routine")
    told = {"answers": answers, "numbers": numbers, "confirmed": tuple(line.get("confirmed", ()))}
    return make(ScreenAnswers, on, occasion=occasion, **told, **corrects)


def ask_screen(given: Given, library: Library) -> dict[str, Any]:
    history, _ = history_of(given, library)
    found = screen(history, library, START + timedelta(days=given["today"]))
    cleared = found.cleared
    return {
        "action": "none" if found.action is None else found.action.code,
        "locks": [lock.rule for lock in found.locks],
        "since": [_days(lock.since) for lock in found.locks],
        "cleared": "none" if cleared is None else cleared.scope,
        "limits": [] if cleared is None else list(cleared.limits.because),
        "asked": bool(found.ask or found.ask_again),
        "ask": list(found.ask),
        "ask_again": list(found.ask_again),
        "because": [reason.rule for reason in found.because],
        "due": "none" if found.due is None else _days(found.due),
        "contradictions": [each.id for each in found.contradictions],
        "changes": {change.item: change.state for change in found.changes()},
        "told": [reason.rule for reason in tell(found.changes(), library)],
    }


def ask_refusal(given: Given, library: Library) -> str:
    history, made = history_of(given, library)
    reason = why_clearance_refused(history, library, made[-1])
    return "it ends" if reason is None else reason.rule


def limits_of(given: Given, library: Library) -> Limits:
    return combine(((LimitId(limit), RuleId("some-rule")) for limit in given["limits"]), library)


def ask_against(given: Given, library: Library) -> list[str]:
    return list(limits_of(given, library).against(library.exercises[ExerciseId(given["exercise"])]))


def ask_support(given: Given, library: Library) -> str:
    limits, exercise = limits_of(given, library), library.exercises[ExerciseId(given["exercise"])]
    if limits.lacks_support(exercise, [Equipment(each) for each in given["has"]]):
        return "not there"
    return "at hand" if limits.asks_support(exercise) else "none"


def ask_cap(given: Given, library: Library) -> dict[str, Any]:
    """The start dose of an exercise with other numbers put in, under the limits."""
    exercise = library.exercises[ExerciseId(given["exercise"])]
    start = exercise.dose
    low, top = start.range
    dose = Dose(
        kind=start.kind,
        sets=start.sets,
        amount=given.get("amount", low),
        low=low,
        top=top,
        rest_s=start.rest_s,
        reserve=given.get("reserve", start.reserve),
        hold_s=given.get("hold_s", start.hold_s),
    )
    capped = limits_of(given, library).cap(dose, exercise)
    told = {name: getattr(capped, name) for name in ("amount", "low", "top", "hold_s", "reserve")}
    return {name: "none" if value is None else value for name, value in told.items()}


def _days(day: date) -> int:
    return (day - START).days


ASKS = {
    "screening.judge": ask_judge,
    "screening.screen": ask_screen,
    "screening.refusal": ask_refusal,
    "screening.against": ask_against,
    "screening.support": ask_support,
    "screening.cap": ask_cap,
}
