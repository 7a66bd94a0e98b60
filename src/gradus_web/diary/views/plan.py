"""The plan, and what somebody tells of themselves for it."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from gradus.record.person import person
from gradus.vocabulary.ids import ProgrammeId
from gradus_web.diary.actions.plan import take
from gradus_web.diary.actions.profile import tell
from gradus_web.diary.gate import with_record
from gradus_web.diary.paper.printing import as_file
from gradus_web.diary.paper.telling import of_sheet
from gradus_web.diary.profile_form import ProfileForm, initial, said
from gradus_web.diary.queries.plan import Collides, others, proposed, sheet_of, standing_plan
from gradus_web.people.doors import Here


@require_http_methods(["GET", "HEAD", "POST"])
@with_record
def profile(request: HttpRequest, here: Here) -> HttpResponse:
    """What somebody has, cannot do, and wants. The first time a plan comes after it."""
    first = "first" in request.GET
    form = ProfileForm(request.POST or None, initial=initial(person(here.history)))
    if request.method == "POST" and form.is_valid():
        tell(here, said(form))
        if not first:
            messages.success(request, _("Kept. A new plan takes it into account."))
        return redirect("plan-new" if first else "you")
    status = 422 if request.method == "POST" else 200
    return render(request, "diary/profile.html", {"form": form, "first": first}, status=status)


@require_GET
@with_record
def plan(request: HttpRequest, here: Here) -> HttpResponse:
    """The plan that stands; without one, the one that could be taken."""
    found = standing_plan(here)
    if found is None:
        return redirect("plan-new")
    return render(request, "diary/plan.html", {"p": found})


@require_http_methods(["GET", "HEAD", "POST"])
@with_record
def plan_new(request: HttpRequest, here: Here) -> HttpResponse:
    """A plan to be looked at, and taken by one tap."""
    wanted = _programme(request.GET.get("programme"), here)
    if request.method == "POST":
        return redirect("today" if take(here, wanted) else "plan-new")
    found = proposed(here, wanted)
    if found is None:
        return redirect("screen")
    if isinstance(found, Collides):
        return render(request, "diary/no_plan.html", {"found": found})
    return render(request, "diary/plan.html", {"p": found, "wanted": wanted, "stands": standing_plan(here)})


@require_GET
@with_record
def plan_sheet(request: HttpRequest, here: Here) -> HttpResponse:
    """The plan on paper, a page for each session, with pictures."""
    found = sheet_of(here)
    if found is None:
        return redirect("today")
    limit = here.library.pain.acceptable_during.value
    return render(request, "diary/sheet.html", {"p": found, "net": here.library.safety_net, "limit": limit})


@require_GET
@with_record
def plan_paper(request: HttpRequest, here: Here) -> HttpResponse:
    """The same as a PDF."""
    found = sheet_of(here)
    if found is None:
        raise Http404
    return as_file("sheet", of_sheet(here, found), here.now, "gradus-programme.pdf")


@require_GET
@with_record
def plan_others(request: HttpRequest, here: Here) -> HttpResponse:
    """Other programmes that fit now."""
    return render(request, "diary/others.html", {"found": others(here)})


def _programme(name: str | None, here: Here) -> ProgrammeId | None:
    if not name:
        return None
    if name not in here.library.programmes:
        raise Http404
    return ProgrammeId(name)
