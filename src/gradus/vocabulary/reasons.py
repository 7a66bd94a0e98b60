"""Every decision says why."""

from typing import Generic, TypeVar

from gradus.vocabulary.ids import RuleId, SourceId
from gradus.vocabulary.value import Value

T_co = TypeVar("T_co", covariant=True)

LONGEST = 2000
"""So many characters of any text does a record keep."""


class Reason(Value, frozen=True):
    """One rule that spoke, in a sentence for the person it concerns, with what the rule rests on."""

    rule: RuleId
    says: str
    cites: tuple[SourceId, ...] = ()


class Decision(Value, Generic[T_co], frozen=True):
    """What was decided, and because of which rules. `because` is never empty."""

    what: T_co
    because: tuple[Reason, ...]
