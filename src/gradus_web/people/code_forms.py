"""Fields for codes, in words of ours, and with the keys for numbers on a phone."""

from typing import Any

from allauth.mfa.base.forms import AuthenticateForm, ReauthenticateForm
from allauth.mfa.totp.forms import ActivateTOTPForm
from django import forms


class Numbers(forms.Form):
    """A form that asks for a code."""

    says = "The code"

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["code"]
        field.label = self.says
        field.widget.attrs = {"autocomplete": "one-time-code", "inputmode": "numeric", "maxlength": "20"}


class FirstCode(Numbers, ActivateTOTPForm):  # type: ignore[misc]
    """The first one that an app shows."""

    says = "The six digits"


class Code(Numbers, AuthenticateForm):  # type: ignore[misc]
    """After the password."""


class CodeAgain(Numbers, ReauthenticateForm):  # type: ignore[misc]
    """Before a change."""
