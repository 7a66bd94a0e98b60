"""Easy movement that a phase for growing has no use for, where something harder is possible."""

from collections.abc import Iterable, Sequence

from gradus.library.library import Library
from gradus.library.types import Exercise
from gradus.planning.barriers import CALM_PATTERNS, Barrier, Setting, is_above_the_phase
from gradus.planning.rungs import must_be_earned
from gradus.vocabulary.ids import ExerciseId
from gradus.vocabulary.scales import Pattern

TAUGHT = CALM_PATTERNS | {Pattern.BALANCE}
"""Patterns that are not meant to grow by load."""

Barred = Sequence[tuple[Exercise, Iterable[Barrier]]]


def outgrown(barred: Barred, setting: Setting, library: Library) -> frozenset[ExerciseId]:
    """Of the exercises that suit a place those that are outgrown; none where nothing harder is possible in
    it, and none in a phase that is not for growing."""
    if not setting.request.phase.grows:
        return frozenset()
    free = [exercise for exercise, barriers in barred if not barriers]
    easy = frozenset(
        each.id for each in free if _is_easy(each, library) and not _grows(each, setting, library)
    )
    return easy if len(easy) < len(free) else frozenset()


def _is_easy(exercise: Exercise, library: Library) -> bool:
    low = exercise.lumbar_rank <= library.planning.calm_level_rank.value
    return low and exercise.dose.load == "none" and exercise.pattern not in TAUGHT


def _grows(exercise: Exercise, setting: Setting, library: Library) -> bool:
    """Whether a harder step of its ladder waits that nothing stands against but the ladder itself, and that
    is more than easy movement."""
    if exercise.harder is None:
        return False
    step = library.exercises[exercise.harder]
    closed = is_above_the_phase(step, setting.request.phase) or must_be_earned(step, library)
    return not closed and not setting.barriers[step.id] and not _is_easy(step, library)
