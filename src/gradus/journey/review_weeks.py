"""The weeks in which one looks back, counted from the first plan."""

from datetime import date

from gradus.library.library import Library
from gradus.record.facts import PlanMade
from gradus.record.history import History
from gradus.vocabulary.calendar import shifted
from gradus.vocabulary.week import WEEK


def review_days(history: History, library: Library) -> dict[int, date]:
    """The day of each review by its week, past or to come; none without a plan."""
    plans = history.of(PlanMade)
    return {} if not plans else days_from(plans[0].day, library)


def days_from(began: date, library: Library) -> dict[int, date]:
    """The day of each review of somebody whose first plan is of that day."""
    return {week: shifted(began, WEEK * week) for week in library.reviews.review_weeks}


def review_of_the_week(history: History, library: Library, day: date) -> int | None:
    """The week of the review that is due on that day or was less than a week before; None without one."""
    days = review_days(history, library)
    return next((week for week, due in days.items() if 0 <= (day - due).days < WEEK), None)


def next_review(began: date, library: Library, day: date) -> date | None:
    """The first day after `day` on which a review is due; None after the last."""
    return next((each for each in days_from(began, library).values() if each > day), None)
