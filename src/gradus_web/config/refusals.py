"""What could not be done, in words: a page, or for programs the words alone."""

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render

FOR_PROGRAMS = "/api/"


def form_is_old(request: HttpRequest, reason: str = "") -> HttpResponse:
    """The form was sent from a page that is too old, or from another site."""
    title = "Please send that once more"
    return _refused(
        request, title, "The page was open for too long, or came from elsewhere. Nothing was stored.", 403
    )


def not_understood(request: HttpRequest, exception: Exception) -> HttpResponse:
    """What was sent is no form of this site."""
    return _refused(
        request, "That could not be read", "Nothing was stored. Please go back and try again.", 400
    )


def not_here(request: HttpRequest, exception: Exception) -> HttpResponse:
    """There is no such page, or it is not this person's."""
    return _refused(request, "There is no such page", "It may have moved, or the link was cut short.", 404)


def our_fault(request: HttpRequest) -> HttpResponse:
    """Something in here broke. No template that asks the database: that may be what broke."""
    if request.path.startswith(FOR_PROGRAMS):
        return JsonResponse(
            {"says": "Something in here broke. Nothing was stored by this request."}, status=500
        )
    return render(None, "broken.html", status=500)


def _refused(request: HttpRequest, title: str, says: str, status: int) -> HttpResponse:
    if request.path.startswith(FOR_PROGRAMS):
        return JsonResponse({"says": f"{title}. {says}"}, status=status)
    return render(request, "refused.html", {"title": title, "says": says}, status=status)
