"""Names that are shown can be typed, and what is nearly a name is answered with the nearest ones."""

import pytest

from gradus_cli.exits import Exit
from gradus_cli.names import counted, did_you_mean, id_of
from tests.unit.command.conftest import Run

TITLES = {"glute-bridge": "Bridge", "sit-to-stand": "Chair stand"}


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("glute-bridge", "glute-bridge"),
        ("Glute-Bridge", "glute-bridge"),
        ("bridge", "glute-bridge"),
        ("CHAIR  stand ", "sit-to-stand"),
        ("chair", None),
        ("", None),
    ],
)
def test_a_name_is_an_id_or_a_title_in_any_case(name: str, found: str | None) -> None:
    assert id_of(name, TITLES) == found


def test_near_names_of_several_words_come_in_quotes() -> None:
    assert did_you_mean("chair stnd", TITLES.values()) == 'Did you mean "Chair stand"?'
    assert did_you_mean("zzz", TITLES, instead="See the list.") == "See the list."


@pytest.mark.parametrize(("number", "words"), [(0, "0 facts"), (1, "1 fact"), (2, "2 facts")])
def test_one_is_not_many(number: int, words: str) -> None:
    assert counted(number, "fact") == words


class TestAnExerciseByItsTitle:
    def test_is_logged_with_what_was_shown(self, run: Run) -> None:
        run.plan()
        banded = [item for item in run("today", "--json").json["items"] if item["band"]]
        name = banded[0]["name"]
        assert run("log", name.upper(), 10, "--json").json["sets"] >= 1
        assert f'"band":"{banded[0]["band"]}"'.encode() in run.bytes()

    @pytest.mark.parametrize("command", ["why", "why-not"])
    def test_has_its_reasons(self, run: Run, command: str) -> None:
        run.plan()
        assert run(command, "chair stand", "--json").json == run(command, "sit-to-stand", "--json").json

    def test_is_shown(self, run: Run) -> None:
        assert run("library", "show", "bridge").told.startswith("exercises/glute-bridge.toml Bridge")

    def test_is_named_by_today(self, run: Run) -> None:
        run.plan()
        told = run("today").told
        assert 'How to do one: gradus library show "' in told
        name = told.partition('gradus library show "')[2].partition('"')[0]
        assert run("library", "show", name).code == Exit.DONE

    def test_that_is_nearly_one_is_told(self, run: Run) -> None:
        assert 'Did you mean "Chair stand"' in run("library", "show", "chair stnd").told
        assert '"Chair stand"' in run("why", "chair stnd").told


def test_a_measure_goes_by_its_title_too(run: Run) -> None:
    assert run("measure", "chair stands in 30 seconds", 13, "--json").json["measure"] == "chair-stand-30s"


def test_a_measure_that_is_nearly_one_is_told(run: Run) -> None:
    result = run("measure", "chair-stand", 13)
    assert result.code == Exit.NOT_FOUND
    assert "Did you mean chair-stand-30s" in result.told


@pytest.mark.parametrize(("typed", "meant"), [("pian", "plan"), ("chekin", "checkin"), ("log ", "log")])
def test_a_command_that_is_nearly_one_is_told(run: Run, typed: str, meant: str) -> None:
    result = run(typed)
    assert result.code == Exit.USAGE
    assert f"There is no command '{typed}'. Did you mean {meant}" in result.told


def test_a_command_that_is_like_none_is_told_where_they_stand(run: Run) -> None:
    assert "`gradus --help` shows them all." in run("xxxxxxxx").told


@pytest.mark.parametrize(
    "command", [("checkin",), ("flare", "began", "--pain"), ("activity", "walk", "--pain")]
)
@pytest.mark.parametrize("pain", ["4.5", "eleven", "11", "-1"])
def test_pain_says_what_it_is(run: Run, command: tuple[str, ...], pain: str) -> None:
    words = (*command, "--", pain) if command == ("checkin",) else (*command, pain)
    result = run(*words, on="2026-03-02") if command != ("checkin",) else run(*words)
    assert result.code == Exit.USAGE
    assert "Pain is a whole number from 0 to 10" in result.told


def test_sets_say_how_they_are_told(run: Run) -> None:
    result = run("log", "chair", "stand", "8")
    assert result.code == Exit.USAGE
    assert "One number a set, as in: gradus log glute-bridge 10 10" in result.told
    assert "A name of several words goes in quotes." in result.told
