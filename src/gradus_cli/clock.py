"""The one place that reads the clock."""

from datetime import date, datetime


def now(on: date | None = None) -> datetime:
    """The moment, with its offset from UTC; on another day when `on` is given, at the same time of day."""
    moment = datetime.now().astimezone()
    if on is None or on == moment.date():
        return moment
    return datetime.combine(on, moment.time()).astimezone()
