"""Passkeys without a browser: a device of the tests' own makes and uses one. See tests/browser for one."""

import re
from typing import Any

import pytest
from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from cryptography.hazmat.primitives.asymmetric.ec import SECP256R1, generate_private_key
from django.test import Client, RequestFactory
from fido2.utils import websafe_encode

from gradus_web.people.models import User
from gradus_web.people.templatetags.passkeys import passkeys_work
from tests.web.conftest import PASSWORD, account
from tests.web.device import Device, at_home, plain
from tests.web.entering import signed_in, sure

pytestmark = pytest.mark.django_db


@pytest.fixture
def user(db: None) -> User:
    """Somebody with a confirmed address and a password."""
    made = account("asked@example.org")
    EmailAddress.objects.create(user=made, email=made.email, verified=True, primary=True)
    return made


@pytest.fixture
def device(user: User) -> Device:
    """A device that keeps a passkey of theirs."""
    browser, made = sure(at_home(signed_in(user))), Device()
    options = browser.get("/you/entry/passkey").context["js_data"]["creation_options"]
    assert options["publicKey"]["authenticatorSelection"]["residentKey"] == "required"
    answer = browser.post("/you/entry/passkey", {"name": "", "credential": made.make(plain(options))})
    assert answer.headers["Location"] == "/you/entry/codes"
    return made


def used(device: Device, browser: Client) -> Client:
    """The browser, after the passkey was used in it to sign in."""
    asked = browser.get("/account/in/passkey", headers={"accept": "application/json"}).json()
    browser.post("/account/in/passkey", {"credential": device.sign(asked["request_options"])})
    return browser


def is_in(browser: Client) -> bool:
    """Whether somebody is signed in there."""
    return browser.get("/today").status_code == 200


def test_a_passkey_signs_in_by_itself(device: Device, user: User) -> None:
    browser = used(device, at_home(Client()))
    assert is_in(browser)
    assert user.email in browser.get("/you").content.decode()


def test_with_a_passkey_a_password_alone_opens_nothing(device: Device, user: User) -> None:
    browser = at_home(Client())
    answer = browser.post("/account/in", {"login": user.email, "password": PASSWORD})
    assert answer.headers["Location"] == "/account/in/second"
    assert not is_in(browser)
    options = browser.get("/account/in/second").context["js_data"]["request_options"]
    answer = browser.post("/account/in/second", {"credential": device.sign(plain(options))})
    assert answer.headers["Location"] == "/today"
    assert is_in(browser)


@pytest.mark.parametrize(
    "wrong",
    [
        {"origin": "https://elsewhere.example.org"},
        {"origin": "http://127.0.0.1"},
        {"verifies": False},
        {"key": generate_private_key(SECP256R1())},
        {"whose": websafe_encode(b"somebody")},
    ],
    ids=lambda wrong: next(iter(wrong)),
)
def test_what_is_not_the_passkey_opens_nothing(device: Device, wrong: dict[str, Any]) -> None:
    for name, value in wrong.items():
        setattr(device, name, value)
    assert not is_in(used(device, at_home(Client())))


def test_an_answer_that_was_overheard_opens_nothing(device: Device) -> None:
    first, second = at_home(Client()), at_home(Client())
    asked = first.get("/account/in/passkey", headers={"accept": "application/json"}).json()
    answer = device.sign(asked["request_options"])
    second.get("/account/in/passkey", headers={"accept": "application/json"})
    second.post("/account/in/passkey", {"credential": answer})
    first.post("/account/in/passkey", {"credential": answer})
    assert (is_in(first), is_in(second)) == (True, False)


def test_a_passkey_is_the_owners_alone_to_name_and_remove(device: Device) -> None:
    key = Authenticator.objects.get(type="webauthn").pk
    other = account("other@example.org")
    EmailAddress.objects.create(user=other, email=other.email, verified=True, primary=True)
    stranger = sure(signed_in(other))
    for what in ("name", "remove"):
        assert stranger.post(f"/you/entry/passkey/{key}/{what}", {"name": "mine"}).status_code == 404
    browser = sure(used(device, at_home(Client())))
    browser.post(f"/you/entry/passkey/{key}/name", {"name": "the old phone"})
    assert "the old phone" in browser.get("/you/entry").content.decode()
    browser.post(f"/you/entry/passkey/{key}/remove")
    assert not Authenticator.objects.exists()
    assert not is_in(used(device, at_home(Client())))


def test_a_passkey_that_is_not_known_is_refused_in_the_same_words_whoever_it_names(user: User) -> None:
    said = []
    for whose in (str(user.pk), "0" * 32):
        browser = Client()
        browser.get("/account/in/passkey", headers={"accept": "application/json"})
        sent = {"credential": f'{{"response": {{"userHandle": "{whose}"}}}}'}
        answer = browser.post("/account/in/passkey", sent, follow=True)
        said.append(re.sub(r'value="[^"]*"', "", answer.content.decode()))
    assert said[0] == said[1]
    assert "was not accepted" in said[0]


def test_the_page_says_where_passkeys_work(user: User, settings: Any) -> None:
    settings.ALLOWED_HOSTS = ["*"]
    ask = RequestFactory()
    assert passkeys_work(ask.get("/", secure=True, headers={"host": "gradus.example.org"}))
    assert passkeys_work(ask.get("/", headers={"host": "localhost:8000"}))
    assert not passkeys_work(ask.get("/", secure=True, headers={"host": "127.0.0.1:8000"}))
    assert not passkeys_work(ask.get("/", headers={"host": "127.0.0.1:8000"}))
    browser = sure(signed_in(user))
    for path in ("/you/entry", "/you/entry/passkey"):
        assert "This page is at neither" in browser.get(path, headers={"host": "127.0.0.1"}).content.decode()
        assert (
            "This page is at neither" not in browser.get(path, headers={"host": "localhost"}).content.decode()
        )
    assert "data-passkey" not in Client().get("/account/in", headers={"host": "127.0.0.1"}).content.decode()
