"""Tokens: what lets a program read and write the record of whoever made it. Each is shown once and kept as a
digest; a new password ends them all, and so do ninety days without use."""

import secrets
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from hashlib import sha256

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import HttpRequest
from django.utils.crypto import constant_time_compare, salted_hmac

from gradus_web.people.adapter import Adapter
from gradus_web.people.models import Token, User

BEGINS = "gradus_"
"""By this word scanners for secrets find a token that somebody published."""
DICE_BYTES = 32
MOST = 20
UNUSED = timedelta(days=90)
"""The same as of a browser that nobody uses."""
MADE = "people/email/token_made"


@dataclass(frozen=True, slots=True)
class Listed:
    """A token that opens something. `handle` names it on a page, and opens nothing."""

    handle: int
    name: str
    made: date
    used: date | None


def make(request: HttpRequest, name: str, today: date) -> str | None:
    """A new token of whoever asks, in the one moment in which it can be read; None where they have as many as
    they may."""
    user = _who(request)
    text = BEGINS + secrets.token_urlsafe(DICE_BYTES)
    with transaction.atomic():
        if sum(1 for _ in _living(user, today)) >= MOST:
            return None
        Token.objects.create(owner=user, name=name, digest=_digest(text), under=_under(user), made=today)
    Adapter(request).send_notification_mail(MADE, user)
    return text


def listed(request: HttpRequest, today: date) -> list[Listed]:
    """The tokens of whoever asks that open something, the newest first."""
    found = (Listed(each.pk, each.name, each.made, each.used) for each in _living(_who(request), today))
    return sorted(found, key=lambda each: each.handle, reverse=True)


def end(request: HttpRequest, handle: str) -> bool:
    """Ends that token of whoever asks; False where they have no such token."""
    if not (handle.isascii() and handle.isdigit() and len(handle) < DICE_BYTES // 2):
        return False
    ended, _ = Token.objects.filter(owner=_who(request), pk=int(handle)).delete()
    return bool(ended)


def owner_of(text: str, today: date) -> User | None:
    """Whose token this is, where it opens anything. The day of its last use is written once a day."""
    row = Token.objects.select_related("owner").filter(digest=_digest(text)).first()
    if row is None or not row.owner.is_active or not _lives(row, _under(row.owner), today):
        return None
    if row.used != today:
        with transaction.atomic():
            Token.objects.filter(pk=row.pk).update(used=today)
    return row.owner


def _living(user: User, today: date) -> Iterator[Token]:
    under = _under(user)
    return (row for row in Token.objects.filter(owner=user) if _lives(row, under, today))


def _lives(row: Token, under: str, today: date) -> bool:
    return constant_time_compare(row.under, under) and today - (row.used or row.made) <= UNUSED


def _digest(text: str) -> str:
    """So many dice stand in a token that a quick digest guards it as well as a slow one."""
    return sha256(text.encode(errors="replace")).hexdigest()


def _under(user: User) -> str:
    return salted_hmac("gradus.token", user.get_session_auth_hash(), algorithm="sha256").hexdigest()


def _who(request: HttpRequest) -> User:
    if not isinstance(request.user, User):
        raise PermissionDenied
    return request.user
