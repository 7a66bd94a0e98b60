"""The person's own page: what they told, how it looks, their record as a file."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_GET, require_POST

from gradus_web.diary.gate import with_record
from gradus_web.diary.looks import COOKIE, LOOKS
from gradus_web.diary.queries.record import lines
from gradus_web.people.doors import Here

YEAR_S = 31_536_000
CHOICES = (("auto", _("as the device")), ("light", _("light")), ("dark", _("dark")), ("black", _("black")))


@require_GET
@with_record
def you(request: HttpRequest, here: Here) -> HttpResponse:
    """What can be changed, and how to take everything along."""
    return render(request, "diary/you.html", {"facts": len(here.history.received), "choices": CHOICES})


@require_POST
@with_record
def choose_looks(request: HttpRequest, here: Here) -> HttpResponse:
    """Light, dark, or black; kept by the browser alone."""
    chosen = request.POST.get("looks", "")
    response = redirect("you")
    if chosen in LOOKS:
        response.set_cookie(
            COOKIE, chosen, max_age=YEAR_S, samesite="Lax", secure=request.is_secure(), httponly=True
        )
    return response


@require_GET
@with_record
def export(request: HttpRequest, here: Here) -> HttpResponse:
    """The whole record in one file that `gradus record import` reads back."""
    response = HttpResponse(lines(here), content_type="application/x-ndjson")
    response["Content-Disposition"] = f'attachment; filename="gradus-record-{here.day}.jsonl"'
    return response
