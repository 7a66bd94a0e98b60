"""The example person: an invented life, labelled as one."""

from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import Min

from gradus.record.codec import decode
from gradus_web.clock import system
from gradus_web.people.doors import begin_record
from gradus_web.people.models import FactLine, User

LASTS = timedelta(days=7)
"""An invented life ends on the day before it came; later it would be of somebody who stopped training."""


def is_here(now: datetime) -> bool:
    """Whether an example person lives here who came within the last week."""
    came = FactLine.objects.filter(record__is_example=True).aggregate(first=Min("received"))["first"]
    return came is not None and came >= now - LASTS


@transaction.atomic
def settle(lines: bytes) -> None:
    """The life that these lines tell, as the record of an example person that nobody can sign in as, in the
    place of the one who was here."""
    decoded = decode(lines)
    if decoded.faulty or not decoded.facts:
        raise ValueError(f"not a lived record: {decoded.told()}")
    User.objects.filter(record__is_example=True).delete()
    nobody = User.objects.guest()
    nobody.is_guest = False  # nor can anybody make it their own account
    nobody.save()
    begin_record(nobody, decoded.facts[0].person, decoded.facts, system(), example=True)
