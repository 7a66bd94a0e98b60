"""What changes how somebody is reminded, each in one transaction."""

from dataclasses import dataclass
from datetime import date, time
from uuid import UUID, uuid4

from django.db import transaction
from django.db.models import Q

from gradus_web.people.doors import Here
from gradus_web.reminders.models import Reminders, Way
from gradus_web.reminders.pushing import public_key

BY_MAIL = ""
MOST = 10
"""So many browsers of one person are reminded."""


@dataclass(frozen=True, slots=True)
class Wished:
    """When reminders are to come, and whether by mail, and to the browser with this endpoint."""

    at: time
    days: str
    mail: bool
    device: bool
    endpoint: str


@transaction.atomic
def keep_calendar(here: Here, zone: str, at: time, *, anew: bool) -> None:
    """A calendar with its sessions at that time, under the address that it has, or a new one."""
    found = _wishes(here, zone)
    found.train_at = at
    if anew or found.calendar is None:
        found.calendar = uuid4()
    found.save()


@transaction.atomic
def end_calendar(here: Here) -> None:
    """No calendar: its address opens nothing any more."""
    Reminders.objects.filter(user=here.row.owner).update(calendar=None, told=here.now)


@transaction.atomic
def keep_ways(here: Here, zone: str, wished: Wished) -> None:
    """Reminders at that time, on these days, by these ways."""
    found = _wishes(here, zone)
    found.at, found.days = wished.at, wished.days
    found.save()
    _keep(found, BY_MAIL, wanted=wished.mail)
    if wished.endpoint:
        _keep(found, wished.endpoint, wanted=wished.device)


@transaction.atomic
def end_ways(here: Here) -> None:
    """No reminder, neither by mail nor to any device."""
    Way.objects.filter(wishes__user=here.row.owner).delete()


@transaction.atomic
def end_mail_by(key: UUID) -> bool:
    """No mail for the person to whom this key was sent; False where it was sent to nobody who is here."""
    Way.objects.filter(wishes__mail_off=key, endpoint=BY_MAIL).delete()
    return Reminders.objects.filter(mail_off=key).exists()


@transaction.atomic
def claim(way: Way, day: date) -> bool:
    """Whether the reminder of that day by that way is the caller's to send. Of all who ask it is one's,
    and of one day only once; nobody's once the way is closed."""
    waits = Q(sent_on=None) | Q(sent_on__lt=day)
    return bool(Way.objects.filter(waits, pk=way.pk).update(sent_on=day))


@transaction.atomic
def unclaim(way: Way, day: date) -> None:
    """The reminder of that day could not be sent: it is anybody's again."""
    Way.objects.filter(pk=way.pk, sent_on=day).update(sent_on=way.sent_on)


@transaction.atomic
def drop(way: Way) -> None:
    """That way leads nowhere any more."""
    Way.objects.filter(pk=way.pk).delete()


def _keep(wishes: Reminders, endpoint: str, *, wanted: bool) -> None:
    """That way, or not. A browser reminds one person, whoever switched it on last; of the browsers of one
    person the newest ones."""
    if not wanted:
        wishes.ways.filter(endpoint=endpoint).delete()
        return
    if endpoint != BY_MAIL:
        Way.objects.filter(endpoint=endpoint).exclude(wishes=wishes).delete()
    under = "" if endpoint == BY_MAIL else public_key()
    wishes.ways.update_or_create(endpoint=endpoint, defaults={"under": under})
    newest_first = wishes.ways.exclude(endpoint=BY_MAIL).order_by("-pk")
    Way.objects.filter(pk__in=[way.pk for way in newest_first[MOST:]]).delete()


def _wishes(here: Here, zone: str) -> Reminders:
    found = Reminders.objects.filter(user=here.row.owner).first() or Reminders(user=here.row.owner)
    found.zone, found.told = zone, here.now
    return found
