"""The catalogues of the interface: exactly the messages of the code, compiled as they stand, and whole."""

from pathlib import Path

import pytest
from babel.messages.catalog import Message

from tests.catalogues import (
    LOCALE,
    NAME,
    compiled,
    differing,
    extracted,
    is_lacking,
    languages,
    of,
    updated,
    written,
)

LANGUAGES = languages()


def test_german_has_a_catalogue() -> None:
    assert "de" in LANGUAGES


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_catalogue_has_exactly_the_messages_of_the_code(language: str) -> None:
    """`./dev languages` brings them up to date."""
    kept = LOCALE / language / NAME
    assert written(updated(language, extracted())) == kept.read_bytes()


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_the_site_reads_is_what_the_catalogue_says(language: str) -> None:
    assert compiled(of(language)) == (LOCALE / language / NAME).with_suffix(".mo").read_bytes()


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_message_is_empty_or_guessed(language: str) -> None:
    assert [each.id for each in of(language) if is_lacking(each)] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_values_and_tags_are_those_of_the_english(language: str) -> None:
    assert {each.id: found for each in of(language) if each.id and (found := differing(each))} == {}


@pytest.mark.parametrize(
    ("english", "said"),
    [
        ("%(many)s of %(all)s", "%(many)s von %(alle)s"),
        ("{waits} wait", "sie warten"),
        ('<a href="%(here)s">Here</a>', "%(here)s Hier"),
        (("%(n)s day", "%(n)s days"), ("%(n)s Tag", "%(m)s Tage")),
    ],
)
def test_a_value_or_a_tag_that_differs_is_found(
    english: str | tuple[str, ...], said: str | tuple[str, ...]
) -> None:
    assert differing(Message(english, said))


def test_messages_of_templates_and_of_code_are_found(tmp_path: Path) -> None:
    known = {each.id for each in extracted()}
    assert "Too many tries" in known
    assert any(each.context == "date" for each in extracted())
