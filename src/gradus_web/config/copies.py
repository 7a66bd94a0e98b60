"""Copies of the database: made while it serves, and believed only when they were looked at."""

import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

COUNTED = ("people_user", "people_record", "people_factline")


class NotWhole(Exception):
    """The copy is not what it should be. The text says what was done about it."""


def copy(database: Path, file: Path) -> dict[str, int]:
    """A copy of the whole database as it was at one moment, with how much is in it."""
    if file.exists():
        raise NotWhole(f"{file} is there already; name a new file.")
    if not database.exists():
        raise NotWhole(f"There is no database at {database}; begin with gradus-site init.")
    try:
        with closing(sqlite3.connect(database)) as source, closing(sqlite3.connect(file)) as target:
            source.backup(target)
            target.execute("PRAGMA journal_mode=DELETE")
        file.chmod(0o600)
        return looked_at(file)
    except sqlite3.DatabaseError as fault:
        file.unlink(missing_ok=True)
        raise NotWhole(f"{database} cannot be copied: {fault}.") from None
    except NotWhole:
        file.unlink()
        raise


def looked_at(file: Path) -> dict[str, int]:
    """How much is in the copy, once SQLite found nothing wrong with it; raises NotWhole."""
    try:
        with closing(sqlite3.connect(f"file:{file}?mode=ro", uri=True)) as found:
            said = found.execute("PRAGMA integrity_check").fetchone()[0]
            astray = found.execute("PRAGMA foreign_key_check").fetchall()
            counted = {name: found.execute(f"SELECT count(*) FROM {name}").fetchone()[0] for name in COUNTED}  # noqa: S608 names of ours
    except sqlite3.DatabaseError as fault:
        raise NotWhole(f"{file} is no copy of a site: {fault}.") from None
    if said != "ok" or astray:
        raise NotWhole(f"{file} is damaged: {said}.")
    return counted


def bring_back(file: Path, database: Path, *, replace: bool) -> dict[str, int]:
    """The copy in the place of the database; what was there is put aside, never thrown away."""
    counted = looked_at(file)
    if database.exists():
        if not replace:
            raise NotWhole(f"{database} is there already; say --replace to put it aside.")
        aside = f"{datetime.now(UTC):%Y%m%dT%H%M%S}"
        for ending in ("", "-wal", "-shm"):
            old = database.with_name(database.name + ending)
            if old.exists():
                old.rename(old.with_name(f"{database.name}.{aside}{ending}"))
    database.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    copy(file, database)
    found = looked_at(database)
    if found != counted:
        raise NotWhole(f"{database} holds {found}, and the copy {counted}.")
    return counted
