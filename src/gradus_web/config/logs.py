"""What is logged: a line of JSON each, that tells where and what kind, and nothing that anybody typed.

Names, words, secrets in addresses, and values in the messages of errors are somebody's. So a line has the
sentence as the program wrote it, without what was put into it; the pattern of the address, not the address;
and of an error its kind and the places in the code, not its message.
"""

import json
import logging
import traceback
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

OURS = "gradus_web"


class Lines(logging.Formatter):
    """A record of the log as one line of JSON."""

    def format(self, record: logging.LogRecord) -> str:
        told: dict[str, Any] = {
            "at": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "logger": record.name,
            "where": f"{record.module}:{record.lineno}",
        }
        sentence = _sentence(record)
        if sentence:
            told["says"] = sentence
        told |= _request(record)
        if record.exc_info and record.exc_info[1] is not None:
            told["error"] = list(_error(record.exc_info[1]))
        return json.dumps(told, ensure_ascii=True)


def _sentence(record: logging.LogRecord) -> str:
    """The sentence as it stands in the code. One that was put together before it was logged is left out, for
    it may hold anything; ours never are."""
    is_whole = record.name.split(".")[0] == OURS or bool(record.args)
    return record.msg if is_whole and isinstance(record.msg, str) else ""


def _request(record: logging.LogRecord) -> dict[str, Any]:
    """Of a request: how it was asked, by which pattern of address, and what it got."""
    request, status = getattr(record, "request", None), getattr(record, "status_code", None)
    told: dict[str, Any] = {} if not isinstance(status, int) else {"status": status}
    method = getattr(request, "method", None)
    if method in METHODS:
        told["method"] = method
    route = getattr(getattr(request, "resolver_match", None), "route", None)
    if route is not None:
        told["route"] = f"/{route}"
    return told


METHODS = ("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS")


def _error(error: BaseException) -> Iterator[dict[str, Any]]:
    """The error and what led to it, each as its kind and the places that it passed, the last first."""
    seen: set[int] = set()
    led: BaseException | None = error
    while led is not None and id(led) not in seen:
        seen.add(id(led))
        places = traceback.extract_tb(led.__traceback__)
        yield {
            "kind": f"{type(led).__module__}.{type(led).__qualname__}",
            "places": [f"{each.filename}:{each.lineno} {each.name}" for each in reversed(places)],
        }
        led = led.__cause__ or (None if led.__suppress_context__ else led.__context__)
