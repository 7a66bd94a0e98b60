"""A shown decision under the id that its person, day and content make."""

from collections.abc import Iterable
from datetime import UTC, date, datetime, time

from msgspec.structs import replace

from gradus.record.codec import canonical
from gradus.record.facts import DecisionShown
from gradus.record.ids import decision_id
from gradus.record.parts import ShownItem
from gradus.vocabulary.ids import FactId

NOBODY = FactId("00000000-0000-8000-8000-000000000000")


def with_its_id(fact: DecisionShown) -> DecisionShown:
    """The decision, its id following from person, day and content."""
    bare = replace(fact, id=NOBODY)
    return replace(fact, id=decision_id(fact.person, fact.day, canonical(bare) + b"\n"))


def of_day(fact: DecisionShown, day: date) -> DecisionShown:
    """The decision as if it had been shown for that day, under the id that makes."""
    at = datetime.combine(day, time(0), UTC)
    return fact if fact.day == day else with_its_id(replace(fact, day=day, at=at))


def with_items(fact: DecisionShown, items: Iterable[ShownItem]) -> DecisionShown:
    """The decision with other items, under the id that they make."""
    return with_its_id(replace(fact, items=tuple(items)))
