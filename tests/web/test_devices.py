"""The browsers in which one is signed in: listed, signed out one by one, and brought over from before."""

from importlib import import_module

import pytest
from django.apps import apps
from django.db import connection
from django.test import RequestFactory

from gradus_web.people.devices import named
from gradus_web.people.models import SignedIn, User
from gradus_web.people.sessions import SEEN
from tests.web.conftest import account, client_of
from tests.web.entering import signed_in

pytestmark = pytest.mark.django_db
PHONE = "Mozilla/5.0 (Android 15; Mobile; rv:140.0) Gecko/140.0 Firefox/140.0"


@pytest.fixture
def user(db: None) -> User:
    """Somebody with an address and a password."""
    return account("asked@example.org")


def test_another_browser_is_listed_and_signed_out(user: User) -> None:
    here, phone = signed_in(user), signed_in(user, PHONE)
    somebody = client_of(account("other@example.org"))
    shown = here.get("/you/devices").context["devices"]
    assert [(each.name, each.is_this) for each in shown] == [
        ("A browser", True),
        ("Firefox on Android", False),
    ]
    assert str(phone.session.session_key) not in here.get("/you/devices").content.decode()
    handle = shown[1].handle
    somebody.post("/you/devices/end", {"which": handle})
    here.post("/you/devices/end", {"which": "nothing"})
    assert phone.get("/today").status_code == 200
    assert here.post("/you/devices/end", {"which": handle}).headers["Location"] == "/you/devices"
    assert phone.get("/today").headers["Location"].startswith("/?next=")
    assert here.get("/today").status_code == somebody.get("/today").status_code == 200


def test_all_others_are_signed_out_and_this_one_never(user: User) -> None:
    here, *others = signed_in(user), signed_in(user, PHONE), signed_in(user, PHONE)
    somebody = client_of(account("other@example.org"))
    here.post("/you/devices/end", {"which": here.get("/you/devices").context["devices"][0].handle})
    here.post("/you/devices/end", {"which": "others"})
    assert len(here.get("/you/devices").context["devices"]) == 1
    for browser in others:
        assert browser.get("/today").headers["Location"].startswith("/?next=")
    assert somebody.get("/today").status_code == 200


def test_a_new_password_ends_what_was_open_and_the_list_knows(user: User) -> None:
    before = signed_in(user, PHONE)
    user.set_password("four loud herons")
    user.save()
    assert before.get("/today").headers["Location"].startswith("/?next=")
    shown = client_of(user).get("/you/devices").context["devices"]
    assert [each.is_this for each in shown] == [True]


def test_a_session_is_written_once_a_day(user: User) -> None:
    browser = signed_in(user)
    session = browser.session
    session[SEEN] = "2026-01-01"
    session.save()
    ends = SignedIn.objects.get(owner=user).expire_date
    browser.get("/privacy")
    browser.get("/you/entry")
    written = SignedIn.objects.get(owner=user)
    assert written.expire_date > ends
    browser.get("/you/entry")
    assert SignedIn.objects.get(owner=user).expire_date == written.expire_date


@pytest.mark.parametrize(
    ("says", "name"),
    [
        (PHONE, "Firefox on Android"),
        ("Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/143.0 Safari/537.36", "Chrome on Linux"),
        ("Mozilla/5.0 (Windows NT 10.0) Chrome/143.0 Safari/537.36 Edg/143.0", "Edge on Windows"),
        ("Mozilla/5.0 (iPhone; CPU iPhone OS 19_1) Version/19.1 Mobile Safari/604.1", "Safari on an iPhone"),
        ("curl/8", "A browser"),
        ("", "A browser"),
    ],
)
def test_a_browser_is_named_by_what_it_says_of_itself(says: str, name: str) -> None:
    assert named(RequestFactory().get("/", headers={"user-agent": says})) == name


def test_sessions_of_before_are_brought_over(user: User) -> None:
    bring = import_module("gradus_web.people.migrations.0002_signedin").bring
    browser = client_of(user)
    rows = list(SignedIn.objects.values_list("session_key", "session_data", "expire_date"))
    with connection.cursor() as cursor:
        cursor.execute(
            "CREATE TABLE django_session (session_key varchar(40), session_data text, expire_date datetime)"
        )
        for key, data, ends in rows:
            cursor.execute(
                "INSERT INTO django_session VALUES (%s, %s, %s)", [key, data, f"{ends:%Y-%m-%d %H:%M:%S.%f}"]
            )
    SignedIn.objects.all().delete()
    with connection.cursor() as cursor:
        bring(
            apps,
            type(
                "Editor", (), {"connection": connection, "execute": lambda self, sql: cursor.execute(sql)}
            )(),
        )
        assert "django_session" not in connection.introspection.table_names(cursor)
    assert SignedIn.objects.get().owner == user
    assert browser.get("/today").status_code == 200
