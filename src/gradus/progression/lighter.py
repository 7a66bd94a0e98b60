"""A lighter week: a share of the sets and of the load for as many sessions as the plan has in a week, when
several signs of tiredness come together; then the dose from before. A flare or missed time comes first, and
nothing is lowered twice. Coaches of strength sport describe such weeks (deload-delphi); in people with back
pain nobody has studied them."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import timedelta

from gradus.planning.weights import AtHand
from gradus.progression.around import Around, Course, Next, Turn
from gradus.progression.doses import DUST, WHOLE, scaled
from gradus.progression.flare import EASED as EASED_BY_FLARE
from gradus.progression.flare import Flaring
from gradus.progression.gap import coming_back
from gradus.progression.occasions import Occasion
from gradus.progression.signs import DAYS_IN_A_WEEK, signs
from gradus.progression.step import LOWERED
from gradus.record.facts import DecisionShown
from gradus.record.history import History
from gradus.record.parts import ShownItem
from gradus.vocabulary.dose import Dose
from gradus.vocabulary.ids import RuleId
from gradus.vocabulary.reasons import Decision, Reason
from gradus.vocabulary.scales import Pattern, Step

BEGINS = RuleId("lighter-week")
GOES_ON = RuleId("lighter-week-goes-on")
OVER = RuleId("lighter-week-over")
LIGHTER = frozenset({BEGINS, GOES_ON})

UNTOUCHED = frozenset({Pattern.WALK, Pattern.CALM, Pattern.MOBILITY})
"""What tires nobody, and goes on as before."""


@dataclass(frozen=True, slots=True)
class Week:
    """A lighter week that holds for the session to be. `signs` are those that began it; none once it goes
    on."""

    signs: tuple[Reason, ...] = ()


def lighter_week(
    history: History, done: Sequence[Occasion], around: Around, now: Flaring | None
) -> Week | None:
    """The lighter week that the next session belongs to; None without one. It goes on until its sessions are
    done, whatever the signs say by then, and another one waits for some weeks."""
    rules = around.library.deload
    if not done or _something_comes_first(done, around, now):
        return None
    ran = _ran(done)
    if ran:
        length = round(rules.lasts.value * around.plan.sessions_a_week)
        return Week() if ran < length else None
    if _had_one(history, done, around):
        return None
    found = signs(history, done, around)
    return Week(found) if len(found) >= rules.signs_needed.value else None


def offered(history: History, done: Sequence[Occasion], around: Around, now: Flaring | None) -> Reason | None:
    """The offer of a lighter week at the first session of every so many weeks of sessions; None where it is
    not its turn, where one was had lately, and where something else has lowered the doses anyway."""
    rules = around.library.deload
    week, nth = divmod(len(done), around.plan.sessions_a_week)
    if nth or (week + 1) % rules.offered_every.value or not done:
        return None
    if _something_comes_first(done, around, now) or _had_one(history, done, around):
        return None
    return around.reason("lighter-week-offered", weeks=week, percent=f"{rules.sets_kept.value:g}")


def lightened(decision: Decision[Next], course: Course, around: Around, week: Week | None) -> Decision[Next]:
    """The decision in a lighter week: no rise, and the share that is kept of the dose from before. Of what
    pain or a worse morning lowered, the lesser of the two in each part. What begins or has just been swapped
    is easy already."""
    was = decision.what
    resting = not was.is_done or was.step in (Step.START, Step.SWAP) or was.exercise.pattern in UNTOUCHED
    if week is None or resting or not course.turns:
        return decision
    last = course.turns[-1]
    rule = BEGINS if week.signs else GOES_ON
    if last.rules & LIGHTER:  # it hurt in this very week: what was light is not made lighter again
        return Decision(was, (*decision.because, around.reason(rule, dose=around.told(was.dose))))
    light = lighter_dose(last.dose, around.at_hand(last.exercise, last.dose), around)
    if was.step is Step.REGRESS and was.exercise.id == last.exercise.id:
        dose, step, before = _lesser(was.dose, light), Step.REGRESS, decision.because
    else:
        dose, step, before = light, Step.DELOAD, ()
    says = around.reason(rule, dose=around.told(dose))
    return Decision(Next(exercise=last.exercise, dose=dose, step=step), (*before, says, *week.signs))


def lighter_dose(dose: Dose, own: AtHand, around: Around) -> Dose:
    """The dose with its share of sets, and of one set its share of the amount; with the heaviest weight at
    hand that keeps its share of the load, unless that is lighter than a lighter week asks for."""
    rules = around.library.deload
    load = dose.load_kg
    shares = {own_kg: round(own_kg * WHOLE / load, DUST) for own_kg in own.weights} if load else {}
    fits = [
        own_kg
        for own_kg, share in shares.items()
        if rules.least_load_kept.value <= share <= rules.load_kept.value
    ]
    return scaled(replace(dose, load_kg=max(fits, default=load)), rules.sets_kept.value)


def resumed(decision: Decision[Next], course: Course, around: Around) -> Decision[Next]:
    """The decision after a lighter week: the dose from before, no more and no less, unless something else
    lowered it. Where it hurt in that week, the dose from before comes back once a rise is earned."""
    was = decision.what
    if not course.turns or was.step not in (Step.PROGRESS, Step.HOLD):
        return decision
    last = course.turns[-1]
    if course.eased and not last.rules & LIGHTER:
        over = around.reason(OVER, dose=around.told(last.dose))
        kept = decision.because if was.step is Step.HOLD else ()
        return Decision(Next(exercise=last.exercise, dose=last.dose, step=Step.HOLD), (*kept, over))
    owed = _owed(course) if was.step is Step.PROGRESS else None
    if owed is None:
        return decision
    over = around.reason(OVER, dose=around.told(owed))
    return Decision(Next(exercise=last.exercise, dose=owed, step=Step.PROGRESS), (over,))


def is_lighter(item: ShownItem) -> bool:
    """Whether the item was shown in a lighter week and asked for less because of it."""
    return any(reason.rule in LIGHTER for reason in item.because)


def _owed(course: Course) -> Dose | None:
    """The dose from before a lighter week in which the exercise hurt, as long as it has not come back and
    nothing else lowered it since."""
    newest = course.turns[-1]
    light: Turn | None = None
    for turn in reversed(course.turns):
        if turn.exercise.id != newest.exercise.id:
            return None
        if turn.rules & LIGHTER:
            light = turn
        elif light is not None:
            return turn.dose
        if turn.step in LOWERED or OVER in turn.rules:
            return None
    return None


def _lesser(one: Dose, other: Dose) -> Dose:
    """The lesser of two doses of one exercise in each part."""
    loads = [dose.load_kg for dose in (one, other) if dose.load_kg is not None]
    amount = min(one.amount, other.amount)
    return replace(
        one,
        sets=min(one.sets, other.sets),
        amount=amount,
        low=min(one.low, amount),
        load_kg=min(loads, default=None),
    )


def _something_comes_first(done: Sequence[Occasion], around: Around, now: Flaring | None) -> bool:
    """Whether a flare, the way back from one, or missed time has its own say about the doses."""
    if coming_back(around.days_off, around.library) is not None:
        return True
    if now is None:
        return False
    fresh = (around.today - now.episode.began).days < around.library.flare.review_after.value
    rules = {reason.rule for item in done[-1].items or () for reason in item.because}
    return fresh or bool(rules & EASED_BY_FLARE)


def _ran(done: Sequence[Occasion]) -> int:
    """How many of the newest sessions, one after the other, were of a lighter week."""
    count = 0
    for occasion in reversed(done):
        if not any(is_lighter(item) for item in occasion.items or ()):
            break
        count += 1
    return count


def _had_one(history: History, done: Sequence[Occasion], around: Around) -> bool:
    """Whether the last lighter week, in this plan or an earlier one, is too near for another."""
    first = around.today - timedelta(days=around.library.deload.weeks_apart.value * DAYS_IN_A_WEEK)
    lately = (each for each in done if each.day > first)
    if any(is_lighter(item) for each in lately for item in each.items or ()):
        return True
    every = history.of(DecisionShown)
    shown = every[bisect_right(every, first, key=lambda fact: fact.day) :]
    earlier = (fact for fact in shown if fact.plan != around.plan.id and fact.day < around.today)
    return any(is_lighter(item) for fact in earlier for item in fact.items)
