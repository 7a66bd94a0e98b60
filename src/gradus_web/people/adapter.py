"""How accounts are made and opened: a guest who gives an address and a password keeps everything that was
said; what comes after the password is named in words of ours."""

from typing import Any, ClassVar

from allauth.account.adapter import DefaultAccountAdapter
from allauth.core import context
from allauth.mfa.adapter import DefaultMFAAdapter
from django.core.mail import send_mail
from django.http import HttpRequest
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from gradus_web.people.devices import named
from gradus_web.people.models import User
from gradus_web.people.square import drawn

CHANGED = {
    "mfa/email/totp_activated": _("Codes from an app were switched on."),
    "mfa/email/totp_deactivated": _("Codes from an app were switched off."),
    "mfa/email/webauthn_added": _("A passkey was added."),
    "mfa/email/webauthn_removed": _("A passkey was removed."),
    "mfa/email/recovery_codes_generated": _("New recovery codes were made; the old ones work no more."),
    "account/email/password_reset": _("Your password was changed."),
    "people/email/token_made": _("A token was made, by which a program reads and writes your record."),
}
NOT_YOU = _(
    "Was it you? Then nothing is to be done. If not, ask for a new password on the page where you sign in, "
    "sign out everywhere else, and look at what is listed under How you get in."
)


class Adapter(DefaultAccountAdapter):  # type: ignore[misc]
    """allauth's way, but that a guest who signs up becomes the account instead of another person."""

    def new_user(self, request: HttpRequest) -> User:
        """The guest of this session, else somebody new."""
        user = request.user
        return User.objects.get(pk=user.pk) if isinstance(user, User) and is_guest(user) else User()

    def send_notification_mail(self, template_prefix: str, user: User, *_: object, **__: object) -> None:
        """A word to the address when the way in was changed. That it cannot be sent stops nothing."""
        if template_prefix in CHANGED and user.email:
            told = f"{CHANGED[template_prefix]}\n\n{NOT_YOU}\n"
            send_mail(gettext("How you get in was changed"), told, None, [user.email], fail_silently=True)

    def save_user(self, request: HttpRequest, user: User, form: Any, commit: bool = True) -> User:
        """The user with their address and password, and a guest no more."""
        user.is_guest = False
        saved: User = super().save_user(request, user, form, commit=commit)
        return saved


class SecondStep(DefaultMFAAdapter):  # type: ignore[misc]
    """Passkeys, and codes from an app. Their secrets are kept as they are: a copy of the database holds the
    whole record beside them, and one that is brought back without the site's secret must let people in."""

    error_messages: ClassVar = DefaultMFAAdapter.error_messages | {
        "incorrect_code": _("That was not accepted. Please try once more."),
        "unverified_email": _("Please confirm your address first: open the link in the mail that you got."),
    }

    def get_totp_issuer(self) -> str:
        """The name beside the code in an app."""
        return "Gradus"

    def build_totp_svg(self, url: str) -> str:
        """What an app's camera reads."""
        return drawn(
            url, gettext("A square code for the camera of your app. The same key stands below in letters.")
        )

    def generate_authenticator_name(self, user: User, type: object) -> str:
        """A new passkey is named by the browser that makes it."""
        return named(context.request)


def has_account(user: Any) -> bool:
    """Whether there is a password, and an address to get back in with; guests and the example have none."""
    return bool(user.is_authenticated and user.email and not user.is_guest)


def is_guest(user: Any) -> bool:
    """Whether it is a guest who asks."""
    return bool(user.is_authenticated and user.is_guest)
