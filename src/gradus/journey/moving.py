"""What an exercise looks like, how it is paced, and what a recording of it shows: the doorway to the movement
room."""

from collections.abc import Callable

from gradus.library.library import Library
from gradus.library.types import Exercise
from gradus.library.types.movement import Movement
from gradus.movement.checking import Checked, check
from gradus.movement.drawing.plotting import plot
from gradus.movement.drawing.sheet import sheet
from gradus.movement.drawing.svg import picture, still
from gradus.movement.engine.joints import JOINTS
from gradus.movement.engine.plan import Plan
from gradus.movement.engine.records import Number, Record, Summary
from gradus.movement.recording import LAYOUTS, Layout, Recording, layout_of, moments
from gradus.movement.score import Asked, Beat, Score, asked_at_first, score
from gradus.movement.synthesis import Stream, Wanted, showing, synthetic
from gradus.movement.watched import NotWatched, plan_of

__all__ = [
    "JOINTS", "LAYOUTS", "Asked", "Beat", "Beatless", "Checked", "Layout", "NotWatched", "Number", "Plan",
    "Record", "Recording", "Score", "Stream", "Summary", "Wanted", "checked", "contact_sheet", "drawn",
    "layout_of", "made", "paced", "plan", "plot",
]  # fmt: skip


Dice = Callable[[], float]


class Beatless(Exception):
    """The exercise has no definition of its movement."""


def drawn(exercise: Exercise, *, in_two: bool = False) -> str:
    """The picture of an exercise as SVG: moving, or its start and end side by side."""
    movement = _movement(exercise)
    return still(exercise, movement) if in_two else picture(exercise, movement)


def contact_sheet(library: Library, columns: int) -> str:
    """Start and end of every exercise that has a definition, in order of code."""
    ordered = sorted(library.exercises.values(), key=lambda each: each.code)
    return sheet([(each, each.movement) for each in ordered if each.movement is not None], columns)


def paced(exercise: Exercise, library: Library, asked: Asked | None = None) -> Score:
    """The score of one set; of the first session where nothing is asked for."""
    change_s = library.planning.change_sides.value
    return score(exercise, _movement(exercise), asked or asked_at_first(exercise), change_s)


def plan(exercise: Exercise, library: Library, *, other_side: bool = False) -> Plan:
    """What is watched of an exercise. Raises NotWatched, with the reason, where a camera leaves it alone."""
    return plan_of(exercise, _movement(exercise), library.watching, other_side=other_side)


def checked(watched: Plan, recording: Recording, *, mirror: bool = False) -> Checked:
    """What a recording shows of an exercise."""
    return check(watched, list(moments(recording, watched.view, mirror=mirror)), recording.size)


def made(
    exercise: Exercise, watched: Plan, wanted: Wanted, faults: tuple[str, ...], dice: tuple[Dice, Dice]
) -> Stream:
    """A set of the drawn figure with these faults shown in every repetition. Raises KeyError where the
    exercise has no such fault. The dice are of a normal distribution and of an even one."""
    movement, known = _movement(exercise), {fault.id: fault for fault in watched.faults}
    for name in faults:
        wanted = showing(exercise, movement, watched, known[name], wanted)
    return synthetic(exercise, movement, wanted, *dice)


def _movement(exercise: Exercise) -> Movement:
    if exercise.movement is None:
        raise Beatless(exercise.id)
    return exercise.movement
