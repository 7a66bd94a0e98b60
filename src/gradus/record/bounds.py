"""What can be written down at all: the bounds of every value in a fact. They are wide, and say nothing of
what is wise."""

from datetime import datetime
from typing import Annotated, Literal

from msgspec import Meta

from gradus.vocabulary.bounds import Kilograms
from gradus.vocabulary.ids import FactId, PersonId
from gradus.vocabulary.reasons import LONGEST

NEWEST = 1
"""The newest version of the envelope and of every kind that this code understands."""

Id = Annotated[FactId, Meta(min_length=36, max_length=36)]
Person = Annotated[PersonId, Meta(min_length=36, max_length=36)]
Version = Annotated[int, Meta(ge=1, le=NEWEST)]
Words = Annotated[str, Meta(max_length=LONGEST)]
SomeWords = Annotated[str, Meta(min_length=1, max_length=LONGEST)]
Pain = Annotated[int, Meta(ge=0, le=10)]
Amount = Annotated[float, Meta(ge=0, le=100_000)]
MachineStep = Annotated[float, Meta(ge=0.1, le=100)]
Plates = Annotated[tuple[Kilograms, ...], Meta(max_length=12)]
"""Each further pair doubles what can be put on a bar."""
COUNTRY = "^[A-Z]{2}$"
Country = Annotated[str, Meta(pattern=COUNTRY, max_length=2)]
Answer = Literal["yes", "no", "unsure", "still-unsure", "gone"]
Instant = Annotated[datetime, Meta(tz=True)]
