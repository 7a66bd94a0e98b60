"""The way somebody has come, and what it means for what comes next."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_POST

from gradus_web.diary.actions.profile import reached
from gradus_web.diary.gate import with_record
from gradus_web.diary.queries.outcome import meaning
from gradus_web.diary.queries.progress import progress_page
from gradus_web.people.doors import Here


@require_GET
@with_record
def progress(request: HttpRequest, here: Here) -> HttpResponse:
    """Pain by week, strength beside it, the doses, the goals."""
    return render(request, "diary/progress.html", {"p": progress_page(here)})


@require_GET
@with_record
def review(request: HttpRequest, here: Here) -> HttpResponse:
    """The look back: what changed, what did not, and what is decided."""
    return render(request, "diary/review.html", {"p": progress_page(here), "m": meaning(here)})


@require_POST
@with_record
def milestone(request: HttpRequest, here: Here) -> HttpResponse:
    """Something that the person can do again."""
    words = " ".join(request.POST.get("words", "").split())[:400]
    if words:
        reached(here, words)
        messages.success(request, f"Kept: you can do this again: {words}.")
    return redirect("progress")
