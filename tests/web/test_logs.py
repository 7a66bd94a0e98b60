"""What is logged tells what happened and where, and nothing of anybody: what tells of somebody is planted."""

import io
import json
import logging
from collections.abc import Iterator
from typing import Any
from uuid import uuid4

import pytest
from django.db import IntegrityError
from django.http import HttpRequest, HttpResponse
from django.test import Client
from django.urls import include, path

from gradus_web.config.logs import Lines
from gradus_web.people.actions import BACKEND
from gradus_web.people.models import User
from tests.web.conftest import PASSWORD, PLANTED, account

pytestmark = pytest.mark.django_db
ADDRESS = "zora.quill@example.org"
SECRET = "s3cret-of-a-calendar"  # noqa: S105 of the tests alone
WHERE = "203.0.113.77"
BROWSER = "Mozilla/5.0 (Quillphone)"
CODE = "918273"


def breaks(request: HttpRequest, secret: str) -> HttpResponse:
    """An error whose message has what the person sent, led to by another one that has it as well."""
    note = request.POST["note"]
    try:
        int(note)
    except ValueError as fault:
        raise IntegrityError(f"duplicate key ({secret}, {ADDRESS}, {note})") from fault
    return HttpResponse()


urlpatterns = [path("breaks/<secret>", breaks), path("", include("gradus_web.config.urls"))]


@pytest.fixture
def log() -> Iterator[io.StringIO]:
    """What the site's own handler writes."""
    (handler,) = [each for each in logging.getLogger().handlers if isinstance(each.formatter, Lines)]
    assert isinstance(handler, logging.StreamHandler)
    before, written = handler.stream, io.StringIO()
    handler.setStream(written)
    yield written
    handler.setStream(before)


def lines(log: io.StringIO) -> list[dict[str, Any]]:
    return [json.loads(line) for line in log.getvalue().splitlines()]


@pytest.fixture
def known(owner: User) -> list[str]:
    """All that tells of somebody, and that no line may hold."""
    return [ADDRESS, "zora", SECRET, WHERE, BROWSER, CODE, PLANTED, PASSWORD, str(owner.pk), owner.email]


@pytest.mark.urls(__name__)
def test_an_error_is_told_by_its_kind_and_places_alone(
    owner: User, known: list[str], log: io.StringIO
) -> None:
    client = Client(raise_request_exception=False, REMOTE_ADDR=WHERE, HTTP_USER_AGENT=BROWSER)
    client.force_login(owner, backend=BACKEND)
    assert client.post(f"/breaks/{SECRET}?q={ADDRESS}", {"note": PLANTED}).status_code == 500
    (line,) = [each for each in lines(log) if each["level"] == "error"]
    assert line["says"] == "%s: %s"
    assert (line["status"], line["method"], line["route"]) == (500, "POST", "/breaks/<secret>")
    assert [each["kind"] for each in line["error"]] == [
        "django.db.utils.IntegrityError",
        "builtins.ValueError",
    ]
    assert "test_logs.py" in line["error"][0]["places"][0]
    assert not [each for each in known if each in log.getvalue()]


def test_nobody_is_told_of_by_what_goes_wrong(owner: User, known: list[str], log: io.StringIO) -> None:
    account(ADDRESS)
    client = Client(REMOTE_ADDR=WHERE, HTTP_USER_AGENT=BROWSER, raise_request_exception=False)
    strict = Client(enforce_csrf_checks=True, REMOTE_ADDR=WHERE, HTTP_USER_AGENT=BROWSER)
    client.get(f"/calendar/{SECRET}")
    client.get(f"/no-such-page/{SECRET}?q={ADDRESS}")
    client.get("/", headers={"host": f"{SECRET}.example.org"})
    client.post("/account/in", {"login": ADDRESS, "password": "wrong " + PLANTED})
    client.post("/account/in", {"login": ADDRESS, "password": PASSWORD})
    client.post("/account/in/second", {"code": CODE})
    client.post("/morning", {"pain": "x", "note": PLANTED})
    client.post("/offline/told", PLANTED, content_type="application/json")
    client.get("/api/v1/today", headers={"authorization": f"Bearer gradus_{SECRET}"})
    client.get("/api/v1/today", headers={"authorization": f"Bearer {PLANTED}"})
    client.post("/account/out")
    strict.post(f"/account/in?next=/{SECRET}", {"login": ADDRESS, "password": PASSWORD})
    said = [each.get("says") for each in lines(log)]
    assert "A sign-in failed." in said
    assert "Somebody signed in." in said
    assert any("Forbidden" in str(each) for each in said)
    assert any(each["logger"] == "django.security.DisallowedHost" for each in lines(log))
    assert not [each for each in known if each in log.getvalue()]


def test_a_sentence_that_was_put_together_before_is_left_out(log: io.StringIO) -> None:
    who = str(uuid4())
    logging.getLogger("another.library").warning(f"cannot mail {who}")
    logging.getLogger("another.library").warning("cannot mail %s", who)
    logging.getLogger("gradus_web.people").warning("Cannot mail %s.", who)
    assert [each.get("says") for each in lines(log)] == [None, "cannot mail %s", "Cannot mail %s."]
    assert who not in log.getvalue()


def test_an_error_that_leads_to_itself_ends(log: io.StringIO) -> None:
    fault = ValueError(PLANTED)
    fault.__cause__ = fault
    logging.getLogger("gradus_web").error("Broke.", exc_info=fault)
    (line,) = lines(log)
    assert [each["kind"] for each in line["error"]] == ["builtins.ValueError"]
