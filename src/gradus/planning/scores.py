"""The one table of points, applied to one exercise for one person."""

from collections.abc import Collection, Iterable, Iterator

from gradus.library.library import Library
from gradus.library.types import Exercise
from gradus.planning.request import Request
from gradus.vocabulary.ids import ExerciseId
from gradus.vocabulary.scales import Caution, Pattern

LARGE = frozenset({Pattern.SQUAT, Pattern.BRIDGE, Pattern.HINGE})

WishName = str
"""A key of `planning/objective.toml`."""


def wishes(
    exercise: Exercise,
    right: Collection[ExerciseId],
    request: Request,
    *,
    optional: bool,
    outgrown: Collection[ExerciseId],
) -> tuple[WishName, ...]:
    """The wishes that hold for this exercise in a place of the week, where these exercises are outgrown."""
    named = dict(_table(exercise, right, request, optional=optional))
    named["outgrown"] = exercise.id in outgrown
    return tuple(name for name, holds in named.items() if holds)


def points(names: Iterable[WishName], library: Library) -> int:
    """What these wishes add up to."""
    return sum(getattr(library.objective, name).points for name in names)


def _table(
    exercise: Exercise, right: Collection[ExerciseId], request: Request, *, optional: bool
) -> Iterator[tuple[WishName, bool]]:
    person = request.person
    wanted = {*(person.likes or ()), *request.current}
    yield "right_rung", exercise.id in right
    yield "liked", exercise.id in (person.likes or ())
    yield "disliked", exercise.id in (person.dislikes or ())
    yield "provokes", not set(exercise.cautions).isdisjoint(person.provoked_by or ())
    yield "pulls_on_a_nerve", Caution.NERVE in exercise.cautions and exercise.id not in wanted
    yield "serves_a_goal", exercise.pattern in (person.goal_patterns or ())
    yield "kept", exercise.id in request.current
    yield "basic", exercise.basic
    yield "large", exercise.pattern in LARGE
    yield "loadable", exercise.dose.load != "none"
    yield "filled", optional
