"""Every decision says why."""

from dataclasses import dataclass
from typing import Generic, TypeVar

from gradus.vocabulary.ids import RuleId, SourceId

T_co = TypeVar("T_co", covariant=True)

LONGEST = 2000
"""So many characters of any text does a record keep."""


@dataclass(frozen=True, slots=True)
class Reason:
    """One rule that spoke, in a sentence for the person it concerns, with what the rule rests on."""

    rule: RuleId
    says: str
    cites: tuple[SourceId, ...] = ()


@dataclass(frozen=True, slots=True)
class Decision(Generic[T_co]):
    """What was decided, and because of which rules. `because` is never empty."""

    what: T_co
    because: tuple[Reason, ...]
