"""Settings of a site that kills itself once, hard, between the write and the answer, where a file in its data
folder says so."""

import os
import signal
from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

from gradus_web.config.settings import *  # noqa: F403 the settings of the site, whole
from gradus_web.config.settings import DATA, MIDDLEWARE

WILL = DATA / "dies-next"
SENT = ("/offline/told", "/session/set")


def dies(answer: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """What was sent is kept; nobody hears of it."""

    def answered(request: HttpRequest) -> HttpResponse:
        response = answer(request)
        if request.method == "POST" and request.path in SENT and WILL.exists():
            WILL.unlink()
            os.kill(os.getppid(), signal.SIGKILL)
            os.kill(os.getpid(), signal.SIGKILL)
        return response

    return answered


MIDDLEWARE = ["tests.browser.dying.dies", *MIDDLEWARE]
