"""How long a session takes: sets, tempo, holds, sides, rest, change-overs and the warm-up."""

from collections.abc import Iterable
from typing import Protocol

from gradus.library.library import Library
from gradus.library.types import Exercise, PlanningRules
from gradus.vocabulary.dose import Dose
from gradus.vocabulary.ids import ExerciseId
from gradus.vocabulary.scales import DoseKind, Pattern, Side

SECONDS_IN_A_MINUTE = 60


class Timed(Protocol):
    """An item of a plan or of a shown session."""

    @property
    def exercise(self) -> ExerciseId: ...

    @property
    def dose(self) -> Dose: ...


def session_minutes(items: Iterable[Timed], library: Library) -> float:
    """Minutes from the first warm-up step to the end of the last set; 0 without items.

    Walking in the session counts towards the warm-up.
    """
    rules = library.planning
    taken = [(library.exercises[item.exercise], item.dose) for item in items]
    if not taken:
        return 0.0
    work = [item_seconds(exercise, dose, rules) for exercise, dose in taken]
    walked = sum(
        seconds
        for (exercise, _), seconds in zip(taken, work, strict=True)
        if exercise.pattern is Pattern.WALK
    )
    between = (len(taken) - 1) * rules.change_over.value
    warm_up = max(0.0, warm_up_seconds(rules) - walked)
    return (sum(work) + between + warm_up) / SECONDS_IN_A_MINUTE


def warm_up_seconds(rules: PlanningRules) -> float:
    """The warm-up of a session without walking, in seconds."""
    return rules.warm_up.value * SECONDS_IN_A_MINUTE


def item_seconds(exercise: Exercise, dose: Dose, rules: PlanningRules) -> float:
    """Seconds of work and rest of one exercise: both sides where it is one-sided, rest between sets."""
    work = dose.amount * _seconds_each(dose, rules)
    if exercise.one_sided:
        work = len(Side) * work + rules.change_sides.value
    return dose.sets * work + (dose.sets - 1) * dose.rest_s


def _seconds_each(dose: Dose, rules: PlanningRules) -> float:
    """The seconds that one repetition, one second or one metre of this dose takes."""
    if dose.kind is DoseKind.REPS:
        return _tempo_seconds(dose.tempo, rules) + (dose.hold_s or 0)
    return 1.0 if dose.kind is DoseKind.TIME else rules.seconds_a_metre.value


def _tempo_seconds(tempo: str | None, rules: PlanningRules) -> float:
    """The seconds that a tempo such as "2-0-2" adds up to; the usual ones where none is written."""
    parts = (tempo or "").split("-")
    if not all(part.isdecimal() for part in parts):
        return rules.seconds_a_rep.value
    return float(sum(map(int, parts)))
