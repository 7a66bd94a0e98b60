"""The content as the site uses it: the packaged library, read once by each worker."""

from functools import cache

from gradus.journey.ask import Search
from gradus.library.emergency import numbers_of, spoken_in
from gradus.library.library import Library
from gradus.library.load import load
from gradus.vocabulary.ids import RuleId


@cache
def library() -> Library:
    """The packaged library."""
    return load()


@cache
def library_for(country: str | None) -> Library:
    """The library with the emergency numbers of this country."""
    return spoken_in(country, library())


@cache
def search() -> Search:
    """What finds answers."""
    return Search(library())


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
