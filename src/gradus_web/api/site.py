"""The API as a whole: how it answers, and the words for what it refuses."""

from hashlib import sha256
from typing import Any

from django.core.exceptions import RequestDataTooBig
from django.http import HttpRequest, HttpResponse
from django.utils.cache import get_conditional_response
from django.utils.http import quote_etag
from ninja import NinjaAPI
from ninja.errors import AuthenticationError, HttpError, ValidationError

from gradus.record.batch import NoBatch
from gradus_web.api.gate import TOO_MANY, TOO_OFTEN, BySession, ByToken, guesses
from gradus_web.config.often import HOUR_S
from gradus_web.people.doors import Differs, Unreadable

ABOUT = (
    "Graded strength training for low back pain, for programs. It supports self-management and does not "
    "diagnose. Where an answer says that the action is locked, show its advice and nothing about exercise."
)


class Refused(Exception):
    """It cannot be done, with the status that says so and the words for it."""

    def __init__(self, status: int, says: str) -> None:
        super().__init__(says)
        self.status, self.says = status, says


class Api(NinjaAPI):
    """Whoever asks again and names the answer that they have, by its ETag, is told where it is the same."""

    def create_response(self, request: HttpRequest, data: Any, **how: Any) -> HttpResponse:
        response = super().create_response(request, data, **how)
        if request.method != "GET" or response.status_code != 200:
            return response
        response["ETag"] = etag = quote_etag(sha256(response.content).hexdigest()[:32])
        response["Vary"] = "Authorization, Cookie, Time-Zone"
        told = get_conditional_response(request, etag=etag, response=response)
        return response if told is None else told


api = Api(
    title="Gradus",
    version="1",
    description=ABOUT,
    urls_namespace="api",
    docs_url=None,
    openapi_url=None,
    auth=[ByToken(), BySession()],
)


def _says(request: HttpRequest, status: int, says: str) -> HttpResponse:
    return api.create_response(request, {"says": says}, status=status)


@api.exception_handler(Refused)
def refused(request: HttpRequest, fault: Refused) -> HttpResponse:
    return _says(request, fault.status, fault.says)


@api.exception_handler(AuthenticationError)
def unknown(request: HttpRequest, _: AuthenticationError) -> HttpResponse:
    if guesses(request):
        return not_so(request, HttpError(TOO_OFTEN, TOO_MANY))
    response = _says(request, 401, "Send a token: Authorization: Bearer gradus_…")
    response["WWW-Authenticate"] = "Bearer"
    return response


@api.exception_handler(HttpError)
def not_so(request: HttpRequest, fault: HttpError) -> HttpResponse:
    response = _says(request, fault.status_code, str(fault))
    if fault.status_code == TOO_OFTEN:
        response["Retry-After"] = str(HOUR_S)
    return response


@api.exception_handler(ValidationError)
def not_understood(request: HttpRequest, fault: ValidationError) -> HttpResponse:
    told = "; ".join(f"{'.'.join(map(str, each['loc'][1:]))}: {each['msg']}" for each in fault.errors)
    return _says(request, 422, told)


@api.exception_handler(NoBatch)
def no_batch(request: HttpRequest, fault: NoBatch) -> HttpResponse:
    return _says(request, 422, str(fault))


@api.exception_handler(RequestDataTooBig)
def too_big(request: HttpRequest, _: RequestDataTooBig) -> HttpResponse:
    return _says(request, 413, "That is too much at once; send it in parts.")


@api.exception_handler(Unreadable)
def unreadable(request: HttpRequest, fault: Unreadable) -> HttpResponse:
    return _says(request, 409, f"The record cannot be read, so nothing is decided on it. {fault}")


@api.exception_handler(Differs)
def differs(request: HttpRequest, _: Differs) -> HttpResponse:
    return _says(request, 409, "Something else was stored here a moment ago.")
