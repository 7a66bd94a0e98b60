"""How a page gets at a record: by the person who is signed in, and in no other way."""

from collections.abc import Callable
from contextlib import nullcontext
from functools import wraps
from typing import Any

from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from gradus_web.clock import now
from gradus_web.diary.zone import zone_of
from gradus_web.people.doors import Differs, Here, Unreadable, record_of

Page = Callable[..., HttpResponse]


def with_record(page: Page) -> Page:
    """The page, given the record of whoever asks, whom the middleware lets in only when they are signed in. A
    record that cannot be judged stops everything. What a form changes is one act: from before the record is
    read until the page answers nobody else adds anything, so that two devices at one moment are one after the
    other."""
    return _given(page, in_one_act=True)


def with_record_in_parts(page: Page) -> Page:
    """Likewise, but that the page itself says what is one act."""
    return _given(page, in_one_act=False)


def _given(page: Page, *, in_one_act: bool) -> Page:
    @wraps(page)
    def opened(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        act = transaction.atomic() if in_one_act and request.method == "POST" else nullcontext()
        try:
            with act:
                here = record_of(request, now(zone_of(request)))
                request.here = here  # type: ignore[attr-defined]
                return page(request, here, *args, **kwargs)
        except Unreadable as fault:
            return render(request, "unreadable.html", {"told": str(fault)}, status=409)
        except Differs:
            told = {
                "title": _("Stored already"),
                "says": _("Something else was stored here a moment ago."),
            }
            return render(request, "refused.html", told, status=409)

    return opened


def here_of(request: HttpRequest) -> Here | None:
    """The record that the page was given; None on pages that need none."""
    return getattr(request, "here", None)
