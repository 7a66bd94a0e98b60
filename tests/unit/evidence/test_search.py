"""What the search finds, and what it does not."""

import pytest

from gradus.evidence.search import Search
from gradus.library.library import Library
from gradus.library.load import read
from tests.spec.asks.evidence import search_of
from tests.unit.library.small import small


@pytest.fixture
def search(library: Library) -> Search:
    return search_of(library)


@pytest.mark.parametrize(
    ("asked", "meant"),
    [
        ("stretch", "stretching"),
        ("stretches", "stretching"),
        ("stretched", "stretching"),
        ("hamstrngs", "hamstring"),
        ("osteoporsis", "osteoporosis"),
        ("PREGNANCY", "pregnant"),
        ("tummy muscles", "abdominal muscles"),
    ],
)
def test_inflected_misspelt_and_like_words_find_the_same(search: Search, asked: str, meant: str) -> None:
    def found(words: str) -> set[str]:
        return {match.entry.id for match in search.find(words).good}

    assert found(asked) & found(meant)


@pytest.mark.parametrize("question", ["", "   ", "?!", "what is it", "xqzzk", "\x00\x1b[31m", "(((", '"'])
def test_what_is_no_question_finds_nothing(search: Search, question: str) -> None:
    assert search.find(question).good == ()


@pytest.mark.parametrize(
    ("question", "plain"),
    [
        ("title:stretching", "title stretching"),
        ("stretching AND NOT yoga", "stretching and not yoga"),
        ("stretch*", "stretch"),
        ("[a TO z]", "a to z"),
    ],
)
def test_signs_of_other_searches_are_words_like_any_other(search: Search, question: str, plain: str) -> None:
    found, same = search.find(question), search.find(plain)
    assert (found.good, found.near) == (same.good, same.near)
    assert all(0 <= match.share <= 1 for match in (*found.good, *found.near))


def test_a_good_match_holds_most_of_what_was_asked(search: Search) -> None:
    found = search.find("mattress and quantum")
    assert found.good == ()
    assert "mattress" in {match.entry.id for match in found.near}


def test_the_best_comes_first_and_no_more_than_asked_for(search: Search) -> None:
    found = search.find("back pain", most=3)
    weighed = [match.share * match.score for match in found.good]
    assert weighed == sorted(weighed, reverse=True)
    assert len(found.good) == 3


def test_a_long_question_is_answered_too(search: Search) -> None:
    assert search.find("pain " * 2000 + "hamstrings").good


def test_a_small_library_is_searched_whole() -> None:
    search = Search(read(small()))
    assert {entry.kind for entry in search.entries} == {"answer", "claim", "exercise", "measure", "programme"}
    assert search.find("little enough").good[0].entry.id == "small-things"
