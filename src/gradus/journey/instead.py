"""Another exercise in the place of one of today's, for today alone."""

from collections.abc import Sequence
from dataclasses import dataclass

from gradus.journey.today import Today
from gradus.library.library import Library
from gradus.progression.day import Asked
from gradus.progression.for_today import instead_today
from gradus.progression.occasions import Log
from gradus.record.history import History
from gradus.record.parts import ShownItem
from gradus.vocabulary.ids import ExerciseId, RuleId
from gradus.vocabulary.reasons import Reason


@dataclass(frozen=True, slots=True, kw_only=True)
class Instead:
    """What may stand in today for an exercise of the session, the best first, each with its dose; with what
    is to be said where there is nothing."""

    exercise: ExerciseId
    options: tuple[ShownItem, ...]
    because: tuple[Reason, ...] = ()


def instead(
    found: Today, exercise: ExerciseId, history: History, library: Library, shown: Sequence[ShownItem] = ()
) -> Instead | None:
    """What may stand in for this exercise of the session found for the day, or of what was shown for one that
    has begun; None where neither holds it."""
    item = next((each for each in (*shown, *found.items) if each.exercise == exercise), None)
    cleared = found.outcome.cleared
    if item is None or found.plan is None or cleared is None:
        return None
    asked = Asked(history, found.plan, cleared, library, Log(history.by_session, history.kept))
    options = instead_today(item, asked, found.day)
    if options:
        return Instead(exercise=exercise, options=options)
    name = library.exercises[exercise].en.name
    told = library.reason(RuleId("nothing-instead"), exercise=name)
    return Instead(exercise=exercise, options=(), because=(told,))
