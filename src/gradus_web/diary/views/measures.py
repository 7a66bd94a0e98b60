"""Tests and questions at home."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from gradus.vocabulary.scales import Side
from gradus_web.diary.actions.profile import measured
from gradus_web.diary.forms import ResultForm
from gradus_web.diary.gate import with_record
from gradus_web.diary.queries.measures import card_named, cards, may_test
from gradus_web.numbers import written
from gradus_web.people.doors import Here


@require_GET
@with_record
def measures(request: HttpRequest, here: Here) -> HttpResponse:
    """What can be measured at home, and what was found last."""
    if not may_test(here):
        return redirect("today")
    asked, tried = cards(here)
    return render(request, "diary/measures.html", {"asked": asked, "tried": tried})


@require_http_methods(["GET", "HEAD", "POST"])
@with_record
def measure(request: HttpRequest, here: Here, name: str) -> HttpResponse:
    """How one is taken, with a stopwatch; and its result."""
    if not may_test(here):
        return redirect("today")
    card = card_named(here, name)
    if card is None:
        raise Http404
    form = ResultForm(request.POST or None, measure=card.measure)
    if request.method == "POST" and form.is_valid():
        side = Side(form.cleaned_data["side"]) if card.measure.sides else None
        measured(here, card.measure.id, form.cleaned_data["value"], side)
        result = f"{written(form.cleaned_data['value'])} {card.unit}".rstrip()
        kept = {"title": card.measure.title, "result": result}
        messages.success(request, _("Kept: %(title)s, %(result)s") % kept)
        return redirect("measure", name) if card.measure.sides else redirect("measures")
    status = 422 if request.method == "POST" else 200
    return render(request, "diary/measure.html", {"card": card, "form": form}, status=status)
