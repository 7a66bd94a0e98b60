"""The script that looks for sentences taken from a document finds them."""

import pytest

from tests.house.common_runs import Run, library_texts, main, runs
from tests.house.wording import words

DOCUMENT = {"d.txt": words("Keep your back straight, at all times, and lift. Rest for a day.")}


def found(text: str, least: int = 4) -> list[Run]:
    return runs({"ours": words(text)}, DOCUMENT, least)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("You keep your BACK straight at all.", ["keep your back straight at all"]),
        ("Back straight, at all. Then rest for a day!", ["back straight at all", "rest for a day"]),
        ("Keep your back long.", []),
        ("Don’t rest for a day.", ["rest for a day"]),
        ("Rest for a", []),
    ],
)
def test_a_run_is_told_once_and_whole(text: str, said: list[str]) -> None:
    assert [" ".join(run.said) for run in found(text)] == said


def test_longer_runs_come_first() -> None:
    assert [len(run.said) for run in found("Rest for a day. Keep your back straight at all.")] == [6, 4]


def test_the_name_of_a_publication_is_not_taken_for_ours() -> None:
    places = list(library_texts())
    assert "sources/cai-2017.toml says" in places
    assert "sources/cai-2017.toml title" not in places
    assert "programmes/individual.toml title" in places


def test_without_documents_it_says_what_it_needs(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.delenv("GRADUS_REFERENCE_DATA", raising=False)
    assert main([]) == 2
    assert "GRADUS_REFERENCE_DATA" in capsys.readouterr().out
