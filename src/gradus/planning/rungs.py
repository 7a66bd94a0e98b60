"""Where on each ladder a person may begin: by what they train, by a test, or on the first step."""

from collections.abc import Collection, Mapping
from enum import StrEnum

from gradus.library.library import Library
from gradus.library.types import Entry, Exercise
from gradus.planning.request import Request
from gradus.vocabulary.ids import ExerciseId, RuleId
from gradus.vocabulary.scales import Irritability


class Ground(StrEnum):
    """What lets a person begin on a step of a ladder."""

    KEPT = "kept"
    EASIER = "easier"
    TESTED = "tested"
    FIRST = "first"
    LIGHT = "light"
    EARNED = "earned"


def below(exercise: ExerciseId, exercises: Mapping[ExerciseId, Exercise]) -> tuple[ExerciseId, ...]:
    """The easier steps of an exercise's ladder, the nearest first."""
    found: list[ExerciseId] = []
    here = exercises[exercise].easier
    while here is not None:
        found.append(here)
        here = exercises[here].easier
    return tuple(found)


def grounds(request: Request, library: Library) -> Mapping[ExerciseId, Ground]:
    """The steps that are open to the person, each with what opens it. Anything missing here is too hard yet.

    A test opens its step and the easier ones; with moderate irritability only the easier ones. A harder step
    that asks for no test and loads the back lightly is light: for those who can do none of the easier ones.
    The heaviest open when they are earned, and by nothing else. Nothing new opens above a step that is
    withheld.
    """
    every = library.exercises
    kept = {id_ for id_ in request.current if id_ in every}
    tested = {id_ for id_, exercise in every.items() if meets_entry(exercise, request, library)}
    easier = {step for id_ in kept | tested for step in below(id_, every)}
    irritable = request.irritability is not Irritability.LOW
    found: dict[ExerciseId, Ground] = {}
    for id_, exercise in sorted(every.items()):
        if id_ in kept:
            found[id_] = Ground.KEPT
        elif request.withheld and not request.withheld.keys().isdisjoint(below(id_, every)):
            continue
        elif must_be_earned(exercise, library):
            if not irritable and not unearned(exercise, request):
                found[id_] = Ground.EARNED
        elif id_ in tested and (exercise.easier is None or not irritable):
            found[id_] = Ground.TESTED
        elif id_ in easier:
            found[id_] = Ground.EASIER
        elif exercise.easier is None:
            found[id_] = Ground.FIRST
        elif exercise.entry is None and exercise.lumbar_rank <= library.planning.light_rank_up_to.value:
            found[id_] = Ground.LIGHT
    return found


def must_be_earned(exercise: Exercise, library: Library) -> bool:
    """Whether the exercise is one of the heaviest, which no test and no ladder opens."""
    return exercise.earned or exercise.lumbar_rank >= library.planning.earned_rank_from.value


def unearned(exercise: Exercise, request: Request) -> tuple[RuleId, ...]:
    """What is missing before one of the heaviest exercises may be begun, in the order in which it comes."""
    have = request.earned
    parts = {
        RuleId("heavy-after-strengthening"): have.phase,
        RuleId("heavy-after-calm-weeks"): have.calm,
        RuleId("heavy-after-a-check"): exercise.id in have.watched,
    }
    return tuple(rule for rule, done in parts.items() if not done)


def meets_entry(exercise: Exercise, request: Request, library: Library) -> bool:
    """Whether the home test of this step was done and reached what the step asks for."""
    if exercise.entry is None or (score := request.scores.get(exercise.entry.measure)) is None:
        return False
    return reaches(score, exercise.entry, library)


def reaches(score: float, entry: Entry, library: Library) -> bool:
    """Whether a score, in its measure's unit, is as good as the step asks for or better."""
    bar = entry.at_least.value
    return score >= bar if library.measures[entry.measure].better == "higher" else score <= bar


def hardest(among: Collection[ExerciseId], library: Library) -> frozenset[ExerciseId]:
    """Those that have no harder step of their ladder among them."""
    outdone = {step for id_ in among for step in below(id_, library.exercises)}
    return frozenset(among) - outdone


def right_steps(among: Collection[ExerciseId], request: Request, library: Library) -> frozenset[ExerciseId]:
    """Of each ladder the hardest step that is not said to provoke, or that is in training all the same; the
    hardest of all where every step provokes."""
    provoking = {id_ for id_ in among if id_ not in request.current and provokes(id_, request, library)}
    gentle = frozenset(among) - provoking
    others = (
        id_ for id_ in hardest(among, library) if gentle.isdisjoint((id_, *below(id_, library.exercises)))
    )
    return hardest(gentle, library) | frozenset(others)


def provokes(exercise: ExerciseId, request: Request, library: Library) -> bool:
    """Whether it involves a movement or load that the person says sets their back off."""
    return not set(library.exercises[exercise].cautions).isdisjoint(request.person.provoked_by or ())
