"""What all content is made of: words, numbers that decide, and the sources they rest on."""

from typing import Annotated, Literal

from gradus.library.bounds import fewest, least
from gradus.library.types.content import content
from gradus.vocabulary.ids import SourceId
from gradus.vocabulary.scales import Basis

Certainty = Literal["very low", "low", "moderate", "high"]
Text = Annotated[str, fewest(1)]
Count = Annotated[int, least(1)]
Units = Literal[
    "count", "days", "hours", "minutes", "seconds", "years", "weeks", "mmHg", "kg", "cm", "metres", "ratio",
    "percent", "pain_0_10", "points", "reps", "sets", "sessions", "minutes per session",
    "sessions per week", "N", "score_0_10",
    "mm", "degrees", "steps", "steps per minute", "percent of leg length", "Nm/kg",
]  # fmt: skip


@content
class Threshold:
    """A number that decides, with what it rests on.

    A `source` cites; a `derived` shows its arithmetic; a `recalled` cites and tells its confidence, and was
    not checked against the paper; a `default` is ours.
    """

    value: float
    unit: Units
    basis: Basis
    cites: tuple[SourceId, ...] = ()
    confidence: Literal["high", "medium"] | None = None
    arithmetic: str = ""
    note: str = ""


@content
class Source:
    """A card of a publication: what it is, how it was read, and how far it can be trusted.

    `people` is how many took part, None where there were none or the number was not seen. `address` is where
    it can be found; `oddities` tells of funding, registration or reporting what a reader should know, and is
    empty where nothing was seen. `organisation` is the short name of the body that speaks, where no person
    does or none was seen."""

    id: SourceId
    title: Text
    authors: Text
    year: Annotated[int, least(1900)]
    where: Text
    design: Text
    read: Literal["abstract", "excerpt", "full", "not-read"]
    certainty: Certainty
    says: Text
    caution: str = ""
    people: Annotated[int, least(1)] | None = None
    address: str = ""
    oddities: str = ""
    organisation: Text | None = None

    @property
    def by(self) -> str:
        """Who says it, in short: the body, or the first author and whether there are others."""
        first, *others = self.authors.split(",")
        return self.organisation or (f"{first} and others" if others else first)
