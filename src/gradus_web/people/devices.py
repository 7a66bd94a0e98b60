"""The browsers in which somebody is signed in: what each is called, since when, and its end."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.contrib.auth import HASH_SESSION_KEY
from django.contrib.auth.signals import user_logged_in
from django.dispatch import receiver
from django.http import HttpRequest
from django.utils import timezone
from django.utils.crypto import constant_time_compare, salted_hmac
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from gradus_web.people.models import SignedIn, User
from gradus_web.people.sessions import SEEN, SessionStore

DEVICE, BEGAN = "device", "began"
OTHERS = "others"
BROWSERS = (
    ("Edg", "Edge"),
    ("OPR/", "Opera"),
    ("SamsungBrowser/", "Samsung Internet"),
    ("Firefox/", "Firefox"),
    ("FxiOS/", "Firefox"),
    ("Chrome/", "Chrome"),
    ("CriOS/", "Chrome"),
    ("Safari/", "Safari"),
)
"""What a browser says of itself, and its name; most say several, and the first counts."""
SYSTEMS = (
    ("Android", "Android"),
    ("iPhone", _("an iPhone")),
    ("iPad", _("an iPad")),
    ("Windows", "Windows"),
    ("CrOS", _("a Chromebook")),
    ("Macintosh", _("a Mac")),
    ("Linux", "Linux"),
)


@dataclass(frozen=True, slots=True)
class Device:
    """A browser that is signed in. `handle` names it on a page, and opens nothing."""

    handle: str
    name: str
    began: date | None
    seen: date | None
    is_this: bool


def devices_of(request: HttpRequest) -> list[Device]:
    """Where whoever asks is signed in: this browser first, then the one used last."""
    found = [_device(request, row, data) for row, data in _living(request)]
    return sorted(found, key=lambda each: (each.is_this, each.seen or date.min), reverse=True)


def end(request: HttpRequest, which: str) -> int:
    """How many were signed out: the one with that handle, or all others. Never the one that asks, and never
    somebody else's."""
    ended = [
        row
        for row, _ in _living(request)
        if row.session_key != request.session.session_key and which in (OTHERS, _handle(row))
    ]
    for row in ended:
        row.delete()
    return len(ended)


def named(request: HttpRequest) -> str:
    """What the browser that asks is called, such as `Firefox on Android`, in the language of its pages."""
    says = request.headers.get("User-Agent", "")
    browser = next((name for sign, name in BROWSERS if sign in says), gettext("A browser"))
    system = next((name for sign, name in SYSTEMS if sign in says), None)
    if system is None:
        return browser
    return gettext("%(browser)s on %(system)s") % {"browser": browser, "system": system}


@receiver(user_logged_in)
def note(request: HttpRequest, **_: Any) -> None:
    """What is known of a browser when somebody signs in."""
    today = timezone.now().date().isoformat()
    request.session.update({DEVICE: named(request), BEGAN: today, SEEN: today})


def _living(request: HttpRequest) -> Iterator[tuple[SignedIn, dict[str, Any]]]:
    """The sessions that still open something: not run out, and not of before a new password."""
    if not isinstance(request.user, User):
        return
    valid, opener = request.user.get_session_auth_hash(), SessionStore()
    for row in SignedIn.objects.filter(owner=request.user, expire_date__gt=timezone.now()):
        data = opener.decode(row.session_data)
        if constant_time_compare(data.get(HASH_SESSION_KEY, ""), valid):
            yield row, data


def _device(request: HttpRequest, row: SignedIn, data: dict[str, Any]) -> Device:
    return Device(
        _handle(row),
        data.get(DEVICE, gettext("A browser")),
        _day(data.get(BEGAN)),
        _day(data.get(SEEN)),
        row.session_key == request.session.session_key,
    )


def _day(said: str | None) -> date | None:
    return date.fromisoformat(said) if said else None


def _handle(row: SignedIn) -> str:
    return salted_hmac("gradus.device", row.session_key).hexdigest()[:32]
