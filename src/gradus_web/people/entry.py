"""How one gets in: the page of it, and allauth's views behind one gate. A guest has nothing but a browser to
protect, and is led to keep their record first; the example person's sign-in is nobody's to change."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from allauth.account.internal.flows.email_verification import send_verification_email_to_address
from allauth.account.models import EmailAddress
from allauth.mfa.base.views import IndexView
from allauth.mfa.webauthn.internal import auth
from allauth.mfa.webauthn.views import AddWebAuthnView
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from gradus_web.people.adapter import has_account, is_guest
from gradus_web.people.devices import devices_of, end

Page = Callable[..., Any]


def for_accounts(page: Page) -> Page:
    """The page, for whoever has an address and a password."""

    @wraps(page)
    def opened(request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        if has_account(request.user):
            return page(request, *args, **kwargs)
        return redirect("account_signup" if is_guest(request.user) else "you")

    return opened


class Entry(IndexView):  # type: ignore[misc]
    """What opens the record, and what to keep for the day on which the phone is lost."""

    template_name = "people/entry.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        told: dict[str, Any] = super().get_context_data(**kwargs)
        return told | {"unconfirmed": _unconfirmed(self.request) is not None}


class AddPasskey(AddWebAuthnView):  # type: ignore[misc]
    """A passkey that signs in by itself: kept by the device, and opened by finger, face or PIN."""

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        told: dict[str, Any] = super().get_context_data(**kwargs)
        options = auth.begin_registration(self.request.user, passwordless=True)
        return told | {"js_data": {"creation_options": options}}


@require_POST
@for_accounts
def confirm_again(request: HttpRequest) -> HttpResponse:
    """The mail that confirms the address, once more; one in three minutes."""
    address = _unconfirmed(request)
    if address is not None and not send_verification_email_to_address(request, address):
        told = _("A link was sent a moment ago. Look for it, or ask again in three minutes.")
        messages.info(request, told)
    return redirect("mfa_index")


@require_GET
@for_accounts
def devices(request: HttpRequest) -> HttpResponse:
    """Where one is signed in."""
    return render(request, "people/devices.html", {"devices": devices_of(request)})


@require_POST
@for_accounts
def end_device(request: HttpRequest) -> HttpResponse:
    """One of them signed out, or all but this one."""
    ended = end(request, request.POST.get("which", ""))
    if ended:
        told = _("Signed out: %(many)d.") % {"many": ended} if ended > 1 else _("Signed out.")
        messages.success(request, told)
    return redirect("devices")


def _unconfirmed(request: HttpRequest) -> EmailAddress | None:
    return EmailAddress.objects.filter(user_id=request.user.pk, verified=False).first()
