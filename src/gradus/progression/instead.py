"""What may take the place of an exercise today: an easier step, else something of the same kind."""

from gradus.library.types import Exercise
from gradus.planning.rungs import below as easier_steps
from gradus.planning.rungs import reaches
from gradus.planning.stand_ins import alike
from gradus.progression.around import Around
from gradus.progression.ladder import below, is_open, phase_of
from gradus.vocabulary.scales import Pattern


def instead(exercise: Exercise, slot: str, around: Around) -> tuple[Exercise, ...]:
    """The exercises that may stand in for this one today, the best first: the nearest easier step; then
    those of its pattern that load the back no more, and where there are none, of the other patterns of its
    place. None is harder than earned: the first step of a ladder, a step below one that is trained, or one
    whose test is passed."""
    easier = [rung for rung in below(exercise, around) if is_open(rung, around)][:1]
    every = [each for each in around.library.exercises.values() if each.id != exercise.id]
    free = [each for each in every if each not in easier and _is_earned(each, exercise, around)]
    free = [each for each in free if is_open(each, around)]
    found = alike(exercise, free)
    if not found and not easier:
        patterns = _patterns(exercise, slot, around)
        most = exercise.lumbar_rank
        found = [each for each in free if each.pattern in patterns and each.lumbar_rank <= most]
    return (*easier, *sorted(found, key=lambda each: (not each.basic, -each.lumbar_rank, each.id)))


def _is_earned(candidate: Exercise, exercise: Exercise, around: Around) -> bool:
    library = around.library
    trained = (id_ for id_ in (exercise.id, *around.taken) if id_ in library.exercises)
    if candidate.easier is None or any(
        candidate.id in easier_steps(id_, library.exercises) for id_ in trained
    ):
        return True
    score = None if candidate.entry is None else around.scores.get(candidate.entry.measure)
    return candidate.entry is not None and score is not None and reaches(score, candidate.entry, library)


def _patterns(exercise: Exercise, slot: str, around: Around) -> frozenset[Pattern]:
    """The patterns that the place is for, as the programme tells."""
    phase = phase_of(around)
    shapes = () if phase is None else phase.sessions
    told = (each.patterns for shape in shapes for each in shape.slots if each.id == slot)
    return frozenset({exercise.pattern, *(pattern for patterns in told for pattern in patterns)})
