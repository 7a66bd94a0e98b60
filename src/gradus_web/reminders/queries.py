"""How somebody wants to be reminded, and of what."""

from collections.abc import Iterable, Iterator
from datetime import UTC, datetime, time, timedelta
from itertools import groupby
from uuid import NAMESPACE_OID, UUID, uuid5

from allauth.account.models import EmailAddress
from django.utils.translation import gettext as _

from gradus.journey.ahead import Ahead, sessions_ahead
from gradus.journey.today import today
from gradus_web.config.languages import spoken_to
from gradus_web.diary.zone import zone_named
from gradus_web.people.doors import Here, record_for
from gradus_web.reminders.calendar import Entry, calendar
from gradus_web.reminders.models import Reminders

DAYS = 14
"""How far a calendar looks ahead."""
A_LOOK = 5
"""Minutes that the page of the day takes, where something is to be answered first."""


def wishes_of(here: Here) -> Reminders | None:
    """What this person wished; None where they never did."""
    return Reminders.objects.filter(user=here.row.owner).first()


def confirmed_address(user_id: UUID) -> str | None:
    """The address at which this person said yes to mail of this site; None without one."""
    found = EmailAddress.objects.filter(user_id=user_id, primary=True, verified=True).first()
    return None if found is None else str(found.email)


def feed(key: UUID, moment: datetime) -> bytes | None:
    """The calendar that this key opens; None where it opens none. Raises Unreadable where the record cannot
    be judged."""
    wishes = Reminders.objects.select_related("user").filter(calendar=key).first()
    if wishes is None:
        return None
    zone = zone_named(wishes.zone)
    here = record_for(wishes.user, moment.astimezone(zone))
    with spoken_to(wishes.user.language):
        return calendar(_entries(here, wishes.train_at), zone, _revised(here, wishes.told))


def _entries(here: Here, at: time) -> Iterator[Entry]:
    """The sessions of the days to come; where something is to be answered first, that."""
    answer = today(here.history, here.library, here.day)
    if answer.action in ("screen", "plan"):
        uid = f"{uuid5(NAMESPACE_OID, here.person)}@gradus"
        yield Entry(
            uid, datetime.combine(here.day, at), A_LOOK, _("Gradus, %(minutes)d min") % {"minutes": A_LOOK}
        )
    yield from _placed(sessions_ahead(answer, here.history, here.library, DAYS), at)


def _placed(ahead: Iterable[Ahead], at: time) -> Iterator[Entry]:
    """Each at that time of its day; a second one of the same day after the first."""
    for day, sessions in groupby(ahead, key=lambda each: each.day):
        begins = datetime.combine(day, at)
        for each in sessions:
            title = _("Training, %(minutes)d min") % {"minutes": each.minutes}
            yield Entry(f"{each.id}@gradus", begins, each.minutes, title)
            begins += timedelta(minutes=each.minutes)


def _revised(here: Here, told: datetime) -> datetime:
    """When what a calendar tells last changed: by a fact, by a wish, or because a day began."""
    began = datetime.combine(here.day, time(), here.now.tzinfo)
    facts = (fact.at for fact in here.history.received.values() if fact.at <= here.now)
    return max(told, began, *facts).astimezone(UTC).replace(microsecond=0)
