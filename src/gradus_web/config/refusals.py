"""What could not be done, in words: a page, or for programs the words alone."""

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

FOR_PROGRAMS = "/api/"


def form_is_old(request: HttpRequest, reason: str = "") -> HttpResponse:
    """The form was sent from a page that is too old, or from another site."""
    title = _("Please send that once more")
    says = _("The page was open for too long, or came from elsewhere. Nothing was stored.")
    return _refused(request, title, says, 403)


def not_understood(request: HttpRequest, exception: Exception) -> HttpResponse:
    """What was sent is no form of this site."""
    title = _("That could not be read")
    return _refused(request, title, _("Nothing was stored. Please go back and try again."), 400)


def not_here(request: HttpRequest, exception: Exception) -> HttpResponse:
    """There is no such page, or it is not this person's."""
    title = _("There is no such page")
    return _refused(request, title, _("It may have moved, or the link was cut short."), 404)


def our_fault(request: HttpRequest) -> HttpResponse:
    """Something in here broke. No template that asks the database: that may be what broke."""
    if request.path.startswith(FOR_PROGRAMS):
        return JsonResponse(
            {"says": "Something in here broke. Nothing was stored by this request."}, status=500
        )
    return render(None, "broken.html", status=500)


def _refused(request: HttpRequest, title: Promise, says: Promise, status: int) -> HttpResponse:
    """The words as a page, or for programs alone."""
    if request.path.startswith(FOR_PROGRAMS):
        return JsonResponse({"says": f"{title}. {says}"}, status=status)
    return render(request, "refused.html", {"title": title, "says": says}, status=status)
