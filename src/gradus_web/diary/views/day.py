"""The page of today, and what is told in the morning."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from gradus.vocabulary.ids import FactId
from gradus_web.diary.actions.morning import check_in, say_flare, say_pause, woke_as
from gradus_web.diary.actions.session import end
from gradus_web.diary.forms import FlareForm, Morning, PauseForm
from gradus_web.diary.gate import with_record
from gradus_web.diary.queries.day import day_page
from gradus_web.diary.queries.outcome import meaning
from gradus_web.diary.queries.wish import wish_of
from gradus_web.people.doors import Here


@require_GET
@with_record
def today(request: HttpRequest, here: Here) -> HttpResponse:
    """What to do today, and why. Where the screen is open or something locks, that comes first."""
    found = day_page(here, wish_of(request.GET))
    if found.answer.action in ("locked", "see-someone"):
        return render(request, "diary/locked.html", {"m": meaning(here), "d": found})
    return render(request, "diary/today.html", {"d": found})


@require_http_methods(["GET", "HEAD", "POST"])
@with_record
def morning(request: HttpRequest, here: Here) -> HttpResponse:
    """This morning's pain, kept by one tap."""
    form = Morning(request.POST or None)
    if request.method == "POST" and form.is_valid():
        id_ = form.cleaned_data["id"]
        check_in(here, woke_as(form.cleaned_data, None if id_ is None else FactId(str(id_))))
        messages.success(request, _("Kept: %(pain)d of 10 this morning.") % form.cleaned_data)
        return redirect("today")
    sent = {"form": form, "d": day_page(here, wish_of({}))}
    return render(request, "diary/morning.html", sent, status=422 if request.method == "POST" else 200)


@require_http_methods(["GET", "HEAD", "POST"])
@with_record
def flare(request: HttpRequest, here: Here) -> HttpResponse:
    """It has flared up, or that is over. The safety questions come again when it began."""
    form = FlareForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        say_flare(here, form.cleaned_data["state"], form.cleaned_data["pain"])
        return redirect("screen" if form.cleaned_data["state"] == "began" else "today")
    status = 422 if request.method == "POST" else 200
    return render(
        request, "diary/flare.html", {"form": form, "d": day_page(here, wish_of({}))}, status=status
    )


@require_http_methods(["GET", "HEAD", "POST"])
@with_record
def pause(request: HttpRequest, here: Here) -> HttpResponse:
    """Away or ill: no training until then, and nothing is missed."""
    form = PauseForm(request.POST or None, today=here.day)
    if request.method == "POST" and form.is_valid():
        say_pause(here, form.cleaned_data["why"], form.cleaned_data["until"])
        return redirect("today")
    status = 422 if request.method == "POST" else 200
    return render(request, "diary/pause.html", {"form": form}, status=status)


@require_POST
@with_record
def skip(request: HttpRequest, here: Here) -> HttpResponse:
    """Leaves today's session out."""
    if end(here, wish_of({}), "skipped", pain_after=None, note=""):
        messages.success(request, _("Today's session is left out. It comes again on another day."))
    return redirect("today")
