"""A rule that the code carries out, in words."""

from datetime import date
from typing import Literal

from gradus.library.types.common import Text
from gradus.library.types.content import content
from gradus.vocabulary.ids import RuleId, SourceId, ThresholdId
from gradus.vocabulary.scales import Basis, Step


@content
class Rule:
    """A rule of planning, progression or review that the code carries out. `says` is the sentence a person
    reads; names in braces are filled in. `together` says the same
    of several exercises at once, without their doses. `goes_by` are the numbers that it compares with or
    reckons by."""

    id: RuleId
    room: Literal["planning", "progression", "review", "measures", "today", "screening"]
    notices: Text
    says: Text
    together: Text | None = None
    basis: Basis
    reviewed_by: str
    reviewed_on: date | None = None
    step: Step | None = None
    cites: tuple[SourceId, ...] = ()
    confidence: Literal["high", "medium"] | None = None
    note: str = ""
    goes_by: tuple[ThresholdId, ...] = ()
