"""`gradus profile` and `gradus measure`."""

from pathlib import Path

import pytest

from gradus_cli.exits import Exit
from tests.unit.command.conftest import Run


class TestProfile:
    def test_that_was_never_told_is_shown_as_not_said(self, run: Run) -> None:
        result = run("profile")
        assert result.code == Exit.DONE
        assert "you run not said" in result.told
        assert run.bytes() == b""

    def test_keeps_what_is_left_out(self, run: Run) -> None:
        run("profile", "--equipment", "chair,band", "--bands", "red", "--dumbbells-kg", "2.5,5")
        reply = run("profile", "--minutes", 30, "--runs", "--json").json
        assert reply["equipment"] == ["chair", "band"]
        assert reply["dumbbells_kg"] == [2.5, 5.0]
        assert (reply["minutes"], reply["runs"], reply["trains_already"]) == (30, True, None)

    def test_tells_none_apart_from_not_said(self, run: Run) -> None:
        result = run("profile", "--equipment", "", "--does-not-run", "--goals", "lift a crate,walk")
        assert "you have none" in result.told
        assert "you run no" in result.told
        assert "lift a crate, walk" in result.told

    @pytest.mark.parametrize("words", ["none", "nothing", "floor", "Floor, none"])
    def test_takes_a_word_for_having_nothing(self, run: Run, words: str) -> None:
        assert run("profile", "--equipment", words, "--json").json["equipment"] == []

    def test_from_a_file_with_options_over_it(self, run: Run, tmp_path: Path) -> None:
        file = tmp_path / "me.toml"
        file.write_text('minutes = 20\ndays = ["monday"]\nlikes = ["bird-dog"]\n', encoding="utf-8")
        reply = run("profile", "--file", file, "--minutes", 40, "--json").json
        assert (reply["minutes"], reply["days"], reply["likes"]) == (40, ["monday"], ["bird-dog"])

    def test_tells_whom_to_call_in_the_country(self, run: Run) -> None:
        assert "In an emergency call 999 (or 112)." in run("profile", "--country", "gb").told
        assert run("profile", "--json").json["country"] == "GB"
        assert "In an emergency call your local emergency number." in run("profile", "--country", "XX").told

    @pytest.mark.parametrize(
        ("words", "code", "says"),
        [
            (("--country", "Britain"), Exit.BAD_INPUT, "write the two capital letters of a country"),
            (("--country", ""), Exit.BAD_INPUT, "such as GB"),
            (("--equipment", "chair,sofa"), Exit.BAD_INPUT, 'equipment[1]: is "sofa"'),
            (("--days", "mon"), Exit.BAD_INPUT, "monday"),
            (("--dumbbells-kg", "heavy"), Exit.BAD_INPUT, "'heavy' is not a weight"),
            (("--dumbbells-kg", "-3"), Exit.BAD_INPUT, "a number from 0"),
            (("--dumbbells-kg", "nan"), Exit.BAD_INPUT, "is NaN, which is not a number"),
            (("--minutes", "3"), Exit.USAGE, "3"),
            (("--usual-pain", "12"), Exit.USAGE, "12"),
        ],
    )
    def test_that_cannot_be_is_refused(self, run: Run, words: tuple[str, ...], code: Exit, says: str) -> None:
        result = run("profile", *words)
        assert result.code == code
        assert says in result.told
        assert run.bytes() == b""

    @pytest.mark.parametrize(
        ("text", "says"),
        [
            (b"minuts = 20", "is not a key here"),
            (b"dumbbells_kg = 5", "Nothing was stored."),
            (b"id = 'mine'\nminutes = 20", ""),
            (b"\xff", "is not UTF-8 text"),
            (b"minutes = ", "Nothing was stored."),
        ],
    )
    def test_of_a_wrong_file_is_refused(self, run: Run, tmp_path: Path, text: bytes, says: str) -> None:
        file = tmp_path / "me.toml"
        file.write_bytes(text)
        result = run("profile", "--file", file)
        assert result.code == Exit.BAD_INPUT
        assert says in result.told
        assert run.bytes() == b""


class TestMeasure:
    def test_is_stored_with_its_unit(self, run: Run) -> None:
        assert run("measure", "chair-stand-30s", 13).told == "Stored: Chair stands in 30 seconds 13 reps."
        assert run("measure", "chair-stand-30s", 14, "--json").json["value"] == 14

    def test_of_a_side(self, run: Run) -> None:
        assert run("measure", "side-bridge-hold", 22, "--side", "left", "--json").json["side"] == "left"

    @pytest.mark.parametrize(
        ("words", "code", "says"),
        [
            (("chair-stands", 13), Exit.NOT_FOUND, "gradus library list measures"),
            (("chair-stand-30s", 1000), Exit.BAD_INPUT, "is outside 0 to"),
            (("chair-stand-30s", "nan"), Exit.BAD_INPUT, "nan is outside 0 to"),
            (("chair-stand-30s", "-inf"), Exit.USAGE, "-i"),
            (("side-bridge-hold", 22), Exit.BAD_INPUT, "say --side left or --side right"),
            (("chair-stand-30s", "many"), Exit.USAGE, "many"),
            (("fingertip-to-floor", 10, "--zero-cm", "nan"), Exit.USAGE, "nan is not a number"),
        ],
    )
    def test_that_cannot_be_is_refused(
        self, run: Run, words: tuple[object, ...], code: Exit, says: str
    ) -> None:
        result = run("measure", *words)
        assert result.code == code
        assert says in result.told
        assert run.bytes() == b""


class TestWeights:
    def test_of_every_kind_are_kept(self, run: Run) -> None:
        kinds = ("--kettlebells-kg", "8,12", "--barbell-kg", "20", "--plates-kg", "5,2.5")
        reply = run("profile", *kinds, "--machine-step-kg", "2.5", "--json").json
        told = {key: reply[key] for key in ("kettlebells_kg", "barbell_kg", "plates_kg", "machine_step_kg")}
        assert told == {
            "kettlebells_kg": [8.0, 12.0],
            "barbell_kg": 20.0,
            "plates_kg": [5.0, 2.5],
            "machine_step_kg": 2.5,
        }

    def test_in_pounds_are_kept_exactly_and_shown_as_told(self, run: Run) -> None:
        result = run("profile", "--unit", "lb", "--dumbbells-kg", "25lb,30 lb", "--barbell-kg", "45lb")
        assert "your dumbbells 25 lb, 30 lb" in result.told
        assert "your bar without plates 45 lb" in result.told
        reply = run("profile", "--json").json
        assert (reply["dumbbells_kg"], reply["barbell_kg"]) == ([11.33980925, 13.6077711], 20.41165665)

    @pytest.mark.parametrize(
        ("words", "says"),
        [
            (("--barbell-kg", "heavy"), "'heavy' is not a weight"),
            (("--barbell-kg", "lb"), "'lb' is not a weight"),
            (("--machine-step-kg", "0"), "a number from 0.1 to 100"),
            (("--plates-kg", ",".join(["1"] * 13)), "at most 12"),
            (("--kettlebells-kg", "inflb"), "Infinity, which is not a number"),
        ],
    )
    def test_that_cannot_be_are_not_stored(self, run: Run, words: tuple[str, ...], says: str) -> None:
        result = run("profile", *words)
        assert result.code == Exit.BAD_INPUT
        assert says in result.told
        assert run.bytes() == b""
