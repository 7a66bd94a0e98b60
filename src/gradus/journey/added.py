"""An exercise more in the session of a day, for that day alone."""

from collections.abc import Sequence
from dataclasses import dataclass

from gradus.journey.before_run import legs_waiting, runs_long_tomorrow
from gradus.journey.today import Today
from gradus.library.library import Library
from gradus.progression.day import Asked
from gradus.progression.for_today import added_today
from gradus.progression.occasions import Log
from gradus.record.history import History
from gradus.record.parts import ShownItem
from gradus.record.person import person
from gradus.vocabulary.ids import RuleId
from gradus.vocabulary.reasons import Reason

NOTHING = RuleId("nothing-to-add")


@dataclass(frozen=True, slots=True, kw_only=True)
class Addable:
    """What may be added to a session, each with its dose, or why nothing may."""

    options: tuple[ShownItem, ...] = ()
    because: tuple[Reason, ...] = ()


def addable(
    found: Today, history: History, library: Library, shown: Sequence[ShownItem], *, short: bool
) -> Addable:
    """What may be added to what is shown for the day. Nothing to a session that was asked to be shorter, and
    none of what only another day may hold."""
    cleared = found.outcome.cleared
    if found.plan is None or cleared is None or not shown:
        return Addable(because=found.because[:1])
    if short:
        return Addable(because=(library.reason(RuleId("nothing-added-now")),))
    asked = Asked(history, found.plan, cleared, library, Log(history.by_session, history.kept))
    made = added_today(shown, asked, found.day)
    if isinstance(made, Reason):
        return Addable(because=(made,))
    waiting = {item.exercise for item in (*found.left_out, *found.waits)}
    options = tuple(item for item in made if item.exercise not in waiting)
    if runs_long_tomorrow(person(history), found.day):
        options, _ = legs_waiting(options, library)
    return Addable(options=options, because=() if options else (library.reason(NOTHING),))
