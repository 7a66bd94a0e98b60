"""The pages of what is known. Anybody may read the answers; exercises are shown to whoever may do them."""

from collections.abc import Callable
from functools import wraps

from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET

from gradus_web.clock import now
from gradus_web.diary.gate import with_record
from gradus_web.diary.zone import zone_of
from gradus_web.learn import queries
from gradus_web.learn.pictures import picture
from gradus_web.learn.rules import rule_page
from gradus_web.people.doors import Here

Page = Callable[..., HttpResponse]


def open_to_all(page: Page) -> Page:
    """The page for anybody; whoever is signed in brings their record."""

    @login_not_required
    @require_GET
    @wraps(page)
    def answered(request: HttpRequest, **named: str) -> HttpResponse:
        if request.user.is_authenticated:
            return with_record(page)(request, **named)
        return page(request, None, **named)

    return answered


@open_to_all
def learn(request: HttpRequest, here: Here | None) -> HttpResponse:
    """A question and what is known of it; without one, all questions by what they are about."""
    question = " ".join(request.GET.get("q", "").split())
    day = now(zone_of(request)).date()
    found = queries.asked(question, here, day) if question else None
    told = {"q": question, "found": found, "topics": () if found else queries.topics()}
    part = request.headers.get("X-Part") == "found"
    return render(request, "learn/found.html" if part else "learn/learn.html", told)


@open_to_all
def answer(request: HttpRequest, here: Here | None, name: str) -> HttpResponse:
    """One answer, with how sure it is and what it rests on."""
    found = queries.answer_named(name, here)
    if found is None:
        raise Http404
    told = {
        "a": found,
        "sources": queries.sources_of(found.cites),
        "claims": queries.claims_of(found.claims),
        "exercises": found.exercises if queries.shows_exercises(here) else (),
    }
    return render(request, "learn/answer.html", told)


@open_to_all
def claim(request: HttpRequest, here: Here | None, name: str) -> HttpResponse:
    """Something that is said of backs, and what became of it when it was checked."""
    found = queries.claim_named(name)
    if found is None:
        raise Http404
    return render(request, "learn/claim.html", {"c": found, "sources": queries.sources_of(found.cites)})


@open_to_all
def rule(request: HttpRequest, here: Here | None, name: str) -> HttpResponse:
    """A rule that spoke, with its numbers and what they rest on."""
    found = rule_page(name)
    if found is None:
        raise Http404
    return render(request, "learn/rule.html", {"r": found})


@login_not_required
@require_GET
def drawing(request: HttpRequest, version: str, how: str, name: str) -> HttpResponse:
    """The picture of an exercise. Its address names the version of the content, so it may be kept for good.
    It brings its colours and its motion with it, and may load nothing."""
    found = picture(name, in_two=how == "still")
    if found is None or how not in ("still", "moving"):
        raise Http404
    response = HttpResponse(found, content_type="image/svg+xml")
    response["Content-Encoding"] = "gzip"
    response["Cache-Control"] = "public, max-age=31536000, immutable"
    response["Content-Security-Policy"] = "default-src 'none'; style-src 'unsafe-inline'"
    return response


@open_to_all
def exercises(request: HttpRequest, here: Here | None) -> HttpResponse:
    """All exercises, by kind, position and what they need."""
    if not queries.shows_exercises(here):
        return redirect("today")
    chosen = {name: request.GET.get(name, "")[:40] for name in ("pattern", "position", "needs")}
    told = {"cards": queries.cards(**chosen), "chosen": chosen, "filters": queries.filters()}
    return render(request, "learn/exercises.html", told)


@open_to_all
def mistakes(request: HttpRequest, here: Here | None) -> HttpResponse:
    """What often goes wrong: with training as a whole, and exercise by exercise while any may be done."""
    kinds = queries.mistakes() if queries.shows_exercises(here) else ()
    return render(request, "learn/mistakes.html", {"answers": queries.common_mistakes(), "kinds": kinds})


@open_to_all
def exercise(request: HttpRequest, here: Here | None, name: str) -> HttpResponse:
    """One exercise: how it goes, what goes wrong, when to stop, and its ladder."""
    if not queries.shows_exercises(here):
        return redirect("today")
    found = queries.exercise_named(name, here)
    if found is None:
        raise Http404
    told = {
        "e": found,
        "ladder": queries.ladder(found),
        "start": queries.start_of(found),
        "sources": queries.sources_of(found.cites),
    }
    return render(request, "learn/exercise.html", told)
