"""The one place that reads the clock."""

from datetime import datetime


def now() -> datetime:
    """The moment, with its offset from UTC."""
    return datetime.now().astimezone()
