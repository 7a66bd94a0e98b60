"""The session of a day that sets are told for: the one that runs or was done, or the one that begins now."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal

from gradus.journey.promise import is_changed, promise, standing
from gradus.journey.today import Today
from gradus.library.library import Library
from gradus.record.facts import DecisionShown, SessionDone, SetDone
from gradus.record.history import History
from gradus.vocabulary.ids import ExerciseId, FactId, PersonId

Ended = Literal["finished", "stopped", "skipped"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Session:
    """The session of a day: what was shown for it, what is to be stored because it begins now, and how it
    ended (None while nobody told). `note` is why the day is no training day, empty when it is one."""

    id: FactId
    shown: DecisionShown | None = None
    begins: tuple[DecisionShown, ...] = ()
    ended: Ended | None = None
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Teller:
    """Who tells of a session: their record and the content, the person, and the next free id for a session
    that begins."""

    history: History
    library: Library
    person: PersonId
    new: Callable[[], FactId]


def session_of(by: Teller, answer: Today, exercise: ExerciseId | None) -> Session:
    """The session of the day of this answer, or a new one: the first, or the second where the plan has two on
    the day and the first is over. Sets never join one that was left out."""
    history, day = by.history, answer.day
    ends = ended(history)
    known = of_the_day(history, day)
    second = known is not None and answer.action == "train" and ends.get(known) in ("finished", "stopped")
    promises = shown_for(history, day, None if second else known)
    shown = standing(promises)
    is_left_out = exercise is not None and known is not None and ends.get(known) == "skipped"
    if known is not None and not is_left_out and not (second and _begins(history, answer, exercise)):
        if second:
            shown = standing(shown_for(history, day, known))
        return Session(id=known, shown=shown, ended=ends.get(known))
    if answer.items:
        usual = promise(answer, by.library, by.person)
        decision = standing([each for each in promises if is_changed(each, usual)]) or usual
        return Session(id=by.new(), shown=decision, begins=(decision,))
    return Session(id=by.new(), shown=shown, note="" if shown else answer.because[0].says)


def ended(history: History) -> Mapping[FactId, Ended]:
    """How each session ended, of those that did."""
    return {fact.session: fact.ended for fact in history.of(SessionDone)}


def of_the_day(history: History, day: date) -> FactId | None:
    """The session of that day: one that has sets, best one that still runs; or one that was ended without."""
    ends = ended(history)
    trained = [fact.session for fact in history.on(SetDone, day) if ends.get(fact.session) != "skipped"]
    running = [id_ for id_ in trained if id_ not in ends]
    over = history.on(SessionDone, day)
    empty = [fact.session for fact in over if fact.ended != "skipped" and not history.sets_of(fact.session)]
    skipped = [fact.session for fact in over if fact.ended == "skipped"]
    return next((ids[-1] for ids in (running, trained, empty, skipped) if ids), None)


def shown_for(history: History, day: date, known: FactId | None) -> list[DecisionShown]:
    """What was shown for this session of the day, or for the next one: not what belongs to another that is
    over."""
    over = {
        fact.shape
        for fact in history.on(SessionDone, day)
        if fact.ended != "skipped" and fact.session != known
    }
    every = (fact for fact in history.on(DecisionShown, day) if fact.items)
    return [fact for fact in every if fact.shape not in over - {None}]


def _begins(history: History, answer: Today, exercise: ExerciseId | None) -> bool:
    """Whether what is told belongs to the second session of the day: all but an exercise that only the first
    one had."""
    mine = {item.exercise for item in answer.items}
    others = {item.exercise for fact in history.on(DecisionShown, answer.day) for item in fact.items}
    return exercise is None or exercise in mine or exercise not in others
