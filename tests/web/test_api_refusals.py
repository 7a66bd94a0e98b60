"""Whatever the API refuses, it says so in its own shape: nothing else that a program would have to read."""

import json
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client, RequestFactory

from gradus_web.api.gate import MOST, MOST_GUESSES
from gradus_web.config.often import too_often
from gradus_web.config.refusals import our_fault
from gradus_web.people.models import User
from tests.web import clock
from tests.web.conftest import client_of
from tests.web.entering import token_of

pytestmark = pytest.mark.django_db
NOWHERE = ("", "nothing", "today/", "library/cats/tabby/1", "openapi.json/more")


def says(answer: Any) -> str:
    """What a refusal says; it has nothing else in it."""
    assert answer.headers["Content-Type"].startswith("application/json"), answer.content
    told = json.loads(answer.content)
    assert list(told) == ["says"]
    words: str = told["says"]
    assert words
    return words


@pytest.mark.parametrize("path", NOWHERE)
def test_an_address_that_is_none_is_refused_in_its_own_shape(path: str, guest: User) -> None:
    for browser in (Client(), client_of(guest)):
        answer = browser.get(f"/api/v1/{path}")
        assert answer.status_code == 404
        assert says(answer)


def test_a_way_that_is_none_and_a_fault_of_ours_as_well(guest: User) -> None:
    browser = client_of(guest)
    for path, ways in (("today", "GET"), ("facts", "GET, POST"), ("openapi.json", "GET")):
        answer = browser.delete(f"/api/v1/{path}")
        assert (answer.status_code, {*answer.headers["Allow"].split(", ")}) == (405, {*ways.split(", ")})
        assert says(answer)
    broken = our_fault(RequestFactory().get("/api/v1/plan"))
    assert broken.status_code == 500
    assert says(broken)


def test_whoever_asks_very_often_is_asked_to_wait_and_nobody_else(owner: User, guest: User) -> None:
    token = token_of(owner)
    program = Client(headers={"authorization": f"Bearer {token}"})
    for _ in range(MOST - 1):
        assert not too_often("api", str(owner.pk), MOST, clock.now())
    assert program.get("/api/v1/plan").status_code == 200
    answer = program.get("/api/v1/plan")
    assert (answer.status_code, answer.headers["Retry-After"]) == (429, "3600")
    assert "very often" in says(answer)
    sent = program.post("/api/v1/facts", {"facts": []}, content_type="application/json")
    assert sent.status_code == 429
    assert client_of(guest).get("/api/v1/plan").status_code == 200
    clock.AT["now"] += timedelta(hours=1)
    assert program.get("/api/v1/plan").status_code == 200


def test_guessing_a_token_is_counted_and_stops_nobody_who_has_one(owner: User) -> None:
    token = token_of(owner)
    guesser = Client(headers={"authorization": "Bearer gradus_guess"})
    statuses = [guesser.get("/api/v1/today").status_code for _ in range(MOST_GUESSES + 2)]
    assert statuses == [401] * MOST_GUESSES + [429] * 2
    program = Client(headers={"authorization": f"Bearer {token}"})
    assert program.get("/api/v1/plan").status_code == 200
