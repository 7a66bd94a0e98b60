"""Pain and what it hinders: what has changed since the first plan, and what can be called something."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from gradus.library.library import Library
from gradus.measures.change import MeasureChange, change, change_of_weeks, enough
from gradus.measures.mornings import WeekMean, by_day, weekly_mean
from gradus.measures.scoring import PEG, ROLAND_MORRIS
from gradus.measures.series import results
from gradus.record.facts import MorningCheckIn, PlanMade
from gradus.record.history import History
from gradus.vocabulary.ids import MeasureId
from gradus.vocabulary.scales import Change
from gradus.vocabulary.week import WEEK

MORNING_PAIN = MeasureId("morning-pain-weekly-mean")
FELT = (
    MORNING_PAIN,
    MeasureId("pain-numeric"),
    PEG,
    ROLAND_MORRIS,
    MeasureId("patient-specific-function"),
)
"""Pain, and what it hinders. Strength and the like are not among them."""


def felt(changes: Iterable[MeasureChange | None]) -> tuple[MeasureChange, ...]:
    """The changes of pain and function that are called something."""
    known = (each for each in changes if each is not None and each.verdict is not Change.UNKNOWN)
    return tuple(each for each in known if each.measure in FELT)


def weeks_of_pain(
    mornings: Sequence[MorningCheckIn], began: date | None, weeks: int
) -> tuple[WeekMean | None, ...]:
    """The mean of each of so many weeks since then; None where no morning was told."""
    if began is None:
        return ()
    told: dict[int, list[MorningCheckIn]] = {}
    for each in mornings:
        told.setdefault((each.day - began).days // WEEK, []).append(each)
    return tuple(_mean_of(told[n], began, n) if n in told else None for n in range(weeks))


def _mean_of(mornings: Sequence[MorningCheckIn], began: date, week: int) -> WeekMean | None:
    first = began + timedelta(days=WEEK * week)
    return weekly_mean(by_day(mornings), first, first + timedelta(days=WEEK - 1))


def pain_change(library: Library, pain: Sequence[WeekMean | None]) -> MeasureChange | None:
    """From the first week to the last one with mornings enough."""
    told = [week for week in pain if week is not None and enough(week, library.reviews)]
    if not told or told[0] is told[-1]:
        return None
    return change_of_weeks(library, told[0], told[-1], measure=MORNING_PAIN)


def gain_that_matters(history: History, library: Library, day: date) -> MeasureChange | None:
    """A gain in pain or daily life since the first plan, of whole weeks and of tests, that is beyond the
    error and as large as matters; None without one."""
    plans = history.of(PlanMade)
    if not plans:
        return None
    began = plans[0].day
    mornings = [fact for fact in history.of(MorningCheckIn) if fact.day <= day]
    weeks = weeks_of_pain(mornings, began, (day - began).days // WEEK)
    tests = (_of_test(history, library, measure, day) for measure in FELT)
    gains = felt((pain_change(library, weeks), *tests))
    return next((each for each in gains if each.verdict is Change.CHANGED and each.amount > 0), None)


def _of_test(history: History, library: Library, measure: MeasureId, day: date) -> MeasureChange | None:
    match [each for each in results(history, measure) if each.day <= day and each.side is None]:
        case [first, *_, last] if measure in library.measures:
            return change(library.measures[measure], first.value, last.value)
        case _:
            return None
