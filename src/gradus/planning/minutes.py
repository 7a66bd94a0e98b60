"""How long a session takes: sets, tempo, holds, sides, rest, change-overs, the warm-up and lighter sets."""

from collections.abc import Iterable
from functools import lru_cache
from typing import Protocol

from gradus.library.library import Library
from gradus.library.types import Exercise, PlanningRules
from gradus.planning.weights import is_weighted
from gradus.screening.limits import Limits
from gradus.vocabulary.dose import Dose
from gradus.vocabulary.ids import ExerciseId
from gradus.vocabulary.scales import DoseKind, Pattern, Side

SECONDS_IN_A_MINUTE = 60
TEMPOS = 256
"""So many tempos are kept in mind; a library has a dozen."""


class Timed(Protocol):
    """An item of a plan or of a shown session."""

    @property
    def exercise(self) -> ExerciseId: ...

    @property
    def dose(self) -> Dose: ...


def session_minutes(items: Iterable[Timed], library: Library, limits: Limits) -> float:
    """Minutes from the first warm-up step to the end of the last set; 0 without items.

    Walking in the session counts towards the warm-up; a limit of health may make that longer.
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
    warm_up = max(0.0, warm_up_seconds(rules, limits) - walked)
    return (sum(work) + between + warm_up) / SECONDS_IN_A_MINUTE


def warm_up_seconds(rules: PlanningRules, limits: Limits) -> float:
    """The easy minutes before the first exercise of a session without walking, in seconds."""
    return (rules.warm_up.value + limits.more_warm_up_min) * SECONDS_IN_A_MINUTE


def item_seconds(exercise: Exercise, dose: Dose, rules: PlanningRules) -> float:
    """Seconds of work and rest of one exercise: the lighter sets that lead up to it, both sides where it is
    one-sided, rest between sets."""
    return _ramp_seconds(exercise, dose, rules) + _sets_seconds(exercise, dose, rules)


def is_led_up_to(exercise: Exercise, rules: PlanningRules) -> bool:
    """Whether lighter sets come before its first one: it loads the low back highly, with a weight."""
    counted = exercise.dose.kind is DoseKind.REPS
    return counted and is_weighted(exercise) and exercise.lumbar_rank >= rules.high_rank_from.value


def _ramp_seconds(exercise: Exercise, dose: Dose, rules: PlanningRules) -> float:
    if not is_led_up_to(exercise, rules):
        return 0.0
    rest = int(rules.ramp_rest.value)
    few = min(dose.amount, int(rules.ramp_reps.value))
    lighter = dose.but(sets=int(rules.ramp_sets.value), amount=few, low=min(dose.low, few), rest_s=rest)
    return _sets_seconds(exercise, lighter, rules) + rest


def _sets_seconds(exercise: Exercise, dose: Dose, rules: PlanningRules) -> float:
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
    counted = _counted(tempo or "")
    return rules.seconds_a_rep.value if counted is None else counted


@lru_cache(TEMPOS)
def _counted(tempo: str) -> float | None:
    parts = tempo.split("-")
    return float(sum(map(int, parts))) if all(part.isdecimal() for part in parts) else None
