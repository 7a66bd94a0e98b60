"""Reminders to a device: only where operator and person both switched them on, without a word in them, and to
nobody but the services of those who make browsers."""

import json
import socket
import ssl
from base64 import urlsafe_b64decode
from datetime import UTC, datetime, timedelta
from http.client import HTTPSConnection
from typing import Any

import pytest
from cryptography.hazmat.primitives.asymmetric.ec import ECDSA, SECP256R1, EllipticCurvePublicKey
from cryptography.hazmat.primitives.asymmetric.utils import encode_dss_signature
from cryptography.hazmat.primitives.hashes import SHA256
from django.core import mail
from django.core.exceptions import ImproperlyConfigured
from django.test import Client

from gradus_web.config.reading import Environment
from gradus_web.people.models import User
from gradus_web.reminders import pushing
from gradus_web.reminders.actions import MOST
from gradus_web.reminders.models import Way
from gradus_web.reminders.pushing import is_of_a_service, public_key
from gradus_web.reminders.sending import Told, send_due
from tests.web.conftest import account, client_of

pytestmark = pytest.mark.django_db
ENDPOINT = "https://fcm.googleapis.com/fcm/send/carried-by-the-blue-canoe"
NINE = datetime(2026, 3, 2, 9, tzinfo=UTC)
NONE, ONE, FAILED = Told(0, 0), Told(1, 0), Told(0, 1)


class Service:
    """A push service that answers with `status`, and what it was asked."""

    def __init__(self) -> None:
        self.status = 201
        self.asked: list[tuple[str, str, bytes, dict[str, str]]] = []

    def __call__(self, host: str, *, timeout: float, context: ssl.SSLContext) -> "Service":
        assert 0 < timeout <= 10
        assert context.verify_mode == ssl.CERT_REQUIRED
        assert context.check_hostname
        self.host = host
        return self

    def request(self, method: str, path: str, *, body: bytes, headers: dict[str, str]) -> None:
        assert method == "POST"
        self.asked.append((self.host, path, body, headers))

    def getresponse(self) -> "Service":
        return self

    def close(self) -> None: ...


@pytest.fixture(autouse=True)
def service(settings: Any, monkeypatch: pytest.MonkeyPatch) -> Service:
    """The operator has switched pushes on, and one service serves every browser."""
    settings.PUSH = "mailto:operator@example.org"
    made = Service()
    monkeypatch.setattr(pushing, "HTTPSConnection", made)
    return made


def switch(browser: Client, endpoint: str = ENDPOINT, *, on: bool = True) -> int:
    """The status of the answer to the form."""
    told = {"do": "keep", "at": "09:00", "days": "training", "endpoint": endpoint} | (
        {"device": "on"} if on else {}
    )
    return browser.post("/you/reminders/ways", told).status_code


@pytest.fixture
def wanting(owner: User) -> User:
    """The owner, who wants to be reminded on this device at nine; today something waits."""
    assert switch(client_of(owner)) == 302
    return owner


def test_a_push_is_empty_and_signed_for_that_service_alone(wanting: User, service: Service) -> None:
    assert [send_due(NINE), send_due(NINE)] == [ONE, NONE]
    ((host, path, body, headers),) = service.asked
    assert (host, path, body) == ("fcm.googleapis.com", "/fcm/send/carried-by-the-blue-canoe", b"")
    assert (headers["TTL"], headers["Urgency"]) == ("7200", "normal")
    assert set(headers) == {"TTL", "Urgency", "Authorization"}
    claims = verified(headers["Authorization"])
    assert claims == {
        "aud": "https://fcm.googleapis.com",
        "exp": int((NINE + timedelta(hours=12)).timestamp()),
        "sub": "mailto:operator@example.org",
    }
    assert not mail.outbox


def verified(header: str) -> dict[str, Any]:
    """What the token says, once its signature was found to be that of the key beside it (RFC 8292)."""
    scheme, _, told = header.partition(" ")
    parts = dict(each.strip().split("=", 1) for each in told.split(","))
    assert (scheme, parts["k"]) == ("vapid", public_key())
    text, _, signature = parts["t"].rpartition(".")
    head, claims = (json.loads(raw(each)) for each in text.split("."))
    assert head == {"typ": "JWT", "alg": "ES256"}
    pair = raw(signature)
    assert len(pair) == 64
    key = EllipticCurvePublicKey.from_encoded_point(SECP256R1(), raw(parts["k"]))
    half = (int.from_bytes(pair[:32]), int.from_bytes(pair[32:]))
    key.verify(encode_dss_signature(*half), text.encode(), ECDSA(SHA256()))
    return dict(claims)


def raw(text: str) -> bytes:
    return urlsafe_b64decode(text + "=" * (-len(text) % 4))


def test_nothing_is_offered_or_sent_where_the_operator_has_not_switched_it_on(
    wanting: User, service: Service, settings: Any
) -> None:
    settings.PUSH = ""
    browser = client_of(wanting)
    assert 'name="device"' not in browser.get("/you/reminders").content.decode()
    assert switch(browser, ENDPOINT + "2") == 422
    assert send_due(NINE) == NONE
    assert service.asked == []


def test_the_page_says_through_whom_it_passes(owner: User) -> None:
    page = client_of(owner).get("/you/reminders").content.decode()
    assert "It passes through the servers of whoever made this browser." in page
    assert public_key() in page
    assert ENDPOINT not in page
    assert not Way.objects.exists()


def test_a_person_switches_it_off_for_this_device_or_for_all(wanting: User) -> None:
    browser = client_of(wanting)
    switch(browser, ENDPOINT + "2")
    assert switch(browser, on=False) == 302
    assert [way.endpoint for way in Way.objects.all()] == [ENDPOINT + "2"]
    browser.post("/you/reminders/ways", {"do": "end"})
    assert not Way.objects.exists()
    assert send_due(NINE) == NONE


@pytest.mark.parametrize("status", [404, 410])
def test_a_browser_that_is_gone_is_not_called_again(wanting: User, service: Service, status: int) -> None:
    service.status = status
    assert send_due(NINE) == NONE
    assert not Way.objects.exists()


@pytest.mark.parametrize("status", [301, 307, 400, 403, 429, 500])
def test_what_was_not_taken_is_sent_by_the_next_call(wanting: User, service: Service, status: int) -> None:
    """Least of all is an answer followed that leads elsewhere."""
    service.status = status
    assert send_due(NINE) == FAILED
    assert len(service.asked) == 1
    service.status = 201
    assert [send_due(NINE + timedelta(minutes=5)), send_due(NINE + timedelta(minutes=10))] == [ONE, NONE]


def test_each_device_is_called_once_and_one_that_fails_stops_no_other(
    wanting: User, service: Service
) -> None:
    switch(client_of(wanting), "https://updates.push.services.mozilla.com/wpush/v2/x")
    Way.objects.filter(endpoint=ENDPOINT).update(sent_on=NINE.date())
    assert send_due(NINE) == ONE
    assert [host for host, *_ in service.asked] == ["updates.push.services.mozilla.com"]


@pytest.mark.parametrize(
    "endpoint",
    [
        ENDPOINT,
        "https://updates.push.services.mozilla.com/wpush/v2/gAAAA",
        "https://web.push.apple.com/QGuQyavXutnMH",
        "https://wns2-par02p.notify.windows.com/w/?token=BQYAAA%3d%3d",
    ],
)
def test_the_services_of_the_browsers_are_known(owner: User, endpoint: str) -> None:
    assert switch(client_of(owner), endpoint) == 302


@pytest.mark.parametrize(
    "endpoint",
    [
        "http://fcm.googleapis.com/x",
        "https://localhost/x",
        "https://127.0.0.1/x",
        "https://[::1]/x",
        "https://169.254.169.254/latest/meta-data",
        "https://gradus.example.org/x",
        "https://fcm.googleapis.com:8443/x",
        "https://fcm.googleapis.com@10.0.0.1/x",
        "https://fcm.googleapis.com.example.org/x",
        "https://example.org/fcm.googleapis.com/x",
        "https://push.apple.com.example.org/x",
        "https://example.org#.push.apple.com/x",
        "https://a.b.notify.windows.com/x",
        "https://fcm.googleapis.com/x\r\nHost: 10.0.0.1",
        "https://fcm.googleapis.com/" + "x" * 500,
        "https://fcm.googleapis.com",
        "fcm.googleapis.com/x",
        "file:///etc/passwd",
        "",
    ],
)
def test_nothing_goes_to_a_host_of_somebodys_choice(owner: User, service: Service, endpoint: str) -> None:
    assert switch(client_of(owner), endpoint) == 422
    assert not Way.objects.exists()


def test_an_endpoint_that_is_kept_is_looked_at_again_before_it_is_called(
    wanting: User, service: Service
) -> None:
    Way.objects.update(endpoint="https://10.0.0.1/x")
    assert send_due(NINE) == NONE
    assert (service.asked, Way.objects.count()) == ([], 0)


def test_a_service_that_never_answers_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    """Within the time that is set, and without a word to whoever is there instead of the service."""
    monkeypatch.setattr(pushing, "HTTPSConnection", HTTPSConnection)
    monkeypatch.setattr(pushing, "PATIENCE_S", 0.05)
    with socket.create_server(("127.0.0.1", 0)) as deaf:
        real, port = socket.create_connection, deaf.getsockname()[1]
        here = lambda _, timeout, source: real(("127.0.0.1", port), timeout)  # noqa: E731
        monkeypatch.setattr(socket, "create_connection", here)
        with pytest.raises(TimeoutError):
            pushing.push(ENDPOINT, NINE)


def test_a_browser_reminds_one_person_at_a_time(wanting: User) -> None:
    other = account("other@example.org")
    switch(client_of(other))
    assert [way.wishes.user for way in Way.objects.all()] == [other]


def test_the_newest_devices_are_kept(owner: User) -> None:
    for nth in range(MOST + 1):
        switch(client_of(owner), f"{ENDPOINT}{nth}")
    assert {way.endpoint for way in Way.objects.all()} == {f"{ENDPOINT}{nth}" for nth in range(1, MOST + 1)}


def test_a_site_with_another_secret_calls_nobody_with_its_new_key(
    wanting: User, service: Service, settings: Any
) -> None:
    """A service would refuse the key, each day anew. The page offers it again."""
    before = public_key()
    settings.SECRET_KEY = "y" * 60
    assert public_key() != before
    assert send_due(NINE) == NONE
    assert service.asked == []


def test_nothing_of_it_is_left_of_an_erased_person(wanting: User) -> None:
    client_of(wanting).post("/you/forget", {"word": "erase"})
    assert not Way.objects.exists()


def test_whom_to_ask_is_said_as_an_address() -> None:
    for said in ("", "mailto:operator@example.org", "https://gradus.example.org/about"):
        assert Environment({"P": said}).contact("P") == said
    for said in ("operator@example.org", "http://gradus.example.org", "mailto:", "on"):
        with pytest.raises(ImproperlyConfigured, match="mailto:"):
            Environment({"P": said}).contact("P")


def test_a_key_is_a_point_of_the_curve_that_browsers_use() -> None:
    assert len(raw(public_key())) == 65
    assert is_of_a_service(ENDPOINT)
