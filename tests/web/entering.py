"""Signing in as the tests do it."""

from django.test import Client

from gradus_web.people.models import User
from tests.web.conftest import PASSWORD


def signed_in(user: User, agent: str = "") -> Client:
    """A browser in which they signed in by their password, which is all that is asked."""
    browser = Client(headers={"user-agent": agent})
    answer = browser.post("/account/in", {"login": user.email, "password": PASSWORD})
    assert answer.headers["Location"] == "/today"
    return browser


def sure(browser: Client) -> Client:
    """The same, having typed the password once more."""
    assert browser.post("/account/again", {"password": PASSWORD}).status_code == 302
    return browser


def token_of(user: User) -> str:
    """A token of theirs, made as they would make it."""
    browser = sure(signed_in(user))
    text: str = browser.post("/you/programs/new", {"name": "a program"}).context["made"]
    return text
