"""What is known: claims that were checked, and answers to questions people ask."""

from datetime import date
from typing import Annotated, Literal

from gradus.library.bounds import fewest, least
from gradus.library.types.common import Certainty, Text
from gradus.library.types.content import content
from gradus.vocabulary.ids import AnswerId, ClaimId, ExerciseId, MeasureId, ProgrammeId, SourceId

Topic = Literal[
    "activity", "after-training", "balance", "body-and-causes", "care", "core", "diagnosis", "equipment",
    "everyday-life", "food-and-drink", "hamstrings", "hips", "how-much", "how-well-it-works", "lifting",
    "mistakes", "other-exercise", "pain", "people", "posture", "programmes", "progress", "running", "safety",
    "sleep-and-mood", "strength", "stretching", "tempo-and-form", "treatments", "walking",
    "when-to-get-help",
]  # fmt: skip
"""What a claim or an answer is about."""


@content
class Claim:
    """Something that a document says, in other words, and what became of it when it was checked.

    `says_instead` is what may be said in its place; None where nothing is said. `certainty` is that of what
    is said instead. `number` is the claim's row in the table of the evidence."""

    id: ClaimId
    number: Annotated[int, least(1)]
    document: Literal["000", "001", "002", "003", "004"]
    topics: Annotated[tuple[Topic, ...], fewest(1)]
    claim: Text
    verdict: Literal["supported", "partly", "misattributed", "no-source-found", "contradicted"]
    why: Text
    written_on: date
    review_due: date
    reviewed_by: str
    reviewed_on: date | None = None
    says_instead: Text | None = None
    certainty: Certainty | None = None
    cites: tuple[SourceId, ...] = ()
    recalled: tuple[SourceId, ...] = ()
    """Of the cited, those whose figures are remembered and were not checked against the paper."""


@content
class Answer:
    """A question that people ask, answered briefly and at length.

    `certainty` is that of the short answer: "none" where our sources hold nothing, and the answer then says
    so. `also_asked` are other ways to ask the same, which the search knows."""

    id: AnswerId
    question: Text
    also_asked: Annotated[tuple[Text, ...], fewest(1)]
    topics: Annotated[tuple[Topic, ...], fewest(1)]
    short: Text
    longer: Annotated[tuple[Text, ...], fewest(1)]
    certainty: Certainty | Literal["none"]
    certain_because: Text
    written_on: date
    review_due: date
    reviewed_by: str
    reviewed_on: date | None = None
    see_someone: Text | None = None
    claims: tuple[ClaimId, ...] = ()
    exercises: tuple[ExerciseId, ...] = ()
    measures: tuple[MeasureId, ...] = ()
    programmes: tuple[ProgrammeId, ...] = ()
    cites: tuple[SourceId, ...] = ()
    recalled: tuple[SourceId, ...] = ()
    """Of the cited, those whose figures are remembered and were not checked against the paper."""
