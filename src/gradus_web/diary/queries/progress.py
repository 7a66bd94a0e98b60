"""The way somebody has come: pain by week with its band, and strength beside it, never as its proxy."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from gradus.journey.review import (
    Goal,
    MeasureChange,
    Review,
    doses_shown,
    review,
    unit_words,
)
from gradus.journey.review_weeks import review_days
from gradus.journey.taken import Taken, tests_taken
from gradus.journey.today import today
from gradus.journey.weekly import training_weeks
from gradus.record.history import until
from gradus.record.person import person
from gradus.vocabulary.ids import MeasureId
from gradus.vocabulary.scales import Change, Side
from gradus_web.diary.charts.drawing import Drawing
from gradus_web.diary.charts.milestones import milestone_chart
from gradus_web.diary.charts.pain import Chart, pain_chart
from gradus_web.diary.charts.taken import taken_chart
from gradus_web.diary.words import Told, dose_words, name_of, told
from gradus_web.people.doors import Here

VERDICTS = {
    Change.CHANGED: "clearly better",
    Change.NOT_CHANGED: "not changed",
    Change.WORSE: "worse",
    Change.UNKNOWN: "shown only",
}
DECISIONS = {
    "continue": "Go on as you are",
    "raise-phase": "The next phase is open",
    "change-programme": "Time to change the plan",
    "see-someone": "Let someone have a look first",
    "questions-first": "The safety questions first",
}


@dataclass(frozen=True, slots=True)
class TestRow:
    """A test then and now, with what the difference may be called; `change` is None of one result alone."""

    title: str
    first: str
    last: str
    unit: str
    moved: str
    error: str
    verdict: str
    felt: bool
    says: str
    change: MeasureChange | None
    measure: MeasureId
    side: Side | None


@dataclass(frozen=True, slots=True)
class TestCard:
    """A measure as a picture: every result with its bar, a row for each side with what the difference may be
    called, and the results as a table, newest first."""

    title: str
    drawing: Drawing
    rows: tuple[TestRow, ...]
    results: tuple[tuple[date, str, str], ...]
    bar: str
    better: str


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
    rows = _tests(here, found)
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
        cards=_cards(here, found, rows) if stage is None else (),
        doses=_doses(here, found),
        kept="" if found.sessions.percent is None else f"{found.sessions.done} of {found.sessions.planned}",
        reached=tuple(goal for _, goal in reached),
        ahead=tuple(each for each in found.goals if each.reached_on is None),
        milestones=milestone_chart(days, found.began_on, found.day) if days and found.began_on else None,
    )


def _tests(here: Here, found: Review) -> tuple[TestRow, ...]:
    rows = []
    for each in found.tests:
        measure = here.library.measures[each.measure]
        title = measure.title if each.side is None else f"{measure.title}, {each.side}"
        change = each.change
        worse = change is not None and change.amount < 0
        possibly = "possibly worse" if worse else "possibly better"
        rows.append(
            TestRow(
                title=title,
                first="" if change is None else f"{change.first:g}",
                last=f"{each.last:g}",
                unit=unit_words(measure, each.last).strip(),
                moved="" if change is None or measure.is_a_change else f"{change.last - change.first:+.3g}",
                error="" if change is None or change.error is None else f"{change.error:.3g}",
                verdict="one result" if change is None else VERDICTS.get(change.verdict, possibly),
                felt=measure.kind == "reported",
                says=each.reason.says,
                change=change,
                measure=each.measure,
                side=each.side,
            )
        )
    return tuple(rows)


def _cards(here: Here, found: Review, rows: Sequence[TestRow]) -> tuple[TestCard, ...]:
    """A card for each measure, in the order of the rows."""
    taken: dict[MeasureId, list[Taken]] = {}
    for each in tests_taken(here.history, here.library, found.day):
        taken.setdefault(each.measure, []).append(each)
    return tuple(_card(here, found, name, series, rows) for name, series in taken.items())


def _card(
    here: Here, found: Review, name: MeasureId, series: Sequence[Taken], rows: Sequence[TestRow]
) -> TestCard:
    measure = here.library.measures[name]
    results = sorted((each.day, each.side or "", f"{each.value:g}") for of in series for each in of.results)
    bars = [each.bar for each in series if each.bar is not None]
    return TestCard(
        title=measure.title,
        drawing=taken_chart(measure, series, found.began_on or series[0].results[0].day, found.day),
        rows=tuple(each for each in rows if each.measure == name),
        results=tuple((day, side, value) for day, side, value in reversed(results)),
        bar=f"{max(bars):.3g}" if bars else "",
        better={"higher": "higher is better", "lower": "lower is better"}.get(measure.better, ""),
    )


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
