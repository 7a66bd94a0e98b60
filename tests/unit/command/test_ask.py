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


def test_where_nothing_fits_all_that_needs_help_is_told_first(run: Run) -> None:
    told = run("ask", "python programming language").told
    watch_for = json.loads(run("ask", "--json", "python programming language").out)["watch_for"]
    places = [told.index(" ".join(line.split())) for line in watch_for]
    assert places == sorted(places)
    assert "Perhaps one of these" not in told[: places[-1]]


def test_whoever_must_not_train_is_told_so_before_the_answer(run: Run) -> None:
    run.clear(**{"saddle-numbness": "yes"})
    told = run("ask", "is it safe to lift when my back hurts").told
    assert told.index("Please do not train now") < told.index("Is it safe to lift things")
    assert "gradus screen" not in told.rpartition("certified medical device")[2]


def test_of_getting_help_when_to_get_it_comes_before_what_can_wait(run: Run) -> None:
    answer = json.loads(run("ask", "--json", "when to worry").out)["answer"]
    told = run("ask", "when to worry").told
    assert told.index("When to get help:") < told.index(" ".join(answer["longer"][0].split()))


@pytest.mark.parametrize("question", ["no reason to live", "chest pain", "stroke", "fell down the stairs"])
def test_before_an_answer_to_what_may_be_urgent_all_that_needs_help_is_told(run: Run, question: str) -> None:
    answer = json.loads(run("ask", "--json", question).out)
    assert answer["urgent"] is True
    told = run("ask", question).told
    last = told.index(" ".join(answer["watch_for"][-1].split()))
    assert "get help before you read on" in told[:last]
    assert last < told.index("How sure")


def test_what_is_no_text_is_no_trouble(run: Run) -> None:
    assert run("ask", "\udcff\udcfe bridge").code == Exit.DONE
    assert run("ask", "--json", "\udcff bridge").code == Exit.DONE
