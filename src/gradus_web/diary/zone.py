"""In which zone a person's day begins: as their browser or program says, else as the site does."""

from functools import cache
from zoneinfo import ZoneInfo, available_timezones

from django.conf import settings
from django.http import HttpRequest

COOKIE = "zone"
HEADER = "Time-Zone"


def zone_of(request: HttpRequest) -> ZoneInfo:
    """The zone that the program or the browser told, where there is such a one."""
    told = request.headers.get(HEADER) or request.COOKIES.get(COOKIE, "").replace("%2F", "/")
    return zone_named(told)


def zone_named(name: str) -> ZoneInfo:
    """The zone with that name; the site's where there is none."""
    return ZoneInfo(name if name in _names() else settings.TIME_ZONE)


@cache
def _names() -> frozenset[str]:
    return frozenset(available_timezones())
