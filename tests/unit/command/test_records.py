"""`gradus record`: show, export, import, correct, check."""

import json
from pathlib import Path
from typing import Any

import pytest

from gradus.record.codec import decode, encode_all
from gradus.record.facts import MorningCheckIn
from gradus.record.history import fold
from gradus_cli.exits import Exit
from tests.build import START, Facts
from tests.unit.command.conftest import Run

NEWER = {"id": "01990000-0000-7000-8000-00000000beef", "kind": "sleep", "v": 3, "hours": 7}


def mornings(*pains: int, first: int = 0) -> bytes:
    make = Facts()
    make.made = first
    return encode_all([make(MorningCheckIn, day, pain_0_10=pain) for day, pain in enumerate(pains)])


class TestShow:
    def test_of_an_empty_record(self, run: Run) -> None:
        assert "It is empty. Begin with: gradus screen" in run("record", "show").told

    def test_counts_and_names_the_latest(self, run: Run) -> None:
        run.record.write_bytes(mornings(3, 4) + json.dumps(NEWER).encode() + b"\n")
        told = run("record", "show").told
        assert "morning 2" in told
        assert "2026-03-03 morning" in told
        assert "1 fact of a newer version is kept" in told
        reply = run("record", "show", "--json").json
        assert (reply["facts"], reply["unknown"], reply["conflicts"]) == (2, 1, [])
        assert reply["standing"] == {"morning": 2}

    def test_names_ids_that_came_with_two_contents(self, run: Run) -> None:
        run.record.write_bytes(mornings(3) + mornings(4))
        assert "1 id came with two contents" in run("record", "show").told


class TestExportAndImport:
    def test_a_whole_record_comes_back_as_the_same_history(
        self, run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        run.plan()
        run("log", "glute-bridge", 10, 10, "--finish")
        with run.record.open("ab") as file:
            file.write(json.dumps(NEWER).encode() + b"\n")
        copy = tmp_path / "copy.jsonl"
        assert "facts written to" in run("record", "export", copy).told
        fresh = tmp_path / "fresh.jsonl"
        monkeypatch.setenv("GRADUS_RECORD", str(fresh))
        assert run("record", "import", copy).code == Exit.DONE
        before, after = decode(run.bytes()), decode(fresh.read_bytes())
        assert fold(after.facts, after.unknown) == fold(before.facts, before.unknown)

    def test_two_contents_of_one_id_both_go_along(self, run: Run, tmp_path: Path) -> None:
        run.record.write_bytes(mornings(3) + mornings(4))
        assert run("record", "export", tmp_path / "copy.jsonl", "--json").json["facts"] == 2

    def test_to_the_screen(self, run: Run) -> None:
        run.record.write_bytes(mornings(3, 4))
        assert run("record", "export", "-").out.encode() == mornings(3, 4)

    def test_never_writes_over_a_file(self, run: Run, tmp_path: Path) -> None:
        run.record.write_bytes(mornings(3))
        file = tmp_path / "mine.jsonl"
        file.write_bytes(b"mine")
        assert run("record", "export", file).code == Exit.BAD_INPUT
        assert file.read_bytes() == b"mine"

    def test_of_nothing_writes_nothing(self, run: Run, tmp_path: Path) -> None:
        result = run("record", "export", tmp_path / "copy.jsonl")
        assert result.code == Exit.NOT_FOUND
        assert not (tmp_path / "copy.jsonl").exists()

    def test_twice_adds_once(self, run: Run, tmp_path: Path) -> None:
        file = tmp_path / "more.jsonl"
        file.write_bytes(mornings(3, 4) + json.dumps(NEWER).encode() + b"\n")
        assert run("record", "import", file, "--json").json["added"] == 3
        before = run.bytes()
        reply = run("record", "import", file, "--json").json
        assert (reply["added"], reply["already_there"], reply["refused"]) == (0, 2, [])
        assert run.bytes() == before

    def test_keeps_the_good_lines_and_tells_the_bad(self, run: Run, tmp_path: Path) -> None:
        run.record.write_bytes(mornings(3))
        stranger = mornings(5, first=9).replace(b"a11a", b"d07a")
        file = tmp_path / "more.jsonl"
        file.write_bytes(mornings(8) + stranger + b'{"kind":"morning"}\n' + mornings(6, first=20))
        result = run("record", "import", file)
        assert result.code == Exit.BAD_INPUT
        assert "1 fact added, 0 there already." in result.told
        assert "other content under an id that is known; the first one stays" in result.told
        assert "belongs to another person" in result.told
        assert "line 3, $.pain_0_10: is missing" in result.told
        assert len(decode(run.bytes()).facts) == 2
        assert run.bytes().startswith(mornings(3))

    def test_counts_the_bad_lines_that_are_not_told_one_by_one(self, run: Run, tmp_path: Path) -> None:
        file = tmp_path / "more.jsonl"
        file.write_bytes(b"{}\n" * 50)
        result = run("record", "import", file)
        assert "and 30 more bad lines" in result.told
        assert run("record", "import", file, "--json").json["refused_in_all"] == 50
        assert run.bytes() == b""

    def test_from_a_file_that_may_not_be_read(
        self, run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        file = tmp_path / "more.jsonl"
        file.write_bytes(mornings(3))

        def refuse(*_: Any) -> bytes:
            raise PermissionError(13, "Permission denied")

        monkeypatch.setattr(Path, "read_bytes", refuse)
        result = run("record", "import", file)
        assert result.code == Exit.BAD_INPUT
        assert "you may not use that file" in result.told


class TestCorrect:
    def test_takes_back_a_fact_that_stays_in_the_file(self, run: Run) -> None:
        run.record.write_bytes(mornings(3, 9))
        second = decode(run.bytes()).facts[1].id
        assert run("record", "correct", second, "--why", "mistyped", on="2026-03-04").told == "Taken back."
        assert run("record", "show", "--json").json["standing"] == {"morning": 1}
        assert len(decode(run.bytes()).facts) == 3

    def test_of_a_fact_that_is_not_there(self, run: Run) -> None:
        result = run("record", "correct", "nothing")
        assert result.code == Exit.NOT_FOUND
        assert run.bytes() == b""

    def test_never_takes_back_safety_answers(self, run: Run) -> None:
        run.clear(**{"saddle-numbness": "yes"})
        screen = decode(run.bytes()).facts[0].id
        result = run("record", "correct", screen)
        assert result.code == Exit.REFUSED
        assert "Answer again: gradus screen" in result.told

    def test_of_a_later_day_than_today_is_refused(self, run: Run) -> None:
        run.record.write_bytes(mornings(3, 4, 5))
        last = decode(run.bytes()).facts[2].id
        result = run("record", "correct", last)
        assert result.code == Exit.BAD_INPUT
        assert "lies in the future; today is 2026-03-02" in result.told


class TestCheck:
    def test_of_a_sound_record(self, run: Run) -> None:
        run.record.write_bytes(mornings(3))
        result = run("record", "check")
        assert (result.code, "Nothing is wrong." in result.told) == (Exit.DONE, True)

    def test_tells_bad_lines_and_facts_against_themselves(self, run: Run) -> None:
        make = Facts()
        late = make(MorningCheckIn, START.replace(year=2190), pain_0_10=3)
        run.record.write_bytes(b"{}\n" * 25 + encode_all([late]) + json.dumps(NEWER).encode() + b"\n")
        result = run("record", "check")
        assert result.code == Exit.BAD_RECORD
        assert "which lies in the future" in result.told
        assert "1 from a newer version (kept)" in result.told
        assert "and 5 more bad lines" in result.told
        reply = run("record", "check", "--json").json
        assert reply["more_bad_lines"] == 5
        assert len(reply["faults"]) >= 21
