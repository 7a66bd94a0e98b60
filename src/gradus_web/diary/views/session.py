"""The guided session."""

from urllib.parse import urlencode

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from gradus.record.person import person
from gradus.vocabulary.ids import ExerciseId, FactId
from gradus_web.diary.actions.session import Felt, add, end, leave_out, log, swap, take_back
from gradus_web.diary.forms import EndForm, SetForm
from gradus_web.diary.gate import with_record
from gradus_web.diary.queries.day import day_page
from gradus_web.diary.queries.running import just_done
from gradus_web.diary.queries.session import more, options, page_of, session_page, why_stop
from gradus_web.diary.queries.wish import AS_USUAL, Wish, wish_of
from gradus_web.people.doors import Here

SCRIPTS = [
    "stepper.js",
    *(f"session/{name}.js" for name in ("awake", "beat", "hold", "hurts", "parts", "rest", "signals")),
]
"""What the session's script imports, so that all of it is asked for at once."""


@require_GET
@with_record
def session(request: HttpRequest, here: Here) -> HttpResponse:
    """The set to be done now."""
    wish = wish_of(request.GET)
    found = session_page(here, wish, request.GET.get("at"))
    if not found.running.items or found.running.answer.action in ("locked", "screen"):
        return redirect("today")
    if found.running.ended is not None:
        return redirect("session-done")
    if found.step is None:
        return redirect("session-end")
    return render(
        request, "diary/session.html", {"s": found, "hurts": "hurts" in request.GET, "scripts": SCRIPTS}
    )


@require_POST
@with_record
def set_done(request: HttpRequest, here: Here) -> HttpResponse:
    """Keeps a set and leads to the next; or says that the exercise is to be stopped. Whoever tells of a pain
    that is not the known one is led to the safety questions."""
    wish = wish_of(request.POST)
    form = SetForm(request.POST)
    if not form.is_valid():
        messages.error(request, _("That set could not be read. Nothing was stored."))
        return redirect(_at(wish, request.POST.get("exercise", "")[:80]))
    told = form.cleaned_data
    felt = Felt(
        id=FactId(str(told["id"])) if told["id"] else None,
        amount=told["amount"],
        load=told["load"],
        reserve=told["reserve"],
        pain=told["pain"],
        leg=told["leg"] or None,
    )
    try:
        stop = log(here, wish, told["exercise"], felt, person(here.history).weight_unit)
    except LookupError:
        raise Http404 from None
    if told["kind"] == "new":
        return redirect(f"{reverse('screen')}?anew=1")
    if stop is not None:
        return redirect(f"{reverse('session-stop', args=[told['exercise']])}{_query(wish)}")
    return redirect(_at(wish))


@require_GET
@with_record
def stop(request: HttpRequest, here: Here, exercise: str) -> HttpResponse:
    """An exercise that hurts too much is over for today; the rest may go on."""
    known = here.library.exercises.get(ExerciseId(exercise))
    if known is None:
        raise Http404
    found = session_page(here, wish_of(request.GET))
    return render(request, "diary/stop.html", {"s": found, "exercise": known, "says": why_stop(here)})


@require_POST
@with_record
def undo(request: HttpRequest, here: Here) -> HttpResponse:
    """Takes back a set of today."""
    if not take_back(here, FactId(request.POST.get("set", ""))):
        raise Http404
    return redirect(_at(wish_of(request.POST)))


@require_POST
@with_record
def leave(request: HttpRequest, here: Here, exercise: str) -> HttpResponse:
    """Leaves one exercise out today."""
    wish = wish_of(request.POST)
    if not leave_out(here, wish, exercise):
        messages.error(request, _("It is the only exercise of today. You can end the session instead."))
    return redirect(_at(wish))


@require_http_methods(["GET", "HEAD", "POST"])
@with_record
def change(request: HttpRequest, here: Here, exercise: str) -> HttpResponse:
    """Another exercise in the place of one, for today alone."""
    wish = wish_of(request.POST if request.method == "POST" else request.GET)
    if request.method == "POST":
        if not swap(here, wish, exercise, request.POST.get("by", "")):
            raise Http404
        return redirect(_at(wish, request.POST.get("by", "")))
    found = options(here, ExerciseId(exercise), wish)
    if found is None:
        raise Http404
    told = {
        "options": found[0],
        "because": found[1],
        "exercise": here.library.exercises[ExerciseId(exercise)],
        "wish": wish,
    }
    return render(request, "diary/change.html", told)


@require_http_methods(["GET", "HEAD", "POST"])
@with_record
def session_more(request: HttpRequest, here: Here) -> HttpResponse:
    """An exercise more, for today alone, as far as one may come in."""
    wish = wish_of(request.POST if request.method == "POST" else request.GET)
    if request.method == "POST":
        if not add(here, wish, request.POST.get("by", "")):
            raise Http404
        return redirect(_at(wish, request.POST.get("by", "")))
    found, because = more(here, wish)
    return render(request, "diary/more.html", {"options": found, "because": because, "wish": wish})


@require_http_methods(["GET", "HEAD", "POST"])
@with_record
def session_end(request: HttpRequest, here: Here) -> HttpResponse:
    """How the session ended."""
    wish = wish_of(request.POST if request.method == "POST" else request.GET)
    found = session_page(here, wish)
    if found.running.ended is not None:
        return redirect("session-done")
    if not found.running.sets:
        return redirect("today")
    form = EndForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        told = form.cleaned_data
        end(here, wish, told["how"], pain_after=told["pain"], note=told["note"])
        return redirect("session-done")
    return render(
        request, "diary/end.html", {"s": found, "form": form}, status=422 if request.method == "POST" else 200
    )


@require_GET
@with_record
def session_done(request: HttpRequest, here: Here) -> HttpResponse:
    """What was done, and what comes next."""
    done = just_done(here)
    if done is None:
        return redirect("today")
    found = page_of(here, done, AS_USUAL)
    return render(request, "diary/done.html", {"s": found, "d": day_page(here, AS_USUAL)})


def _query(wish: Wish) -> str:
    told = {"minutes": wish.minutes} if wish.minutes else {}
    words = urlencode({**told, **({"low": 1} if wish.low else {})})
    return f"?{words}" if words else ""


def _at(wish: Wish, exercise: str = "") -> str:
    """The address of the session, at this exercise if one is named."""
    asked = _query(wish)
    named = urlencode({"at": exercise}) if exercise else ""
    return f"{reverse('session')}{asked}{'&' if asked and named else '?' if named else ''}{named}"
