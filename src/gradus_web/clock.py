"""The one place of the site that reads the clock."""

from collections.abc import Callable
from datetime import UTC, datetime, tzinfo

from django.conf import settings
from django.utils.module_loading import import_string


def system() -> datetime:
    """The moment by the machine's clock."""
    return datetime.now(UTC)


def now(zone: tzinfo) -> datetime:
    """The moment in that zone, by the clock that the settings name."""
    clock: Callable[[], datetime] = import_string(settings.CLOCK)
    return clock().astimezone(zone)
