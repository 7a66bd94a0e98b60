"""Sends what is due. A mail says that somebody asked to be reminded, and nothing of why."""

import logging
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from django.conf import settings
from django.core.mail import EmailMessage
from django.template.loader import render_to_string
from django.urls import reverse

from gradus.journey.today import today
from gradus_web.diary.zone import zone_named
from gradus_web.people.doors import Here, Unreadable, record_for
from gradus_web.reminders.actions import claim, unclaim
from gradus_web.reminders.models import Reminders
from gradus_web.reminders.queries import confirmed_address
from gradus_web.reminders.secret import sealed

SUBJECT = "The reminder you asked for"
NOT_AFTER = timedelta(hours=2)
"""A mail that could not be sent for so long is not sent any more: its hour is over."""
LEFT_ALONE_AFTER = timedelta(days=14)
"""Who told nothing for so long gets no more mail until they come back."""


@dataclass(frozen=True, slots=True)
class Told:
    """How many mails were sent, and how many could not be."""

    sent: int
    failed: int


def send_due(moment: datetime) -> Told:
    """Sends each mail that is due at this moment and was not sent before. What could not be sent is due
    again at the next call."""
    sent = failed = 0
    for wishes, here, address in due(moment):
        if not claim(wishes, here.day):
            continue
        try:
            message(address, wishes.mail_off).send()
            sent += 1
        except Exception:
            logging.getLogger(__name__).exception("A reminder could not be sent.")
            unclaim(wishes, here.day)
            failed += 1
    return Told(sent, failed)


def message(address: str, off: UUID) -> EmailMessage:
    """The mail, with the link that ends it without signing in (RFC 8058)."""
    end = settings.ADDRESS + reverse("mail-off", args=[sealed("mail-off", off)])
    told = {"today": settings.ADDRESS + reverse("today"), "end": end}
    return EmailMessage(
        subject=SUBJECT,
        body=render_to_string("reminders/mail.txt", told),
        to=[address],
        headers={
            "List-Unsubscribe": f"<{end}>",
            "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
            "Auto-Submitted": "auto-generated",
        },
    )


def due(moment: datetime) -> Iterator[tuple[Reminders, Here, str]]:
    """Who is to be reminded now: at their hour, at an address that they confirmed, where something waits."""
    for wishes in Reminders.objects.select_related("user").filter(mail_at__isnull=False):
        local = moment.astimezone(zone_named(wishes.zone))
        if not _is_the_hour(wishes, local) or wishes.mailed_on == local.date():
            continue
        address = confirmed_address(wishes.user.pk)
        if address is None:
            continue
        try:
            here = record_for(wishes.user, local)
        except Unreadable:
            continue
        if waits(here, wishes.mail_days):
            yield wishes, here, address


def _is_the_hour(wishes: Reminders, local: datetime) -> bool:
    if wishes.mail_at is None:
        return False
    late = local.replace(tzinfo=None) - datetime.combine(local.date(), wishes.mail_at)
    return timedelta(0) <= late < NOT_AFTER


def waits(here: Here, days: str) -> bool:
    """Whether something waits for this person today: a session, or a question, or, for those who want mail on
    every day, the morning. Nothing does where training is stopped, or where they have long been away."""
    last = max((fact.day for fact in here.history.received.values() if fact.day <= here.day), default=None)
    if last is not None and here.day - last >= LEFT_ALONE_AFTER:
        return False
    answer = today(here.history, here.library, here.day)
    if answer.action == "rest":
        return days == Reminders.Days.EVERY and "morning" in answer.ask
    return answer.action in ("train", "screen", "plan")
