"""Who writes a fact, when and where. The clock and the ids come from outside."""

from datetime import date, datetime
from typing import Any, TypeVar

from gradus.record.envelope import Envelope
from gradus.vocabulary.ids import FactId, PersonId
from gradus.vocabulary.value import Value

F = TypeVar("F", bound=Envelope)


class Stamp(Value, frozen=True, kw_only=True):
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
        envelope.update(values)
        return kind(**envelope)
