"""The decision as a fact: written when the person acts on it, the same fact however often they do."""

from datetime import UTC, datetime, time

from gradus.journey.today import Today
from gradus.library.library import Library
from gradus.progression.occasions import is_for_today, standing
from gradus.record.facts import DecisionShown
from gradus.record.parts import ShownItem, ShownReason
from gradus.record.promised import NOBODY, with_items, with_its_id
from gradus.vocabulary.ids import ExerciseId, PersonId
from gradus.vocabulary.reasons import Reason

__all__ = ["changed", "is_changed", "promise", "shown_reason", "standing"]


def shown_reason(reason: Reason) -> ShownReason:
    """The reason in the form in which a record keeps it."""
    return ShownReason(rule=reason.rule, says=reason.says, cites=reason.cites)


def promise(today: Today, library: Library, person: PersonId) -> DecisionShown:
    """What was shown, as a fact. Its id follows from person, day and content, and it is dated to the first
    moment of its day and to no device, so that acting twice, on two phones too, writes one and the same fact.
    """
    return with_its_id(
        DecisionShown(
            id=NOBODY,
            person=person,
            at=datetime.combine(today.day, time(0), UTC),
            day=today.day,
            action=today.action,
            plan=None if today.plan is None else today.plan.id,
            shape=today.shape,
            number=today.number,
            items=today.items,
            because=tuple(map(shown_reason, today.because)),
            library=library.version,
            short=today.short,
            whole=today.whole,
        )
    )


def changed(shown: DecisionShown, exercise: ExerciseId, by: ShownItem | None) -> DecisionShown:
    """The promise with another exercise in the place of this one, or, by None, without it: for one day, and
    judged by nobody."""
    items = (by if item.exercise == exercise else item for item in shown.items)
    return with_items(shown, (item for item in items if item is not None))


def is_changed(each: DecisionShown, usual: DecisionShown) -> bool:
    """Whether the person changed something of the usual promise of the day: an exercise for another, or one
    left out."""
    slots = {item.slot for item in each.items}
    return any(map(is_for_today, each.items)) or slots < {item.slot for item in usual.items}
