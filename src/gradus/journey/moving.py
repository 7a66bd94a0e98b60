"""What an exercise looks like and how it is paced: the doorway to the movement room."""

from gradus.library.library import Library
from gradus.library.types import Exercise
from gradus.library.types.movement import Movement
from gradus.movement.drawing.sheet import sheet
from gradus.movement.drawing.svg import picture, still
from gradus.movement.score import Asked, Beat, Score, asked_at_first, score

__all__ = ["Asked", "Beat", "Beatless", "Score", "contact_sheet", "drawn", "paced"]


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


def _movement(exercise: Exercise) -> Movement:
    if exercise.movement is None:
        raise Beatless(exercise.id)
    return exercise.movement
