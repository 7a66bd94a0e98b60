"""Which language a page speaks: the one that the person chose, else the first that their browser asks for,
among those that are offered."""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils.cache import patch_vary_headers
from django.utils.translation import override
from django.utils.translation.trans_real import parse_accept_lang_header

from gradus_web.content import ENGLISH, offered

COOKIE = "language"
THE_SAME = ("/api/", "/learn/pictures/")
"""What is the same in every language: what programs read, and pictures without words."""
LONGEST = 500
YEAR_S = 31_536_000
Answer = Callable[[HttpRequest], HttpResponse]


def in_their_language(answer: Answer) -> Answer:
    """Every page is made in the language of whoever asks, and says which it is and what it hangs on."""

    def answered(request: HttpRequest) -> HttpResponse:
        if request.path_info.startswith(THE_SAME):
            with override(settings.LANGUAGE_CODE):
                return answer(request)
        language = language_for(request)
        with override(code_of(language)):
            response = answer(request)
        response.setdefault("Content-Language", language)
        patch_vary_headers(response, ("Accept-Language", "Cookie"))
        return response

    return answered


def language_for(request: HttpRequest) -> str:
    """The language of the account, else of this browser, else one that it asks for, else English."""
    signed_in = settings.SESSION_COOKIE_NAME in request.COOKIES
    account = getattr(request.user, "language", "") if signed_in else ""
    for chosen in (account, request.COOKIES.get(COOKIE, "")):
        if chosen in offered():
            return chosen
    asked = parse_accept_lang_header(request.headers.get("Accept-Language", "")[:LONGEST].lower())
    return next((known for code, _ in asked if (known := code.partition("-")[0]) in offered()), ENGLISH)


def code_of(language: str) -> str:
    """The language as Django knows it, with the country whose spelling and dates it has."""
    return next(code for code, _ in settings.LANGUAGES if code.partition("-")[0] == language)


def spoken_to(chosen: str) -> override:
    """While it lasts, what is made speaks the language that an account chose; English where it chose none."""
    return override(code_of(chosen if chosen in offered() else ENGLISH))


def name_of(language: str) -> str:
    """What those who speak it call it."""
    return next(name for code, name in settings.LANGUAGES if code.partition("-")[0] == language)


def keep_language(request: HttpRequest, response: HttpResponse, chosen: str) -> None:
    """This browser speaks that language from now on, whoever is signed in."""
    response.set_cookie(
        COOKIE, chosen, max_age=YEAR_S, samesite="Lax", secure=request.is_secure(), httponly=True
    )
