"""Who asks: by a token, or by the session of a browser, and in no other way. Which record it is follows from
that."""

from django.contrib.auth.base_user import AbstractBaseUser
from django.http import HttpRequest
from ninja.errors import HttpError
from ninja.security import HttpBearer, SessionAuth

from gradus_web.clock import now
from gradus_web.diary.zone import zone_of
from gradus_web.people.doors import Here, record_of
from gradus_web.people.tokens import owner_of

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
    """The record of whoever asks."""
    return record_of(request, now(zone_of(request)))
