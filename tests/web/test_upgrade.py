"""A database of any earlier version comes up to this one with all that is in it, and nothing is taken away
that the version before still reads."""

import inspect
from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime, time
from importlib import import_module
from pathlib import Path
from uuid import UUID

import pytest
from django.db import connections, migrations, models
from django.db.migrations.executor import MigrationExecutor

from gradus.record.codec import encode
from gradus.record.facts import Fact
from gradus_web.config import health
from gradus_web.people.models import FactLine, Record, User
from tests.web.database import apart, beside, migrated, migrations_of

__all__ = ["apart"]

STATES = (
    ("people", "0001_initial"),
    ("people", "0002_signedin"),
    ("people", "0003_token"),
    ("people", "0004_user_language"),
    ("reminders", "0001_initial"),
    ("reminders", "0002_ways"),
)
ADDRESS = "long.here@example.org"
KEPT = "as it is"
TAKEN = {
    ("people", "0002_signedin"): "sessions moved into a table with an owner; the old table was dropped",
    ("reminders", "0002_ways"): "mail became one way among others; its columns moved",
}
"""What takes something away in one step, from before the site served anybody but its makers."""
TAKES = (
    migrations.RemoveField,
    migrations.DeleteModel,
    migrations.RenameField,
    migrations.RenameModel,
    migrations.AlterModelTable,
)


@pytest.fixture
def old(apart: None, tmp_path: Path) -> Iterator[str]:
    with beside(tmp_path / "site.sqlite3") as name:
        health._is_up_to_date.cache_clear()
        yield name
        health._is_up_to_date.cache_clear()


@pytest.mark.parametrize("state", STATES)
def test_what_an_earlier_version_kept_is_there_afterwards(
    old: str, state: tuple[str, str], lived: tuple[Fact, ...]
) -> None:
    then = migrated(old, [state])
    user = then.get_model("people", "User").objects.using(old).create(email=ADDRESS, password=KEPT)
    record = then.get_model("people", "Record").objects.using(old).create(id=lived[0].person, owner=user)
    line, received = then.get_model("people", "FactLine"), datetime(2026, 1, 5, 7, tzinfo=UTC)
    lines = line.objects.using(old)
    lines.bulk_create(line(record=record, fact=UUID(fact.id), line=encode(fact)) for fact in lived)
    lines.update(received=received)
    assert not health.is_ready(old)
    migrated(old)
    assert health.is_ready(old)
    (now,) = User.objects.using(old).all()
    assert (now.pk, now.email, now.password) == (user.pk, ADDRESS, KEPT)
    (kept,) = Record.objects.using(old).all()
    assert (kept.owner_id, kept.is_example) == (user.pk, False)
    found = list(FactLine.objects.using(old).order_by("seq").values_list("fact", "line", "received"))
    assert [(str(fact), bytes(line)) for fact, line, _ in found] == [
        (fact.id, encode(fact)) for fact in lived
    ]
    assert {at for *_, at in found} == {received}
    with connections[old].cursor() as cursor:
        assert cursor.execute("PRAGMA foreign_key_check").fetchall() == []
        assert cursor.execute("PRAGMA integrity_check").fetchone() == ("ok",)


def test_every_earlier_version_is_tried(old: str) -> None:
    assert tuple(migrations_of(old)) == STATES


def test_who_was_reminded_by_mail_still_is(old: str) -> None:
    then = migrated(old, [("reminders", "0001_initial")])
    users = then.get_model("people", "User").objects.using(old)
    wishes = then.get_model("reminders", "Reminders").objects.using(old)
    sent, told = date(2026, 1, 4), datetime(2026, 1, 3, 7, tzinfo=UTC)
    by_mail = wishes.create(
        user=users.create(email=ADDRESS), zone="UTC", told=told, mail_at=time(7), mailed_on=sent
    )
    wishes.create(user=users.create(email="no.mail@example.org"), zone="UTC", told=told)
    now = migrated(old)
    (way,) = now.get_model("reminders", "Way").objects.using(old).all()
    assert (way.wishes_id, way.endpoint, way.sent_on) == (by_mail.pk, "", sent)
    assert now.get_model("reminders", "Reminders").objects.using(old).get(pk=by_mail.pk).at == time(7)


def takes_away(operations: Sequence[object], source: str = "") -> bool:
    """Whether a migration takes away something that the version before may still read."""
    return any(isinstance(each, TAKES) for each in operations) or "DROP " in source


def test_only_a_migration_that_says_so_takes_something_away(old: str) -> None:
    """Such a one says in `contract` since which version nothing reads it: it comes a version after the one
    that stopped reading."""
    loader = MigrationExecutor(connections[old]).loader
    for key in migrations_of(old):
        migration = loader.graph.nodes[key]
        source = inspect.getsource(import_module(type(migration).__module__))
        says_so = key in TAKEN or bool(getattr(migration, "contract", None))
        assert not takes_away(migration.operations, source) or says_so, key
    assert set(TAKEN) <= set(migrations_of(old))


def test_what_takes_away_is_seen() -> None:
    assert not takes_away([migrations.AddField("User", "x", models.TextField())])
    assert takes_away([migrations.RemoveField("User", "email")])
    assert takes_away([migrations.DeleteModel("User")])
    assert takes_away([], "editor.execute('DROP TABLE people_user')")
