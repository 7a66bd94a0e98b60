"""The site on a year-old record: a page of today, a set logged, a plan made; in one process, with SQLite.

From the request to the response, without a network: session, account and record are fetched anew each time.
Times are of the processor, which other programs on the machine disturb less. Aims: a set 10 ms and 12
queries, today 15 ms and 10 kB, a plan 300 ms, a question 50 ms, a PDF one second.
"""

import os
import tempfile
from collections.abc import Callable
from datetime import UTC, datetime, time, timedelta
from itertools import count
from pathlib import Path
from time import process_time
from typing import Any

from benchmarks.lives import LAST_DAY, year_old
from benchmarks.telling import tell
from gradus.record.codec import decode

ROUNDS = 41
SECONDS = count()


def now() -> datetime:
    """The morning after the year, a second later each time it is asked: what is kept follows what was."""
    return datetime.combine(LAST_DAY, time(8), UTC) + timedelta(seconds=next(SECONDS))


def main() -> None:
    """Print each page with its time, its queries and its size."""
    with tempfile.TemporaryDirectory() as folder:
        os.environ |= {
            "GRADUS_SITE_DATA": folder,
            "GRADUS_SITE_HTTPS": "off",
            "GRADUS_SITE_HOSTS": "testserver",
        }
        os.environ["DJANGO_SETTINGS_MODULE"] = "gradus_web.config.settings"
        _measure(Path(folder))


def _measure(folder: Path) -> None:
    import django  # noqa: PLC0415 once its settings are said
    from django.conf import settings  # noqa: PLC0415

    from gradus_web.config.reading import keep_secret  # noqa: PLC0415

    keep_secret(folder)
    django.setup()
    settings.CLOCK = "benchmarks.site.now"
    from django.core.management import call_command  # noqa: PLC0415

    for words in (("migrate",), ("createcachetable",), ("collectstatic", "--no-input")):
        call_command(*words, verbosity=0)
    browser = _owner()
    told = {"exercise": _named(browser, "exercise"), "amount": "8"}
    _tell("today", lambda: browser.get("/today"), aim_ms=15)
    _tell("the session's page", lambda: browser.get("/session"))
    browser.post("/session/set", told)
    _tell("its first set logged", lambda: browser.post("/session/set", told), before=lambda: _undo(browser))
    _tell("a set logged", lambda: browser.post("/session/set", told), aim_ms=10)
    _tell("a plan made and shown", lambda: browser.get("/plan/new"), aim_ms=300)
    _tell("progress", lambda: browser.get("/progress"))
    _tell("a question answered as one types", lambda: _asked(browser), aim_ms=50)
    _tell("the review as a PDF", lambda: browser.get("/progress/review.pdf"), aim_ms=1000)
    _tell("the programme as a PDF", lambda: browser.get("/plan/sheet.pdf"), aim_ms=1000)


def _asked(browser: Any) -> Any:
    """What the page fetches with each pause in typing."""
    return browser.get("/learn/", {"q": "is lifting bad for my back"}, headers={"X-Part": "found"})


def _undo(browser: Any) -> None:
    """The newest set is taken back, and this worker has read that."""
    browser.post("/session/undo", {"set": _named(browser, "set")})
    browser.get("/session")


def _named(browser: Any, name: str) -> str:
    """What the session's page holds under that name."""
    page: str = browser.get("/session").content.decode()
    return page.partition(f'name="{name}" value="')[2].partition('"')[0]


def _owner() -> Any:
    from django.test import Client  # noqa: PLC0415

    from gradus_web.people.actions import BACKEND  # noqa: PLC0415
    from gradus_web.people.doors import begin_record  # noqa: PLC0415
    from gradus_web.people.models import User  # noqa: PLC0415

    facts = decode(year_old()).facts
    user = User.objects.guest()
    begin_record(user, facts[0].person, facts, now(), example=True)
    browser = Client()
    browser.force_login(user, backend=BACKEND)
    return browser


def _tell(
    name: str,
    ask: Callable[[], Any],
    *,
    aim_ms: float | None = None,
    before: Callable[[], None] = lambda: None,
) -> None:
    from django.db import connection  # noqa: PLC0415
    from django.test.utils import CaptureQueriesContext  # noqa: PLC0415

    before()
    ask()
    took = []
    for _ in range(ROUNDS):
        before()
        begun = process_time()
        ask()
        took.append(process_time() - begun)
    before()
    with CaptureQueriesContext(connection) as queries:
        answer = ask()
    tell(name, took, aim_ms=aim_ms)
    print(f"  {len(queries)} queries, {len(answer.content) / 1000:.1f} kB, status {answer.status_code}")
