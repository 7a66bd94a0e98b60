"""What was done, by week and by exercise."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET

from gradus.vocabulary.ids import ExerciseId
from gradus_web.diary.gate import with_record
from gradus_web.diary.queries.training import course_page, training_page
from gradus_web.people.doors import Here


@require_GET
@with_record
def training(request: HttpRequest, here: Here) -> HttpResponse:
    """Sessions kept, volume, and every exercise in small."""
    return render(request, "diary/training.html", {"t": training_page(here)})


@require_GET
@with_record
def course(request: HttpRequest, here: Here, exercise: str) -> HttpResponse:
    """One exercise from session to session, with the reasons at its steps. Of one that has no course, and
    while something stops it, the reasons are told."""
    found = course_page(here, ExerciseId(exercise))
    if found is None and exercise in here.library.exercises:
        return redirect("why", exercise)
    if found is None:
        raise Http404
    return render(request, "diary/course.html", {"c": found})
