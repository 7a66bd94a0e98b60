"""Facts for tests: one person's, with ids that count up, so that a failure reads the same every time."""

from datetime import UTC, date, datetime, time, timedelta
from typing import Any, TypeVar

from gradus.record.envelope import Envelope
from gradus.vocabulary.ids import FactId, PersonId

AMINA = PersonId("01980000-0000-7000-8000-00000000a11a")
START = date(2026, 3, 2)
"""A Monday."""

F = TypeVar("F", bound=Envelope)


class Facts:
    """Makes facts of one person. `day` is a date, or a number of days after START."""

    def __init__(self, person: PersonId = AMINA) -> None:
        self.person = person
        self.made = 0

    def __call__(self, kind: type[F], day: date | int = 0, **values: Any) -> F:
        self.made += 1
        on = day if isinstance(day, date) else START + timedelta(days=day)
        at = datetime.combine(on, time(9), UTC) + timedelta(seconds=self.made)
        id_ = FactId(f"01990000-0000-7000-8000-{self.made:012x}")
        envelope: dict[str, Any] = {"id": id_, "person": self.person, "at": at, "day": on}
        return kind(**(envelope | values))
