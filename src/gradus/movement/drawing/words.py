"""A picture in words, for whoever does not see it."""

from gradus.library.types.exercises import Exercise
from gradus.library.types.movement import Movement
from gradus.movement.timeline import stages_of

SEEN = {"side": "Seen from the side", "front": "Seen from the front", "back": "Seen from behind"}
NAMES = {
    "quads": "front of the thigh", "hamstrings": "back of the thigh", "glutes": "buttocks",
    "hip-side": "side of the hip", "hip-front": "front of the hip", "adductors": "inner thigh",
    "calves": "calves", "shins": "front of the shin", "abs": "front of the tummy",
    "obliques": "side of the trunk", "low-back": "low back", "upper-back": "upper back", "chest": "chest",
    "shoulders": "shoulders", "biceps": "front of the upper arm", "triceps": "back of the upper arm",
    "grip": "forearms",
}  # fmt: skip


def alternative(exercise: Exercise, movement: Movement) -> str:
    """What is seen: the start, each stage with its seconds, and where the muscles are tinted."""
    poses = movement.poses
    told = [f"{SEEN[movement.view]}: {poses[0].says}."]
    here = 0
    for stage in stages_of(movement, exercise.dose):
        if stage.to == here:
            if stage.to:
                told.append(f"Stay {_seconds(stage.seconds)}.")
        elif stage.to == 0:
            told.append(f"Back to the start in {_seconds(stage.seconds)}.")
        else:
            told.append(f"In {_seconds(stage.seconds)}: {poses[stage.to].says}.")
        here = stage.to
    if movement.kind == "alternating":
        told.append("Then the other side.")
    if movement.works:
        told.append(f"Tinted: {', '.join(NAMES[each] for each in movement.works)}.")
    return " ".join(told)


def _seconds(number: float) -> str:
    return "1 second" if number == 1 else f"{number:g} seconds"
