"""The languages that are here: whole where somebody may be in danger, and unsigned until somebody signed."""

import re

import pytest

from gradus.journey.during import stop_words
from gradus.library.files import files
from gradus.library.languages.packaged import language_texts, languages
from gradus.library.languages.reading import read_language
from gradus.library.languages.speaking import in_language
from gradus.library.languages.texts import Said, texts_of
from gradus.library.languages.translation import Translation
from gradus.library.languages.whole import is_safety, unsaid
from gradus.library.library import Library

LANGUAGES = languages()
FAMILIAR = re.compile(r"\b([Dd]u|[Dd]ich|[Dd]ir|[Dd]eine?[mnrs]?)\b")


@pytest.fixture(scope="module", params=LANGUAGES)
def translation(request: pytest.FixtureRequest, library: Library) -> Translation:
    return read_language(request.param, language_texts(request.param), library)


def test_german_is_here() -> None:
    assert "de" in LANGUAGES


def test_the_safety_screen_is_whole_and_fresh(translation: Translation, library: Library) -> None:
    assert unsaid(library, translation) == ()


def test_the_safety_screen_is_all_that_asks_stops_or_calls(library: Library) -> None:
    told = {path for path, thing in files(library).items() if is_safety(thing)}
    assert {path for path in files(library) if path.startswith("screening/")} - told == {
        "screening/screening.toml"
    }
    assert {f"rules/{rule}.toml" for rule in stop_words(library)} <= told
    urgent = (library.emergency.unknown, "emergency department")
    for path, thing in files(library).items():
        if path.startswith("rules/") and any(
            each in _whole(said) for each in urgent for said in _said(thing)
        ):
            assert path in told, path


def test_nothing_is_lacking_where_it_was_changed(translation: Translation, library: Library) -> None:
    spoken = in_language(library, translation)
    for path, thing in files(spoken).items():
        if path in translation.files:
            for place, said in translation.files[path].fresh.items():
                assert texts_of(thing)[place] == said


def test_nobody_has_signed_what_nobody_has_read(translation: Translation) -> None:
    assert {each.reviewed_by for each in translation.files.values()} == {""}


def test_german_speaks_to_people_as_to_strangers(library: Library) -> None:
    for path, wording in read_language("de", language_texts("de"), library).files.items():
        for said in wording.fresh.values():
            assert not FAMILIAR.search(_whole(said)), path


def _said(thing: object) -> list[Said]:
    return list(texts_of(thing).values())


def _whole(said: Said) -> str:
    return said if isinstance(said, str) else " ".join(said)
