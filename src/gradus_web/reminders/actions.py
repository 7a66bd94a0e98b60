"""What changes how somebody is reminded, each in one transaction."""

from datetime import date, time
from uuid import UUID, uuid4

from django.db import transaction
from django.db.models import Q

from gradus_web.people.doors import Here
from gradus_web.reminders.models import Reminders


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
def keep_mail(here: Here, zone: str, at: time, days: str) -> None:
    """Mail at that time, on these days."""
    found = _wishes(here, zone)
    found.mail_at, found.mail_days = at, days
    found.save()


@transaction.atomic
def end_mail(here: Here) -> None:
    """No mail."""
    Reminders.objects.filter(user=here.row.owner).update(mail_at=None, told=here.now)


@transaction.atomic
def end_mail_by(key: UUID) -> bool:
    """No mail for the person to whom this key was sent; False where it was sent to nobody who is here."""
    return bool(Reminders.objects.filter(mail_off=key).update(mail_at=None))


@transaction.atomic
def claim(wishes: Reminders, day: date) -> bool:
    """Whether the mail of that day is the caller's to send. Of all who ask it is one's, and of one day only
    once; nobody's once mail is off."""
    waits = Q(mailed_on=None) | Q(mailed_on__lt=day)
    return bool(Reminders.objects.filter(waits, pk=wishes.pk, mail_at__isnull=False).update(mailed_on=day))


@transaction.atomic
def unclaim(wishes: Reminders, day: date) -> None:
    """The mail of that day could not be sent: it is anybody's again."""
    Reminders.objects.filter(pk=wishes.pk, mailed_on=day).update(mailed_on=wishes.mailed_on)


def _wishes(here: Here, zone: str) -> Reminders:
    found = Reminders.objects.filter(user=here.row.owner).first() or Reminders(user=here.row.owner)
    found.zone, found.told = zone, here.now
    return found
