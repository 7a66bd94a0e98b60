"""What to do today, and why: train, rest, answer the screen, make a plan, or see someone."""

from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from gradus.journey.before_run import legs_waiting, runs_long_tomorrow
from gradus.journey.days import next_training_day, trained_until, why_rest, why_train
from gradus.journey.offers import Offer, offers
from gradus.journey.phases import (
    WAITS_FOR_THE_FLARE,
    WITH_THE_SAME_PLAN,
    calm_again,
    calm_for_long,
    in_flare,
    what_was_reached,
    why_stay,
)
from gradus.journey.plans import current_plan
from gradus.journey.provoking import since_the_plan, try_again
from gradus.journey.shorter import Short, Shortened, Usual, Wish, shortened
from gradus.journey.usual_pain import ask_again
from gradus.journey.warm_up import warm_up
from gradus.library.library import Library
from gradus.library.types import ActionText
from gradus.progression.clinician import standing_locks
from gradus.progression.conditions import FOR_LONG
from gradus.progression.occasions import occasions
from gradus.progression.session import Prescribed, Upcoming, prescribe, upcoming
from gradus.record.collector import without_collector
from gradus.record.facts import MorningCheckIn, PlanMade
from gradus.record.history import History
from gradus.record.parts import ShownItem
from gradus.record.person import person
from gradus.screening.cleared import Cleared
from gradus.screening.judge import FAILED
from gradus.screening.outcome import NOTHING_FOUND, Outcome, screen, unknown
from gradus.vocabulary.dose import Dose
from gradus.vocabulary.faults import told
from gradus.vocabulary.ids import ExerciseId, RuleId
from gradus.vocabulary.reasons import Reason

Act = Literal["locked", "screen", "plan", "train", "rest", "see-someone"]
Question = Literal["screen", "morning", "flare", "usual-pain", "provoking"]
AS_USUAL = Wish()
NOTHING: tuple[ShownItem, ...] = ()
RESTS_WHILE_ILL = RuleId("rest-while-ill")
RESTING = (RuleId("rest-day"), RuleId("run-tomorrow-rest"))
"""The reasons for a rest on which something easy is offered."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Today:
    """The answer for one local day. `items` are the exercises when the action is "train", else empty;
    `next_on` is the next training day when it is "rest"; `ask` are the questions still open today; `advice`
    is what the most urgent finding of the screen tells to do.

    `short` says that the session was made shorter for the day, `whole` has it as it would have been, and
    `left_out` what waits for a reason of this day alone; `waits` are exercises of the session that something
    stands against. `offers` are for a rest day."""

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
    short: Short = "no"
    whole: tuple[ShownItem, ...] = ()
    left_out: tuple[ShownItem, ...] = ()
    waits: tuple[ShownItem, ...] = ()
    offers: tuple[Offer, ...] = ()


@without_collector
def today(history: History, library: Library, day: date, wish: Wish = AS_USUAL) -> Today:
    """What to do on `day`: the screen first, then the plan, then rest or training. A wish can make a session
    shorter and changes nothing else. Where a rule or anything else in here fails, there is no session, and
    the answer says so."""
    try:
        outcome = screen(history, library, day)
    except Exception as fault:
        why = library.reason(FAILED, what=told(fault))
        return Today(day=day, action="locked", outcome=unknown(why), because=(why,))
    try:
        return _decided(history, library, day, wish, outcome)
    except Exception as fault:
        why = library.reason(FAILED, what=told(fault))
        return Today(day=day, action="locked", outcome=outcome, because=(why,))


def may_go_on(history: History, library: Library, day: date) -> bool:
    """Whether a session that was begun may go on: nothing of the screen stands against it, and no clinician.
    Where one of these rules fails it may not."""
    try:
        cleared = screen(history, library, day).cleared
        return cleared is not None and stopped_by_clinician(history, library, day) is None
    except Exception:
        return False


def _decided(history: History, library: Library, day: date, wish: Wish, outcome: Outcome) -> Today:
    """The day of somebody with this outcome of the screen."""
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
    if (ill := _while_ill(outcome, library, day)) is not None:
        return ill
    found = _planned(history, library, day, outcome, outcome.cleared)
    if found.action == "train" and wish != AS_USUAL:
        return _short(found, wish, history, library, outcome.cleared)
    return found


def _while_ill(outcome: Outcome, library: Library, day: date) -> Today | None:
    """No session, not even a calm one, while a passing illness lasts; None when nobody told of one. The
    questions come again once it may be over."""
    waits = {rule.id: rule.passes_after.value for rule in library.screen_rules.values() if rule.passes_after}
    ill = [lock for lock in outcome.locks if lock.rule in waits]
    if not ill:
        return None
    again = all((day - lock.last).days >= waits[lock.rule] for lock in ill)
    others = (reason for reason in outcome.because if reason not in [lock.because for lock in ill])
    because = (library.reason(RESTS_WHILE_ILL), *(lock.because for lock in ill), *others)
    advice = None if outcome.action is None else library.actions[outcome.action]
    ask: tuple[Question, ...] = ("screen",) if again else ()
    return Today(day=day, action="rest", outcome=outcome, because=because, advice=advice, ask=ask)


def _planned(history: History, library: Library, day: date, outcome: Outcome, cleared: Cleared) -> Today:
    advice = None if outcome.action is None else library.actions[outcome.action]
    plan = current_plan(history, day)
    if plan is None:
        because = (library.reason(RuleId("plan-first")), *cleared.because)
        return Today(day=day, action="plan", outcome=outcome, because=because, advice=advice)
    ahead = upcoming(history, plan, cleared, library, day)
    action, because = _choose(history, library, plan, ahead.bare, day)
    prescribed = _looked_at(ahead, action)
    if action in ("train", "see-someone"):
        because = (*because, *prescribed.because)
    items, left_out = prescribed.items, NOTHING
    if action == "train" and runs_long_tomorrow(person(history), day):
        items, left_out = legs_waiting(prescribed.items, library)
        if left_out and not items:
            action, because = "rest", (library.reason(RuleId("run-tomorrow-rest")),)
    if action == "train" and not items:
        action, because = "plan", (library.reason(RuleId("nothing-of-it-now")), *prescribed.because)
    goes_on = action in ("train", "rest", "plan")
    again = _asked_again(history, library, day) if goes_on else {}
    long = calm_for_long(history, library, plan, day) if goes_on else None
    trains, rests = action == "train", action == "rest" and because[0].rule in RESTING
    if trains and cleared.scope == "calm":
        because = (library.reason(RuleId("calm-work-only")), *because)
    return Today(
        day=day,
        action=action,
        outcome=outcome,
        because=(
            *because,
            *(_for_training(items, cleared, library) if trains else ()),
            *(() if long is None else (long,)),
            *_plan_anew(prescribed.left_out, library),
            *since_the_plan(history, library, plan, day),
            *again.values(),
        ),
        advice=advice,
        plan=plan,
        shape=prescribed.shape.id if trains else None,
        title=prescribed.shape.title if trains else "",
        number=prescribed.number if trains else 0,
        items=items if trains else (),
        ask=(*_questions(history, prescribed, day), *again),
        next_on=next_training_day(history, library, plan, day) if action == "rest" else None,
        left_out=left_out if trains else (),
        waits=prescribed.left_out if action in ("train", "see-someone") else (),
        offers=offers(history, library, cleared, day) if rests else (),
    )


def _looked_at(ahead: Upcoming, action: Act) -> Prescribed:
    """The session to be. On a day without one its doses are worked out only where something of it may be
    lacking, so that it is told."""
    if action in ("train", "see-someone") or ahead.may_lack_something():
        return prescribe(ahead)
    return ahead.bare


def _short(found: Today, wish: Wish, history: History, library: Library, cleared: Cleared) -> Today:
    """The training day, made shorter as the person wishes."""
    if found.plan is None:
        return found
    usual = Usual(optional=_optional(found, library), last=last_asked(history, found), cleared=cleared)
    made = shortened(found.items, wish, usual, library)
    because = _told_first(found, made, cleared, library)
    left_out = (*found.left_out, *made.left_out)
    whole = found.items if made.short != "no" else ()
    return replace(found, items=made.items, left_out=left_out, because=because, short=made.short, whole=whole)


def _told_first(found: Today, made: Shortened, cleared: Cleared, library: Library) -> tuple[Reason, ...]:
    """The reasons of the day, the wish told right after the first, with the warm-up that is needed now."""
    first, *others = found.because
    warm = warm_up(found.items, cleared.limits, library)
    others = [reason for reason in others if reason not in warm]
    return (first, *made.because, *warm_up(made.items, cleared.limits, library), *others)


def _optional(found: Today, library: Library) -> frozenset[str]:
    """The slots of the session that may stay empty; none where the library has the programme no more."""
    if found.plan is None or found.plan.programme not in library.programmes:
        return frozenset()
    phases = library.programmes[found.plan.programme].phases
    shapes = (shape for phase in phases if phase.id == found.plan.phase for shape in phase.sessions)
    return frozenset(
        slot.id for shape in shapes if shape.id == found.shape for slot in shape.slots if slot.optional
    )


def last_asked(history: History, found: Today) -> dict[ExerciseId, Dose]:
    """The dose that each exercise of the plan was asked with last, or begins with."""
    if found.plan is None:
        return {}
    doses = {item.exercise: item.dose for session in found.plan.sessions for item in session.items}
    for occasion in occasions(history, found.plan):
        if occasion.day <= found.day:
            doses |= {item.exercise: item.dose for item in occasion.items or ()}
    return doses


def _plan_anew(waiting: tuple[ShownItem, ...], library: Library) -> tuple[Reason, ...]:
    """The offer of a new plan, where something of the session cannot be done for longer than a day."""
    lasting = any(each.rule in FOR_LONG for item in waiting for each in item.because)
    return (library.reason(RuleId("plan-anew")),) if lasting else ()


def _for_training(items: tuple[ShownItem, ...], cleared: Cleared, library: Library) -> tuple[Reason, ...]:
    """How to begin, and what the screen found. That it found nothing is no news for a day, and would be false
    comfort on a bad one."""
    found = (reason for reason in cleared.because if reason.rule != NOTHING_FOUND)
    return (*warm_up(items, cleared.limits, library), *found)


def _choose(
    history: History, library: Library, plan: PlanMade, bare: Prescribed, day: date
) -> tuple[Act, tuple[Reason, ...]]:
    """What to do, and why, as far as it is not for the doses to say."""
    if bare.stop:
        return "see-someone", ()
    if (calm := calm_again(history, library, plan, day)) is not None:
        return "plan", (calm,)
    if bare.finished and not in_flare(history, day):
        stays = why_stay(history, library, plan, day)
        if stays is None or stays.rule not in WITH_THE_SAME_PLAN:
            return "plan", (_done(history, library, plan, day) if stays is None else (stays,))
        waits: tuple[Reason, ...] = (stays,)
    else:
        waits = (library.reason(WAITS_FOR_THE_FLARE),) if bare.finished else ()
    resting = why_rest(history, library, plan, day)
    if resting is not None:
        return "rest", (resting, *waits)
    training = why_train(library, plan, bare.number, trained_until(history, day), day)
    return "train", (training, *waits)


def _done(history: History, library: Library, plan: PlanMade, day: date) -> tuple[Reason, ...]:
    """That the phase is done, and where something was reached by which it ends, that."""
    done = library.reason(RuleId("phase-done"), sessions=plan.sessions_to_do)
    what = what_was_reached(history, library, plan, day)
    return (done,) if what is None else (done, what)


def stopped_by_clinician(history: History, library: Library, day: date) -> Reason | None:
    """Why all exercise is stopped by a clinician's lock; None when none stands. A lock ends by its own last
    day, or by an override that lifts it."""
    for lock in standing_locks(history, day):
        if lock.exercise is None:
            return library.reason(RuleId("stopped-by-clinician"), why=f" ({lock.why})" if lock.why else "")
    return None


def _questions(history: History, prescribed: Prescribed, day: date) -> tuple[Question, ...]:
    asks: tuple[Question, ...] = () if history.on(MorningCheckIn, day) else ("morning",)
    return (*asks, "flare") if prescribed.ask_flare else asks


def _asked_again(history: History, library: Library, day: date) -> dict[Question, Reason]:
    """What was told long ago, or no longer fits, and is asked again today, with why."""
    asked: dict[Question, Reason | None] = {
        "usual-pain": ask_again(history, library, day),
        "provoking": try_again(history, library, day),
    }
    return {what: why for what, why in asked.items() if why is not None}
