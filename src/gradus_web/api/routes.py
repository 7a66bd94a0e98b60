"""The addresses of the API. None names a person: whose record it is follows from who asks."""

from collections.abc import Callable, Iterable, Iterator
from functools import wraps
from pathlib import Path
from typing import Annotated, Any

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed, JsonResponse
from django.urls import URLPattern, URLResolver, path
from django.views.decorators.http import require_GET
from ninja import Query

from gradus_web.api import known, tables
from gradus_web.api.acting import Changing, Minutes, Name, Taking, change, take_plan
from gradus_web.api.gate import here_of
from gradus_web.api.site import api
from gradus_web.api.telling import tell
from gradus_web.diary.queries.wish import Wish
from gradus_web.learn.queries import LONGEST

PACKAGED = Path(__file__).parent / "openapi.json"
IN_THE_TREE = Path(__file__).parents[3] / "schemas" / "openapi.json"
Low = Annotated[bool, Query(description="a day that the person calls a low one")]
Told = dict[str, Any]
View = Callable[..., HttpResponse]


@api.get("/screen", operation_id="screen", summary="Where the safety questions stand")
def screen(request: HttpRequest) -> Told:
    return tables.of_screen(here_of(request))


@api.get("/today", operation_id="today", summary="What to do today, and why")
def today(request: HttpRequest, minutes: Minutes = None, low: Low = False) -> Told:
    return tables.of_today(here_of(request), Wish(minutes, low))


@api.post("/facts", operation_id="tell", summary="Tell facts: each kept once, with a verdict on each")
def facts(request: HttpRequest) -> Told:
    return {"verdicts": [each._asdict() for each in tell(here_of(request), request.body)]}


@api.get("/facts", operation_id="record", summary="The whole record, in order of arrival")
def record(request: HttpRequest) -> Told:
    return tables.of_record(here_of(request))


@api.get("/session/options", operation_id="options", summary="What may stand in today, or be added")
def options(request: HttpRequest, exercise: Name = None, minutes: Minutes = None, low: Low = False) -> Told:
    return tables.of_options(here_of(request), exercise, Wish(minutes, low))


@api.post("/session/change", operation_id="change", summary="Change today's session, for today alone")
def session_change(request: HttpRequest, changing: Changing) -> Told:
    return change(here_of(request), changing)


@api.get("/plan", operation_id="plan", summary="The plan that stands")
def plan(request: HttpRequest) -> Told:
    return tables.of_plan(here_of(request))


@api.post("/plan", operation_id="takePlan", summary="Take the plan that fits now")
def plan_taken(request: HttpRequest, taking: Taking) -> HttpResponse:
    status, told = take_plan(here_of(request), taking)
    return api.create_response(request, told, status=status)


@api.get(
    "/plan/new", operation_id="newPlan", summary="The plan that could be taken now, or why there is none"
)
def plan_new(request: HttpRequest, programme: Name = None) -> Told:
    return tables.of_new_plan(here_of(request), programme)


@api.get("/plan/others", operation_id="others", summary="Other programmes that fit now")
def plan_others(request: HttpRequest) -> Told:
    return tables.of_others(here_of(request))


@api.get("/review", operation_id="review", summary="The look back, today or at a week as it stood then")
def review(request: HttpRequest, week: Annotated[int | None, Query(ge=1, le=1000)] = None) -> Told:
    return tables.of_review(here_of(request), week)


@api.get("/why/{exercise}", operation_id="why", summary="Why an exercise has its dose, or has none")
def why(request: HttpRequest, exercise: str) -> Told:
    return tables.of_why(here_of(request), exercise)


@api.get("/library", operation_id="library", summary="What the library has, by id and title")
def library(request: HttpRequest) -> Told:
    return known.of_library(here_of(request))


@api.get("/library/{kind}/{name}", operation_id="thing", summary="One thing of the library")
def thing(request: HttpRequest, kind: known.Kind, name: str) -> Told:
    return known.of_thing(here_of(request), kind, name)


@api.get("/search", operation_id="search", summary="What is known of a question")
def search(request: HttpRequest, q: Annotated[str, Query(pattern=r"\S", max_length=LONGEST)]) -> Told:
    return known.of_search(here_of(request), q)


@login_not_required
@require_GET
def document(request: HttpRequest) -> HttpResponse:
    """All of this as an OpenAPI document."""
    found = PACKAGED if PACKAGED.is_file() else IN_THE_TREE
    return HttpResponse(found.read_bytes(), content_type="application/json")


def in_words(view: View) -> View:
    """The view, but that a way of asking that is none is refused as everything else is."""

    @wraps(view)
    def answered(request: HttpRequest, **parts: Any) -> HttpResponse:
        response = view(request, **parts)
        if not isinstance(response, HttpResponseNotAllowed):
            return response
        ways = ", ".join(sorted(response["Allow"].split(", ")))
        return JsonResponse({"says": f"Here one can only {ways}."}, status=405, headers={"Allow": ways})

    return answered


def open_here(patterns: Iterable[URLPattern | URLResolver]) -> Iterator[URLPattern]:
    """The addresses, past the gate of the pages: each has its own, which answers in words and not with a
    page to sign in on. Their names are apart from those of the pages."""
    for each in patterns:
        if isinstance(each, URLPattern) and each.name != "api-root":
            each.callback = login_not_required(in_words(each.callback))
            each.name = f"api-{each.name}"
            yield each


urlpatterns = [path("openapi.json", in_words(document), name="api-document"), *open_here(api.urls[0])]
