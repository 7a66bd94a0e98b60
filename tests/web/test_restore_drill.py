"""The drill: the command makes a copy of a site with data, the database is damaged, the command brings the
copy back, and everything is as it was."""

import sqlite3
from contextlib import closing
from pathlib import Path
from uuid import UUID

import pytest
from click.testing import CliRunner
from django.conf import settings
from django.db import connections

from gradus.record.codec import encode
from gradus.record.facts import Fact
from gradus_web.config import health
from gradus_web.config.copies import NotWhole, looked_at
from gradus_web.main import main
from gradus_web.people.models import FactLine, Record, User
from tests.web.database import apart, beside, migrated

__all__ = ["apart"]

PAGE = 4096


@pytest.fixture
def site(apart: None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, lived: tuple[Fact, ...]) -> Path:
    """The database of a site in which somebody has lived for two weeks."""
    path = tmp_path / "gradus.sqlite3"
    with beside(path) as name:
        migrated(name)
        user = User.objects.using(name).create(email="kept@example.org")
        record = Record.objects.using(name).create(id=UUID(lived[0].person), owner=user)
        FactLine.objects.using(name).bulk_create(
            FactLine(record=record, fact=UUID(fact.id), line=encode(fact)) for fact in lived
        )
    monkeypatch.setitem(settings.DATABASES["default"], "NAME", path)
    return path


def everything(path: Path) -> dict[str, list[tuple[object, ...]]]:
    """All rows of all tables."""
    with closing(sqlite3.connect(path)) as found:
        names = [each[0] for each in found.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        return {
            name: found.execute(f'SELECT * FROM "{name}" ORDER BY 1').fetchall()  # noqa: S608 its own names
            for name in sorted(names)
        }


def run(*words: str) -> tuple[int, str]:
    told = CliRunner().invoke(main, list(words))
    return told.exit_code, told.output


def damage(path: Path) -> None:
    """Every second page is overwritten, as a failing disk might."""
    held = bytearray(path.read_bytes())
    for start in range(PAGE, len(held) - PAGE, 2 * PAGE):
        held[start : start + PAGE] = b"\xff" * PAGE
    path.write_bytes(held)


def test_a_copy_brings_a_damaged_site_back(site: Path, tmp_path: Path, lived: tuple[Fact, ...]) -> None:
    copy = tmp_path / "copy.sqlite3"
    before = everything(site)
    assert len(before["people_factline"]) == len(lived)
    assert run("backup", str(copy)) == (
        0,
        f"Copied and checked: {copy} (1 records, {len(lived)} facts).\n",
    )
    damage(site)
    with pytest.raises(NotWhole):
        looked_at(site)
    code, says = run("backup", str(tmp_path / "later.sqlite3"))
    assert code != 0
    assert says.startswith("Error: ")
    assert not (tmp_path / "later.sqlite3").exists()
    code, says = run("restore", str(copy))
    assert code != 0
    assert "--replace" in says
    code, says = run("restore", str(copy), "--replace")
    assert (code, says) == (0, f"Restored and checked: 1 records, {len(lived)} facts.\n")
    assert everything(site) == before
    with beside(site) as name:
        health._is_up_to_date.cache_clear()
        assert health.is_ready(name)
        assert connections[name].settings_dict["NAME"] == str(site)
    health._is_up_to_date.cache_clear()


def test_a_damaged_copy_brings_nothing_back(site: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy.sqlite3"
    run("backup", str(copy))
    damage(copy)
    before = everything(site)
    code, says = run("restore", str(copy), "--replace")
    assert code != 0, says
    assert everything(site) == before
