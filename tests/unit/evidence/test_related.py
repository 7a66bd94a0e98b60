"""What stands beside an entry: nothing of another topic."""

from itertools import pairwise

import pytest

from gradus.evidence.entries import Entry
from gradus.evidence.related import related
from gradus.evidence.search import Search
from gradus.library.library import Library
from tests.spec.asks.evidence import search_of


@pytest.fixture
def search(library: Library) -> Search:
    return search_of(library)


def entry(search: Search, id_: str, kind: str = "answer") -> Entry:
    return next(each for each in search.entries if (each.id, each.kind) == (id_, kind))


def test_an_unrelated_topic_never_appears(search: Search) -> None:
    """Every entry beside every other is linked with it or shares a topic with it."""
    strays = [
        (one.id, other.id)
        for one in search.entries
        for other in related(one, search)
        if not (one.topics & other.topics or other.id in one.links or one.id in other.links)
    ]
    assert strays == []


@pytest.mark.parametrize(
    ("asked", "never"),
    [
        (
            "weak-hamstrings",
            {"protein", "turmeric-and-supplements", "sleep", "mattress", "smoking", "sciatica"},
        ),
        ("hydration", {"weak-hamstrings", "running-with-back-pain", "deadlifts-and-squats", "surgery"}),
        ("when-to-worry", {"music", "training-in-the-morning", "protein", "belts-and-braces"}),
        ("step-length-and-cadence", {"yoga", "pilates", "massage", "opioids"}),
    ],
)
def test_far_off_matters_stay_away(search: Search, asked: str, never: set[str]) -> None:
    assert not {other.id for other in related(entry(search, asked), search)} & never


def test_what_an_answer_names_stands_beside_it(search: Search) -> None:
    beside = {other.id for other in related(entry(search, "weak-hamstrings"), search)}
    assert {"glute-bridge", "romanian-deadlift"} <= beside


def test_what_is_named_finds_back_to_the_answer(search: Search) -> None:
    answers = [each for each in related(entry(search, "glute-bridge", "exercise"), search) if each.topics]
    assert answers
    assert all("glute-bridge" in each.links for each in answers if each.kind == "answer")


def test_nothing_stands_beside_itself_and_nothing_twice(search: Search) -> None:
    for one in search.entries:
        beside = [(other.kind, other.id) for other in related(one, search)]
        assert (one.kind, one.id) not in beside
        assert len(set(beside)) == len(beside)


def test_no_kind_crowds_out_the_others(search: Search) -> None:
    for one in search.entries:
        kinds = [other.kind for other in related(one, search, most=2)]
        assert all(kinds.count(kind) <= 2 for kind in kinds)
        assert sum(a != b for a, b in pairwise(kinds)) + 1 <= len(set(kinds)) + (not kinds)
