"""Who is to be reminded now, and by which ways."""

from collections.abc import Iterator
from datetime import datetime, timedelta

from gradus.journey.days import pauses
from gradus.journey.review_weeks import review_days
from gradus.journey.today import Today, today
from gradus_web.diary.zone import zone_named
from gradus_web.people.doors import Here, Unreadable, record_for
from gradus_web.reminders.models import Reminders, Way

NOT_AFTER = timedelta(hours=2)
"""A reminder that could not be sent for so long is not sent any more: its hour is over."""
LEFT_ALONE_AFTER = timedelta(days=14)
"""Who told nothing for so long gets no more reminders until they come back."""


def due(moment: datetime) -> Iterator[tuple[Way, Here]]:
    """The ways by which somebody is to be reminded now: at their hour, once a day, where something waits."""
    asked = Reminders.objects.filter(ways__isnull=False).distinct()
    for wishes in asked.select_related("user").prefetch_related("ways"):
        local = moment.astimezone(zone_named(wishes.zone))
        open_ways = [way for way in wishes.ways.all() if way.sent_on != local.date()]
        if not open_ways or not _is_the_hour(wishes, local):
            continue
        try:
            here = record_for(wishes.user, local)
        except Unreadable:
            continue
        if waits(here, wishes.days):
            yield from ((way, here) for way in open_ways)


def _is_the_hour(wishes: Reminders, local: datetime) -> bool:
    late = local.replace(tzinfo=None) - datetime.combine(local.date(), wishes.at)
    return timedelta(0) <= late < NOT_AFTER


def waits(here: Here, days: str) -> bool:
    """Whether something waits for this person today: a session, a question, a look back, or, for those who
    want reminders on every day, the morning. Nothing does where training is stopped, or where they have long
    been away."""
    last = max((fact.day for fact in here.history.received.values() if fact.day <= here.day), default=None)
    if last is not None and here.day - last >= LEFT_ALONE_AFTER:
        return False
    answer = today(here.history, here.library, here.day)
    if answer.action == "rest":
        return _looks_back(here, answer) or (days == Reminders.Days.EVERY and "morning" in answer.ask)
    return answer.action in ("train", "screen", "plan")


def _looks_back(here: Here, answer: Today) -> bool:
    """Whether a review is due on this day of rest; none is while somebody is away, or ill."""
    resting = answer.plan is not None and not pauses(here.history, here.day)
    return resting and here.day in review_days(here.history, here.library).values()
