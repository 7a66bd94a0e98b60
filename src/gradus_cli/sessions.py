"""The session of a day that sets are told for: the one that runs or was done, or the one that begins now."""

from dataclasses import dataclass
from typing import Literal

from gradus.journey.promise import is_changed, promise, standing
from gradus.journey.today import Today
from gradus.record.facts import DecisionShown, SessionDone, SetDone
from gradus.vocabulary.ids import ExerciseId, FactId
from gradus_cli.common import Here
from gradus_cli.content import library

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


def session_of(here: Here, answer: Today, exercise: ExerciseId | None) -> Session:
    """The session of this day, or a new one: the first, or the second where the plan has two on the day and
    the first is over. Sets never join one that was left out."""
    ends = {fact.id: fact.ended for fact in here.history.of(SessionDone)}
    known = _of_the_day(here, ends)
    second = known is not None and answer.action == "train" and ends.get(known) in ("finished", "stopped")
    promises = _promises(here, None if second else known)
    shown = standing(promises)
    left_out = exercise is not None and known is not None and ends.get(known) == "skipped"
    if known is not None and not left_out and not (second and _begins(here, answer, exercise)):
        if second:
            shown = standing(_promises(here, known))
        return Session(id=known, shown=shown, ended=ends.get(known))
    id_ = here.stamp().id
    if answer.items:
        usual = promise(answer, library(), here.person)
        decision = standing([each for each in promises if is_changed(each, usual)]) or usual
        return Session(id=id_, shown=decision, begins=(decision,))
    return Session(id=id_, shown=shown, note="" if shown else answer.because[0].says)


def _promises(here: Here, known: FactId | None) -> list[DecisionShown]:
    """What was shown for this session of the day, or for the next one: not what belongs to another that is
    over."""
    over = {
        fact.shape
        for fact in here.history.of(SessionDone)
        if fact.day == here.day and fact.ended != "skipped" and fact.id != known
    }
    every = (fact for fact in here.history.of(DecisionShown) if fact.day == here.day and fact.items)
    return [fact for fact in every if fact.shape not in over - {None}]


def _begins(here: Here, answer: Today, exercise: ExerciseId | None) -> bool:
    """Whether what is told belongs to the second session of the day: all but an exercise that only the first
    one had."""
    mine = {item.exercise for item in answer.items}
    others = {
        item.exercise
        for fact in here.history.of(DecisionShown)
        if fact.day == here.day
        for item in fact.items
    }
    return exercise is None or exercise in mine or exercise not in others


def _of_the_day(here: Here, ends: dict[FactId, Ended]) -> FactId | None:
    """The session of this day: one that has sets, best one that still runs; or one that was ended without."""
    sets = (fact.session for fact in here.history.of(SetDone) if fact.day == here.day)
    trained = [id_ for id_ in sets if ends.get(id_) != "skipped"]
    running = [id_ for id_ in trained if id_ not in ends]
    today = [fact for fact in here.history.of(SessionDone) if fact.day == here.day]
    empty = [fact.id for fact in today if fact.ended != "skipped" and not here.history.sets_of(fact.id)]
    skipped = [fact.id for fact in today if fact.ended == "skipped"]
    return next((ids[-1] for ids in (running, trained, empty, skipped) if ids), None)
