"""How accounts are made: a guest who gives an address and a password keeps everything that was said."""

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from django.http import HttpRequest

from gradus_web.people.models import User


class Adapter(DefaultAccountAdapter):  # type: ignore[misc]
    """allauth's way, but that a guest who signs up becomes the account instead of another person."""

    def new_user(self, request: HttpRequest) -> User:
        """The guest of this session, else somebody new."""
        user = request.user
        return User.objects.get(pk=user.pk) if isinstance(user, User) and is_guest(user) else User()

    def save_user(self, request: HttpRequest, user: User, form: Any, commit: bool = True) -> User:
        """The user with their address and password, and a guest no more."""
        user.is_guest = False
        saved: User = super().save_user(request, user, form, commit=commit)
        return saved


def is_guest(user: Any) -> bool:
    """Whether it is a guest who asks."""
    return bool(user.is_authenticated and user.is_guest)
