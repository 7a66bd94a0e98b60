"""Why a day is as it is, why an exercise has its dose, and why another is not in the plan.

A day that has passed is answered from what was shown then, and from what could be known then."""

from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from gradus.journey.grounds import Grounds, Place, grounds
from gradus.journey.planned import planned_reasons
from gradus.journey.plans import current_plan, request
from gradus.journey.today import Today, today
from gradus.library.library import Library
from gradus.planning.why_not import why_not
from gradus.progression.occasions import last_trained
from gradus.record.facts import DecisionShown, PlanMade, SessionDone
from gradus.record.history import History, until
from gradus.record.parts import PlanItem, ShownItem, ShownReason
from gradus.screening.outcome import screen
from gradus.vocabulary.dose import Dose
from gradus.vocabulary.ids import ExerciseId, LibraryVersion, RuleId
from gradus.vocabulary.reasons import Reason
from gradus.vocabulary.scales import Step


@dataclass(frozen=True, slots=True, kw_only=True)
class Why:
    """The dose an exercise has on a day, the step that led there, and every reason: `of_dose` for the dose,
    `of_plan` for the place in the plan. Without a dose, `of_dose` says why there is none; with the steps
    pause and stop-and-screen the exercise waits. `instead_of` is the exercise of the plan in whose place
    it stands, after a harder or an easier step of a ladder.

    `on` is the day for which it was shown, or would be; None where it was not shown yet. `library` is the
    version that decided. `grounds` is what it rests on; None where nothing was shown. `answer`
    is that of the day asked about: what locks comes before every reason."""

    exercise: ExerciseId
    dose: Dose | None = None
    step: Step | None = None
    in_plan: bool
    instead_of: ExerciseId | None = None
    of_dose: tuple[ShownReason, ...] = ()
    of_plan: tuple[ShownReason, ...] = ()
    on: date | None = None
    grounds: Grounds | None = None
    library: LibraryVersion
    answer: Today

    @property
    def because(self) -> tuple[ShownReason, ...]:
        """All reasons, those of the dose first."""
        return (*self.of_dose, *self.of_plan)


@dataclass(frozen=True, slots=True, kw_only=True)
class WhyDay:
    """Why a day is a day of training, of rest, of questions or of a lock. `shown` says that it was acted on
    and stands as it was shown; `items` are its exercises; `trained` is the day of the last training
    before it; `ended` is how the session of that day ended, None where nothing was told of one."""

    day: date
    action: str
    because: tuple[ShownReason, ...]
    items: tuple[ShownItem, ...]
    shown: bool
    ended: Literal["finished", "stopped", "skipped"] | None
    trained: date | None
    library: LibraryVersion
    answer: Today


@dataclass(frozen=True, slots=True)
class _Found:
    """An item as it was shown, or would be, with its place and the library that decided it."""

    item: ShownItem
    place: Place
    library: LibraryVersion


def why(history: History, library: Library, day: date, exercise: ExerciseId) -> Why:
    """Why this dose: as it is for that day's session, else as it was shown last, on that day or before, else
    as the plan begins. While the screen is open or something locks, no dose is told."""
    known = until(history, day)
    answer = today(known, library, day)
    plan = current_plan(known, day)
    planned = None if plan is None else _planned(plan, exercise)
    bare = Why(exercise=exercise, in_plan=planned is not None, library=library.version, answer=answer)
    if answer.action in ("locked", "screen"):
        return replace(bare, of_dose=tuple(map(ShownReason.of, answer.because)))
    if plan is not None and planned is not None:
        bare = replace(bare, of_plan=planned_reasons(planned, plan, known, library))
    if (found := _found(known, library, answer, exercise)) is not None:
        return _as_shown(bare, found, known, library)
    if planned is not None:
        return replace(bare, dose=planned.dose, step=Step.START)
    left_out = why_left_out(history, library, day, exercise)
    return replace(bare, of_dose=tuple(map(ShownReason.of, left_out)))


def _as_shown(bare: Why, found: _Found, history: History, library: Library) -> Why:
    """The answer for an item that was shown, or would be: its dose unless it waits, and what it rests on."""
    item, day = found.item, found.place.day
    waits = item.step in (Step.PAUSE, Step.STOP_AND_SCREEN)
    return replace(
        bare,
        dose=None if waits else item.dose,
        step=item.step,
        instead_of=None if bare.in_plan else _held_by(found),
        of_dose=item.because,
        on=day,
        grounds=grounds(until(history, day), library, item, found.place),
        library=found.library,
    )


def why_day(history: History, library: Library, day: date) -> WhyDay:
    """Why that day is what it is: as it was shown when somebody acted on it, else as it is worked out from
    what could be known on it. A lock or an open question of that day is told in any case."""
    known = until(history, day)
    answer = today(known, library, day)
    shown = next((fact for fact in reversed(known.of(DecisionShown)) if fact.day == day), None)
    ended = next((fact.ended for fact in reversed(known.of(SessionDone)) if fact.day == day), None)
    if shown is None or answer.action in ("locked", "screen"):
        because = tuple(map(ShownReason.of, answer.because))
        return WhyDay(
            day=day,
            action=answer.action,
            because=because,
            items=answer.items,
            shown=False,
            ended=ended,
            trained=last_trained(known, day),
            library=library.version,
            answer=answer,
        )
    return WhyDay(
        day=day,
        action=shown.action,
        because=shown.because,
        items=shown.items,
        shown=True,
        ended=ended,
        trained=last_trained(known, day),
        library=shown.library,
        answer=answer,
    )


def why_left_out(history: History, library: Library, day: date, exercise: ExerciseId) -> tuple[Reason, ...]:
    """Why an exercise is not in the plan: the limit that keeps it out, or by how much another was better."""
    known = until(history, day)
    outcome = screen(known, library, day)
    if outcome.cleared is None:
        return outcome.because
    plan = current_plan(known, day)
    if plan is None:
        return (library.reason(RuleId("plan-first")),)
    asked = request(known, library, outcome.cleared)
    return why_not(asked, library, exercise, plan)


def _found(history: History, library: Library, answer: Today, exercise: ExerciseId) -> _Found | None:
    """The item of the day, to be done or waiting; else as it was shown last, on that day or before."""
    item = _shown((*answer.items, *answer.left_out, *answer.waits), exercise)
    place = Place(day=answer.day, plan=answer.plan, shape=answer.shape)
    return _last_shown(history, exercise) if item is None else _Found(item, place, library.version)


def _shown(items: tuple[ShownItem, ...], exercise: ExerciseId) -> ShownItem | None:
    return next((item for item in items if item.exercise == exercise), None)


def _last_shown(history: History, exercise: ExerciseId) -> _Found | None:
    for fact in reversed(history.of(DecisionShown)):
        if (item := _shown(fact.items, exercise) or _shown(fact.whole, exercise)) is not None:
            plan = next((plan for plan in history.of(PlanMade) if plan.id == fact.plan), None)
            place = Place(day=fact.day, plan=plan, shape=fact.shape)
            return _Found(item, place, fact.library)
    return None


def _planned(plan: PlanMade, exercise: ExerciseId) -> PlanItem | None:
    items = (item for session in plan.sessions for item in session.items)
    return next((item for item in items if item.exercise == exercise), None)


def _held_by(found: _Found) -> ExerciseId | None:
    """The exercise that the plan puts into the place of an item."""
    sessions = () if found.place.plan is None else found.place.plan.sessions
    items = (item for session in sessions if session.id == found.place.shape for item in session.items)
    return next((item.exercise for item in items if item.slot == found.item.slot), None)
