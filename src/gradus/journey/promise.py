"""The decision as a fact: written when the person acts on it, the same fact however often they do."""

from datetime import UTC, datetime, time

from gradus.journey.today import Today
from gradus.library.library import Library
from gradus.progression.occasions import AFTER_ALL, is_for_today, standing
from gradus.record.facts import DecisionShown
from gradus.record.parts import ShownItem, ShownReason
from gradus.record.promised import NOBODY, with_items, with_its_id
from gradus.vocabulary.ids import ExerciseId, PersonId

__all__ = ["added", "changed", "is_changed", "promise", "standing", "to_do", "without"]


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
            because=tuple(map(ShownReason.of, today.because)),
            library=library.version,
            short=today.short,
            whole=today.whole,
        )
    )


def changed(shown: DecisionShown, exercise: ExerciseId, by: ShownItem) -> DecisionShown:
    """The promise with another exercise in the place of this one: for one day, and judged by nobody."""
    return with_items(shown, (by if item.exercise == exercise else item for item in shown.items))


def added(shown: DecisionShown, item: ShownItem) -> DecisionShown:
    """The promise with an exercise more, for one day, and judged by nobody."""
    return with_items(shown, (*shown.items, item))


def without(shown: DecisionShown, exercise: ExerciseId, library: Library) -> DecisionShown:
    """The promise without this exercise. One that came in for the day alone is marked as left out again: of
    several promises the one that was changed most stands, and so it stays the newest."""
    told = ShownReason.of(library.reason(AFTER_ALL))

    def left(item: ShownItem) -> ShownItem | None:
        if item.exercise != exercise:
            return item
        if not is_for_today(item):
            return None
        because = (*item.because, told)
        return ShownItem(slot=item.slot, exercise=exercise, dose=item.dose, step=item.step, because=because)

    return with_items(shown, (kept for item in shown.items if (kept := left(item)) is not None))


def to_do(shown: DecisionShown) -> tuple[ShownItem, ...]:
    """The exercises of the promise that are to be done."""
    return tuple(item for item in shown.items if all(each.rule != AFTER_ALL for each in item.because))


def is_changed(each: DecisionShown, usual: DecisionShown) -> bool:
    """Whether the person changed something of the usual promise of the day: an exercise for another, or one
    left out."""
    slots = {item.slot for item in each.items}
    return any(map(is_for_today, each.items)) or slots < {item.slot for item in usual.items}
