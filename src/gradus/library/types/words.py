"""Words that stand for themselves: those that the search knows, and whom to call in an emergency."""

from datetime import date
from typing import Annotated, Literal

from gradus.library.bounds import fewest
from gradus.library.types.common import Text
from gradus.library.types.content import content
from gradus.vocabulary.ids import SourceId
from gradus.vocabulary.scales import Basis


@content
class SearchWords:
    """What the search knows of words: those that say nothing of what is asked (`idle`), groups that mean
    nearly the `same`, and phrases of those who may need help at once (`urgent`), in any order of words. Parts
    of the body `elsewhere`, words of what is `hurting`, and words that are `ours` in any case; and phrases
    whose last word means nothing here unless another one stands `together` with it."""

    idle: tuple[Text, ...]
    same: tuple[tuple[Text, ...], ...]
    urgent: tuple[Text, ...]
    elsewhere: tuple[Text, ...] = ()
    hurting: tuple[Text, ...] = ()
    ours: tuple[Text, ...] = ()
    together: tuple[Text, ...] = ()


@content
class CountryNumbers:
    """The numbers that bring an ambulance in one country, the best first. `country` is its code of two
    capital letters (ISO 3166). `recalled` are those among the numbers that the cited table does not have."""

    country: Text
    name: Text
    numbers: Annotated[tuple[Text, ...], fewest(1)]
    recalled: tuple[Text, ...] = ()
    note: str = ""


@content
class EmergencyNumbers:
    """Whom to call, by country. `unknown` is the phrase that all content uses, and that stays where the
    country is not known; `several` says the first number and the others as one phrase; `elsewhere` is said
    beside the numbers of a country, whose name is filled in."""

    unknown: Text
    elsewhere: Text
    entries: tuple[CountryNumbers, ...]
    basis: Basis = Basis.DEFAULT
    reviewed_by: str
    reviewed_on: date | None = None
    cites: tuple[SourceId, ...] = ()
    confidence: Literal["high", "medium"] | None = None
    note: str = ""
    several: Text = "{first} (or {others})"
