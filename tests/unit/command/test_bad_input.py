"""Bad records: each gets a clear word and the right code, and not one byte of it is lost."""

import json
import os
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from gradus.record.codec import decode, encode_all
from gradus.record.facts import Fact, MorningCheckIn, SetDone
from gradus_cli.exits import Exit
from gradus_cli.main import for_reader
from tests.build import START, Facts
from tests.strategies import IDS
from tests.unit.command.conftest import Run

READING = [("today",), ("checkin", "3"), ("plan",), ("record", "show"), ("review",), ("coach", "--record")]
MB = 1_000_000
SECONDS = 15
"""For 10 MB of junk on a busy machine; it takes about one."""


def line(**values: object) -> bytes:
    fact = encode_all([Facts()(MorningCheckIn, pain_0_10=3)])
    return json.dumps({**json.loads(fact), **values}).encode() + b"\n"


WRONG: dict[str, tuple[bytes, str]] = {
    "no JSON": (b"{nonsense\n", "is not JSON"),
    "another file": (b"%PDF-1.7 ...\n", "is not JSON"),
    "no object": (b'{}\n["a list"]\n', "not a fact"),
    "no kind": (line(kind=None), "$.kind"),
    "a pain of eleven": (line(pain_0_10=11), "write a whole number from 0 to 10"),
    "a text for a number": (line(pain_0_10="three"), "write a whole number"),
    "NaN": (line().replace(b'_10": 3', b'_10": NaN'), "is NaN, which is not a number"),
    "a negative load": (
        encode_all([Facts()(SetDone, session=IDS[0], exercise="bird-dog", nth=1, load_kg=5.5)]).replace(
            b'"load_kg":5.5', b'"load_kg":-5'
        ),
        "$.load_kg: is -5; write a number from 0",
    ),
    "an unknown key": (line(pian=3), "is not a key here"),
    "no such day": (line(day="2026-02-30"), "write a date such as 2026-03-01"),
    "a moment without its offset": (line(at="2026-03-02T09:00:00"), "offset from UTC"),
    "not UTF-8": (b'{"kind": "\xff"}\n', "UTF-8"),
    "a deep hole": (b'{"a":' * 50_000 + b"\n", "nested too deeply"),
}


@pytest.mark.parametrize("wrong", WRONG)
@pytest.mark.parametrize("command", READING)
def test_a_bad_line_stops_everything_and_loses_nothing(
    run: Run, command: tuple[str, ...], wrong: str
) -> None:
    """A missing fact could be an alarm, so nothing is answered from a record that cannot be read."""
    data, says = WRONG[wrong]
    data = line() + data
    run.record.write_bytes(data)
    path = (run.record,) if "coach" in command else ()
    result = run(*command, *path)
    assert result.code == Exit.BAD_RECORD
    assert says in result.told
    assert run.bytes() == data
    assert "line 2, $" in result.told


JUNK: dict[str, Callable[[], bytes]] = {
    "one line of braces": lambda: b"{" * 10 * MB,
    "lines of braces": lambda: b"{{{{{{{{{\n" * MB,
    "zeros": lambda: b"\0" * 10 * MB,
    "one endless text": lambda: b'{"kind":"' + b"a" * 10 * MB + b'"}\n',
    "noise": lambda: b"{" + bytes(range(256)) * (10 * MB // 256),
    "brackets": lambda: b"{}\n" + b"[" * 10 * MB + b"\n",
}


@pytest.mark.parametrize("kind", JUNK)
def test_ten_megabytes_of_junk_as_a_record_are_told_in_bounded_time(run: Run, kind: str) -> None:
    data = JUNK[kind]()
    run.record.write_bytes(data)
    begun = time.perf_counter()
    result = run("today")
    assert time.perf_counter() - begun < SECONDS
    assert result.code in (Exit.BAD_RECORD, Exit.DONE)
    assert len(result.told) < 10_000
    assert run.record.stat().st_size == len(data)


@pytest.mark.parametrize("kind", JUNK)
def test_ten_megabytes_of_junk_to_import_add_nothing(run: Run, tmp_path: Path, kind: str) -> None:
    file = tmp_path / "junk.jsonl"
    file.write_bytes(JUNK[kind]())
    run.record.write_bytes(line())
    begun = time.perf_counter()
    result = run("record", "import", file)
    assert time.perf_counter() - begun < SECONDS
    assert result.code == Exit.BAD_INPUT
    assert len(result.told) < 10_000
    assert run.bytes() == line()


def test_a_record_of_a_newer_version_is_kept_and_used_for_nothing(run: Run) -> None:
    newer = line(v=9, pain_0_10="much") + line(kind="sleep", v=2, hours=7)
    run.record.write_bytes(newer)
    assert run("today").code == Exit.DONE
    assert run("checkin", 4).code == Exit.DONE
    assert run.bytes().startswith(newer)
    assert run("record", "show", "--json").json["unknown"] == 2


def test_two_facts_with_one_id_and_different_content_are_both_kept_and_told(run: Run) -> None:
    data = line() + line(pain_0_10=9)
    run.record.write_bytes(data)
    assert run("today").code == Exit.DONE
    result = run("record", "check")
    assert result.code == Exit.BAD_RECORD
    assert "came with 2 different contents" in result.told
    assert run.bytes() == data


def test_facts_of_two_people_are_told(run: Run) -> None:
    data = line() + line(
        id="01990000-0000-7000-8000-0000000000ff", person="01980000-0000-7000-8000-00000000d07a"
    )
    run.record.write_bytes(data)
    result = run("record", "check")
    assert result.code == Exit.BAD_RECORD
    assert "holds facts of 2 people" in result.told
    asked = run("today")
    assert asked.code == Exit.BAD_RECORD
    assert "a record is one person's" in asked.told
    assert run.bytes() == data


def test_a_line_that_broke_off_is_put_aside_and_told(run: Run) -> None:
    torn = line(id="01990000-0000-7000-8000-0000000000ff")[:-40]
    run.record.write_bytes(line() + torn)
    result = run("checkin", 4)
    assert result.code == Exit.DONE
    assert "An earlier entry was interrupted" in result.told
    assert len(decode(run.bytes()).facts) == 2
    assert run.record.with_name("record.jsonl.torn").read_bytes() == torn + b"\n"


def test_a_file_of_another_kind_is_no_record(run: Run) -> None:
    run.record.write_bytes(b"%PDF-1.7 ...\n")
    result = run("checkin", 3)
    assert result.code == Exit.BAD_RECORD
    assert "is not a record: it begins with b'%PDF-1.7" in result.told
    assert run.bytes() == b"%PDF-1.7 ...\n"


class TestAPath:
    @pytest.mark.parametrize("command", READING)
    def test_that_is_a_folder(self, run: Run, tmp_path: Path, command: tuple[str, ...]) -> None:
        words = (*command, tmp_path) if "coach" in command else (*command, "--record", tmp_path)
        result = run(*words)
        assert result.code == Exit.BAD_RECORD
        assert "is a folder" in result.told

    def test_that_may_not_be_read(self, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
        run.record.write_bytes(line())

        def refuse(*_: object) -> bytes:
            raise PermissionError(13, "Permission denied")

        with monkeypatch.context() as patched:
            patched.setattr(Path, "read_bytes", refuse)
            result = run("today")
        assert result.code == Exit.BAD_RECORD
        assert "you may not use that file" in result.told
        assert run.bytes() == line()

    def test_that_is_a_pipe(self, run: Run) -> None:
        os.mkfifo(run.record)
        assert run("today").code == Exit.BAD_RECORD


class TestADay:
    @pytest.mark.parametrize(
        "day",
        ["2026-02-30", "tomorrow", "20260302", "2026-W10-1", "", "0001-01-01", "9999-12-31", "1969-12-31"],
    )
    def test_that_is_none_is_told(self, run: Run, day: str) -> None:
        result = run("today", on=day)
        assert result.code == Exit.BAD_INPUT
        assert "write it as 2026-03-01" in result.told or "is too far away" in result.told

    def test_at_either_end_is_borne(self, run: Run) -> None:
        run.plan()
        for day in ("1970-01-01", "2199-12-31"):
            assert run("today", on=day).code == Exit.DONE
            assert run("review", on=day).code == Exit.DONE
        assert run("checkin", 3, on="1970-01-01").code == Exit.DONE

    def test_far_away_in_a_record_is_told_by_its_check_and_breaks_nothing(self, run: Run) -> None:
        make = Facts()
        far: list[Fact] = [
            make(MorningCheckIn, day, pain_0_10=9)
            for day in (START.replace(year=9999), START.replace(year=1))
        ]
        far.append(
            make(
                SetDone,
                START.replace(year=9999),
                session=IDS[0],
                exercise="bird-dog",
                nth=1,
            )
        )
        run.record.write_bytes(encode_all(far))
        before = run.bytes()
        for command in (("today",), ("review",), ("record", "show")):
            assert run(*command).code == Exit.DONE
        assert "lies in the future" in run("record", "check").told
        assert run.bytes() == before


class TestAFailure:
    SAYS = "One two three four five.\nSix seven eight."

    def test_is_broken_between_words_for_somebody_at_a_terminal(
        self, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr("sys.stderr.isatty", lambda: True)
        monkeypatch.setenv("COLUMNS", "14")
        assert for_reader(self.SAYS) == "One two three\nfour five.\nSix seven\neight."

    def test_stays_as_it_is_for_a_program(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr("sys.stderr.isatty", lambda: False)
        assert for_reader(self.SAYS) == self.SAYS
