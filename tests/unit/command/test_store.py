"""The record's file: nothing that was confirmed is ever lost. Kills are real, and so is the full file."""

import errno
import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from filelock import FileLock

from gradus.record.codec import decode, encode
from gradus.record.facts import MorningCheckIn
from gradus_cli.store import CannotOpen, NotSaved, Saved, Store
from tests.build import Facts

WRITER = [sys.executable, "-m", "tests.unit.command.writer"]
ROOT = Path(__file__).parents[3]
KILLS = 48


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "record.jsonl"


@pytest.fixture
def write() -> Callable[[int], bytes]:
    facts = Facts()
    return lambda pain: encode(facts(MorningCheckIn, pain_0_10=pain))


class TestKills:
    def test_a_kill_at_any_moment_loses_nothing_that_was_confirmed(self, path: Path) -> None:
        confirmed: set[str] = set()
        with subprocess.Popen(
            [*WRITER, str(path), "kill", str(KILLS)],
            cwd=ROOT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        ) as writer:
            assert writer.stdin is not None
            assert writer.stdout is not None
            for _ in range(KILLS):
                confirmed |= set(json.loads(writer.stdout.readline()))
                decoded = decode(Store(path).read())
                assert decoded.faults == ()
                assert confirmed <= {fact.id for fact in decoded.facts}
                writer.stdin.write("go on\n")
                writer.stdin.flush()
        assert writer.returncode == 0
        assert len(confirmed) > KILLS

    def test_a_file_that_may_not_grow_keeps_what_was_confirmed(self, path: Path) -> None:
        done = subprocess.run(
            [*WRITER, str(path), "fill", "300000"], cwd=ROOT, check=True, capture_output=True, text=True
        )
        confirmed, said = json.loads(done.stdout)
        assert len(confirmed) > 12
        assert [fact.id for fact in decode(path.read_bytes()).facts] == confirmed
        assert "was not saved" in said
        assert "Everything that was saved before is still there" in said

    def test_two_programs_that_write_at_once_do_not_mix(self, path: Path) -> None:
        both = [subprocess.Popen([*WRITER, str(path), "add", each], cwd=ROOT) for each in ("1", "2")]
        assert [each.wait() for each in both] == [0, 0]
        decoded = decode(path.read_bytes())
        assert decoded.faults == ()
        assert len({fact.id for fact in decoded.facts}) == 2 * 20 * 12


Break = Callable[..., None]


@pytest.fixture
def break_(monkeypatch: pytest.MonkeyPatch, path: Path) -> Break:
    """Makes one of the system's calls fail for the record's file alone, or for another."""

    def break_(call: str, number: int = errno.EIO, *, of: Path = path) -> None:
        real = getattr(os, call)

        def failing(file: Any, *rest: Any) -> Any:
            told = os.stat(file) if isinstance(file, int) else None
            if of.exists() and (told is None or os.path.samestat(told, of.stat())):
                raise OSError(number, os.strerror(number))
            return real(file, *rest)

        monkeypatch.setattr(os, call, failing)

    return break_


class TestAFailingDisk:
    @pytest.mark.parametrize(
        ("call", "number", "because"),
        [
            ("write", errno.ENOSPC, "the disk is full"),
            ("write", errno.EIO, "the disk reports an error"),
            ("fsync", errno.EIO, "the disk reports an error"),
            ("fsync", errno.ENOSPC, "the disk is full"),
            ("fsync", errno.ESTALE, "the system says: Stale file handle"),
        ],
    )
    def test_the_file_is_as_it_was(  # noqa: PLR0917
        self, path: Path, write: Callable[[int], bytes], break_: Break, call: str, number: int, because: str
    ) -> None:
        before = write(1) + write(2)
        Store(path).append(before)
        break_(call, number)
        with pytest.raises(NotSaved, match=because):
            Store(path).append(write(3))
        assert path.read_bytes() == before

    def test_a_short_write_is_cut_back(
        self, path: Path, write: Callable[[int], bytes], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        before, more = write(1), write(2)
        Store(path).append(before)
        real = os.write
        with monkeypatch.context() as patched:
            patched.setattr(os, "write", lambda file, data: real(file, data[: len(data) // 2]))
            with pytest.raises(NotSaved, match="the disk is full"):
                Store(path).append(more)
        assert path.read_bytes() == before
        Store(path).append(more)
        assert path.read_bytes() == before + more

    def test_when_it_cannot_even_be_cut_back_what_was_confirmed_is_read(
        self, path: Path, write: Callable[[int], bytes], break_: Break, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        before, more = write(1), write(2)
        Store(path).append(before)
        with monkeypatch.context() as patched:
            real = os.write
            break_("ftruncate")
            patched.setattr(os, "write", lambda file, data: real(file, data[: len(data) // 2]))
            with pytest.raises(NotSaved):
                Store(path).append(more)
        assert Store(path).read() == before
        assert Store(path).torn() == more[: len(more) // 2]

    def test_a_new_file_whose_folder_cannot_be_synced_is_not_confirmed(
        self, path: Path, write: Callable[[int], bytes], break_: Break
    ) -> None:
        break_("fsync", of=path.parent)
        with pytest.raises(NotSaved):
            Store(path).append(write(1))
        assert Store(path).read() == b""


class TestATornLine:
    def test_is_no_fact_and_is_moved_and_told(self, path: Path, write: Callable[[int], bytes]) -> None:
        whole, torn, more = write(1), write(2)[:-20], write(3)
        path.write_bytes(whole + torn)
        store = Store(path)
        assert (store.read(), store.torn()) == (whole, torn)
        saved = store.append(more)
        aside = path.with_name("record.jsonl.torn")
        assert saved == Saved(torn, aside)
        assert f"({len(torn)} bytes) is now in {aside}" in saved.says
        assert path.read_bytes() == whole + more
        assert aside.read_bytes() == torn + b"\n"

    def test_many_torn_lines_are_all_kept(self, path: Path, write: Callable[[int], bytes]) -> None:
        for torn in (b'{"one', b'{"two', b"\0\0\0"):
            with path.open("ab") as file:
                file.write(torn)
            Store(path).append(write(1))
        assert path.with_name("record.jsonl.torn").read_bytes() == b'{"one\n{"two\n\0\0\0\n'
        assert len(decode(path.read_bytes()).facts) == 3

    def test_a_whole_fact_that_lacks_only_its_line_end_is_a_fact(
        self, path: Path, write: Callable[[int], bytes]
    ) -> None:
        first, more = write(1), write(2)
        path.write_bytes(first.rstrip())
        assert Store(path).read() == first.rstrip()
        assert Store(path).append(more) == Saved()
        assert path.read_bytes() == first + more

    def test_stays_where_it_is_when_it_cannot_be_moved(
        self, path: Path, write: Callable[[int], bytes], break_: Break
    ) -> None:
        path.write_bytes(write(1) + b'{"torn')
        before = path.read_bytes()
        aside = path.with_name("record.jsonl.torn")
        break_("write", errno.ENOSPC, of=aside)
        with pytest.raises(NotSaved, match="the disk is full"):
            Store(path).append(write(2))
        assert path.read_bytes() == before

    def test_that_was_moved_is_told_even_when_nothing_is_saved_after_it(
        self, path: Path, write: Callable[[int], bytes], break_: Break
    ) -> None:
        path.write_bytes(write(1) + b'{"torn')
        break_("write", errno.ENOSPC)
        with pytest.raises(NotSaved, match=r"the disk is full.*\(6 bytes\) is now in .*\.torn"):
            Store(path).append(write(2))

    def test_a_deep_hole_at_the_end_is_torn(self, path: Path) -> None:
        path.write_bytes(b'{"a":' * 100_000)
        assert Store(path).read() == b""


class TestTheFile:
    def test_an_absent_file_is_an_empty_record(self, path: Path) -> None:
        assert (Store(path).read(), Store(path).torn()) == (b"", b"")
        assert not path.exists()

    def test_what_is_added_is_read_and_nothing_is_said(
        self, path: Path, write: Callable[[int], bytes]
    ) -> None:
        first, more = write(1), write(2)
        assert Store(path).append(first).says == ""
        Store(path).append(more)
        assert Store(path).read() == first + more

    def test_only_its_owner_can_read_it(self, tmp_path: Path, write: Callable[[int], bytes]) -> None:
        path = tmp_path / "new" / "folder" / "record.jsonl"
        path_of_lock = path.with_name("record.jsonl.lock")
        Store(path).append(write(1))
        assert path.stat().st_mode & 0o777 == 0o600
        assert [each.stat().st_mode & 0o777 for each in (path.parent, path.parent.parent)] == [0o700, 0o700]
        assert not path_of_lock.exists() or path_of_lock.stat().st_mode & 0o777 == 0o600

    def test_half_a_line_is_not_taken(self, path: Path) -> None:
        with pytest.raises(ValueError, match="only whole lines"):
            Store(path).append(b'{"half": ')
        assert not path.exists()

    def test_a_program_that_keeps_writing_is_waited_for_and_then_told(
        self, path: Path, write: Callable[[int], bytes]
    ) -> None:
        with FileLock(f"{path}.lock"), pytest.raises(NotSaved, match="another program has been writing"):
            Store(path, patience_s=0.02).append(write(1))
        Store(path, patience_s=0.02).append(write(1))


class TestARefusal:
    def test_of_a_folder(self, tmp_path: Path) -> None:
        with pytest.raises(CannotOpen, match=r"is a folder; name a file in it, such as .*record\.jsonl"):
            Store(tmp_path).read()

    def test_of_a_pipe(self, path: Path) -> None:
        os.mkfifo(path)
        with pytest.raises(CannotOpen, match="is not a plain file"):
            Store(path).append(b"{}\n")

    def test_of_a_path_that_leads_nowhere(self, path: Path, write: Callable[[int], bytes]) -> None:
        path.symlink_to(path)
        with pytest.raises(CannotOpen, match="cannot be read, because"):
            Store(path).read()
        with pytest.raises(CannotOpen):
            Store(path).append(write(1))

    def test_of_a_file_for_a_folder(self, path: Path, write: Callable[[int], bytes]) -> None:
        path.write_bytes(b"")
        with pytest.raises(NotSaved, match="was not saved, because"):
            Store(path / "record.jsonl").append(write(1))

    def test_of_a_file_that_may_not_be_read(
        self, path: Path, write: Callable[[int], bytes], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        Store(path).append(write(1))

        def refuse(*_: Any, **__: Any) -> bytes:
            raise PermissionError(errno.EACCES, "Permission denied")

        monkeypatch.setattr(Path, "read_bytes", refuse)
        with pytest.raises(CannotOpen, match="you may not use that file or its folder"):
            Store(path).read()

    def test_of_another_users_file(
        self, path: Path, write: Callable[[int], bytes], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        Store(path).append(write(1))
        monkeypatch.setattr(os, "geteuid", lambda: path.stat().st_uid + 1)
        with pytest.raises(CannotOpen, match="belongs to another user"):
            Store(path).read()

    def test_of_a_file_that_is_something_else(self, path: Path, write: Callable[[int], bytes]) -> None:
        path.write_bytes(b"%PDF-1.7 ...")
        with pytest.raises(CannotOpen, match="it begins with b'%PDF"):
            Store(path).append(write(1))
        assert path.read_bytes() == b"%PDF-1.7 ..."
