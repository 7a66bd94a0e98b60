"""What was done: week by week, and each exercise from session to session."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from gradus.journey.course import Showing, Stretch, courses, stretches
from gradus.journey.today import today
from gradus.journey.weekly import TrainingWeek, training_weeks
from gradus.record.person import person
from gradus.vocabulary.dose import Dose
from gradus.vocabulary.ids import ExerciseId
from gradus.vocabulary.pounds import POUNDS, pounds_shown
from gradus_web.diary.charts.course import course_chart, spark
from gradus_web.diary.charts.drawing import Drawing, table_below
from gradus_web.diary.charts.training import columns, kept_chart
from gradus_web.diary.names import MARKS, STEPS, WEIGHTS
from gradus_web.diary.words import Told, amount, dose_words, name_of, told
from gradus_web.people.doors import Here

SHOWN_WEEKS = 26
SHOWN_SESSIONS = 24
"""A phone is only so wide."""
LATELY = 6
"""Reasons that are told at once; those before them are a tap away."""


@dataclass(frozen=True, slots=True)
class Columns:
    """A quantity by week, drawn, and called so."""

    by_week: str
    drawing: Drawing


@dataclass(frozen=True, slots=True, kw_only=True)
class CourseRow:
    """An exercise in the list, with a small drawing of its course."""

    exercise: ExerciseId
    name: str
    first: str
    last: str
    sessions: int
    drawing: Drawing


@dataclass(frozen=True, slots=True, kw_only=True)
class TrainingPage:
    """The weeks that are shown, newest first, each with what was lifted in `unit`; `begun` counts all."""

    rows: tuple[tuple[TrainingWeek, str], ...]
    begun: int
    kept: Drawing | None
    volumes: tuple[Columns, ...]
    unit: str
    exercises: tuple[CourseRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class StretchRow:
    """Showings for one reason: their number on the chart, when, from which dose to which, and why."""

    number: int
    first: Showing
    last: Showing
    many: int
    word: str
    mark: str
    before: str
    dose: str
    because: tuple[Told, ...]


@dataclass(frozen=True, slots=True)
class SessionRow:
    """A session in the table."""

    showing: Showing
    asked: str
    done: str
    word: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CoursePage:
    """An exercise from session to session, newest first; `sessions` counts those of the whole course."""

    exercise: ExerciseId
    name: str
    drawn: bool
    sessions: int
    first: str
    last: str
    chart: Drawing
    rows: tuple[SessionRow, ...]
    lately: tuple[StretchRow, ...]
    earlier: tuple[StretchRow, ...]


def training_page(here: Here) -> TrainingPage:
    """What was done. No exercise is named while something stops it."""
    weeks = training_weeks(here.history, here.library, here.day)
    shown = weeks[-SHOWN_WEEKS:]
    unit = person(here.history).weight_unit

    def by_week(week: TrainingWeek) -> float:
        return pounds_shown(week.lifted_kg) if unit == POUNDS else week.lifted_kg

    kinds: Sequence[tuple[str, Callable[[TrainingWeek], float]]] = (
        (_("Sets by week"), lambda week: week.sets),
        (_("Pounds lifted by week") if unit == POUNDS else _("Kilograms lifted by week"), by_week),
        (_("Minutes on foot by week"), lambda week: week.on_foot_min),
    )
    return TrainingPage(
        rows=tuple((each, f"{by_week(each):.0f}") for each in reversed(shown)),
        begun=len(weeks),
        kept=kept_chart(shown) if shown else None,
        volumes=tuple(
            Columns(title, columns(shown, of, table_below(title)))
            for title, of in kinds
            if any(map(of, shown))
        ),
        unit=WEIGHTS[unit or "kg"],
        exercises=tuple(_row(here, name, course) for name, course in _courses(here).items()),
    )


def course_page(here: Here, exercise: ExerciseId) -> CoursePage | None:
    """The course of one exercise; None where it was not shown, and while something stops exercise."""
    whole = _courses(here).get(exercise, ())
    if not whole:
        return None
    course = whole[-SHOWN_SESSIONS:]
    cut = stretches(course)
    numbered = reversed([*enumerate(cut, 1)])
    rows = tuple(_stretch(here, exercise, number, each) for number, each in numbered)
    return CoursePage(
        exercise=exercise,
        name=name_of(exercise, here.library),
        drawn=exercise in here.library.exercises,
        sessions=len(whole),
        first=_dose(here, exercise, whole[0]),
        last=_dose(here, exercise, whole[-1]),
        chart=course_chart(course, cut, person(here.history).weight_unit),
        rows=tuple(_session(here, exercise, each) for each in reversed(course)),
        lately=rows[:LATELY],
        earlier=rows[LATELY:],
    )


def _courses(here: Here) -> dict[ExerciseId, tuple[Showing, ...]]:
    cleared = today(here.history, here.library, here.day).outcome.cleared is not None
    return courses(here.history, here.day) if cleared else {}


def _row(here: Here, exercise: ExerciseId, course: Sequence[Showing]) -> CourseRow:
    return CourseRow(
        exercise=exercise,
        name=name_of(exercise, here.library),
        first=_dose(here, exercise, course[0]),
        last=_dose(here, exercise, course[-1]),
        sessions=len(course),
        drawing=spark(course[-SHOWN_SESSIONS:]),
    )


def _stretch(here: Here, exercise: ExerciseId, number: int, stretch: Stretch) -> StretchRow:
    first, last = (_dose(here, exercise, each) for each in (stretch.first, stretch.last))
    return StretchRow(
        number=number,
        first=stretch.first,
        last=stretch.last,
        many=len(stretch.showings),
        word=STEPS[stretch.first.step],
        mark=MARKS[stretch.first.step],
        before="" if first == last else first,
        dose=last,
        because=told(stretch.last.because, here.library),
    )


def _session(here: Here, exercise: ExerciseId, showing: Showing) -> SessionRow:
    done = ""
    if showing.amount is not None:
        sets = ngettext("%(amount)s in %(sets)d set", "%(amount)s in %(sets)d sets", showing.sets)
        done = sets % {"amount": amount(_as_one(showing)), "sets": showing.sets}
    return SessionRow(showing, _dose(here, exercise, showing), done, STEPS[showing.step])


def _as_one(showing: Showing) -> Dose:
    return showing.dose.but(sets=1, amount=round(showing.amount or 0), hold_s=None)


def _dose(here: Here, exercise: ExerciseId, showing: Showing) -> str:
    unit = person(here.history).weight_unit
    return dose_words(showing.dose, here.library.exercises.get(exercise), unit)
