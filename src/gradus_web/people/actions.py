"""What changes who somebody is, each in one transaction."""

from datetime import datetime

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from django.contrib.auth import login, logout
from django.core.exceptions import PermissionDenied
from django.db import DEFAULT_DB_ALIAS, connections, transaction
from django.http import HttpRequest

from gradus.record.facts import Profile
from gradus_web.config.sqlite.base import DatabaseWrapper
from gradus_web.content import language
from gradus_web.people.doors import record_for
from gradus_web.people.models import Record, User

BACKEND = "allauth.account.auth_backends.AuthenticationBackend"


@transaction.atomic
def begin_as_guest(request: HttpRequest, country: str | None, now: datetime) -> None:
    """A new guest, signed in, with the country that they named and the language in which they consented."""
    user = User.objects.guest(language())
    if country is not None:
        here = record_for(user, now)
        here.keep(here.fact(Profile, country=country))
    login(request, user, backend=BACKEND)


def choose_language(request: HttpRequest, chosen: str) -> None:
    """The account speaks that language from now on, on every device; the example person's is nobody's to
    choose."""
    if isinstance(request.user, User):
        mine = User.objects.filter(handle=request.user.handle)
        mine.exclude(record__is_example=True).update(language=chosen)


@transaction.atomic
def erase(request: HttpRequest) -> None:
    """Everything of whoever asks is gone: the record, the account, its addresses, keys and codes, and
    every session."""
    user = request.user
    if not isinstance(user, User):
        raise PermissionDenied
    User.objects.filter(handle=user.handle, record__is_example=False).delete()
    logout(request)
    transaction.on_commit(_sweep)


@transaction.atomic
def unlock(address: str) -> bool:
    """The account with this confirmed address opens by its password alone: its passkeys and codes are gone,
    every browser is signed out, and every token has ended. False where there is no such account."""
    owner = EmailAddress.objects.filter(email__iexact=address, verified=True).values("user_id")[:1]
    user = User.objects.filter(pk__in=owner).first()
    if user is None:
        return False
    Authenticator.objects.filter(user=user).delete()
    user.signed_in.all().delete()
    user.tokens.all().delete()
    return True


def _sweep() -> None:
    database = connections[DEFAULT_DB_ALIAS]
    if isinstance(database, DatabaseWrapper):
        database.sweep()


@transaction.atomic
def enter_example(request: HttpRequest) -> bool:
    """Signed in as the example person; False where there is none. Whoever calls asks first whether the demo
    door is open."""
    record = Record.objects.select_related("owner").filter(is_example=True).first()
    if record is None:
        return False
    login(request, record.owner, backend=BACKEND)
    return True
