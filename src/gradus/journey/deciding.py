"""What a look back decides: continue, raise the phase, change the programme, or see someone.

The careful answer comes first. Strength decides nothing here, since it is no proxy of pain; and where a plan
brings no gain it is the plan that is changed.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from gradus.journey.care import more_behind_it
from gradus.journey.felt import MORNING_PAIN
from gradus.journey.milestones import Goal, goals
from gradus.journey.phases import WITH_THE_SAME_PLAN, calm_for_long, in_flare, why_leave, why_stay
from gradus.journey.today import Today
from gradus.journey.tried import Tried
from gradus.library.library import Library
from gradus.measures.change import MeasureChange, change_of_weeks, enough
from gradus.measures.mornings import WeekMean, by_day, stays_very_high
from gradus.measures.trend import Trend
from gradus.record.facts import MorningCheckIn, PlanMade
from gradus.record.history import History
from gradus.vocabulary.ids import MeasureId, RuleId
from gradus.vocabulary.reasons import Decision, Reason
from gradus.vocabulary.scales import Change

Way = Literal["continue", "raise-phase", "change-programme", "see-someone", "questions-first"]
"""Questions first: the safety questions are open, and nothing else is decided before they are answered."""

JUDGED = MeasureId("global-change")
"""The person's own judgement."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """What a decision rests on: the answer for the day, the mornings told, the weeks' means with their trend,
    and the changes of pain and of function that can be called something: up to now, and as they were
    `decided` on in the last review week. `weeks` are whole weeks since the first plan, `tried` is what was
    tried of the present one, and `judged` what the person says themselves of the change."""

    history: History
    library: Library
    answer: Today
    weeks: int
    mornings: Sequence[MorningCheckIn]
    pain: Sequence[WeekMean | None]
    trend: Trend | None
    felt: Sequence[MeasureChange]
    decided: Sequence[MeasureChange]
    judged: float | None
    tried: Tried | None

    @property
    def gain(self) -> MeasureChange | None:
        """A gain that may be real, a clear one before others; None without any."""
        return _gain(self.felt)

    @property
    def reached(self) -> Goal | None:
        """What the person said since the first plan that they can do again, the first of it; None without
        any."""
        began = min((plan.day for plan in self.history.of(PlanMade)), default=None)
        every = goals(self.history, self.answer.day)
        said = (each for each in every if began and each.reached_on and each.reached_on >= began)
        return next(said, None)

    @property
    def maybe_worse(self) -> MeasureChange | None:
        """What may be worse than at the start; None without any."""
        lost = (Change.WORSE, Change.POSSIBLY)
        return next((each for each in self.felt if each.verdict in lost and each.amount < 0), None)

    @property
    def without_gain(self) -> bool:
        """Whether the week has come from which a plan is judged by its gain, and there was none at the last
        review and is none now. Weeks go up and down; a plan is not changed to and fro with them."""
        deciding = self.weeks >= self.library.reviews.change_programme_from.value
        return deciding and bool(self.felt) and self.gain is None and _gain(self.decided) is None


def _gain(changes: Iterable[MeasureChange]) -> MeasureChange | None:
    gains = [each for each in changes if each.amount > 0]
    real = (
        each for verdict in (Change.CHANGED, Change.POSSIBLY) for each in gains if each.verdict is verdict
    )
    return next(real, None)


def decide(seen: Seen, plan: PlanMade) -> Decision[Way]:
    """The decision of a look back for somebody who has this plan. One reason, the most careful one that
    holds."""
    found = (
        _safety(seen)
        or _worse(seen)
        or _too_long(seen, plan)
        or without_gain(seen)
        or _phase_done(seen, plan)
    )
    return found or _go_on(seen)


def very_high(seen: Seen) -> Reason | None:
    """That morning pain stays in the highest band; None when it does not."""
    rules = seen.library.reviews
    if not stays_very_high(by_day(seen.mornings), seen.answer.day, rules):
        return None
    return seen.library.reason(
        RuleId("pain-stays-very-high"),
        worst=f"{rules.worst_unchanged.value:g}",
        days=f"{rules.worst_unchanged_for.value:g}",
    )


def _safety(seen: Seen) -> Decision[Way] | None:
    """Whatever stops today's training stops the look back, and pain that stays very high is looked at."""
    answer = seen.answer
    if answer.action == "locked" or answer.outcome.locks:
        return Decision("see-someone", (seen.library.reason(RuleId("review-waits-for-care")),))
    if answer.action == "screen":
        return Decision("questions-first", (seen.library.reason(RuleId("review-after-questions")),))
    if answer.action == "see-someone":
        return Decision("see-someone", answer.because[:1])
    reason = very_high(seen)
    return None if reason is None else Decision("see-someone", (reason,))


def _too_long(seen: Seen, plan: PlanMade) -> Decision[Way] | None:
    """A calm phase that is not left is looked at."""
    long = calm_for_long(seen.history, seen.library, plan, seen.answer.day)
    return None if long is None else Decision("see-someone", (long,))


def _worse(seen: Seen) -> Decision[Way] | None:
    """Worse beyond the error, and stays so: of mornings in the two latest weeks that can be compared."""
    worse = next((each for each in seen.felt if each.verdict is Change.WORSE and _stays(each, seen)), None)
    if worse is None:
        return None
    title = seen.library.measures[worse.measure].title
    return Decision("see-someone", (seen.library.reason(RuleId("see-someone-if-worse"), measure=title),))


def _stays(worse: MeasureChange, seen: Seen) -> bool:
    if worse.measure != MORNING_PAIN:
        return True
    told = (week for week in seen.pain if week is not None and enough(week, seen.library.reviews))
    first, *between, _last = told
    before = change_of_weeks(seen.library, first, between[-1] if between else None, measure=MORNING_PAIN)
    return before is not None and before.verdict is Change.WORSE


def without_gain(seen: Seen) -> Decision[Way] | None:
    """What is done where nothing was gained; None before that can be said, and where the person has reached
    something that they wanted to do again. A plan that was changed gets its own time; from the last review on
    somebody has a look. A plan that was hardly followed is made to fit. The person's own word that they are
    better lets it stay as it is for some weeks."""
    tried = seen.tried
    if tried is None or not seen.without_gain:
        return None
    if (more := _more_behind_it(seen)) is not None:
        return Decision("see-someone", (more,))
    return None if seen.reached is not None else _another_plan(seen, tried)


def _another_plan(seen: Seen, tried: Tried) -> Decision[Way]:
    library, rules = seen.library, seen.library.reviews
    if tried.weeks < rules.change_programme_from.value:
        why = library.reason(RuleId("go-on-plan-was-changed"), weeks=f"{rules.change_programme_from.value:g}")
        return Decision("continue", (why,))
    if seen.weeks >= rules.review_weeks[-1]:
        rule = "no-gain-but-by-your-word" if _says_better(seen) else "no-gain-for-long"
        return Decision("see-someone", (library.reason(RuleId(rule), weeks=seen.weeks),))
    kept = tried.sessions
    if kept.percent is not None and kept.percent < rules.enough_sessions.value:
        few = library.reason(RuleId("no-gain-few-sessions"), done=kept.done, planned=kept.planned)
        return Decision("change-programme", (few,))
    if _says_better(seen) and seen.weeks < rules.change_programme_by.value:
        why = library.reason(RuleId("go-on-by-your-word"), weeks=f"{rules.change_programme_by.value:g}")
        return Decision("continue", (why,))
    return Decision("change-programme", (library.reason(RuleId("no-clear-gain-yet"), weeks=seen.weeks),))


def _more_behind_it(seen: Seen) -> Reason | None:
    rises = seen.maybe_worse is not None or _rises(seen)
    return more_behind_it(seen.history, seen.library, seen.answer, weeks=seen.weeks, rises=rises)


def _says_better(seen: Seen) -> bool:
    return seen.judged is not None and seen.judged >= seen.library.reviews.judged_better.value


def _phase_done(seen: Seen, plan: PlanMade) -> Decision[Way] | None:
    """The next phase opens when pain can be seen and is not worse. When in doubt it stays where it is."""
    waits = any(reason.rule in WITH_THE_SAME_PLAN for reason in seen.answer.because)
    if not (seen.answer.action == "plan" or waits) or not _has_next(plan, seen.library):
        return None
    if seen.maybe_worse is not None or _rises(seen) or in_flare(seen.history, seen.answer.day):
        return Decision("continue", (seen.library.reason(RuleId("step-up-later")),))
    if (stays := why_stay(seen.history, seen.library, plan, seen.answer.day)) is not None:
        return Decision("continue", (stays,))
    if not _seen_lately(seen):
        return Decision("continue", (seen.library.reason(RuleId("tell-mornings-before-stepping-up")),))
    why = why_leave(seen.history, seen.library, plan, seen.answer.day)
    return Decision("raise-phase", (why,))


def _rises(seen: Seen) -> bool:
    """Whether pain rises for sure, or the latest week lies further above the first than a morning may."""
    sure = seen.trend is not None and seen.trend.direction == "rising"
    accepted = seen.library.pain.rise_by_morning.value
    return sure or any(each.measure == MORNING_PAIN and -each.amount > accepted for each in seen.felt)


def _has_next(plan: PlanMade, library: Library) -> bool:
    programme = library.programmes.get(plan.programme)
    phases = [] if programme is None else [phase.id for phase in programme.phases]
    return plan.phase in phases[:-1]


def _seen_lately(seen: Seen) -> bool:
    """Whether pain is compared at all, and this week or the last one has mornings enough for it."""
    lately = [week for week in seen.pain[-2:] if week is not None]
    compared = any(each.measure == MORNING_PAIN for each in seen.felt)
    return compared and any(enough(week, seen.library.reviews) for week in lately)


def _go_on(seen: Seen) -> Decision[Way]:
    library = seen.library
    if (worse := seen.maybe_worse) is not None:
        why = library.reason(RuleId("go-on-may-be-worse"), measure=library.measures[worse.measure].title)
    elif (gain := seen.gain) is not None:
        title, perhaps = (
            library.measures[gain.measure].title,
            "" if gain.verdict is Change.CHANGED else "perhaps ",
        )
        why = library.reason(RuleId("go-on-with-a-gain"), measure=title, perhaps=perhaps)
    elif seen.without_gain and (goal := seen.reached) is not None:
        why = library.reason(RuleId("go-on-with-a-goal"), goal=goal.words)
    elif seen.weeks < library.reviews.change_programme_from.value:
        weeks = f"{library.reviews.change_programme_from.value:g}"
        why = library.reason(RuleId("go-on-too-early"), weeks=weeks)
    elif seen.felt:
        why = library.reason(RuleId("go-on-since-last-review"))
    else:
        why = library.reason(RuleId("go-on-cannot-tell"))
    return Decision("continue", (why,))
