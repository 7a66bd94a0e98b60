"""A flare that the person confirmed: half the load on the back for some days, nothing new, walking goes on;
then the dose comes back in steps. A flare is asked, never inferred from pain alone."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Literal

from gradus.library.library import Library
from gradus.library.types import Exercise
from gradus.progression.around import Around, Course, Mornings, Next, Turn
from gradus.progression.doses import WHOLE, scaled
from gradus.progression.raising import is_success
from gradus.progression.step import LASTING_RISE, borne_since, why_hold
from gradus.record.facts import Clearance, Flare, MorningCheckIn
from gradus.record.history import History
from gradus.screening.locks import unexamined
from gradus.vocabulary.dose import Dose
from gradus.vocabulary.ids import RuleId
from gradus.vocabulary.reasons import Decision, Reason
from gradus.vocabulary.scales import Colour, Pattern, Step

CALM = RuleId("flare-calm")
RETURN = RuleId("flare-return")
BACK = RuleId("flare-back")
EASED = frozenset({CALM, RETURN})
NOT_BETTER = RuleId("flare-not-better")
TOO_MANY = RuleId("flares-too-many")
DAYS_IN_A_WEEK = 7


@dataclass(frozen=True, slots=True, kw_only=True)
class Episode:
    """One flare, from the day the person said that it began to the day they said it was over."""

    began: date
    over: date | None = None


Stage = Literal["calm", "return"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Flaring:
    """The latest flare on a day: its stage, and whether the latest morning allows a step back up."""

    episode: Episode
    stage: Stage
    may_rise: bool


def episodes(history: History, day: date) -> tuple[Episode, ...]:
    """The flares up to that day, oldest first. Saying anew, on a later day, that a flare began makes a new
    one; a morning that confirms a flare begins one only where none is going on."""
    said = [(fact.day, fact.at, fact.state == "began", True) for fact in history.of(Flare) if fact.day <= day]
    said += [
        (fact.day, fact.at, fact.flare, False)
        for fact in history.of(MorningCheckIn)
        if fact.flare is not None and fact.day <= day
    ]
    found: list[Episode] = []
    for when, _, began, plain in sorted(said):
        going_on = bool(found) and found[-1].over is None
        if began and (not going_on or (plain and when > found[-1].began)):
            found.append(Episode(began=when))
        elif not began and going_on:
            found[-1] = replace(found[-1], over=when)
    return tuple(found)


def flaring(found: Sequence[Episode], mornings: Mornings, library: Library, day: date) -> Flaring | None:
    """Where the latest flare stands on that day; None without one."""
    if not found:
        return None
    episode = found[-1]
    calm = (day - episode.began).days <= library.flare.calm_days.value and episode.over is None
    worse = _worse_than_before(episode, mornings, library, day)
    may_rise = worse is False or (worse is None and episode.over is not None)
    return Flaring(episode=episode, stage="calm" if calm else "return", may_rise=may_rise)


def must_stop(
    found: Sequence[Episode], history: History, mornings: Mornings, *, library: Library, day: date
) -> Reason | None:
    """Why a flare asks for someone to look at it before training goes on; None where nothing does. The
    person's word that it is over, or a clearance that names the rule, ends it."""
    rules = library.flare
    if not found:
        return None
    latest = found[-1]
    cleared = {
        rule
        for fact in history.of(Clearance)
        if fact.day <= day
        and fact.id not in history.conflicts
        and unexamined(fact, latest.began, library) is None
        for rule in fact.rules
    }
    recent = [each for each in found if (day - each.began).days < rules.flares_looked_back.value]
    if len(recent) >= rules.flares_before_review.value and TOO_MANY not in cleared:
        weeks = f"{rules.flares_looked_back.value / DAYS_IN_A_WEEK:g}"
        return library.reason(TOO_MANY, flares=len(recent), weeks=weeks)
    days = (day - latest.began).days
    lasts = latest.over is None and days >= rules.review_after.value
    if lasts and NOT_BETTER not in cleared and not _better(latest, mornings, library, day):
        return library.reason(NOT_BETTER, days=days)
    return None


def in_flare(decision: Decision[Next], course: Course, around: Around, now: Flaring | None) -> Decision[Next]:
    """The decision under the latest flare: half on spinal exercises while it is calm, nothing new, walking as
    before; then back in steps, as far as the mornings allow."""
    if now is None or not decision.what.is_done:
        return decision
    if now.stage == "calm":
        return _calm(decision, course, around, now)
    return _returning(decision, course, around, now)


def _calm(decision: Decision[Next], course: Course, around: Around, now: Flaring) -> Decision[Next]:
    was = decision.what
    nothing_new = around.reason("flare-nothing-new")
    new = was.step is Step.START and not course.begun and around.sessions_done
    if new and was.exercise.pattern is not Pattern.WALK:
        return Decision(replace(was, step=Step.PAUSE), (nothing_new,))
    # mornings that are worse because of the flare do not lower what the flare lowers already
    mornings = any(reason.rule == LASTING_RISE for reason in decision.because)
    if was.step is Step.PROGRESS or mornings:
        last = course.turns[-1]
        was = Next(exercise=last.exercise, dose=last.dose, step=Step.HOLD)
        decision = Decision(was, (nothing_new,))
    if not _lowers(was.exercise, around):
        return decision
    if _eased(course, now) and was.step is Step.HOLD:
        says = around.reason(CALM, dose=around.told(was.dose))
        return Decision(was, (says,))
    dose = scaled(was.dose, around.library.flare.share_while_calm.value)
    says = around.reason(CALM, dose=around.told(dose))
    step = was.step if was.step is Step.SWAP else Step.REGRESS
    lowered = decision.because if was.step in (Step.SWAP, Step.REGRESS) else ()
    return Decision(replace(was, dose=dose, step=step), (*lowered, says))


def _returning(decision: Decision[Next], course: Course, around: Around, now: Flaring) -> Decision[Next]:
    was = decision.what
    if was.step is Step.START and RETURN in course.item.because and not course.turns:
        return _returning_in_a_new_plan(was, course, around, now)
    last = course.turns[-1] if course.turns else None
    if last is None or was.step not in (Step.PROGRESS, Step.HOLD) or not _lowers(last.exercise, around):
        return decision
    eased = _eased(course, now)
    if eased and not _went_well(last, around):
        return decision if was.step is Step.HOLD else _as_it_was(last, around, now, course)
    if not eased and not _first_since(course, around, now):
        return decision
    share = _share(course, around, now)
    if eased and not now.may_rise:
        held = Next(exercise=last.exercise, dose=last.dose, step=Step.HOLD)
        return Decision(held, (around.reason(RETURN, dose=around.told(last.dose), percent=f"{share:g}"),))
    dose = scaled(_before(course, now), share)
    step = Step.HOLD if dose == last.dose else Step.PROGRESS if eased else Step.REGRESS
    rule = RETURN if share < WHOLE else BACK
    says = around.reason(rule, dose=around.told(dose), percent=f"{share:g}")
    return Decision(Next(exercise=last.exercise, dose=dose, step=step), (says,))


def _as_it_was(last: Turn, around: Around, now: Flaring, course: Course) -> Decision[Next]:
    """A dose that a flare lowered earns no rise and no harder step before it is back."""
    says = around.reason(RETURN, dose=around.told(last.dose), percent=f"{_share(course, around, now):g}")
    return Decision(Next(exercise=last.exercise, dose=last.dose, step=Step.HOLD), (says,))


def _returning_in_a_new_plan(was: Next, course: Course, around: Around, now: Flaring) -> Decision[Next]:
    """The first session of a plan that began before the dose was back: a step of the way, not the whole."""
    share = _share(course, around, now)
    dose = scaled(was.dose, share)
    says = around.reason(RETURN, dose=around.told(dose), percent=f"{share:g}")
    return Decision(replace(was, dose=dose), (says,))


def _went_well(last: Turn, around: Around) -> bool:
    borne = borne_since(last, around)
    return borne.colour is Colour.GREEN and why_hold(last, borne, around) is None


def _share(course: Course, around: Around, now: Flaring) -> float:
    """The percent of the earlier dose: the calm share, and one step for each good turn of the return and for
    a morning that allows it."""
    rules = around.library.flare
    good = [
        turn
        for turn in course.turns
        if RETURN in turn.rules and turn.day > now.episode.began and is_success(turn, around)
    ]
    steps = len(good) + now.may_rise
    return min(WHOLE, rules.share_while_calm.value + steps * rules.return_step.value)


def _before(course: Course, now: Flaring) -> Dose:
    """The dose before flares lowered it; without one, what the plan begins with."""
    newest = course.turns[-1]
    for turn in reversed(course.turns):
        earlier = turn.day < now.episode.began and not turn.rules & EASED
        if earlier and turn.exercise.id == newest.exercise.id:
            return turn.dose
    return course.item.dose


def _eased(course: Course, now: Flaring) -> bool:
    """Whether the dose was eased for this flare and is not back yet. A turn in between that merely held, for
    pain or a worse morning, ends nothing."""
    since = [turn.rules for turn in course.turns if turn.day >= now.episode.began]
    return any(rules & EASED for rules in since) and not any(BACK in rules for rules in since)


def _first_since(course: Course, around: Around, now: Flaring) -> bool:
    """Whether nothing was eased for this flare yet, and it is soon enough after its beginning to matter. A
    turn that was done before the flare was told of changes nothing in that."""
    days = (around.today - now.episode.began).days
    eased = any(turn.rules & (EASED | {BACK}) for turn in course.turns if turn.day >= now.episode.began)
    return not eased and days < around.library.flare.review_after.value


def _lowers(exercise: Exercise, around: Around) -> bool:
    return around.is_spinal(exercise) and exercise.pattern is not Pattern.WALK


def _worse_than_before(episode: Episode, mornings: Mornings, library: Library, day: date) -> bool | None:
    """Whether the latest morning since the flare began, of yesterday or today, is further above the baseline
    from before it than is accepted; None when there is no such morning or no baseline."""
    latest = mornings.last_day()
    if latest is None or latest <= episode.began or latest < day - timedelta(days=1):
        return None
    usual = mornings.usual(episode.began)
    pain = mornings.pain(latest)
    if usual is None or pain is None:
        return None
    return pain > usual + library.pain.rise_by_morning.value


def _better(episode: Episode, mornings: Mornings, library: Library, day: date) -> bool:
    """Whether a recent morning shows that the flare has settled. Not told is not better."""
    return _worse_than_before(episode, mornings, library, day) is False
