"""Tokens: each opens one record to one program, and ends in every way in which it should."""

import json
import re
from collections.abc import Callable
from datetime import datetime

import pytest
from allauth.account.models import EmailAddress
from django.core import mail
from django.test import Client

from gradus.record.facts import Milestone
from gradus_web.people.actions import unlock
from gradus_web.people.models import Token, User
from gradus_web.people.tokens import BEGINS, MOST
from tests.web.conftest import PLANTED, account, client_of, here_of
from tests.web.entering import signed_in, sure, token_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def user(db: None) -> User:
    return account("asked@example.org")


def status(token: str, path: str = "today") -> int:
    """What a program with this token gets."""
    headers = {"authorization": f"Bearer {token}"}
    code: int = Client(headers=headers).get(f"/api/v1/{path}").status_code
    return code


def test_a_token_is_shown_once_and_kept_as_a_digest(user: User) -> None:
    browser = sure(signed_in(user))
    shown = browser.post("/you/programs/new", {"name": "my watch"})
    token = shown.context["made"]
    assert re.fullmatch(BEGINS + r"[\w-]{43}", token)
    assert token in shown.content.decode()
    listed = browser.get("/you/programs").content.decode()
    assert "my watch" in listed
    assert "not used yet" in listed
    assert token not in listed
    assert token not in json.dumps(list(Token.objects.values()), default=str)
    assert [each.subject for each in mail.outbox] == ["How you get in was changed"]
    assert status(token) == 200
    assert "last used on" in browser.get("/you/programs").content.decode()


def test_a_token_opens_the_record_of_its_owner_and_no_page(user: User, owner: User) -> None:
    here = here_of(owner)
    here.keep(here.fact(Milestone, words=PLANTED))
    mine, theirs = (Client(headers={"authorization": f"Bearer {token_of(each)}"}) for each in (user, owner))
    assert PLANTED in theirs.get("/api/v1/facts").content.decode()
    assert PLANTED not in mine.get("/api/v1/facts").content.decode()
    for path in ("/today", "/you/programs", "/you/forget", "/you/record"):
        assert theirs.get(path).headers["Location"].startswith("/?next=")


@pytest.mark.parametrize("token", ["", "gradus_", "gradus_" + "x" * 43, "x" * 5000, "\x00", "Bearer", "é"])
def test_what_is_no_token_opens_nothing(user: User, token: str) -> None:
    answer = Client(headers={"authorization": f"Bearer {token}"}).get("/api/v1/today")
    assert (answer.status_code, answer.headers["WWW-Authenticate"]) == (401, "Bearer")


def test_a_token_ends_by_hand_and_by_nobody_else(user: User) -> None:
    token, kept, browser = token_of(user), token_of(user), signed_in(user)
    handle = browser.get("/you/programs").context["tokens"][-1].handle
    client_of(account("other@example.org")).post("/you/programs/end", {"which": handle})
    for wrong in ("", "x", "9" * 40, "²", "-1"):
        browser.post("/you/programs/end", {"which": wrong})
    assert status(token) == 200
    browser.post("/you/programs/end", {"which": handle})
    assert (status(token), status(kept)) == (401, 200)


def test_a_new_password_ends_all_tokens(user: User) -> None:
    token = token_of(user)
    user.set_password("four loud herons")
    user.save()
    assert status(token) == 401
    assert client_of(user).get("/you/programs").context["tokens"] == []


def test_what_opens_an_account_again_ends_its_tokens(user: User) -> None:
    EmailAddress.objects.create(user=user, email=user.email, verified=True, primary=True)
    token = token_of(user)
    assert unlock(user.email)
    assert status(token) == 401


def test_a_token_that_nobody_uses_ends_after_ninety_days(user: User, monday: Callable[..., datetime]) -> None:
    used, unused = token_of(user), token_of(user)
    monday(days=90)
    assert status(used) == 200
    monday(days=1)
    assert (status(used), status(unused)) == (200, 401)
    assert len(client_of(user).get("/you/programs").context["tokens"]) == 1


def test_somebody_who_was_shut_out_has_no_way_in(user: User) -> None:
    token = token_of(user)
    User.objects.update(is_active=False)
    assert status(token) == 401


def test_erasing_everything_erases_tokens(user: User) -> None:
    token = token_of(user)
    client_of(user).post("/you/forget", {"word": "erase"})
    assert not Token.objects.exists()
    assert status(token) == 401


def test_the_password_is_asked_for_and_the_number_is_bounded(user: User) -> None:
    again = client_of(user).post("/you/programs/new", {"name": "a program"})
    assert again.headers["Location"].startswith("/account/again")
    browser = sure(signed_in(user))
    assert browser.post("/you/programs/new", {"name": ""}).status_code == 422
    for _ in range(MOST):
        assert browser.post("/you/programs/new", {"name": "a program"}).status_code == 200
    assert browser.post("/you/programs/new", {"name": "one more"}).status_code == 422


def test_a_browser_that_is_signed_in_sends_only_from_forms_of_the_site(owner: User) -> None:
    strict = client_of(owner, strict=True)
    sent: dict[str, object] = {"facts": []}
    answer = strict.post("/api/v1/facts", sent, content_type="application/json")
    assert (answer.status_code, bool(answer.json()["says"])) == (403, True)
    csrf = strict.get("/offline/told").json()["csrf"]
    answer = strict.post(
        "/api/v1/facts", sent, content_type="application/json", headers={"x-csrftoken": csrf}
    )
    assert answer.status_code == 200
    bearer = {"authorization": f"Bearer {token_of(owner)}"}
    program = Client(enforce_csrf_checks=True, headers=bearer)
    assert program.post("/api/v1/facts", sent, content_type="application/json").status_code == 200
