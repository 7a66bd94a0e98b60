"""Forms of the second step. Codes have words of ours, and the keys for numbers on a phone. What a device
sends for a passkey is refused in words whatever it holds; allauth's forms may break on it, or keep it."""

import struct
from collections.abc import Callable
from typing import Any, TypeVar

from allauth.mfa.adapter import get_adapter
from allauth.mfa.base.forms import AuthenticateForm, ReauthenticateForm
from allauth.mfa.totp.forms import ActivateTOTPForm
from allauth.mfa.webauthn.forms import (
    AuthenticateWebAuthnForm,
    EditWebAuthnForm,
    LoginWebAuthnForm,
    ReauthenticateWebAuthnForm,
    SignupWebAuthnForm,
)
from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

T = TypeVar("T")
UNREADABLE = (KeyError, IndexError, ValueError, TypeError, AttributeError, struct.error)
LONGEST_NAME = 100


class Numbers(forms.Form):
    """A form that asks for a code."""

    says = _("The code")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["code"]
        field.label = self.says
        field.widget.attrs = {"autocomplete": "one-time-code", "inputmode": "numeric", "maxlength": "20"}


class FirstCode(Numbers, ActivateTOTPForm):  # type: ignore[misc]
    """The first one that an app shows."""

    says = _("The six digits")


class Code(Numbers, AuthenticateForm):  # type: ignore[misc]
    """After the password."""


class CodeAgain(Numbers, ReauthenticateForm):  # type: ignore[misc]
    """Before a change."""


class Sent(forms.JSONField):
    """What a browser sends for a passkey: an object with texts under the names that are read."""

    widget = forms.HiddenInput

    def to_python(self, value: Any) -> Any:
        found = super().to_python(value)
        if not _is_shaped(found):
            raise refused()
        return found


class Used(forms.Form):
    """A passkey that was used."""

    credential = Sent()

    def clean_credential(self) -> Any:
        return _read(super().clean_credential)  # type: ignore[misc]


class Made(SignupWebAuthnForm):  # type: ignore[misc]
    """A passkey that was made, and its name."""

    name = forms.CharField(required=False, max_length=LONGEST_NAME)
    credential = Sent()

    def clean(self) -> Any:
        return _read(super().clean)


class NamedAgain(EditWebAuthnForm):  # type: ignore[misc]
    """Another name for it."""

    name = forms.CharField(label=_("Its name"), max_length=LONGEST_NAME)


class AtSecondStep(Used, AuthenticateWebAuthnForm):  # type: ignore[misc]
    """After the password."""

    credential = Sent()


class ByItself(Used, LoginWebAuthnForm):  # type: ignore[misc]
    """In the place of a password."""

    credential = Sent()


class UsedAgain(Used, ReauthenticateWebAuthnForm):  # type: ignore[misc]
    """Before a change."""

    credential = Sent()


def refused() -> ValidationError:
    """The same words whatever was wrong."""
    fault: ValidationError = get_adapter().validation_error("incorrect_code")
    return fault


def _is_shaped(found: Any) -> bool:
    if not isinstance(found, dict):
        return False
    response = found.get("response")
    return (
        isinstance(response, dict)
        and all(isinstance(found.get(name), str) for name in ("id", "rawId", "type"))
        and all(isinstance(each, str | list | None) for each in response.values())
        and isinstance(found.get("clientExtensionResults", {}), dict)
    )


def _read(ask: Callable[[], T]) -> T:
    """What is asked for; refused where what was sent cannot be read."""
    try:
        return ask()
    except ValidationError:
        raise
    except UNREADABLE:
        raise refused() from None
