"""The way somebody has come, and what it means for what comes next."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from gradus_web.diary.actions.profile import reached
from gradus_web.diary.gate import with_record
from gradus_web.diary.paper.printing import as_file
from gradus_web.diary.paper.telling import of_review
from gradus_web.diary.queries.outcome import meaning
from gradus_web.diary.queries.progress import ProgressPage, progress_page, review_page
from gradus_web.people.doors import Here


@require_GET
@with_record
def progress(request: HttpRequest, here: Here) -> HttpResponse:
    """Pain by week, strength beside it, the doses, the goals."""
    return render(request, "diary/progress.html", {"p": progress_page(here)})


@require_GET
@with_record
def review(request: HttpRequest, here: Here, week: int | None = None) -> HttpResponse:
    """The look back: what changed, what did not, and what is decided; today's, or the review of a week as it
    stood then."""
    return render(request, "diary/review.html", {"p": _page(here, week), "m": meaning(here)})


@require_GET
@with_record
def review_paper(request: HttpRequest, here: Here, week: int | None = None) -> HttpResponse:
    """The same as a PDF, to be printed or handed over."""
    found = _page(here, week)
    if found.review.began_on is None:
        raise Http404
    return as_file("review", of_review(here, found), here.now, f"gradus-week-{found.review.weeks}.pdf")


def _page(here: Here, week: int | None) -> ProgressPage:
    found = progress_page(here) if week is None else review_page(here, week)
    if found is None:
        raise Http404
    return found


@require_POST
@with_record
def milestone(request: HttpRequest, here: Here) -> HttpResponse:
    """Something that the person can do again."""
    words = " ".join(request.POST.get("words", "").split())[:400]
    if words:
        reached(here, words)
        messages.success(request, _("Kept: you can do this again: %(words)s.") % {"words": words})
    return redirect("progress")
