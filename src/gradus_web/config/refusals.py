"""Pages for what could not be done, in words."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render


def form_is_old(request: HttpRequest, reason: str = "") -> HttpResponse:
    """The form was sent from a page that is too old, or from another site."""
    told = {
        "title": "Please send that once more",
        "says": "The page was open for too long, or came from elsewhere. Nothing was stored.",
    }
    return render(request, "refused.html", told, status=403)


def not_understood(request: HttpRequest, exception: Exception) -> HttpResponse:
    """What was sent is no form of this site."""
    told = {"title": "That could not be read", "says": "Nothing was stored. Please go back and try again."}
    return render(request, "refused.html", told, status=400)


def not_here(request: HttpRequest, exception: Exception) -> HttpResponse:
    """There is no such page, or it is not this person's."""
    told = {"title": "There is no such page", "says": "It may have moved, or the link was cut short."}
    return render(request, "refused.html", told, status=404)


def our_fault(request: HttpRequest) -> HttpResponse:
    """Something in here broke. No template that asks the database: that may be what broke."""
    return render(None, "broken.html", status=500)
