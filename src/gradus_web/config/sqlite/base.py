"""SQLite as Django speaks it, but that whoever begins a transaction first waits in one queue, over all
workers. Without it SQLite's own waiting sleeps and lets one writer starve; and two connections never write or
checkpoint at one moment (docs/decisions/0014-the-site.md)."""

import fcntl
import os

from django.db.backends.sqlite3 import base


class Queue:
    """A place in the queue of all who write to one database: a lock on a file beside it."""

    def __init__(self, database: str) -> None:
        self._path = f"{database}.queue"
        self._file: int | None = None

    def enter(self) -> None:
        """Wait until nobody else writes. Entering twice is entering once."""
        if self._file is None:
            file = os.open(self._path, os.O_RDWR | os.O_CREAT, 0o600)
            fcntl.flock(file, fcntl.LOCK_EX)
            self._file = file

    def leave(self) -> None:
        """Let the next one in; nothing where nobody entered."""
        if self._file is not None:
            os.close(self._file)
            self._file = None


class DatabaseWrapper(base.DatabaseWrapper):
    """Enters the queue before a transaction begins and leaves it when it ended, however it ended."""

    _queue: Queue | None = None

    def _start_transaction_under_autocommit(self) -> None:
        self._enter()
        try:
            super()._start_transaction_under_autocommit()  # type: ignore[misc] # the stubs leave it out
        except BaseException:
            self._leave()
            raise

    def _commit(self) -> None:
        try:
            super()._commit()  # type: ignore[misc] # the stubs leave it out
        finally:
            self._leave()

    def _rollback(self) -> None:
        try:
            super()._rollback()  # type: ignore[misc] # the stubs leave it out
        finally:
            self._leave()

    def _close(self) -> None:
        """The last one to close writes the log into the database, so closing waits in the queue as well."""
        self._enter()
        try:
            super()._close()  # type: ignore[misc] # the stubs leave it out
        finally:
            self._leave()

    def sweep(self) -> None:
        """Nothing that was erased is left in the log."""
        self._enter()
        try:
            with self.cursor() as cursor:
                cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        finally:
            self._leave()

    def _enter(self) -> None:
        """Queue up; a database in memory has one user and no queue."""
        name = str(self.settings_dict["NAME"])
        if self._queue is None and not self.is_in_memory_db():
            self._queue = Queue(name)
        if self._queue is not None:
            self._queue.enter()

    def _leave(self) -> None:
        if self._queue is not None:
            self._queue.leave()
