"""Who asks: by a token, or by the session of a browser, and in no other way. Which record it is follows from
that."""

from allauth.account.adapter import get_adapter
from django.contrib.auth.base_user import AbstractBaseUser
from django.http import HttpRequest
from ninja.errors import HttpError
from ninja.security import HttpBearer, SessionAuth

from gradus_web.clock import now
from gradus_web.config.often import too_often
from gradus_web.diary.zone import zone_of
from gradus_web.people.doors import Here, record_of
from gradus_web.people.tokens import owner_of

MOST = 3600
"""How often in an hour one person's programs may ask, and by token and browser together."""
MOST_GUESSES = 60
"""How often in an hour one caller may ask with nothing that lets them in."""
TOO_OFTEN = 429
TOO_MANY = "That was very often. Nothing was stored; ask again in an hour."
NO_FORM = "Nothing was stored. A browser sends X-CSRFToken with it, a program a token."


class ByToken(HttpBearer):
    """A token of the person's, after the word Bearer."""

    def authenticate(self, request: HttpRequest, token: str) -> AbstractBaseUser | None:
        """Whose token it is."""
        owner = owner_of(token, now(zone_of(request)).date())
        if owner is not None:
            request.user = owner
        return owner


class BySession(SessionAuth):
    """A browser that is signed in; what it sends needs the token of its forms as well."""

    def _get_key(self, request: HttpRequest) -> str | None:
        try:
            return super()._get_key(request)
        except HttpError:
            raise HttpError(403, NO_FORM) from None


def here_of(request: HttpRequest) -> Here:
    """The record of whoever asks, unless they have asked too often."""
    moment = now(zone_of(request))
    if too_often("api", str(request.user.pk), MOST, moment):
        raise HttpError(TOO_OFTEN, TOO_MANY)
    return record_of(request, moment)


def guesses(request: HttpRequest) -> bool:
    """Whether a caller who got in by nothing has tried that too often."""
    caller = get_adapter().get_client_ip(request)
    return too_often("api-unknown", caller, MOST_GUESSES, now(zone_of(request)))
