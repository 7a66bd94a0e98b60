"""What changes who somebody is, each in one transaction."""

from datetime import datetime

from django.contrib.auth import login
from django.db import transaction
from django.http import HttpRequest

from gradus.record.facts import Profile
from gradus_web.people.doors import record_for
from gradus_web.people.models import Record, User

BACKEND = "allauth.account.auth_backends.AuthenticationBackend"


@transaction.atomic
def begin_as_guest(request: HttpRequest, country: str | None, now: datetime) -> None:
    """A new guest, signed in, with the country that they named."""
    user = User.objects.guest()
    if country is not None:
        here = record_for(user, now)
        here.keep(here.fact(Profile, country=country))
    login(request, user, backend=BACKEND)


@transaction.atomic
def enter_example(request: HttpRequest) -> bool:
    """Signed in as the example person; False where there is none. Whoever calls asks first whether the demo
    door is open."""
    record = Record.objects.select_related("owner").filter(is_example=True).first()
    if record is None:
        return False
    login(request, record.owner, backend=BACKEND)
    return True
