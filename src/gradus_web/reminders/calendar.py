"""The sessions ahead as an iCalendar (RFC 5545). It says when and how long, and nothing of why."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from django.utils.translation import gettext
from icalendar import Alarm, Calendar, Event, Timezone, vDuration

BEFORE = timedelta(minutes=15)
"""How long before it begins a session is announced."""
AGAIN = timedelta(hours=6)
"""How often a calendar is asked to look again."""
MARGIN = timedelta(days=366)
"""The rules of a zone are told for a year around the entries."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry: a name that stays, the local time at which it begins, how long it takes, and its title."""

    uid: str
    begins: datetime
    minutes: int
    title: str


def calendar(entries: Iterable[Entry], zone: ZoneInfo, revised: datetime) -> bytes:
    """The calendar with these entries, whose times are those of the zone; `revised` is when what it tells
    last changed. The same entries make the same bytes; without any it still holds the zone, since a calendar
    may not be empty."""
    made = Calendar()
    made.add("prodid", "-//Gradus//Gradus//EN")
    made.add("version", "2.0")
    made.add("x-wr-calname", gettext("Training"))
    made.add("refresh-interval", AGAIN, parameters={"value": "DURATION"})
    made.add("x-published-ttl", vDuration(AGAIN))
    first, last = (revised - MARGIN).date(), (revised + MARGIN).date()
    made.add_component(Timezone.from_tzinfo(zone, zone.key, first, last))
    for event in _events(entries, zone, revised):
        made.add_component(event)
    return bytes(made.to_ical())


def _events(entries: Iterable[Entry], zone: ZoneInfo, revised: datetime) -> Iterator[Event]:
    for entry in entries:
        event = Event()
        event.add("uid", entry.uid)
        event.add("dtstamp", revised)
        event.add("dtstart", entry.begins.replace(tzinfo=zone))
        event.add("duration", timedelta(minutes=entry.minutes))
        event.add("summary", entry.title)
        event.add("class", "PRIVATE")
        alarm = Alarm()
        alarm.add("action", "DISPLAY")
        alarm.add("description", entry.title)
        alarm.add("trigger", -BEFORE)
        event.add_component(alarm)
        yield event
