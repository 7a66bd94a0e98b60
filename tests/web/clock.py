"""The clock of the site's tests: it stands but for a moment at each look, until somebody sets it."""

from datetime import UTC, datetime, timedelta

AT = {"now": datetime(2026, 3, 2, 8, 0, tzinfo=UTC)}


def now() -> datetime:
    """The moment that is set, each a little after the one before."""
    AT["now"] += timedelta(milliseconds=1)
    return AT["now"]
