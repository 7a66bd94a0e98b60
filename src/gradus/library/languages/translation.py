"""A language of the content as it was read: which words it has, which are fresh, and who has read them."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from gradus.library.languages.texts import Said


@dataclass(frozen=True, slots=True)
class Wording:
    """The words of one file, by where they stand. `fresh` are those whose English text is the one that they
    were made from; `stale` are the places of the others, of which the English is shown."""

    fresh: Mapping[str, Said]
    stale: tuple[str, ...]
    reviewed_by: str
    reviewed_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Translation:
    """The words of one language, by the path of the English file."""

    language: str
    files: Mapping[str, Wording]
