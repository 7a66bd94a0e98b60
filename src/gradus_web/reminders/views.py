"""The page of reminders, and the two addresses that need no account."""

from uuid import UUID

from allauth.account.adapter import get_adapter
from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_GET, require_http_methods, require_POST, require_safe

from gradus_web.clock import now
from gradus_web.config.often import too_often
from gradus_web.diary.gate import with_record
from gradus_web.diary.zone import zone_of
from gradus_web.people.doors import Here, Unreadable
from gradus_web.reminders.actions import (
    BY_MAIL,
    Wished,
    end_calendar,
    end_mail_by,
    end_ways,
    keep_calendar,
    keep_ways,
)
from gradus_web.reminders.forms import EVENING, CalendarForm, WaysForm
from gradus_web.reminders.pushing import public_key
from gradus_web.reminders.queries import confirmed_address, feed, wishes_of
from gradus_web.reminders.secret import Opens, opened, sealed

TOO_OFTEN = 429
MOST = 60
"""How often in an hour one calendar is given out, and how often one caller may guess an address."""
KNOWN = ("train_at", "at", "days")


@require_GET
@with_record
def reminders(request: HttpRequest, here: Here) -> HttpResponse:
    """The calendar's address, and when and how reminders come."""
    return _page(request, here)


@require_POST
@with_record
def choose_calendar(request: HttpRequest, here: Here) -> HttpResponse:
    """A calendar, its hour, a new address for it, or none."""
    if request.POST.get("do") == "end":
        end_calendar(here)
        return redirect("reminders")
    form = CalendarForm(request.POST)
    if not form.is_valid():
        return _page(request, here, calendar_form=form)
    told = form.cleaned_data
    keep_calendar(here, zone_of(request).key, told["train_at"], anew=told["do"] == "renew")
    messages.success(request, _("Kept. Your calendar has it the next time it looks."))
    return redirect("reminders")


@require_POST
@with_record
def choose_ways(request: HttpRequest, here: Here) -> HttpResponse:
    """Reminders at an hour, by mail or to this device, or none."""
    if request.POST.get("do") == "end":
        end_ways(here)
        messages.success(request, _("No reminder comes any more."))
        return redirect("reminders")
    form = WaysForm(request.POST)
    if not form.is_valid() or not _may(here, form):
        return _page(request, here, ways_form=form)
    keep_ways(here, zone_of(request).key, Wished(**form.cleaned_data))
    messages.success(request, _("Kept."))
    return redirect("reminders")


def _may(here: Here, form: WaysForm) -> bool:
    """Whether the operator has switched on the ways that are wished, and mail has where to go."""
    by_mail = not form.cleaned_data["mail"] or _mails_to(here) is not None
    return by_mail and bool(settings.PUSH or not form.cleaned_data["device"])


def _mails_to(here: Here) -> str | None:
    return confirmed_address(here.row.owner.pk) if settings.ADDRESS else None


@login_not_required
@require_safe
def calendar(request: HttpRequest, address: str) -> HttpResponse:
    """The sessions ahead, for whoever holds the address."""
    key = _opened(request, "calendar", address)
    if isinstance(key, HttpResponse):
        return key
    moment = now(zone_of(request))
    if too_often("calendar", key.hex, MOST, moment):
        return _too_often(request)
    try:
        found = feed(key, moment)
    except Unreadable:
        return HttpResponse("The record cannot be read.", status=409, content_type="text/plain")
    if found is None:
        raise Http404
    response = HttpResponse(found, content_type="text/calendar; charset=utf-8")
    response["Content-Disposition"] = 'inline; filename="gradus.ics"'
    response["Cache-Control"] = "no-store"
    return response


@csrf_exempt
@login_not_required
@require_http_methods(["GET", "HEAD", "POST"])
def mail_off(request: HttpRequest, address: str) -> HttpResponse:
    """Asks once, then ends the mail. Whoever holds the address may: it came with the mail. Mail programs send
    the form by themselves (RFC 8058); looking at the page changes nothing."""
    key = _opened(request, "mail-off", address)
    if isinstance(key, HttpResponse):
        return key
    if request.method == "POST" and not end_mail_by(key):
        raise Http404
    return render(request, "reminders/mail_off.html", {"is_off": request.method == "POST"})


def _opened(request: HttpRequest, opens: Opens, address: str) -> UUID | HttpResponse:
    """The key in the address; an answer for whoever guesses too often."""
    key = opened(opens, address)
    if key is not None:
        return key
    caller = get_adapter().get_client_ip(request)
    if too_often("secret-address", caller, MOST, now(zone_of(request))):
        return _too_often(request)
    raise Http404


def _too_often(request: HttpRequest) -> HttpResponse:
    told = {"title": _("That was very often"), "says": _("Please try again in an hour.")}
    response = render(request, "refused.html", told, status=TOO_OFTEN)
    response["Retry-After"] = "3600"
    return response


def _page(
    request: HttpRequest,
    here: Here,
    calendar_form: CalendarForm | None = None,
    ways_form: WaysForm | None = None,
) -> HttpResponse:
    wishes = wishes_of(here)
    secret = None if wishes is None or wishes.calendar is None else sealed("calendar", wishes.calendar)
    address = None if secret is None else request.build_absolute_uri(reverse("calendar", args=[secret]))
    known = {} if wishes is None else {name: getattr(wishes, name) for name in KNOWN}
    ways = [] if wishes is None else list(wishes.ways.all())
    by_mail = any(way.endpoint == BY_MAIL for way in ways)
    told = {
        "w": wishes,
        "address": address,
        "calendar_form": calendar_form or CalendarForm(initial={"train_at": EVENING} | known),
        "ways_form": ways_form
        or WaysForm(initial={"at": EVENING, "days": "training", "mail": by_mail} | known),
        "is_on": bool(ways),
        "sends": bool(settings.ADDRESS),
        "mails_to": _mails_to(here),
        "key": public_key(),
        "devices": [way.endpoint for way in ways if way.endpoint and way.under == public_key()],
        "zone": zone_of(request).key,
    }
    status = 422 if calendar_form or ways_form else 200
    return render(request, "reminders/reminders.html", told, status=status)
