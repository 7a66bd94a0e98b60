"""What a record tells of how a person lives, as far as a plan depends on it: their age, and how long they are
on foot."""

from datetime import date
from statistics import median

from gradus.library.library import Library
from gradus.record.facts import OtherActivity, ScreenAnswers
from gradus.record.history import History
from gradus.vocabulary.ids import ItemId

AGE = ItemId("age-years")
ON_FOOT = ("walk", "run")


def age(history: History, day: date) -> float | None:
    """The age in years that was told last, up to that day."""
    told = [
        each.numbers[AGE] for each in history.of(ScreenAnswers) if each.day <= day and AGE in each.numbers
    ]
    return told[-1] if told else None


def on_foot_minutes(history: History, library: Library, day: date) -> float | None:
    """How many minutes at a time the person usually walks or runs; None where too few were told lately."""
    rules = library.planning
    lately = (
        each
        for each in history.of(OtherActivity)
        if each.what in ON_FOOT and 0 <= (day - each.day).days < rules.on_foot_days.value
    )
    told = [each.minutes for each in lately if each.minutes is not None]
    return median(told) if len(told) >= rules.on_foot_times.value else None
