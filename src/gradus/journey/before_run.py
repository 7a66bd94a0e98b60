"""The day before a long or fast run: heavy work for the legs waits. It is never about the run itself."""

from collections.abc import Sequence
from datetime import date

from gradus.library.library import Library
from gradus.planning.places import tires_the_legs
from gradus.record.parts import ShownItem, ShownReason
from gradus.record.person import Person
from gradus.vocabulary.calendar import shifted
from gradus.vocabulary.ids import RuleId
from gradus.vocabulary.scales import Step


def runs_long_tomorrow(person: Person, day: date) -> bool:
    """Whether the next day is one that the person named for a long or fast run."""
    tomorrow = shifted(day, 1).weekday()
    return any(run.number == tomorrow for run in person.long_run_on or ())


def legs_waiting(
    items: Sequence[ShownItem], library: Library
) -> tuple[tuple[ShownItem, ...], tuple[ShownItem, ...]]:
    """What is left of the session on such a day, and what waits, with the reason."""
    waiting = [item for item in items if tires_the_legs(library.exercises[item.exercise], library)]
    kept = tuple(item for item in items if item not in waiting)
    return kept, tuple(_waits(item, library) for item in waiting)


def _waits(item: ShownItem, library: Library) -> ShownItem:
    told = library.reason(RuleId("legs-wait-for-the-run"), exercise=library.exercises[item.exercise].en.name)
    says = ShownReason.of(told)
    return ShownItem(slot=item.slot, exercise=item.exercise, dose=item.dose, step=Step.PAUSE, because=(says,))
