"""`gradus ask`: an answer with its certainty and sources, or plainly none."""

import json

import pytest

from gradus_cli.exits import Exit
from tests.unit.command.conftest import Run


def test_tells_the_answer_how_sure_it_is_and_where_it_comes_from(run: Run) -> None:
    result = run("ask", "do", "tight", "hamstrings", "cause", "back", "pain")
    assert result.code == Exit.DONE
    for words in ("Do weak or tight hamstrings", "How sure: very uncertain", "Chen", "not yet clinically"):
        assert words in result.told
    assert "emergency department" in result.told


def test_nothing_good_is_said_plainly_and_nothing_is_made_up(run: Run) -> None:
    result = run("ask", "python programming language")
    assert result.code == Exit.DONE
    assert "no good match" in result.told
    assert "How sure" not in result.told


def test_as_json_names_everything(run: Run) -> None:
    answer = json.loads(run("ask", "--json", "mattress").out)
    assert answer["found"] is True
    assert answer["answer"]["id"] == "mattress"
    assert {row["kind"] for row in (*answer["others"], *answer["beside"])} <= {
        "answer",
        "claim",
        "exercise",
        "measure",
        "programme",
    }
    assert answer["watch_for"]
    none = json.loads(run("ask", "--json", "python programming language").out)
    assert (none["found"], none["answer"]) == (False, None)


def test_whoever_must_be_seen_is_shown_no_exercise(run: Run) -> None:
    run.clear(**{"saddle-numbness": "yes"})
    answer = json.loads(run("ask", "--json", "weak hamstrings").out)
    assert answer["withheld"] > 0
    assert not {"exercise", "programme"} & {row["kind"] for row in (*answer["others"], *answer["beside"])}
    assert "until somebody has examined you" in run("ask", "weak hamstrings").told


def test_what_is_left_out_is_not_said_to_be_missing(run: Run) -> None:
    run.clear(**{"saddle-numbness": "yes"})
    told = run("ask", "goblet squat").told
    assert "until somebody has examined you" in told
    assert "no good match" not in told


def test_the_numbers_to_call_are_those_of_the_country(run: Run) -> None:
    run("profile", "--country", "GB")
    answer = json.loads(run("ask", "--json", "stress and mood").out)
    assert "call 999 (or 112)" in answer["answer"]["see_someone"]
    assert any("999 (or 112)" in line for line in answer["watch_for"])


@pytest.mark.parametrize("words", ["   ", "\t"])
def test_nothing_asked_is_a_fault(run: Run, words: str) -> None:
    assert run("ask", words).code == Exit.BAD_INPUT


def test_a_question_of_ten_thousand_letters_and_strange_signs_is_no_trouble(run: Run) -> None:
    assert run("ask", "\x1b[31mpain \u202e" * 1000).code == Exit.DONE
