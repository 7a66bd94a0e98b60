"""What is told in the morning: one number, a tap each for what weighs on it, and a few words."""

import json

import pytest
from django.test import Client

from gradus.record.codec import decode
from gradus.record.facts import MorningCheckIn
from gradus.record.history import fold
from gradus_web.people.models import User
from tests.web.conftest import here_of

pytestmark = pytest.mark.django_db
WORDS = 'Slept on the "hard" side\n<b>&</b> \x1b[31mred'


def mornings(user: User) -> list[MorningCheckIn]:
    """What was told this morning."""
    here = here_of(user)
    return [fact for fact in here.history.of(MorningCheckIn) if fact.day == here.day]


def test_one_number_is_enough(browser: Client, owner: User) -> None:
    assert browser.post("/morning", {"pain": "3"}).headers["Location"] == "/today"
    assert [(fact.pain_0_10, fact.note, fact.tired) for fact in mornings(owner)] == [(3, "", None)]
    assert b"note" not in browser.get("/you/record").content.splitlines()[-1]


def test_of_two_mornings_of_one_day_the_later_is_shown(browser: Client) -> None:
    browser.post("/morning", {"pain": "3"})
    browser.post("/morning", {"pain": "6"})
    assert "This morning: 6 of 10." in browser.get("/today").content.decode()


def test_words_are_kept_and_shown_as_they_were_written(browser: Client, owner: User) -> None:
    browser.post("/morning", {"pain": "3", "note": f"  {WORDS} ", "low": "on"})
    (fact,) = mornings(owner)
    assert (fact.note, fact.tired) == (WORDS, True)
    page = browser.get("/today").content.decode()
    assert "&lt;b&gt;&amp;&lt;/b&gt;" in page
    assert "<b>&" not in page


def test_words_leave_with_the_record_and_come_back(browser: Client, owner: User) -> None:
    browser.post("/morning", {"pain": "3", "note": WORDS})
    lines = browser.get("/you/record").content
    assert json.loads(lines.splitlines()[-1])["note"] == WORDS
    assert b"\x1b" not in lines
    decoded = decode(lines)
    assert not decoded.faulty
    assert fold(decoded.facts).of(MorningCheckIn)[-1].note == WORDS


def test_too_many_words_are_refused_and_given_back(browser: Client, owner: User) -> None:
    answer = browser.post("/morning", {"pain": "3", "note": "y" * 1001})
    assert answer.status_code == 422
    assert "y" * 1001 in answer.content.decode()
    assert "fewer words" in answer.content.decode()
    assert mornings(owner) == []


def test_a_number_that_is_missing_loses_no_words(browser: Client, owner: User) -> None:
    answer = browser.post("/morning", {"note": "long drive", "low": "on"})
    page = answer.content.decode()
    assert (answer.status_code, "tap one number" in page, "long drive" in page) == (422, True, True)
    assert 'name="low" checked' in page


def test_the_key_that_ends_a_line_sends_no_number(browser: Client, owner: User) -> None:
    """A browser sends a form by its first button when that key is pressed; here that one is no number."""
    form = browser.get("/morning").content.decode().split('<form class="card morning"')[1]
    first = form[form.index("<button") :]
    assert first.startswith("<button hidden></button>")
    assert browser.post("/morning", {"low": "on"}).status_code == 422
    assert mornings(owner) == []
