"""The pages of tokens: what programs may use the record, a new one, and the end of one."""

from allauth.account.decorators import reauthentication_required
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from gradus_web.clock import now
from gradus_web.diary.zone import zone_of
from gradus_web.people.forms import NewToken
from gradus_web.people.tokens import end, listed, make


@require_GET
def programs(request: HttpRequest) -> HttpResponse:
    """The programs that may use the record, with the last day on which each did."""
    return render(request, "people/programs.html", {"tokens": listed(request, now(zone_of(request)).date())})


@reauthentication_required  # type: ignore[untyped-decorator]
@require_http_methods(["GET", "HEAD", "POST"])
def new(request: HttpRequest) -> HttpResponse:
    """A new token, shown once. It is a way in, so the password is asked for first."""
    form = NewToken(request.POST or None)
    made = None
    if request.method == "POST" and form.is_valid():
        made = make(request, form.cleaned_data["name"], now(zone_of(request)).date())
        if made is None:
            form.add_error(None, _("There are as many as there can be. End one that you no longer use."))
    status = 422 if request.method == "POST" and made is None else 200
    return render(request, "people/new_token.html", {"form": form, "made": made}, status=status)


@require_POST
def end_token(request: HttpRequest) -> HttpResponse:
    """One of them ended."""
    if end(request, request.POST.get("which", "")):
        messages.success(request, _("Ended: that program gets in no more."))
    return redirect("programs")
