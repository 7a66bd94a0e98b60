"""The way somebody has come: pain by week with its band, and strength beside it, never as its proxy."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from gradus.journey.review import (
    Interval,
    MeasureChange,
    Review,
    WeekMean,
    doses_shown,
    review,
    review_days,
    unit_words,
)
from gradus.journey.today import today
from gradus.record.history import until
from gradus.record.person import person
from gradus.vocabulary.scales import Change
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
WIDE, HIGH, LEFT, TOP, BOTTOM = 480.0, 230.0, 34.0, 12.0, 30.0
MOST = 10


@dataclass(frozen=True, slots=True)
class Point:
    """A week on the chart: where it stands, and what it says."""

    week: int
    x: float
    y: float | None
    low: float | None
    high: float | None
    mean: str
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Chart:
    """Morning pain by week: the line, the band in which the usual level lies, and `level`, that of the start
    less the change that matters, drawn at `mark`."""

    width: float
    height: float
    points: tuple[Point, ...]
    line: str
    band: str
    grid: tuple[tuple[int, float], ...]
    level: float | None
    mark: float | None
    mark_words: str
    right: float
    base: float


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
    doses: tuple[DoseRow, ...]
    kept: str


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
    return ProgressPage(
        review=found,
        stage=stage,
        stages=_stages(here),
        chart=_chart(found) if any(found.pain) else None,
        decision="" if found.decision is None else DECISIONS[found.decision.what],
        decided=decided,
        because=tuple(each for each in told(found.because, here.library) if each.says not in known),
        next=tuple(each for each in told(found.next, here.library) if each.says not in known),
        felt=tuple(each for each in rows if each.felt),
        strength=tuple(each for each in rows if not each.felt),
        doses=_doses(here, found),
        kept="" if found.sessions.percent is None else f"{found.sessions.done} of {found.sessions.planned}",
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
            )
        )
    return tuple(rows)


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


def _chart(found: Review) -> Chart:
    points = tuple(_points(found.pain, found.ranges))
    told_ = [each for each in points if each.y is not None]
    upper = [f"{each.x:.1f},{each.high:.1f}" for each in told_]
    lower = [f"{each.x:.1f},{each.low:.1f}" for each in reversed(told_)]
    change = found.pain_change
    level = None
    if change is not None and change.matters is not None and change.first > change.matters:
        level = change.first - change.matters
    gain = "from here on the gain since week 1 matters to most people"
    return Chart(
        width=WIDE,
        height=HIGH,
        points=points,
        line=" ".join(f"{each.x:.1f},{each.y:.1f}" for each in told_),
        band=" ".join((*upper, *lower)) if len(told_) > 1 else "",
        grid=tuple((each, _y(each)) for each in (0, 2, 4, 6, 8, 10)),
        level=level,
        mark=None if level is None else _y(level),
        mark_words="" if level is None else f"{level:.1f}: {gain}",
        right=WIDE - TOP,
        base=HIGH - BOTTOM,
    )


def _points(weeks: Sequence[WeekMean | None], ranges: Sequence[Interval | None]) -> list[Point]:
    step = (WIDE - LEFT - TOP - TOP) / max(len(weeks) - 1, 1)
    found = []
    for nth, (week, range_) in enumerate(zip(weeks, ranges, strict=True)):
        x = LEFT + TOP + step * nth
        if week is None or range_ is None:
            found.append(Point(nth + 1, x, None, None, None, "", "no mornings told"))
            continue
        words = f"{range_.low:.1f} to {range_.high:.1f}, {week.mornings} of 7 mornings"
        found.append(
            Point(nth + 1, x, _y(week.mean), _y(range_.low), _y(range_.high), f"{week.mean:.1f}", words)
        )
    return found


def _y(pain: float) -> float:
    return TOP + (HIGH - TOP - BOTTOM) * (1 - pain / MOST)
