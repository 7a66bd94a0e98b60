"""What to say in the middle of a session. It can only stop or ease; nothing here raises."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from typing import Literal

from gradus.library.library import Library
from gradus.library.types import Exercise
from gradus.progression.judging import Judge, judge
from gradus.record.facts import SetDone
from gradus.record.history import History
from gradus.record.promised import NOBODY
from gradus.vocabulary.ids import ExerciseId, PersonId, RuleId
from gradus.vocabulary.reasons import Reason
from gradus.vocabulary.scales import Colour

Leg = Literal["none", "same", "further-down"]
Kind = Literal["known", "new"]
LEGS: tuple[Leg, ...] = ("none", "same", "further-down")
KINDS: tuple[Kind, ...] = ("known", "new")
HIGHEST_PAIN = 10
UNTOLD_AND_PAINS: tuple[int | None, ...] = (None, *range(HIGHEST_PAIN + 1))
"""Every pain that can be told, 0 to 10, after that of which nothing was told."""

STOP = RuleId("stop-this-exercise")
ASK = RuleId("stop-and-ask")
Cells = tuple[RuleId | None, ...]


@dataclass(frozen=True, slots=True)
class StopTable:
    """Every answer to "this hurts" in one exercise, known before anything hurts: by what kind of pain it is,
    where in the leg it is felt, and how much it hurts, in the order of UNTOLD_AND_PAINS. None is go on."""

    cells: Mapping[Kind, Mapping[Leg, Cells]]

    def answer(self, pain: int | None, leg: Leg, kind: Kind) -> RuleId | None:
        """The rule that stops the exercise or the session, or None."""
        return self.cells[kind][leg][UNTOLD_AND_PAINS.index(pain)]


def stop_now(history: History, library: Library, sets: Sequence[SetDone]) -> Reason | None:
    """Why an exercise is to be stopped for today after these sets of it; None when it may go on. It does not
    wait for the next session to say so. While the back is easily stirred up, light work goes on as long as
    it hurts no more than usual."""
    if not sets:
        return None
    day, exercise = sets[0].day, library.exercises.get(sets[0].exercise)
    return library.reason(STOP) if _stops(judge(history, library, day), sets, exercise) else None


def stop_tables(
    history: History, library: Library, day: date, exercises: Sequence[ExerciseId]
) -> Mapping[ExerciseId, StopTable]:
    """The stop table of each exercise on that day. A set answers for itself: sets that none of them stops do
    not stop together either. Pain that is new, or unlike the known one, stops the session, however little."""
    by = judge(history, library, day)
    return {exercise: _table(by, library.exercises[exercise], day) for exercise in exercises}


def stop_words(library: Library) -> Mapping[RuleId, Reason]:
    """What each answer of a stop table says."""
    return {rule: library.reason(rule) for rule in (STOP, ASK)}


def _table(by: Judge, exercise: Exercise, day: date) -> StopTable:
    known = {leg: tuple(_cell(by, exercise, day, leg, pain) for pain in UNTOLD_AND_PAINS) for leg in LEGS}
    return StopTable({"known": known, "new": {leg: (ASK,) * len(UNTOLD_AND_PAINS) for leg in LEGS}})


def _cell(by: Judge, exercise: Exercise, day: date, leg: Leg, pain: int | None) -> RuleId | None:
    told = SetDone(
        id=NOBODY,
        person=PersonId(NOBODY),
        at=datetime.combine(day, time(0), UTC),
        day=day,
        session=NOBODY,
        exercise=exercise.id,
        nth=1,
        pain_0_10=pain,
        leg=leg,
    )
    return STOP if _stops(by, [told], exercise) else None


def _stops(by: Judge, sets: Sequence[SetDone], exercise: Exercise | None) -> bool:
    return by.while_at_it(sets, sets[0].day, exercise).colour is Colour.RED
