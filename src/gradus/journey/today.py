"""What to do today, and why: train, rest, answer the screen, make a plan, or see someone."""

from bisect import bisect_left
from dataclasses import dataclass
from datetime import date
from typing import Literal

from gradus.journey.days import next_training_day, trained_until, why_rest, why_train
from gradus.journey.plans import current_plan
from gradus.journey.warm_up import warm_up
from gradus.library.library import Library
from gradus.library.types import ActionText
from gradus.progression.clinician import standing_locks
from gradus.progression.session import Prescribed, next_session
from gradus.record.facts import MorningCheckIn, PlanMade, ShownItem
from gradus.record.history import History
from gradus.screening.cleared import Cleared
from gradus.screening.outcome import NOTHING_FOUND, Outcome, screen
from gradus.vocabulary.ids import RuleId
from gradus.vocabulary.reasons import Reason

Act = Literal["locked", "screen", "plan", "train", "rest", "see-someone"]
Question = Literal["screen", "morning", "flare"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Today:
    """The answer for one local day. `items` are the exercises when the action is "train", else empty;
    `next_on` is the next training day when it is "rest"; `ask` are the questions still open today; `advice`
    is what the most urgent finding of the screen tells to do."""

    day: date
    action: Act
    outcome: Outcome
    because: tuple[Reason, ...]
    advice: ActionText | None = None
    plan: PlanMade | None = None
    shape: str | None = None
    title: str = ""
    number: int = 0
    items: tuple[ShownItem, ...] = ()
    ask: tuple[Question, ...] = ()
    next_on: date | None = None


def today(history: History, library: Library, day: date) -> Today:
    """What to do on `day`: the screen first, then the plan, then rest or training."""
    outcome = screen(history, library, day)
    advice = None if outcome.action is None else library.actions[outcome.action]
    if outcome.cleared is None:
        if outcome.locks or not (outcome.ask or outcome.ask_again):
            ask: tuple[Question, ...] = ("screen",) if outcome.ask or outcome.ask_again else ()
            return Today(
                day=day, action="locked", outcome=outcome, because=outcome.because, advice=advice, ask=ask
            )
        first = library.reason(RuleId("questions-first"))
        because = (first, *outcome.because)
        return Today(
            day=day, action="screen", outcome=outcome, because=because, advice=advice, ask=("screen",)
        )
    if (stopped := stopped_by_clinician(history, library, day)) is not None:
        return Today(day=day, action="locked", outcome=outcome, because=(stopped,), advice=advice)
    return _planned(history, library, day, outcome, outcome.cleared)


def _planned(history: History, library: Library, day: date, outcome: Outcome, cleared: Cleared) -> Today:
    advice = None if outcome.action is None else library.actions[outcome.action]
    plan = current_plan(history, day)
    if plan is None:
        because = (library.reason(RuleId("plan-first")), *cleared.because)
        return Today(day=day, action="plan", outcome=outcome, because=because, advice=advice)
    prescribed = next_session(history, plan, cleared, library, day)
    action, because = _choose(history, library, plan, prescribed, day)
    trains = action == "train"
    if trains and cleared.scope == "calm":
        because = (library.reason(RuleId("calm-work-only")), *because)
    return Today(
        day=day,
        action=action,
        outcome=outcome,
        because=(*because, *(_for_training(prescribed, cleared, library) if trains else ())),
        advice=advice,
        plan=plan,
        shape=prescribed.shape.id if trains else None,
        title=prescribed.shape.title if trains else "",
        number=prescribed.number if trains else 0,
        items=prescribed.items if trains else (),
        ask=_questions(history, prescribed, day),
        next_on=next_training_day(history, library, plan, day) if action == "rest" else None,
    )


def _for_training(prescribed: Prescribed, cleared: Cleared, library: Library) -> tuple[Reason, ...]:
    """How to begin, and what the screen found. That it found nothing is no news for a day, and would be false
    comfort on a bad one."""
    found = (reason for reason in cleared.because if reason.rule != NOTHING_FOUND)
    return (*warm_up(prescribed.items, library), *found)


def _choose(
    history: History, library: Library, plan: PlanMade, prescribed: Prescribed, day: date
) -> tuple[Act, tuple[Reason, ...]]:
    if prescribed.stop:
        return "see-someone", prescribed.because
    if prescribed.finished:
        return "plan", (library.reason(RuleId("phase-done"), sessions=plan.sessions_to_do),)
    resting = why_rest(history, library, plan, day)
    if resting is not None:
        return "rest", (resting,)
    training = why_train(library, plan, prescribed.number, trained_until(history, day), day)
    return "train", (training, *prescribed.because)


def stopped_by_clinician(history: History, library: Library, day: date) -> Reason | None:
    """Why all exercise is stopped by a clinician's lock; None when none stands. A lock ends by its own last
    day, or by an override that lifts it."""
    for lock in standing_locks(history, day):
        if lock.exercise is None:
            return library.reason(RuleId("stopped-by-clinician"), why=f" ({lock.why})" if lock.why else "")
    return None


def _questions(history: History, prescribed: Prescribed, day: date) -> tuple[Question, ...]:
    mornings = history.of(MorningCheckIn)
    nth = bisect_left(mornings, day, key=lambda fact: fact.day)
    said = nth < len(mornings) and mornings[nth].day == day
    asks: tuple[Question, ...] = () if said else ("morning",)
    return (*asks, "flare") if prescribed.ask_flare else asks
