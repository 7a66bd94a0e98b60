"""Asking, with and without a record."""

from collections.abc import Sequence

import pytest

from gradus.journey.ask import Asked, ask
from gradus.library.library import Library
from gradus.record.facts import Fact, Lock, ScreenAnswers, UnknownFact
from gradus.record.history import fold
from gradus.vocabulary.ids import ExerciseId, FactId, ItemId
from tests.build import START, Facts
from tests.spec.asks.evidence import search_of


@pytest.fixture
def alarm(library: Library) -> ScreenAnswers:
    """An answer that is an emergency by itself."""
    item = next(id_ for id_, each in library.items.items() if each.kind == "emergency")
    return Facts()(ScreenAnswers, occasion="intake", answers={item: "yes"})


def asked(question: str, library: Library, facts: Sequence[Fact] = ()) -> Asked:
    return ask(question, fold(facts), library, search_of(library), START)


def test_an_answer_with_what_belongs_to_it(library: Library) -> None:
    found = asked("weak hamstrings", library)
    assert found.answer is not None
    assert found.answer.id == "weak-hamstrings"
    assert found.found_something
    assert {entry.kind for entry in found.beside} >= {"exercise"}
    assert found.withheld == 0


def test_nothing_good_says_so_and_shows_what_is_near(library: Library) -> None:
    found = asked("mattress and quantum", library)
    assert not found.found_something
    assert found.near
    assert not asked("python programming language", library).near


def test_whoever_must_be_seen_first_is_shown_no_exercise(library: Library, alarm: ScreenAnswers) -> None:
    found = asked("weak hamstrings", library, [alarm])
    shown = {entry.kind for entry in (*found.others, *found.beside, *found.near)}
    assert not shown & {"exercise", "programme"}
    assert found.withheld > 0
    assert found.answer is not None


def test_what_was_found_and_left_out_was_found(library: Library, alarm: ScreenAnswers) -> None:
    assert {entry.kind for entry in asked("goblet squat", library).others} == {"exercise"}
    found = asked("goblet squat", library, [alarm])
    assert found.found_something
    assert (found.answer, found.others) == (None, ())
    assert found.withheld > 0


def test_whoever_was_stopped_by_a_clinician_is_shown_no_exercise(library: Library) -> None:
    stop = Facts()(Lock, by="clinician:Chidi", why="an operation")
    assert asked("goblet squat", library, [stop]).others == ()
    one_alone = Facts()(Lock, by="clinician:Chidi", why="a knee", exercise=ExerciseId("wall-sit"))
    assert asked("goblet squat", library, [one_alone]).others != ()


def test_whoever_is_too_young_is_shown_no_exercise(library: Library) -> None:
    young = Facts()(ScreenAnswers, occasion="intake", numbers={ItemId("age-years"): 17})
    found = asked("goblet squat", library, [young])
    assert found.others == ()
    assert found.withheld > 0


def test_an_alarm_of_a_newer_version_hides_exercises_too(library: Library) -> None:
    newer = UnknownFact(id=FactId("01990000-0000-7000-8000-0000000000ff"), kind="screen", v=2, raw=b"{}")
    history = fold((), [newer])
    assert ask("goblet squat", history, library, search_of(library), START).others == ()


@pytest.mark.parametrize(
    "question",
    [
        "i want to die",
        "no reason to live",
        "self-harm",
        "I can't pee",
        "chest hurts",
        "my leg gave way",
        "112",
    ],
)
def test_a_question_of_somebody_who_may_need_help_at_once_is_told_as_one(
    library: Library, question: str
) -> None:
    assert asked(question, library).urgent


@pytest.mark.parametrize("question", ["stretching", "goblet squat", "is it safe to lift", ""])
def test_any_other_question_is_not(library: Library, question: str) -> None:
    assert not asked(question, library).urgent


def test_an_answer_is_shown_once(library: Library) -> None:
    found = asked("stretching", library)
    every = [(entry.kind, entry.id) for entry in (*found.others, *found.beside)]
    assert len(set(every)) == len(every)
    assert found.answer is not None
    assert (found.answer.kind, found.answer.id) not in every
