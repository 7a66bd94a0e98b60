"""Arithmetic of days that bears any day a record may hold, the first and the last of the calendar too."""

from datetime import date


def shifted(day: date, days: float) -> date:
    """The day so many days later, or earlier when negative; the calendar's own end where it is reached."""
    ordinal = day.toordinal() + int(days)
    return date.fromordinal(min(max(ordinal, date.min.toordinal()), date.max.toordinal()))
