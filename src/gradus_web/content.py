"""The content as the site uses it: the packaged library, read once, in the language of the page."""

from collections.abc import Callable
from functools import cache

from django.conf import settings
from django.utils.translation import get_language

from gradus.journey.ask import Search
from gradus.library.emergency import numbers_of, spoken_in
from gradus.library.languages.packaged import language_texts, languages
from gradus.library.languages.reading import read_language
from gradus.library.languages.speaking import in_language
from gradus.library.languages.telling import teller
from gradus.library.languages.translation import Translation
from gradus.library.languages.whole import unsaid, unsigned
from gradus.library.library import Library
from gradus.library.load import load
from gradus.vocabulary.ids import RuleId

ENGLISH = "en"


@cache
def _english() -> Library:
    return load()


@cache
def _translation(language: str) -> Translation:
    return read_language(language, language_texts(language), _english())


@cache
def offered() -> tuple[str, ...]:
    """The languages that somebody may read the site in: English, and those that have the pages and say all of
    the safety screen."""
    known = {code.partition("-")[0] for code, _ in settings.LANGUAGES}
    whole = (each for each in languages() if each in known and not unsaid(_english(), _translation(each)))
    return (ENGLISH, *whole)


@cache
def is_reviewed(language: str) -> bool:
    """Whether somebody who may has signed every word of the safety screen in that language; nobody has to for
    the one that all are made from."""
    return language == ENGLISH or not unsigned(_english(), _translation(language))


def language() -> str:
    """The language in which the page that is being made speaks."""
    code = (get_language() or ENGLISH).partition("-")[0]
    return code if code in offered() else ENGLISH


def language_of(text: str) -> str:
    """The language of a text of the content, as it is shown or as a record keeps it; it may have been given a
    capital."""
    as_it_was = (text, text[:1].lower() + text[1:])
    others = (each for each in offered() if each != ENGLISH)
    return next((each for each in others if any(map(_teller(each), as_it_was))), ENGLISH)


@cache
def _teller(language: str) -> Callable[[str], bool]:
    return teller(_translation(language))


def library() -> Library:
    """The packaged library."""
    return library_for(None)


def library_for(country: str | None) -> Library:
    """The library with the emergency numbers of this country."""
    return _library(country, language())


@cache
def _library(country: str | None, language: str) -> Library:
    english = spoken_in(country, _english())
    return (
        english if language == ENGLISH else spoken_in(country, in_language(english, _translation(language)))
    )


@cache
def search() -> Search:
    """What finds answers."""
    return Search(_english())


def expectation() -> str:
    """What to expect on average."""
    return library().reason(RuleId("expectation")).says


def countries() -> list[tuple[str, str]]:
    """The countries whose numbers are known, by name."""
    return sorted(
        ((each.country, each.name) for each in library().emergency.entries), key=lambda each: each[1]
    )


def known_country(code: str) -> bool:
    """Whether the numbers of that country are known."""
    return numbers_of(code, library().emergency) is not None
