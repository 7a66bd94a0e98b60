"""Arithmetic of days that bears any day a record may hold, the first and the last of the calendar too."""

from datetime import date, timedelta


def shifted(day: date, days: float) -> date:
    """The day so many days later, or earlier when negative; the calendar's own end where it is reached."""
    whole = int(days)
    try:
        return day + timedelta(whole)
    except OverflowError:
        return date.max if whole > 0 else date.min
