"""An exercise more in a session, and a second session on one day, as the core allows or refuses them."""

from typing import Any

import pytest
from django.test import Client

from gradus.record.facts import SessionDone
from gradus_web.content import library
from gradus_web.people.doors import begin_record
from gradus_web.people.models import User
from tests.build import AMINA
from tests.lives import Line, Told
from tests.web.conftest import MONDAY, account, client_of, here_of

pytestmark = pytest.mark.django_db
SEVEN = ["monday", "monday", "tuesday", "wednesday", "thursday", "friday", "friday"]


def somebody(**plan: Any) -> User:
    """Somebody on the first day of a plan."""
    lines: list[Line] = [{"day": 0, "screen": {}}, {"day": 0, **plan}]
    user = account("new@example.org")
    begin_record(user, AMINA, Told(lines, library()).facts, MONDAY, example=False)
    return user


def named(browser: Client) -> list[str]:
    return [str(line.row.exercise) for line in browser.get("/session").context["s"].lines]


def do_all(browser: Client) -> None:
    while (answer := browser.get("/session")).status_code == 200:
        step = answer.context["s"].step
        browser.post("/session/set", {"exercise": step.item.exercise, "amount": step.item.dose.amount})
    browser.post("/session/end", {"how": "finished"})


def test_an_exercise_comes_in_for_today_and_may_be_left_out_again() -> None:
    browser = client_of(
        somebody(plan=["monday", "thursday"], of_each=[["glute-bridge"], ["bird-dog", "dead-bug"]])
    )
    page = browser.get("/session/more")
    assert [each.exercise for each in page.context["options"]] == ["bird-dog", "dead-bug"]
    assert browser.post("/session/more", {"by": "bird-dog"}).headers["Location"] == "/session?at=bird-dog"
    assert named(browser) == ["glute-bridge", "bird-dog"]
    assert browser.post("/session/more", {"by": "goblet-squat"}).status_code == 404
    browser.post("/session/leave/bird-dog")
    assert named(browser) == ["glute-bridge"]


def test_what_stood_in_for_another_may_be_left_out_too() -> None:
    browser = client_of(somebody(plan=["monday"], exercises=["glute-bridge", "bird-dog"]))
    (other, *_) = browser.get("/session/change/bird-dog").context["options"]
    browser.post("/session/change/bird-dog", {"by": other.exercise})
    assert named(browser) == ["glute-bridge", other.exercise]
    browser.post(f"/session/leave/{other.exercise}")
    assert named(browser) == ["glute-bridge"]


def test_where_nothing_may_come_in_the_page_says_why() -> None:
    page = client_of(somebody(plan=["monday", "thursday"])).get("/session/more")
    assert page.context["options"] == ()
    assert "Nothing else of your plan can come in today" in page.content.decode()


def test_the_second_of_two_sessions_is_offered_and_done() -> None:
    user = somebody(plan=SEVEN, a_week=7)
    browser = client_of(user)
    do_all(browser)
    done = browser.get("/session/done").content.decode()
    assert "Start the second session" in done
    assert "The second of today" in browser.get("/today").content.decode()
    do_all(browser)
    ends = here_of(user).history.of(SessionDone)
    assert [each.shape for each in ends] == ["a", "b"]
    assert all(here_of(user).history.sets_of(each.id) for each in ends)
    assert "Start the second session" not in browser.get("/session/done").content.decode()


def test_a_second_session_that_is_not_in_the_plan_is_refused_with_words() -> None:
    browser = client_of(somebody(plan=["monday", "thursday"]))
    do_all(browser)
    assert browser.get("/session").headers["Location"] == "/session/done"
    assert (
        "You have trained today. That is enough for one day." in browser.get("/session/done").content.decode()
    )
