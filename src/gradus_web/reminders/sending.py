"""Sends what is due, each once."""

import logging
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from functools import partial

from django.conf import settings

from gradus_web.config.languages import spoken_to
from gradus_web.reminders.actions import claim, drop, unclaim
from gradus_web.reminders.due import due
from gradus_web.reminders.mailing import message
from gradus_web.reminders.models import Way
from gradus_web.reminders.pushing import Gone, public_key, push
from gradus_web.reminders.queries import confirmed_address


@dataclass(frozen=True, slots=True)
class Told:
    """How many reminders were sent, and how many could not be."""

    sent: int
    failed: int


def send_due(moment: datetime) -> Told:
    """Sends each reminder that is due at this moment and was not sent before. What could not be sent is due
    again at the next call; a browser that gave up its endpoint is not called again."""
    sent = failed = 0
    for way, here in due(moment):
        send = _sender(way, moment)
        if send is None or not claim(way, here.day):
            continue
        try:
            send()
            sent += 1
        except Gone:
            drop(way)
        except Exception:
            logging.getLogger(__name__).exception("A reminder could not be sent.")
            unclaim(way, here.day)
            failed += 1
    return Told(sent, failed)


def _sender(way: Way, moment: datetime) -> Callable[[], object] | None:
    """What sends a reminder that way; None where the operator has switched it off, or it leads nowhere."""
    if way.endpoint:
        return partial(push, way.endpoint, moment) if settings.PUSH and way.under == public_key() else None
    address = confirmed_address(way.wishes.user_id) if settings.ADDRESS else None
    if address is None:
        return None
    with spoken_to(way.wishes.user.language):
        return message(address, way.wishes.mail_off).send
