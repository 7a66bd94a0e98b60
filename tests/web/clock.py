"""The clock of the site's tests: it stands until somebody sets it."""

from datetime import UTC, datetime

AT = {"now": datetime(2026, 3, 2, 8, 0, tzinfo=UTC)}


def now() -> datetime:
    """The moment that is set."""
    return AT["now"]
