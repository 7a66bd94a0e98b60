"""Answers as plain tables, for `--json`, for `gradus coach` and for the API of the site. The names of these
fields are a promise: one may be added, none is renamed or taken away without a new version.

What a reply is made of is imported for its types alone: `today` needs neither the planner nor the review."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from gradus.journey.screens import Page, Question, tell_changes
from gradus.journey.today import Today
from gradus.library.library import Library
from gradus.library.types import ActionText
from gradus.record.parts import PlannedSession, ShownItem, ShownReason
from gradus.record.person import Person
from gradus.vocabulary.dose import Dose
from gradus.vocabulary.ids import ExerciseId
from gradus.vocabulary.reasons import Reason
from gradus.vocabulary.scales import DoseKind, Side

if TYPE_CHECKING:
    from gradus.journey.instead import Instead
    from gradus.journey.offers import Offer
    from gradus.journey.others import OtherPlan
    from gradus.journey.plans import NoPlan, NotNow, Plan, Planned

REPLY = 1
"""The version of every reply. It rises when a field changes its meaning or goes."""

Table = dict[str, Any]


def as_text(reply: Table) -> str:
    """The reply as JSON with its version, for `--json`."""
    return json.dumps({"v": REPLY, **reply}, ensure_ascii=False, indent=2)


def reason_table(reason: Reason | ShownReason, exercise: str | None = None) -> Table:
    return {"exercise": exercise, "rule": reason.rule, "says": reason.says, "cites": list(reason.cites)}


def reasons_of(reasons: Iterable[Reason | ShownReason], exercise: str | None = None) -> list[Table]:
    return [reason_table(each, exercise) for each in reasons]


def dose_table(dose: Dose) -> Table:
    """A dose with the amount under the name of its kind; what does not apply is null."""
    amounts = {kind: dose.amount if dose.kind is kind else None for kind in DoseKind}
    return {
        "sets": dose.sets,
        "reps": amounts[DoseKind.REPS],
        "seconds": amounts[DoseKind.TIME],
        "metres": amounts[DoseKind.DISTANCE],
        "range": [dose.low, dose.top],
        "load_kg": dose.load_kg,
        "band": dose.band,
        "reserve": dose.reserve,
        "hold_s": dose.hold_s,
        "tempo": dose.tempo,
        "rest_s": dose.rest_s,
    }


def advice_table(advice: ActionText | None) -> Table | None:
    if advice is None:
        return None
    texts = {"title": advice.title, "do": list(advice.do), "training": advice.training, "ends": advice.ends}
    return {"level": f"A{advice.level}", **texts}


def today_table(today: Today, library: Library) -> Table:
    """The answer for a day: action, sets one by one, open questions, reasons."""
    told = (*today.items, *today.left_out)
    by_item = (reason for item in told for reason in reasons_of(item.because, item.exercise))
    return {
        "day": today.day.isoformat(),
        "action": today.action,
        "advice": advice_table(today.advice),
        "ask": list(today.ask),
        "plan": None if today.plan is None else today.plan.id,
        "shape": today.shape,
        "title": today.title,
        "number": today.number,
        "items": [each for item in today.items for each in sets_of(item, library)],
        "short": today.short,
        "left_out": [
            {"exercise": item.exercise, "name": _name(item.exercise, library)} for item in today.left_out
        ],
        "offers": [_offer(each, library) for each in today.offers],
        "next_on": None if today.next_on is None else today.next_on.isoformat(),
        "cues": [] if today.outcome.cleared is None else list(today.outcome.cleared.limits.cues),
        "reasons": [*reasons_of(today.because), *by_item],
        "library": library.version,
    }


def instead_table(found: Instead, library: Library) -> Table:
    """What may stand in for an exercise today: each with its sets, the best first."""
    by_item = (reason for item in found.options for reason in reasons_of(item.because, item.exercise))
    return {
        "exercise": found.exercise,
        "options": [
            {
                "exercise": item.exercise,
                "name": _name(item.exercise, library),
                "items": list(sets_of(item, library)),
            }
            for item in found.options
        ],
        "reasons": [*reasons_of(found.because), *by_item],
    }


def _offer(offer: Offer, library: Library) -> Table:
    return {
        "exercises": [{"exercise": each, "name": _name(each, library)} for each in offer.exercises],
        "minutes": None if offer.minutes is None else list(offer.minutes),
        "rule": offer.reason.rule,
        "says": offer.reason.says,
        "cites": list(offer.reason.cites),
    }


def _name(exercise: ExerciseId, library: Library) -> str:
    known = library.exercises.get(exercise)
    return exercise if known is None else known.en.name


def sets_of(item: ShownItem, library: Library) -> Iterator[Table]:
    """An exercise set by set, the sides by turns."""
    exercise = library.exercises.get(item.exercise)
    sides: tuple[Side | None, ...] = tuple(Side) if exercise is not None and exercise.one_sided else (None,)
    amounts = dose_table(item.dose)
    for nth in range(1, item.dose.sets + 1):
        for side in sides:
            yield {
                "exercise": item.exercise,
                "name": _name(item.exercise, library),
                "set": nth,
                "side": side,
                **{key: value for key, value in amounts.items() if key not in ("sets", "range")},
                "step": item.step,
            }


def screen_table(today: Today, pages: Iterable[Page], library: Library) -> Table:
    """The state of the screen: what it means, what is locked since when, what is still asked."""
    outcome = today.outcome
    return {
        "day": today.day.isoformat(),
        "action": None if outcome.action is None else outcome.action.code,
        "cleared": None if outcome.cleared is None else outcome.cleared.scope,
        "limits": [
            {"limit": spec.id, "says": spec.says}
            for spec in (() if outcome.cleared is None else outcome.cleared.limits.specs)
        ],
        "locks": [
            {
                "rule": lock.rule,
                "action": lock.action.code,
                "since": lock.since.isoformat(),
                "do": library.screen_rules[lock.rule].do if lock.rule in library.screen_rules else None,
            }
            for lock in outcome.locks
        ],
        "ask": [
            {
                "screen": page.screen.id,
                "title": page.screen.title,
                "items": [_item(each) for each in page.questions],
            }
            for page in pages
        ],
        "advice": advice_table(today.advice),
        "due": None if outcome.due is None else outcome.due.isoformat(),
        "contradictions": [
            {
                "id": each.id,
                "asks": each.asks,
                "items": [each.one.item, each.other.item],
                "possible": each.possible,
            }
            for each in outcome.contradictions
        ],
        "changes": [
            {
                "item": change.item,
                "state": change.state,
                "before": None if change.before is None else change.before.isoformat(),
                "on": change.on.isoformat(),
            }
            for change in outcome.changes()
        ],
        "reasons": [*reasons_of(outcome.because), *reasons_of(tell_changes(outcome, library))],
    }


def _item(question: Question) -> Table:
    return {
        "id": question.item.id,
        "kind": question.item.kind,
        "words": question.words,
        "after": question.item.after,
        "unit": question.item.unit,
        "lowest": question.item.lowest,
        "highest": question.item.highest,
        "optional": question.item.optional,
        "answers": list(question.answers),
    }


def session_table(session: PlannedSession) -> Table:
    items = [
        {"slot": item.slot, "exercise": item.exercise, "sets_goal": item.sets_goal, **dose_table(item.dose)}
        for item in session.items
    ]
    day = None if session.day is None else str(session.day)
    return {"id": session.id, "title": session.title, "day": day, "minutes": session.minutes, "items": items}


def plan_table(planned: Planned) -> Table:
    """A plan that was found, with its proof: no plan under the same limits scores above `bound`."""
    plan = planned.plan
    because = [reason for place, why in plan.because.items() for reason in _placed(place, why, plan)]
    return {
        "found": True,
        "programme": planned.programme.id,
        "phase": planned.phase.id,
        "sessions": [session_table(each) for each in plan.sessions],
        "objective": plan.objective,
        "bound": plan.bound,
        "proven": plan.proven,
        "left_empty": list(plan.left_empty),
        "reasons": [*reasons_of(planned.because), *because],
    }


def _placed(place: tuple[str, str], why: Iterable[Reason], plan: Plan) -> list[Table]:
    session, slot = place
    items = (item for each in plan.sessions if each.id == session for item in each.items)
    exercise = next((item.exercise for item in items if item.slot == slot), None)
    return [{"session": session, "slot": slot, **reason_table(reason, exercise)} for reason in why]


def no_plan_table(found: NoPlan) -> Table:
    """Why nothing fits, and the smallest change that frees it."""
    return {"found": False, "change": found.change, "reasons": reasons_of(found.collide)}


def others_table(found: Iterable[OtherPlan]) -> Table:
    """The other programmes that fit, in the order in which they are proposed."""
    return {
        "others": [
            {
                "programme": each.programme.id,
                "title": each.programme.title,
                "sessions_a_week": each.sessions_a_week,
                "minutes": each.minutes,
                "exercises": each.exercises,
                "new": each.new,
            }
            for each in found
        ]
    }


def person_table(person: Person) -> Table:
    """The profile as told; null is what was never said."""
    return {key: list(each) if isinstance(each, tuple) else each for key, each in asdict(person).items()}


def not_now_table(refused: NotNow) -> Table:
    outcome = refused.outcome
    return {
        "found": False,
        "action": None if outcome.action is None else outcome.action.code,
        "open_questions": len(outcome.ask) + len(outcome.ask_again),
        "reasons": reasons_of(outcome.because),
    }
