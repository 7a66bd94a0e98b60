"""The way somebody has come: pain by week with its band, and strength beside it, never as its proxy."""

from dataclasses import dataclass, replace
from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from gradus.journey.review import Goal, Review, doses_shown, review
from gradus.journey.review_weeks import review_days
from gradus.journey.today import today
from gradus.journey.weekly import training_weeks
from gradus.record.history import until
from gradus.record.person import person
from gradus_web.diary.charts.drawing import Drawing
from gradus_web.diary.charts.milestones import milestone_chart
from gradus_web.diary.charts.pain import Chart, pain_chart
from gradus_web.diary.names import Names
from gradus_web.diary.queries.tested import TestCard, TestRow, test_cards, test_rows
from gradus_web.diary.words import Told, dose_words, name_of, told
from gradus_web.people.doors import Here

DECISIONS = Names(
    {
        "continue": gettext_lazy("Go on as you are"),
        "raise-phase": gettext_lazy("The next phase is open"),
        "change-programme": gettext_lazy("Time to change the plan"),
        "see-someone": gettext_lazy("Let someone have a look first"),
        "questions-first": gettext_lazy("The safety questions first"),
    }
)


@dataclass(frozen=True, slots=True)
class DoseRow:
    """An exercise's dose when it was first and last shown."""

    exercise: str
    name: str
    first: str
    last: str
    sessions: int


@dataclass(frozen=True, slots=True)
class Stage:
    """A review by its week, with its day: one to come is not `open` yet."""

    week: int
    day: date
    open: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ProgressPage:
    """The look back, as a page. `stage` is the review that it is, None of a look back today."""

    review: Review
    stage: Stage | None
    stages: tuple[Stage, ...]
    chart: Chart | None
    decision: str
    decided: tuple[Told, ...]
    because: tuple[Told, ...]
    next: tuple[Told, ...]
    felt: tuple[TestRow, ...]
    strength: tuple[TestRow, ...]
    cards: tuple[TestCard, ...]
    doses: tuple[DoseRow, ...]
    kept: str
    reached: tuple[Goal, ...]
    ahead: tuple[Goal, ...]
    milestones: Drawing | None


def progress_page(here: Here) -> ProgressPage:
    """The look back on this day."""
    return _page(here, review(here.history, here.library, here.day), None)


def review_page(here: Here, week: int) -> ProgressPage | None:
    """The review of that week as it stood on its day, with what was corrected since; None where there is none
    yet. It shows doses while the person is cleared now, whatever was open then."""
    stage = next((each for each in _stages(here) if each.week == week and each.open), None)
    if stage is None:
        return None
    found = review(until(here.history, stage.day), here.library, stage.day)
    cleared = today(here.history, here.library, here.day).outcome.cleared is not None
    doses = doses_shown(here.history, stage.day) if cleared else ()
    return _page(here, replace(found, doses=doses), stage)


def _stages(here: Here) -> tuple[Stage, ...]:
    days = review_days(here.history, here.library)
    return tuple(Stage(week, day, day <= here.day) for week, day in days.items())


def _page(here: Here, found: Review, stage: Stage | None) -> ProgressPage:
    rows = test_rows(here, found)
    decided = () if found.decision is None else told(found.decision.because, here.library)
    known = {each.says for each in decided}
    reached = sorted(
        ((each.reached_on, each) for each in found.goals if each.reached_on is not None),
        key=lambda each: each[0],
    )
    days = [day for day, _ in reached]
    weeks = training_weeks(here.history, here.library, found.day)
    return ProgressPage(
        review=found,
        stage=stage,
        stages=_stages(here),
        chart=pain_chart(found, [each.flared for each in weeks]),
        decision="" if found.decision is None else DECISIONS[found.decision.what],
        decided=decided,
        because=tuple(each for each in told(found.because, here.library) if each.says not in known),
        next=tuple(each for each in told(found.next, here.library) if each.says not in known),
        felt=tuple(each for each in rows if each.felt),
        strength=tuple(each for each in rows if not each.felt),
        cards=test_cards(here, found, rows) if stage is None else (),
        doses=_doses(here, found),
        kept=_kept(found),
        reached=tuple(goal for _, goal in reached),
        ahead=tuple(each for each in found.goals if each.reached_on is None),
        milestones=milestone_chart(days, found.began_on, found.day) if days and found.began_on else None,
    )


def _kept(found: Review) -> str:
    sessions = found.sessions
    if sessions.percent is None:
        return ""
    return _("%(done)d of %(planned)d") % {"done": sessions.done, "planned": sessions.planned}


def _doses(here: Here, found: Review) -> tuple[DoseRow, ...]:
    unit, known = person(here.history).weight_unit, here.library.exercises
    return tuple(
        DoseRow(
            exercise=each.exercise,
            name=name_of(each.exercise, here.library),
            first=dose_words(each.first, known.get(each.exercise), unit),
            last=dose_words(each.last, known.get(each.exercise), unit),
            sessions=each.sessions,
        )
        for each in found.doses
    )
