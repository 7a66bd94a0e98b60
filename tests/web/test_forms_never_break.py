"""Whatever is sent to a form, the answer is a page or a word about what is wrong, never a fault of ours."""

import json
from typing import Any

import pytest
from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.mfa.webauthn.internal.auth import WebAuthn
from django.core.cache import cache
from django.test import Client
from fido2.utils import websafe_encode
from hypothesis import HealthCheck, given
from hypothesis import strategies as st

from gradus_web.people.models import User
from tests.tries import tries
from tests.web.conftest import PASSWORD, client_of
from tests.web.device import Device, at_home
from tests.web.entering import sure

pytestmark = pytest.mark.django_db

FORMS: dict[str, tuple[str, ...]] = {
    "/begin": ("country", "consent"),
    "/account/in": ("login", "password"),
    "/account/keep": ("email", "password1"),
    "/account/password/forgotten": ("email",),
    "/account/in/passkey": ("credential",),
    "/account/in/second": ("code", "credential"),
    "/account/again": ("password",),
    "/you/devices/end": ("which",),
    "/screen/page/about-you": ("asked", "yes", "unsure", "none", "number-age-years", "number-systolic-mmhg"),
    "/screen/page/conditions-and-medicines": ("asked", "yes", "unsure", "none"),
    "/screen/check": ("sure",),
    "/screen/examined": ("examined_by", "examined_on", "said"),
    "/morning": ("pain", "slept_badly", "low", "ill", "flare", "note"),
    "/flare": ("state", "pain"),
    "/pause": ("why", "until"),
    "/session/set": ("exercise", "amount", "load", "reserve", "pain", "leg", "minutes", "low"),
    "/session/undo": ("set",),
    "/session/end": ("how", "pain", "note", "minutes", "low"),
    "/session/leave/bird-dog": ("minutes",),
    "/session/change/bird-dog": ("by", "minutes"),
    "/measures/side-bridge-hold": ("side", "value"),
    "/measures/pain-numeric": ("value",),
    "/today/skip": (),
    "/plan/new": (),
    "/progress/milestone": ("words",),
    "/you/told": (
        "days", "minutes", "equipment", "bands", "dumbbells", "kettlebells", "cannot_take", "usual_pain",
        "eases", "provoked_by", "trains_already", "runs", "goals", "unit", "country",
    ),
    "/you/looks": ("looks",),
    "/you/reminders/calendar": ("train_at", "do"),
    "/you/reminders/ways": ("at", "days", "mail", "device", "endpoint", "do"),
    "/mail/off/guess": ("List-Unsubscribe",),
}  # fmt: skip
LIKELY = (
    *("0", "1", "5", "10", "11", "-1", "1e9", "nan", "inf", "yes", "no", "on", "2026-03-02", "0001-01-01"),
    *("9999-12-31", "bird-dog", "chair-stand", "age-years", "female", "pregnant", "bladder-change", "monday"),
    *("chair", "flexion", "began", "over", "finished", "stopped", "skipped", "holiday", "none", "GB", "lb"),
    *(
        "kg",
        "4 8 12",
        "further-down",
        "a@example.org",
        "x" * 3000,
        "\x00",
        "𝔘",
        "<b>&'\"",
        "%s{}",
        "٣",
        "1_0",
    ),
    *(" 7 ", "00005", "18:00", "keep", "renew", "end", "every", "https://fcm.googleapis.com/x"),
)


def values() -> st.SearchStrategy[list[str]]:
    """What may be sent under one name: likely words, or any."""
    words = st.sampled_from(LIKELY) | st.text(max_size=30)
    return st.lists(words.map(lambda word: word.encode("utf-8", "replace").decode()), max_size=3)


@st.composite
def posts(draw: st.DrawFn) -> tuple[str, dict[str, Any]]:
    """A form and what is sent to it."""
    path = draw(st.sampled_from(sorted(FORMS)))
    return path, {name: draw(values()) for name in FORMS[path]}


@tries(15, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(posts(), min_size=1, max_size=3), st.booleans())
def test_no_form_breaks(
    owner: User, guest: User, sent: list[tuple[str, dict[str, Any]]], is_owner: bool
) -> None:
    browser = client_of(owner if is_owner else guest)
    for path, told in sent:
        answer = browser.post(path, told)
        assert answer.status_code < 500, path
    for path in ("/today", "/session", "/progress"):
        assert browser.get(path).status_code < 500, path


OPTIONS = {"publicKey": {"rp": {"id": "localhost"}, "user": {"id": "AAAA"}, "challenge": "AAAA"}}
NAMES = ("id", "rawId", "type", "response", "clientExtensionResults", "clientDataJSON", "authenticatorData",
         "signature", "userHandle", "attestationObject")  # fmt: skip
SAID = websafe_encode(b'{"type": "webauthn.get", "challenge": "AAAA", "origin": "http://localhost"}')


def credentials() -> st.SearchStrategy[Any]:
    """What a browser may send for a passkey: anything, and what is nearly right."""
    leaf = st.none() | st.booleans() | st.integers() | st.text(max_size=5)
    text = st.sampled_from(["public-key", "AAAA", "e30", SAID, websafe_encode(b"x" * 37), "é"])
    anything = st.recursive(
        leaf | text,
        lambda inner: st.lists(inner, max_size=2) | st.dictionaries(st.sampled_from(NAMES), inner),
        max_leaves=8,
    )
    response = st.fixed_dictionaries({}, optional=dict.fromkeys(NAMES[5:], text | leaf))
    near = {"id": text, "rawId": text, "type": st.just("public-key"), "response": response}
    return anything | st.fixed_dictionaries(near, optional={"clientExtensionResults": anything})


@tries(12, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(credentials())
def test_no_passkey_breaks(owner: User, told: Any) -> None:
    """Nor is one kept that was not made."""
    cache.clear()
    sent = {"credential": json.dumps(told)}
    EmailAddress.objects.get_or_create(user=owner, email=owner.email, verified=True)
    kept = WebAuthn.add(owner, "one", json.loads(Device().make(OPTIONS))).instance
    somebody, inside = at_home(Client()), at_home(client_of(owner))
    for browser in (somebody, inside):
        browser.raise_request_exception = False
    somebody.get("/account/in/passkey", headers={"accept": "application/json"})
    assert somebody.post("/account/in/passkey", sent).headers["Location"] == "/account/in"
    somebody.post("/account/in", {"login": owner.email, "password": PASSWORD})
    assert somebody.get("/account/in/second").status_code == 200
    assert somebody.post("/account/in/second", sent).status_code == 200
    assert inside.get("/account/again/passkey").status_code == 200
    assert inside.post("/account/again/passkey", sent).status_code == 302
    sure(inside).get("/you/entry/passkey")
    assert inside.post("/you/entry/passkey", sent).status_code == 200
    assert Authenticator.objects.get(type="webauthn") == kept
    kept.delete()


@tries(10, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(max_size=40), st.text(max_size=40))
def test_no_question_breaks(owner: User, one: str, other: str) -> None:
    browser: Client = client_of(owner)
    clean = [each.encode("utf-8", "replace").decode() for each in (one, other)]
    asked = {
        "q": clean[0],
        "pattern": clean[1],
        "minutes": clean[0],
        "low": clean[1],
        "at": clean[1],
        "programme": clean[0],
    }
    for path in ("/learn/", "/learn/exercises", "/today", "/session", "/session/end", "/screen", "/plan/new"):
        assert browser.get(path, asked).status_code < 500, path
