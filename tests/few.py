"""The library with few exercises: what examples of a mechanism are asked of, so that they tell of it alone
and stay as they are when an exercise is written."""

from dataclasses import replace

from gradus.library.library import Library
from gradus.library.types import Exercise
from gradus.vocabulary.ids import ExerciseId

FEW = frozenset(
    map(
        ExerciseId,
        (
            "band-pull-apart",
            "bird-dog",
            "breathing-90-90",
            "bridge-march",
            "dead-bug",
            "four-point-lift",
            "glute-bridge",
            "goblet-squat",
            "heel-slide-march",
            "hip-hinge-drill",
            "prone-arm-raises",
            "romanian-deadlift",
            "seated-row",
            "side-bridge-feet",
            "side-bridge-knees",
            "side-lying-abduction",
            "single-leg-bridge",
            "sit-to-stand",
            "standing-band-abduction",
            "standing-band-abduction-45",
            "walking-intervals",
            "wall-angel",
            "wall-sit",
        ),
    )
)


def few(library: Library) -> Library:
    """The library with these exercises alone, none of them basic; their ladders end where the next step is
    not among them."""
    return replace(library, exercises={id_: _alone(library.exercises[id_]) for id_ in sorted(FEW)})


def _alone(exercise: Exercise) -> Exercise:
    return replace(
        exercise,
        easier=exercise.easier if exercise.easier in FEW else None,
        harder=exercise.harder if exercise.harder in FEW else None,
        basic=False,
    )
