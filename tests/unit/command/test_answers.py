"""`gradus measure --answers`, and what of them `gradus review` shows."""

from pathlib import Path

import pytest

from gradus.library.load import packaged
from gradus.record import facts
from gradus.record.codec import decode
from gradus_cli import content
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


@pytest.fixture
def worded(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """The questions of two measures, in words that an operator laid over the content; invented here."""
    folder = tmp_path / "clinic" / "measures"
    folder.mkdir(parents=True)
    for name in ("peg", "roland-morris"):
        text = packaged()[f"measures/{name}.toml"]
        worded = "\n".join(
            line.replace("{ id =", '{ words = "How is it?", id =') for line in text.split("\n")
        )
        (folder / f"{name}.toml").write_text(worded, encoding="utf-8")
    monkeypatch.setenv("GRADUS_OVERLAY", str(folder.parent))
    content.library.cache_clear()
    return run


@pytest.mark.parametrize(
    ("measure", "typed", "value"),
    [("peg", "6\n11\n5\n7\n", 6.0), ("roland-morris", "y\n" * 7 + "n\n" * 17, 7.0)],
)
def test_questions_that_an_operator_has_worded_are_asked(
    worded: Run, measure: str, typed: str, value: float
) -> None:
    result = worded("measure", measure, input=typed)
    assert "How is it?" in result.told
    (fact,) = results(worded)
    assert (fact.value, len(fact.answers or {})) == (value, len(worded.library.measures[fact.measure].items))


def test_questions_left_unfinished_store_nothing(worded: Run) -> None:
    assert worded("measure", "peg", input="6\n").code != 0
    assert not worded.record.exists()


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
