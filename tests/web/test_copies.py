"""Copies are believed only when they were looked at; what is replaced is put aside."""

import sqlite3
import threading
from contextlib import closing
from pathlib import Path

import pytest

from gradus_web.config.copies import COUNTED, NotWhole, bring_back, copy, looked_at
from gradus_web.config.sqlite.base import Queue


@pytest.fixture
def database(tmp_path: Path) -> Path:
    """A database with the tables that are counted, three rows in each, written as the site writes."""
    path = tmp_path / "site.sqlite3"
    with closing(sqlite3.connect(path)) as made:
        made.execute("PRAGMA journal_mode=WAL")
        for name in COUNTED:
            made.execute(f"CREATE TABLE {name} (id INTEGER PRIMARY KEY)")
            made.executemany(f"INSERT INTO {name} VALUES (?)", [(1,), (2,), (3,)])  # noqa: S608 names of ours
        made.commit()
    return path


def test_a_copy_comes_back_as_it_was(database: Path, tmp_path: Path) -> None:
    counted = copy(database, tmp_path / "copy")
    assert counted == dict.fromkeys(COUNTED, 3)
    with closing(sqlite3.connect(database)) as later:
        later.execute("DELETE FROM people_factline")
        later.commit()
    with pytest.raises(NotWhole, match="--replace"):
        bring_back(tmp_path / "copy", database, replace=False)
    assert bring_back(tmp_path / "copy", database, replace=True) == counted
    assert looked_at(database) == counted
    aside = [
        path
        for path in tmp_path.iterdir()
        if path.name.startswith("site.sqlite3.2") and path.suffix != ".queue"
    ]
    assert any(
        looked_at(path)["people_factline"] == 0 for path in aside if not path.name.endswith(("-wal", "-shm"))
    )


def test_a_copy_is_made_while_somebody_writes(database: Path, tmp_path: Path) -> None:
    with closing(sqlite3.connect(database)) as writing:
        writing.execute("BEGIN IMMEDIATE")
        writing.execute("INSERT INTO people_factline VALUES (4)")
        assert copy(database, tmp_path / "copy")["people_factline"] == 3
        writing.rollback()


def test_a_damaged_copy_is_refused_and_nothing_is_touched(database: Path, tmp_path: Path) -> None:
    file = tmp_path / "copy"
    copy(database, file)
    before = database.read_bytes()
    file.write_bytes(file.read_bytes()[:5000])
    for bad in (file, tmp_path / "words"):
        (tmp_path / "words").write_text("no database at all" * 100)
        with pytest.raises(NotWhole):
            bring_back(bad, database, replace=True)
    assert database.read_bytes() == before


def test_a_copy_replaces_no_file(database: Path, tmp_path: Path) -> None:
    (tmp_path / "copy").write_text("mine")
    with pytest.raises(NotWhole, match="name a new file"):
        copy(database, tmp_path / "copy")
    assert (tmp_path / "copy").read_text() == "mine"
    with pytest.raises(NotWhole, match="gradus-site init"):
        copy(tmp_path / "nothing", tmp_path / "other")


def test_one_at_a_time_is_in_the_queue(tmp_path: Path) -> None:
    """Many threads raise a number that each first reads: without the queue some of it would be lost."""
    path, number = tmp_path / "q", tmp_path / "number"
    number.write_text("0")

    def raise_it() -> None:
        queue = Queue(str(path))
        for _ in range(25):
            queue.enter()
            queue.enter()
            number.write_text(str(int(number.read_text()) + 1))
            queue.leave()
            queue.leave()

    threads = [threading.Thread(target=raise_it) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert number.read_text() == "100"
