"""The example person: an invented life, labelled as one."""

from django.db import transaction

from gradus.record.codec import decode
from gradus_web.clock import system
from gradus_web.people.doors import begin_record
from gradus_web.people.models import Record, User


def is_here() -> bool:
    """Whether an example person lives here."""
    return Record.objects.filter(is_example=True).exists()


@transaction.atomic
def settle(lines: bytes) -> None:
    """The life that these lines tell, as the record of an example person that nobody can sign in as."""
    decoded = decode(lines)
    if decoded.faulty or not decoded.facts:
        raise ValueError(f"not a lived record: {decoded.told()}")
    nobody = User.objects.guest()
    nobody.is_guest = False  # nor can anybody make it their own account
    nobody.save()
    begin_record(nobody, decoded.facts[0].person, decoded.facts, system(), example=True)
