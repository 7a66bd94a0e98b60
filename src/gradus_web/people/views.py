"""The door: the first page, the start as a guest, the account, and the way out."""

from allauth.account.views import SignupView
from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.decorators import method_decorator
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from gradus_web.clock import now
from gradus_web.config.certificate import fingerprint, for_phones
from gradus_web.config.languages import keep_language
from gradus_web.content import expectation, known_country, offered
from gradus_web.diary.gate import with_record_in_parts
from gradus_web.diary.zone import zone_of
from gradus_web.people.actions import begin_as_guest, choose_language, enter_example, erase
from gradus_web.people.adapter import is_guest
from gradus_web.people.doors import Here
from gradus_web.people.forms import Begin


@login_not_required
@require_GET
def welcome(request: HttpRequest) -> HttpResponse:
    """What this is, for whom, and how to begin; whoever has begun is led to their day."""
    if request.user.is_authenticated:
        return redirect("today")
    return _welcome(request, Begin(guess=_guess(request)))


@login_not_required
@require_POST
def begin(request: HttpRequest) -> HttpResponse:
    """Begins as a guest: the safety questions come next."""
    if request.user.is_authenticated:
        return redirect("today")
    form = Begin(request.POST)
    if not form.is_valid():
        return _welcome(request, form, status=422)
    begin_as_guest(request, form.cleaned_data["country"] or None, now(zone_of(request)))
    return redirect("screen")


@login_not_required
@require_POST
def demo(request: HttpRequest) -> HttpResponse:
    """Enters as the example person, where the demo door is open."""
    if not settings.DEMO or not enter_example(request):
        raise Http404
    return redirect("today")


@login_not_required
@require_GET
def phone(request: HttpRequest) -> HttpResponse:
    """How a phone is made to trust the certificate that this computer made for itself, where it made one."""
    if settings.CERTIFICATE is None:
        raise Http404
    return render(request, "people/phone.html", {"mark": fingerprint(settings.CERTIFICATE)})


@login_not_required
@require_GET
def certificate(request: HttpRequest) -> HttpResponse:
    """The authority behind that certificate, in the form that phones take up."""
    if settings.CERTIFICATE is None:
        raise Http404
    return HttpResponse(for_phones(settings.CERTIFICATE), content_type="application/x-x509-ca-cert")


@method_decorator(login_not_required, name="dispatch")
class Keep(SignupView):  # type: ignore[misc]
    """An address and a password: for somebody new, or for a guest who wants to keep their record."""

    template_name = "account/signup.html"

    def dispatch(self, request: HttpRequest, *args: object, **kwargs: object) -> HttpResponseBase:
        if request.user.is_authenticated and not is_guest(request.user):
            return redirect("today")
        answer: HttpResponseBase = super().dispatch(request, *args, **kwargs)
        return answer


@login_not_required
@require_POST
def speak(request: HttpRequest) -> HttpResponse:
    """The language that somebody chose: kept by the browser, and by the account of whoever is signed in."""
    chosen, back = request.POST.get("language", ""), request.POST.get("next", "")
    response = redirect(back if url_has_allowed_host_and_scheme(back, allowed_hosts=None) else "welcome")
    if chosen in offered():
        if request.user.is_authenticated:
            choose_language(request, chosen)
        keep_language(request, response, chosen)
    return response


@require_http_methods(["GET", "HEAD", "POST"])
@with_record_in_parts
def forget(request: HttpRequest, here: Here) -> HttpResponse:
    """Everything erased, once the word is typed; the example person is nobody's to erase."""
    word = gettext("erase")
    wrong = request.method == "POST" and request.POST.get("word", "").strip().lower() != word.lower()
    if request.method == "POST" and not wrong and not here.row.is_example:
        erase(request)
        return render(request, "people/erased.html")
    return render(request, "people/forget.html", {"wrong": wrong, "word": word}, status=422 if wrong else 200)


@login_not_required
@require_http_methods(["GET"])
def privacy(request: HttpRequest) -> HttpResponse:
    """What is kept, where, and what this is not."""
    return render(request, "people/privacy.html")


def _welcome(request: HttpRequest, form: Begin, status: int = 200) -> HttpResponse:
    told = {"form": form, "demo": settings.DEMO, "expectation": expectation()}
    return render(request, "people/welcome.html", told, status=status)


def _guess(request: HttpRequest) -> str:
    """The country that the browser's languages name; empty where they name none."""
    for part in request.headers.get("Accept-Language", "")[:200].split(","):
        _, _, region = part.split(";")[0].strip().partition("-")
        if known_country(region.upper()):
            return region.upper()
    return ""
