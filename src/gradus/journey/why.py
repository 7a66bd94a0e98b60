"""Why an exercise has its dose, and why another is not in the plan."""

from dataclasses import dataclass
from datetime import date

from gradus.journey.plans import current_plan, request
from gradus.journey.promise import shown_reason
from gradus.journey.today import today
from gradus.library.library import Library
from gradus.planning.why_not import why_not
from gradus.record.facts import DecisionShown, PlanMade
from gradus.record.history import History
from gradus.record.parts import PlanItem, ShownItem, ShownReason
from gradus.screening.outcome import screen
from gradus.vocabulary.dose import Dose
from gradus.vocabulary.ids import ExerciseId, RuleId
from gradus.vocabulary.reasons import Reason
from gradus.vocabulary.scales import Step

SUITS = RuleId("fits-the-slot")
"""True of every item of a plan, and so told only where nothing else is."""


@dataclass(frozen=True, slots=True)
class Why:
    """The dose an exercise has on a day, the step that led there, and every reason. Without a dose, `because`
    says why there is none."""

    exercise: ExerciseId
    dose: Dose | None
    step: Step | None
    in_plan: bool
    because: tuple[ShownReason, ...]


def why(history: History, library: Library, day: date, exercise: ExerciseId) -> Why:
    """Why this dose: as it is for today's session, else as it was shown last, else as the plan begins. While
    the screen is open or something locks, no dose is told."""
    answer = today(history, library, day)
    plan = current_plan(history, day)
    if answer.action in ("locked", "screen"):
        in_plan = plan is not None and _planned(plan, exercise) is not None
        return Why(exercise, None, None, in_plan, tuple(map(shown_reason, answer.because)))
    item = _shown(answer.items, exercise) or _last_shown(history, exercise, day)
    planned = None if plan is None else _planned(plan, exercise)
    from_plan = () if planned is None else _named(planned, library)
    if item is not None:
        return Why(exercise, item.dose, item.step, planned is not None, (*item.because, *from_plan))
    if planned is not None:
        return Why(exercise, planned.dose, Step.START, True, from_plan)
    reasons = tuple(map(shown_reason, why_left_out(history, library, day, exercise)))
    return Why(exercise, None, None, False, reasons)


def why_left_out(history: History, library: Library, day: date, exercise: ExerciseId) -> tuple[Reason, ...]:
    """Why an exercise is not in the plan: the limit that keeps it out, or by how much another was better."""
    outcome = screen(history, library, day)
    if outcome.cleared is None:
        return outcome.because
    plan = current_plan(history, day)
    if plan is None:
        return (library.reason(RuleId("plan-first")),)
    asked = request(history, library, outcome.cleared)
    return why_not(asked, library, exercise, plan)


def _shown(items: tuple[ShownItem, ...], exercise: ExerciseId) -> ShownItem | None:
    return next((item for item in items if item.exercise == exercise), None)


def _last_shown(history: History, exercise: ExerciseId, day: date) -> ShownItem | None:
    shown = (fact for fact in reversed(history.of(DecisionShown)) if fact.day <= day)
    found = (_shown(fact.whole or fact.items, exercise) for fact in shown)
    return next((item for item in found if item is not None), None)


def _planned(plan: PlanMade, exercise: ExerciseId) -> PlanItem | None:
    items = (item for session in plan.sessions for item in session.items)
    return next((item for item in items if item.exercise == exercise), None)


def _named(planned: PlanItem, library: Library) -> tuple[ShownReason, ...]:
    """The rules that brought it into the plan, by what they notice."""
    named = [rule for rule in planned.because if rule in library.rules]
    telling = [rule for rule in named if rule != SUITS] or [SUITS]
    rules = [library.rules[rule] for rule in telling]
    return tuple(ShownReason(rule=rule.id, says=rule.notices, cites=rule.cites) for rule in rules)
