"""The pages of the screen."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods

from gradus_web.diary.actions.screening import Told, answer, clear, confirm
from gradus_web.diary.forms import ClearanceForm, Ticks, ticks
from gradus_web.diary.gate import with_record
from gradus_web.diary.queries.outcome import meaning
from gradus_web.diary.queries.screening import is_screen, next_screen, page_of, shown, torn
from gradus_web.people.doors import Here


@require_GET
@with_record
def screen(request: HttpRequest, here: Here) -> HttpResponse:
    """Leads to what is to be answered next; where nothing is, to what the answers mean. With `anew` it begins
    again from the first page, because the person asks for it."""
    anew = "anew" in request.GET
    if torn(here) and not anew:
        return redirect("screen-check")
    return _onward(next_screen(here, anew=anew), anew=anew)


@require_http_methods(["GET", "HEAD", "POST"])
@with_record
def screen_page(request: HttpRequest, here: Here, name: str) -> HttpResponse:
    """One page: shown, or answered and kept."""
    if not is_screen(here, name):
        raise Http404
    anew = "anew" in request.GET
    if request.method == "POST":
        return _answered(request, here, name, anew=anew)
    told = shown(here, name, whole=anew or "back" in request.GET)
    return render(request, "diary/screen.html", {"shown": told, "said": Ticks(), "anew": anew})


def _answered(request: HttpRequest, here: Here, name: str, *, anew: bool) -> HttpResponse:
    page = page_of(here, name, request.POST.getlist("asked")[:100])
    if not page.questions:
        return redirect("screen")
    said = ticks(page, request.POST, here.library)
    if said.faults:
        told = shown(here, name, whole=anew or "back" in request.GET)
        again = {"shown": told, "said": said, "anew": anew, "page": page}
        return render(request, "diary/screen.html", again, status=422)
    answer(here, page, Told(ticked=said.ticked, unsure=said.unsure, numbers=said.numbers), anew=anew)
    if torn(here):
        return redirect("screen-check")
    return _onward(next_screen(here, name, anew=anew), anew=anew)


def _onward(name: str | None, *, anew: bool) -> HttpResponse:
    if name is None:
        return redirect("screen-meaning")
    return redirect(f"{reverse('screen-page', args=[name])}{'?anew=1' if anew else ''}")


@require_http_methods(["GET", "HEAD", "POST"])
@with_record
def screen_check(request: HttpRequest, here: Here) -> HttpResponse:
    """Answers that hardly go together: right as they stand, or to be given once more."""
    found = torn(here)
    if request.method == "POST":
        sure = [each.id for each in found if each.possible and each.id in request.POST.getlist("sure")]
        if sure:
            confirm(here, sure)
        return _onward(next_screen(here), anew=False)
    return render(request, "diary/check.html", {"found": found}) if found else redirect("screen")


@require_GET
@with_record
def screen_meaning(request: HttpRequest, here: Here) -> HttpResponse:
    """What the answers mean, and what to do."""
    return render(request, "diary/meaning.html", {"m": meaning(here)})


@require_http_methods(["GET", "HEAD", "POST"])
@with_record
def clearance(request: HttpRequest, here: Here) -> HttpResponse:
    """What a clinician said after they examined the person: how a lock ends."""
    found = meaning(here)
    if not found.ends_by:
        return redirect("screen-meaning")
    form = ClearanceForm(request.POST or None)
    refusal = None
    if request.method == "POST" and form.is_valid():
        refusal = clear(here, rules=found.ends_by, **form.cleaned_data)
        if refusal is None:
            return redirect("screen")
    sent = {"form": form, "m": found, "refusal": refusal}
    return render(request, "diary/clearance.html", sent, status=422 if request.method == "POST" else 200)
