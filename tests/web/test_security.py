"""What protects a person: headers, forms, passwords, and the settings that an operator may get wrong."""

import re
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client, override_settings
from django.urls import get_resolver

import gradus_web
from gradus.record.codec import encode_all
from gradus.record.facts import Fact
from gradus_web.clock import system
from gradus_web.config.checks import demo_door_is_shut, secret_is_kept
from gradus_web.config.counting import fingerprint
from gradus_web.config.reading import Environment, keep_secret, kept_secret, secret_path
from gradus_web.people.example import is_here, settle
from gradus_web.people.models import User
from tests.web.conftest import PASSWORD, account, client_of
from tests.web.test_routes import TABLE, patterns

SITE = Path(gradus_web.__file__).parent
BY_ITS_ADDRESS = ("mail-off",)
"""Forms that mail programs send by themselves: whoever holds the address may."""


@pytest.mark.django_db
def test_every_page_carries_the_policy_and_is_kept_by_no_cache(browser: Client) -> None:
    for path in ("/", "/today", "/learn/", "/you/record", "/no-such-page"):
        answer = browser.get(path, follow=True)
        policy = answer.headers["Content-Security-Policy"]
        assert "default-src 'none'" in policy
        assert "unsafe" not in policy
        assert answer.headers["Cache-Control"] in (
            "no-store",
            "max-age=0, no-cache, no-store, must-revalidate, private",
        )
        assert answer.headers["X-Frame-Options"] == "DENY"
        assert answer.headers["X-Content-Type-Options"] == "nosniff"


@pytest.mark.django_db
def test_no_form_is_taken_from_another_site(owner: User) -> None:
    strict = client_of(owner, strict=True)
    for route in TABLE:
        if route.method == "post" and route.name not in BY_ITS_ADDRESS:
            answer = strict.post(route.path)
            assert answer.status_code == 403, route.path
            said = "Nothing was stored" if route.name.startswith("api-") else "send that once more"
            assert said in answer.content.decode()


def test_no_script_of_the_site_calls_elsewhere() -> None:
    found = [*(SITE / "static").rglob("*.*"), SITE / "pwa" / "worker.js"]
    texts = [path for path in found if path.suffix in (".js", ".css", ".svg")]
    assert len(texts) > 20
    for path in texts:
        text = path.read_text(encoding="utf-8").replace("http://www.w3.org/2000/svg", "")
        assert not re.search(r"https?://|@import|eval\(|new Function", text), path.name


def test_queries_are_never_made_of_what_was_sent() -> None:
    """The faults of Django's queries came by dictionaries that were spread into them."""
    spread = re.compile(r"\b(filter|exclude|annotate|alias|get|order_by|Q)\(\s*\*")
    for path in SITE.rglob("*.py"):
        assert not spread.search(path.read_text(encoding="utf-8")), path


@pytest.mark.django_db
def test_a_sign_in_does_not_tell_who_has_an_account() -> None:
    account("known@example.org")
    pages = []
    for address in ("known@example.org", "nobody@example.org"):
        answer = Client().post("/account/in", {"login": address, "password": "not the password"})
        assert answer.status_code == 200
        page = answer.content.decode().replace(address, "")
        pages.append(re.sub(r'name="csrfmiddlewaretoken" value="[^"]*"', "", page))
    assert pages[0] == pages[1]
    for address in ("known@example.org", "nobody@example.org"):
        sent = Client().post("/account/password/forgotten", {"email": address})
        assert sent.headers["Location"] == "/account/password/sent"
        kept = Client().post("/account/keep", {"email": address, "password1": PASSWORD})
        assert kept.status_code == 302


@pytest.mark.django_db
def test_guessing_passwords_is_stopped() -> None:
    account("guessed@example.org")
    client = Client()
    for _ in range(12):
        client.post("/account/in", {"login": "guessed@example.org", "password": "wrong wrong wrong"})
    answer = client.post("/account/in", {"login": "guessed@example.org", "password": PASSWORD})
    assert "Location" not in answer.headers


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("path", "told"),
    [
        ("/account/password/forgotten", {"email": "somebody@example.org"}),
        ("/account/keep", {"email": "somebody@example.org", "password1": "short"}),
    ],
)
def test_whoever_asks_again_and_again_is_stopped(path: str, told: dict[str, str]) -> None:
    statuses = [Client().post(path, told).status_code for _ in range(25)]
    assert statuses[0] in (200, 302)
    assert statuses[-1] == 429


@pytest.mark.django_db
@pytest.mark.parametrize(
    "told", [{"note": "x" * 300_000}, {f"field{nth}": "1" for nth in range(400)}], ids=["long", "many"]
)
def test_what_is_too_much_at_once_is_refused_in_words(browser: Client, told: dict[str, str]) -> None:
    for path in ("/morning", "/session/set", "/you/told"):
        answer = browser.post(path, told)
        assert answer.status_code == 400
        assert "That could not be read" in answer.content.decode()


@pytest.mark.django_db
def test_a_file_is_read_by_no_form(browser: Client) -> None:
    """There is no upload; one that is sent all the same is bounded, and changes nothing."""
    for size in (10, 300_000):
        answer = browser.post("/morning", {"note": SimpleUploadedFile("x.txt", b"x" * size)})
        assert answer.status_code in (400, 422)


@pytest.mark.django_db
@pytest.mark.parametrize("password", ["short", "1234567890", "password123", "somebody@example.org"])
def test_a_weak_password_is_refused(password: str) -> None:
    answer = Client().post("/account/keep", {"email": "somebody@example.org", "password1": password})
    assert answer.status_code == 200
    assert not User.objects.exists()


@pytest.mark.django_db
def test_nobody_makes_the_example_person_their_own(lived: tuple[Fact, ...]) -> None:
    settle(encode_all(lived))
    example = User.objects.get()
    assert not example.has_usable_password()
    with override_settings(DEMO=True):
        browser = Client()
        assert browser.post("/demo").headers["Location"] == "/today"
    assert "example person, invented" in browser.get("/today").content.decode()
    kept = browser.post("/account/keep", {"email": "mine@example.org", "password1": PASSWORD})
    assert kept.headers["Location"] == "/today"
    browser.post("/you/forget", {"word": "erase"})
    assert User.objects.get() == example
    assert not User.objects.get().email


@pytest.mark.django_db
def test_an_example_of_last_week_makes_room_for_a_new_one(lived: tuple[Fact, ...]) -> None:
    other = account("other@example.org")
    assert not is_here(system())
    settle(encode_all(lived))
    first = User.objects.get(record__is_example=True)
    assert is_here(system() + timedelta(days=6))
    assert not is_here(system() + timedelta(days=8))
    settle(encode_all(lived))
    assert User.objects.get(record__is_example=True) != first
    assert User.objects.filter(pk=other.pk).exists()


@pytest.mark.django_db
def test_the_demo_door_is_shut_unless_it_is_a_demo() -> None:
    assert Client().post("/demo").status_code == 404
    with override_settings(DEMO=True):
        assert [fault.id for fault in demo_door_is_shut()] == ["gradus.E002"]
    assert demo_door_is_shut() == []


def test_a_kept_secret_is_asked_for(tmp_path: Path) -> None:
    with override_settings(DATA=tmp_path / "site"):
        assert [fault.id for fault in secret_is_kept()] == ["gradus.E001"]
        keep_secret(tmp_path / "site")
        assert secret_is_kept() == []
    secret = kept_secret(tmp_path / "site")
    keep_secret(tmp_path / "site")
    assert kept_secret(tmp_path / "site") == secret
    assert secret_path(tmp_path / "site").stat().st_mode & 0o077 == 0
    secret_path(tmp_path / "site").write_text("short")
    with pytest.raises(ImproperlyConfigured, match="too short"):
        kept_secret(tmp_path / "site")


def test_without_a_kept_secret_each_run_has_its_own(tmp_path: Path) -> None:
    assert kept_secret(tmp_path) != kept_secret(tmp_path)


@pytest.mark.parametrize(
    ("name", "value", "says"),
    [
        ("SWITCH", "perhaps", "say on or off"),
        ("ZONE", "Nowhere/Land", "name a zone"),
        ("FOLDER", __file__, "no folder"),
        ("ADDRESS", "gradus.example.org", "such as https"),
        ("ADDRESS", "https://gradus.example.org/site", "such as https"),
    ],
)
def test_a_bad_setting_stops_the_start_in_words(name: str, value: str, says: str) -> None:
    said = Environment({name: value})
    ask: dict[str, Callable[[], object]] = {
        "SWITCH": lambda: said.switch(name, otherwise=True),
        "ZONE": lambda: said.zone(name, "UTC"),
        "FOLDER": lambda: said.folder(name, Path()),
        "ADDRESS": lambda: said.address(name),
    }
    with pytest.raises(ImproperlyConfigured, match=says):
        ask[name]()


def test_settings_say_what_is_said() -> None:
    said = Environment({"A": "off", "B": " x , y,", "C": "", "D": "Europe/Oslo", "E": "http://here:8000/"})
    assert (said.address("E"), said.address("C")) == ("http://here:8000", "")
    assert said.switch("A", otherwise=True) is False
    assert said.names("B", ()) == ["x", "y"]
    assert said.names("C", ("z",)) == ["z"]
    assert said.zone("D", "UTC") == "Europe/Oslo"
    assert said.text("C", "w") == "w"


def test_only_known_views_are_open_to_nobody() -> None:
    """Whatever is not marked as open asks for somebody signed in."""
    opened = {
        each.name for each in patterns(get_resolver()) if not getattr(each.callback, "login_required", True)
    }
    table = {route.name for route in TABLE if not str(route.nobody).startswith("/?")}
    assert opened <= table
    assert "django.contrib.auth.middleware.LoginRequiredMiddleware" in settings.MIDDLEWARE


def test_counts_do_not_tell_whose_they_are() -> None:
    key = f"allauth:rl:user:{'known@example.org'}"
    made = fingerprint(key, "", 1)
    assert "known@example.org" not in made
    assert made == fingerprint(key, "", 1) != fingerprint(key, "", 2)
