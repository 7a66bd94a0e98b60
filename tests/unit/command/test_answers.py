"""`gradus measure --answers`, and what of them `gradus review` shows."""

import pytest

from gradus.record import facts
from gradus.record.codec import decode
from gradus_cli.exits import Exit
from tests.unit.command.conftest import Run


def results(run: Run) -> list[facts.TestResult]:
    return [fact for fact in decode(run.bytes()).facts if isinstance(fact, facts.TestResult)]


def test_a_mean_is_scored_from_its_answers_and_both_are_kept(run: Run) -> None:
    assert run("measure", "peg", "--answers", "6,5,7").told.startswith("Stored: PEG")
    (fact,) = results(run)
    assert fact.value == 6.0
    assert fact.answers == {"pain": 6, "enjoyment": 5, "general-activity": 7}


def test_a_total_is_scored_from_yes_and_no(run: Run) -> None:
    run("measure", "roland-morris", "--answers", "y" * 7 + "n" * 17)
    (fact,) = results(run)
    assert fact.value == 7.0
    assert fact.answers is not None
    assert sum(fact.answers.values()) == 7


def test_a_value_that_is_typed_in_has_no_answers(run: Run) -> None:
    run("measure", "peg", "6")
    assert [fact.answers for fact in results(run)] == [None]


@pytest.mark.parametrize(
    ("measure", "answers", "says"),
    [
        ("peg", "6,,7", "not answered: enjoyment"),
        ("peg", "6,11,7", "cannot be: enjoyment"),
        ("peg", "6,5", "has 3 questions; there are 2 answers"),
        ("peg", "six,5,7", "are no answers"),
        ("roland-morris", "y" * 23 + ".", "not answered: rm-24"),
        ("chair-stand-30s", "6,5,7", "has no questions"),
    ],
)
def test_without_every_answer_nothing_is_stored(run: Run, measure: str, answers: str, says: str) -> None:
    result = run("measure", measure, "--answers", answers)
    assert result.code == Exit.BAD_INPUT
    assert says in result.err
    assert not run.record.exists()


@pytest.mark.parametrize("words", [("peg",), ("peg", "6", "--answers", "6,5,7")])
def test_either_a_value_or_answers(run: Run, words: tuple[str, ...]) -> None:
    assert run("measure", *words).code == Exit.USAGE


def test_the_look_back_shows_the_answers_that_are_others(run: Run) -> None:
    run.plan()
    run("measure", "peg", "--answers", "6,5,7")
    run("measure", "peg", "--answers", "4,5,7", on="2026-03-23")
    assert "pain 6 to 4" in run("review", on="2026-03-23").told
    reply = run("review", "--json", on="2026-03-23").json
    assert [each["items"] for each in reply["tests"]] == [[{"item": "pain", "first": 6, "last": 4}]]
