"""Why."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from gradus.vocabulary.ids import ExerciseId
from gradus_web.diary.gate import with_record
from gradus_web.diary.queries.why import why_page
from gradus_web.people.doors import Here


@require_GET
@with_record
def why(request: HttpRequest, here: Here, exercise: str) -> HttpResponse:
    """Why an exercise has its dose, or is not in the plan."""
    if exercise not in here.library.exercises:
        raise Http404
    return render(request, "diary/why.html", {"w": why_page(here, ExerciseId(exercise))})
