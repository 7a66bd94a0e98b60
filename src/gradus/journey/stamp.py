"""Who writes a fact, when and where. The clock and the ids come from outside."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, TypeVar

from gradus.record.envelope import Envelope
from gradus.vocabulary.ids import FactId, PersonId

F = TypeVar("F", bound=Envelope)


@dataclass(frozen=True, slots=True, kw_only=True)
class Stamp:
    """The envelope of one fact to come."""

    id: FactId
    person: PersonId
    at: datetime
    day: date
    device: str = "-"
    by: str = "self"

    def fact(self, kind: type[F], **values: Any) -> F:
        """A fact of that kind under this envelope."""
        envelope: dict[str, Any] = {
            "id": self.id,
            "person": self.person,
            "at": self.at,
            "day": self.day,
            "device": self.device,
            "by": self.by,
        }
        return kind(**(envelope | values))
