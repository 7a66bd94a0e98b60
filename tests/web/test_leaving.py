"""Who goes takes everything along, and leaves nothing behind."""

import json

import pytest
from django.apps import apps
from django.db import connection

from gradus.record import facts
from gradus_web.people.models import User
from tests.web.conftest import PLANTED, account, client_of, here_of

pytestmark = pytest.mark.django_db


def everything() -> str:
    """Every row of every table, as text."""
    told = []
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            cursor.execute(f"SELECT * FROM {connection.ops.quote_name(table)}")  # noqa: S608 names of ours
            told.append(repr([[bytes(x) if isinstance(x, memoryview) else x for x in row] for row in cursor]))
    return "".join(told)


def test_after_erasing_nothing_planted_is_found_anywhere(owner: User) -> None:
    here = here_of(owner)
    here.keep(here.fact(facts.Profile, goals=(PLANTED,)))
    other = account("other@example.org")
    browser, second = client_of(owner), client_of(owner)
    browser.post("/you/reminders/calendar", {"do": "keep", "train_at": "09:00"})
    planted = [
        PLANTED,
        "owner@example.org",
        str(owner.pk).replace("-", ""),
        str(here.row.id).replace("-", ""),
    ]
    assert [each for each in planted if each not in everything()] == []
    assert browser.post("/you/forget", {"word": "no"}).status_code == 422
    assert PLANTED in everything()
    assert "Everything is erased" in browser.post("/you/forget", {"word": "erase"}).content.decode()
    assert [each for each in planted if each in everything()] == []
    assert second.get("/today").headers["Location"].startswith("/?next=")
    assert User.objects.get() == other


def test_erasing_knows_every_table() -> None:
    """A table that is added has to be thought of here."""
    names = {model._meta.db_table for model in apps.get_models()}
    assert names == {
        "auth_group",
        "auth_permission",
        "django_content_type",
        "account_emailaddress",
        "account_emailconfirmation",
        "mfa_authenticator",
        "people_user",
        "people_record",
        "people_factline",
        "people_signedin",
        "people_token",
        "reminders_reminders",
        "reminders_way",
    }


def test_the_export_is_one_fact_a_line(owner: User) -> None:
    lines = client_of(owner).get("/you/record").content.splitlines()
    assert len(lines) == len(here_of(owner).history.received)
    assert {json.loads(line)["person"] for line in lines} == {here_of(owner).person}


def test_a_test_is_kept_with_its_side_and_within_its_bounds(owner: User) -> None:
    browser = client_of(owner)
    assert browser.post("/measures/side-bridge-hold", {"value": "500", "side": "left"}).status_code == 422
    assert browser.post("/measures/side-bridge-hold", {"value": "30"}).status_code == 422
    before = len(here_of(owner).history.of(facts.TestResult))
    browser.post("/measures/side-bridge-hold", {"value": "31", "side": "left"})
    newest = here_of(owner).history.of(facts.TestResult)[before:]
    assert [(fact.measure, fact.value, fact.side) for fact in newest] == [("side-bridge-hold", 31, "left")]
    assert "left 31" in browser.get("/measures").content.decode()
