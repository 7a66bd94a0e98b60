"""Whether the process answers, and whether it can serve: for whatever watches over it, and nothing else.

Asked before hosts, HTTPS, sessions and the door are looked at: whoever watches asks from the same machine.
"""

import logging
from collections.abc import Callable, Mapping
from functools import cache

from django.db import connections
from django.db.migrations.executor import MigrationExecutor
from django.http import HttpRequest, HttpResponse

from gradus_web.content import library

Answer = Callable[[HttpRequest], HttpResponse]
LOG = logging.getLogger(__name__)


def watched(answer: Answer) -> Answer:
    """Answers two addresses by itself: the process lives; and it is ready to serve."""

    def answered(request: HttpRequest) -> HttpResponse:
        match request.path_info:
            case "/health/live":
                return _said(is_well=True)
            case "/health/ready":
                return _said(is_well=is_ready())
            case _:
                return answer(request)

    return answered


def _said(*, is_well: bool) -> HttpResponse:
    return HttpResponse(
        "ok\n" if is_well else "not ready\n",
        content_type="text/plain",
        status=200 if is_well else 503,
        headers={"Cache-Control": "no-store"},
    )


def is_ready(database: str = "default") -> bool:
    """Whether each thing that is needed is there; what is not is told to the log alone."""
    for what, look in NEEDED.items():
        try:
            look(database)
        except Exception:
            LOG.exception(f"Not ready, since this is not so: {what}.")
            return False
    return True


class Behind(Exception):
    """The database is not as this version wants it."""


def _answers(database: str) -> None:
    with connections[database].cursor() as cursor:
        cursor.execute("SELECT 1")
        cursor.fetchone()


@cache
def _is_up_to_date(database: str) -> None:
    """Once the database is as this version wants it, it stays so for as long as the process lives."""
    executor = MigrationExecutor(connections[database])
    if executor.migration_plan(executor.loader.graph.leaf_nodes()):
        raise Behind


def _has_content(_: str) -> None:
    library()


NEEDED: Mapping[str, Callable[[str], None]] = {
    "the database answers": _answers,
    "the database is as this version wants it": _is_up_to_date,
    "the content loads": _has_content,
}
