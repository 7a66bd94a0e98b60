"""Why, as plain tables: the reasons, the numbers that they go by, and what a dose rests on."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from gradus.library.library import Library
from gradus.library.types import Threshold
from gradus.record.facts import SetDone
from gradus.record.parts import ShownReason
from gradus.vocabulary.ids import RuleId, ThresholdId
from gradus_exchange.replies import Table, advice_table, dose_table, reason_table, reasons_of

if TYPE_CHECKING:
    from gradus.journey.grounds import Before, Flared, Grounds, Morning
    from gradus.journey.why import Why, WhyDay


def why_table(why: Why, library: Library) -> Table:
    told = [(each, "dose") for each in why.of_dose] + [(each, "plan") for each in why.of_plan]
    return {
        "exercise": why.exercise,
        "dose": None if why.dose is None else dose_table(why.dose),
        "step": None if why.step is None else str(why.step),
        "on": None if why.on is None else why.on.isoformat(),
        "reasons": [{**reason_table(each, why.exercise), "about": about} for each, about in told],
        "numbers": numbers_table(why.because, library),
        "grounds": None if why.grounds is None else grounds_table(why.grounds, library),
        "in_plan": why.in_plan,
        "instead_of": why.instead_of,
        "advice": advice_table(why.answer.advice),
        "decided_by": why.library,
    }


def why_day_table(why: WhyDay, library: Library) -> Table:
    by_item = [reason for item in why.items for reason in reasons_of(item.because, item.exercise)]
    told = [*why.because, *(reason for item in why.items for reason in item.because)]
    return {
        "day": why.day.isoformat(),
        "action": why.action,
        "shown": why.shown,
        "ended": why.ended,
        "trained": None if why.trained is None else why.trained.isoformat(),
        "advice": advice_table(why.answer.advice),
        "items": [
            {"exercise": item.exercise, "step": str(item.step), "dose": dose_table(item.dose)}
            for item in why.items
        ],
        "reasons": [*reasons_of(why.because), *by_item],
        "numbers": numbers_table(told, library),
        "decided_by": why.library,
    }


def numbers_table(reasons: Iterable[ShownReason], library: Library) -> list[Table]:
    """The numbers that these reasons go by, as the library has them now, each with its rules."""
    named: dict[ThresholdId, list[RuleId]] = {}
    for rule in dict.fromkeys(each.rule for each in reasons):
        for id_ in library.rules[rule].goes_by if rule in library.rules else ():
            named.setdefault(id_, []).append(rule)
    return [_number(id_, library.thresholds[id_], rules) for id_, rules in named.items()]


def _number(id_: ThresholdId, number: Threshold, rules: list[RuleId]) -> Table:
    return {
        "number": id_,
        "value": number.value,
        "unit": number.unit,
        "basis": str(number.basis),
        "cites": list(number.cites),
        "rules": rules,
    }


def grounds_table(grounds: Grounds, library: Library) -> Table:
    """What a dose rests on; null is what was not told or is not known."""
    return {
        "before": [_before(each) for each in grounds.before],
        "irritability": str(grounds.irritability),
        "morning": _morning(grounds.morning),
        "days_off": grounds.days_off,
        "flare": _flare(grounds.flare),
        "limits": [
            {"limit": id_, "says": library.limits[id_].says, "rules": list(rules)}
            for id_, rules in grounds.limits.items()
        ],
    }


def _flare(flare: Flared | None) -> Table | None:
    if flare is None:
        return None
    over = None if flare.over is None else flare.over.isoformat()
    return {"began": flare.began.isoformat(), "over": over, "usual": flare.usual}


def _before(before: Before) -> Table:
    return {
        "exercise": before.exercise,
        "day": before.day.isoformat(),
        "asked": None if before.asked is None else dose_table(before.asked),
        "sets": [_set(each) for each in before.sets],
        "pain_after_0_10": before.pain_after,
        "morning": _morning(before.morning),
    }


def _set(done: SetDone) -> Table:
    return {
        "set": done.nth,
        "side": None if done.side is None else str(done.side),
        "reps": done.reps,
        "seconds": done.seconds,
        "metres": done.metres,
        "load_kg": done.load_kg,
        "band": done.band,
        "reserve": done.reserve,
        "pain_0_10": done.pain_0_10,
        "leg": done.leg,
    }


def _morning(morning: Morning | None) -> Table | None:
    if morning is None:
        return None
    return {"day": morning.day.isoformat(), "pain_0_10": morning.pain, "usual": morning.usual}
