"""A plan as a page: the one that stands, or one that could be taken."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.utils.dates import WEEKDAYS

from gradus.journey.others import OtherPlan, other_plans
from gradus.journey.planned import planned_reasons
from gradus.journey.plans import NoPlan, NotNow, current_plan, make
from gradus.journey.today import today
from gradus.library.types import Programme
from gradus.record.facts import PlanMade
from gradus.record.parts import PlanItem, PlannedSession, ShownReason
from gradus.record.person import person
from gradus.vocabulary.ids import ProgrammeId
from gradus.vocabulary.reasons import Reason
from gradus_web.diary.words import Told, dose_words, name_of, told
from gradus_web.people.doors import Here


@dataclass(frozen=True, slots=True)
class Slot:
    """An exercise of a planned session: what it begins with, why it is there, and how it goes."""

    exercise: str
    name: str
    dose: str
    because: tuple[Told, ...]
    setup: str
    steps: tuple[str, ...]
    stop_if: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """One session of the week."""

    title: str
    day: str
    minutes: int
    slots: tuple[Slot, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanPage:
    """A plan with its reasons, and what to expect of it. `fact` is the plan that stands, None of one that is
    only shown."""

    programme: Programme | None
    phase: str
    aim: str
    sheets: tuple[Sheet, ...]
    expect: tuple[Told, ...]
    notes: tuple[Told, ...]
    proven: bool
    fact: PlanMade | None


def standing_plan(here: Here) -> PlanPage | None:
    """The plan that stands; None without one."""
    plan = current_plan(here.history, here.day)
    if plan is None:
        return None
    programme = here.library.programmes.get(plan.programme)
    phases = () if programme is None else programme.phases
    phase = next((each for each in phases if each.id == plan.phase), None)
    return PlanPage(
        programme=programme,
        phase=plan.phase if phase is None else phase.title,
        aim="" if phase is None else phase.aim,
        sheets=tuple(
            _sheet(
                here,
                session,
                {
                    item.slot: planned_reasons(item, plan, here.history, here.library)
                    for item in session.items
                },
            )
            for session in plan.sessions
        ),
        expect=(),
        notes=(),
        proven=plan.proven,
        fact=plan,
    )


@dataclass(frozen=True, slots=True)
class Collides:
    """Why no plan fits, and the smallest change that frees one."""

    because: tuple[Told, ...]
    change: str


def proposed(here: Here, programme: ProgrammeId | None) -> PlanPage | Collides | None:
    """The plan that would be taken now, or why none fits; None while the screen comes first."""
    found = make(here.history, here.library, here.day, programme=programme)
    if isinstance(found, NotNow):
        return None
    if isinstance(found, NoPlan):
        return Collides(told(found.collide, here.library), found.change)
    because = found.plan.because
    return PlanPage(
        programme=found.programme,
        phase=found.phase.title,
        aim=found.phase.aim,
        sheets=tuple(
            _sheet(here, each, {item.slot: because.get((each.id, item.slot), ()) for item in each.items})
            for each in found.plan.sessions
        ),
        expect=told(found.because, here.library),
        notes=told(found.plan.notes, here.library),
        proven=found.plan.proven,
        fact=None,
    )


def others(here: Here) -> tuple[OtherPlan, ...]:
    """Other programmes that fit now."""
    found = other_plans(here.history, here.library, here.day)
    return () if isinstance(found, NotNow) else tuple(found)


def _sheet(
    here: Here, session: PlannedSession, because: Mapping[str, Iterable[Reason | ShownReason]]
) -> Sheet:
    unit = person(here.history).weight_unit
    return Sheet(
        title=session.title,
        day="" if session.day is None else str(WEEKDAYS[session.day.number]),
        minutes=round(session.minutes),
        slots=tuple(_slot(here, item, because[item.slot], unit) for item in session.items),
    )


def _slot(here: Here, item: PlanItem, because: Iterable[Reason | ShownReason], unit: str | None) -> Slot:
    exercise = here.library.exercises.get(item.exercise)
    return Slot(
        exercise=item.exercise,
        name=name_of(item.exercise, here.library),
        dose=dose_words(item.dose, exercise, unit),
        because=told(because, here.library),
        setup="" if exercise is None else exercise.en.setup,
        steps=() if exercise is None else exercise.en.steps,
        stop_if=() if exercise is None else exercise.en.stop_if,
    )


def sheet_of(here: Here) -> PlanPage | None:
    """The plan that stands as a sheet to be printed; None without one, while something stops
    all exercise, and while the safety questions are open."""
    if today(here.history, here.library, here.day).action in ("locked", "screen"):
        return None
    return standing_plan(here)
