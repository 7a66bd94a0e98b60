"""A record's file: facts as lines, added and never changed. What was confirmed is on the disk.

Only whole lines count. A line that breaks off at the end of the file is what a crash left of a write that was
never confirmed: it is not read, and the next append moves it to `<name>.torn` and says so.
"""

import json
import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from gradus_cli.disk import added, make_folder, opened, sync_folder, why

_BEGINNINGS = b"{\xef \t\r\n\0"
"""What the first byte of a record may be: a fact, a byte order mark, a blank, or a zero that a crash left."""


class CannotOpen(Exception):
    """The file cannot be used as a record. The text says why and what to do."""


class NotSaved(Exception):
    """Nothing of what was to be added is stored. The text says why, and that what was confirmed is safe."""


@dataclass(frozen=True, slots=True)
class Saved:
    """The lines are on the disk. `torn` is what a crash had left at the end, now moved to `torn_in`."""

    torn: bytes = b""
    torn_in: Path | None = None

    @property
    def says(self) -> str:
        """What the reader should know; empty when there is nothing to tell."""
        if self.torn_in is None:
            return ""
        return (
            "An earlier entry was interrupted before it was confirmed. What there was of it "
            f"({len(self.torn)} bytes) is now in {self.torn_in}; enter it again if it is missing."
        )


@dataclass(frozen=True, slots=True)
class Store:
    """One record in one file. An absent file is an empty record. An append waits `patience_s` seconds for
    another program that is writing."""

    path: Path
    patience_s: float = 10.0

    def read(self) -> bytes:
        """Every whole line. Raises CannotOpen when the file cannot be used as a record."""
        data = self._bytes()
        return data[: _whole(data)]

    def torn(self) -> bytes:
        """What an interrupted write left at the end of the file; empty when nothing is torn."""
        data = self._bytes()
        return data[_whole(data) :]

    def append(self, lines: bytes, *, begins: bool = False) -> Saved:
        """Add whole lines. When this returns they are on the disk; on NotSaved none of them is in the record,
        and every line that was confirmed before is. Raises CannotOpen as `read` does.

        With `begins` the lines are the first of the record, or nothing is saved: a record that two programs
        begin at once would be of two people."""
        if not lines.endswith(b"\n"):
            raise ValueError("only whole lines can be added, each with its end")
        with self._alone():
            data = self._bytes()
            whole = _whole(data)
            if begins and data[:whole].strip():
                raise NotSaved(
                    f"{self.path}: another program began this record at the same moment. "
                    "Nothing of this entry was saved; enter it again."
                )
            saved = self._put_aside(data[whole:], whole)
            end = b"\n" if whole and not data[:whole].endswith(b"\n") else b""
            try:
                with opened(self.path) as file:
                    if not whole:
                        sync_folder(self.path)
                    added(file, end + lines, after=whole)
            except OSError as error:
                raise NotSaved(f"{self._not_saved(error)} {saved.says}".rstrip()) from error
        return saved

    def _put_aside(self, torn: bytes, whole: int) -> Saved:
        """Move what is torn to its own file; it leaves the record only when it is safe there."""
        if not torn:
            return Saved()
        aside = self.path.with_name(f"{self.path.name}.torn")
        try:
            with opened(aside) as file:
                sync_folder(aside)
                added(file, torn + b"\n", after=os.fstat(file).st_size)
            os.truncate(self.path, whole)
        except OSError as error:
            raise NotSaved(self._not_saved(error)) from error
        return Saved(torn, aside)

    def _not_saved(self, error: OSError) -> str:
        return (
            f"{self.path}: this entry was not saved, because {why(error)}. "
            "Everything that was saved before is still there. Put that right and enter it again."
        )

    @contextmanager
    def _alone(self) -> Iterator[None]:
        """Nobody else writes this record meanwhile."""
        from filelock import FileLock, Timeout

        try:
            make_folder(self.path.parent)
            lock = FileLock(f"{self.path}.lock", timeout=self.patience_s, mode=0o600)
            lock.acquire()
        except Timeout:
            raise NotSaved(
                f"{self.path}: another program has been writing here for {self.patience_s:g} seconds. "
                "Nothing was saved and nothing is lost; try again when it is done."
            ) from None
        except OSError as error:
            raise NotSaved(self._not_saved(error)) from error
        try:
            yield
        finally:
            lock.release()

    def _bytes(self) -> bytes:
        try:
            self._check()
            data = self.path.read_bytes()
        except FileNotFoundError:
            return b""
        except OSError as error:
            raise CannotOpen(
                f"{self.path} cannot be read, because {why(error)}; name another file."
            ) from error
        if data and data[0] not in _BEGINNINGS:
            raise CannotOpen(
                f"{self.path} is not a record: it begins with {data[:20]!r}, and a record with a brace. "
                "Nothing was changed; name another file."
            )
        return data

    def _check(self) -> None:
        """Raises unless the path leads to a plain file of ours, or nowhere yet."""
        told = self.path.stat()
        if stat.S_ISDIR(told.st_mode):
            raise CannotOpen(
                f"{self.path} is a folder; name a file in it, such as {self.path / 'record.jsonl'}."
            )
        if not stat.S_ISREG(told.st_mode):
            raise CannotOpen(f"{self.path} is not a plain file; name another one.")
        if os.geteuid() not in (0, told.st_uid):
            raise CannotOpen(
                f"{self.path} belongs to another user of this computer; name a file of your own."
            )


def _whole(data: bytes) -> int:
    """How many bytes of the data are whole lines. A last line without its end is whole when it is a whole
    JSON object: only the end is missing then, as a hand that edits leaves it."""
    start = data.rfind(b"\n") + 1
    try:
        return len(data) if isinstance(json.loads(data[start:]), dict) else start
    except (ValueError, RecursionError):
        return start
