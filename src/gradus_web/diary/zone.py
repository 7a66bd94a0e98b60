"""In which zone a person's day begins: as their browser says, else as the site does."""

from functools import cache
from zoneinfo import ZoneInfo, available_timezones

from django.conf import settings
from django.http import HttpRequest

COOKIE = "zone"


def zone_of(request: HttpRequest) -> ZoneInfo:
    """The zone that the browser told, where there is such a one."""
    return zone_named(request.COOKIES.get(COOKIE, "").replace("%2F", "/"))


def zone_named(name: str) -> ZoneInfo:
    """The zone with that name; the site's where there is none."""
    return ZoneInfo(name if name in _names() else settings.TIME_ZONE)


@cache
def _names() -> frozenset[str]:
    return frozenset(available_timezones())
