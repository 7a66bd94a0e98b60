"""The least of walking and calm work, part by part."""

from dataclasses import replace

import pytest
from msgspec import structs

from gradus.library.library import Library
from gradus.progression.floor import at_least, is_the_least, lower, no_lower
from gradus.progression.situation import Made, Situation
from gradus.vocabulary.dose import Dose
from gradus.vocabulary.ids import ExerciseId
from gradus.vocabulary.scales import DoseKind
from tests.training import Life

WALK, BREATHE, BIRD_DOG = map(ExerciseId, ("walking-intervals", "breathing-90-90", "bird-dog"))
SECONDS = Dose(kind=DoseKind.TIME, sets=1, amount=100, low=50, top=150, rest_s=0)


def seconds(amount: int, low: int, top: int) -> Dose:
    return SECONDS.but(amount=amount, low=low, top=top)


def walk(library: Library, amount: int) -> Situation:
    """A walk whose dose is so long now."""
    about = Life({"exercise": WALK}, library).place()
    return structs.replace(about, now=structs.replace(about.now, dose=seconds(amount, 50, 900)))


@pytest.mark.parametrize(
    ("name", "before", "after"),
    [
        (WALK, seconds(100, 50, 150), seconds(180, 180, 180)),
        (WALK, seconds(179, 50, 300), seconds(180, 180, 300)),
        (WALK, seconds(180, 50, 300), seconds(180, 50, 300)),
        (WALK, seconds(181, 50, 300), seconds(181, 50, 300)),
        (BREATHE, seconds(59, 50, 150), seconds(60, 60, 150)),
        (BIRD_DOG, seconds(5, 5, 5), seconds(5, 5, 5)),
    ],
)
def test_a_dose_begins_no_shorter_than_the_least(
    library: Library, name: ExerciseId, before: Dose, after: Dose
) -> None:
    assert at_least(library.exercises[name], before, library) == after


def test_a_walk_in_metres_and_work_that_is_neither_walk_nor_calm_have_no_least(library: Library) -> None:
    exercise = library.exercises[WALK]
    metres = replace(exercise, dose=replace(exercise.dose, kind=DoseKind.DISTANCE))
    assert at_least(metres, SECONDS, library) == SECONDS
    held = library.exercises[ExerciseId("side-bridge-knees")]
    assert at_least(held, SECONDS, library) == SECONDS


@pytest.mark.parametrize(("amount", "least"), [(179, True), (180, True), (181, False)])
def test_it_is_as_short_as_it_gets_at_the_least_or_below(library: Library, amount: int, least: bool) -> None:
    assert is_the_least(walk(library, amount)) is least


def test_nothing_else_is_ever_the_least_there_is(library: Library) -> None:
    assert not is_the_least(Life({"exercise": BIRD_DOG, "dose": {"amount": 1}}, library).place())


@pytest.mark.parametrize(
    ("now", "made", "kept"),
    [
        (400, seconds(100, 50, 150), seconds(180, 50, 180)),
        (400, seconds(100, 50, 300), seconds(180, 50, 300)),
        (150, seconds(100, 50, 120), seconds(150, 50, 150)),
        (90, seconds(100, 50, 120), seconds(100, 50, 120)),
        (400, seconds(179, 50, 179), seconds(180, 50, 180)),
        (100, seconds(180, 50, 190), seconds(180, 50, 190)),
        (400, seconds(200, 50, 250), seconds(200, 50, 250)),
    ],
)
def test_a_way_leads_no_lower_than_the_least_and_raises_nothing(
    library: Library, now: int, made: Dose, kept: Dose
) -> None:
    about = walk(library, now)
    words = {"days": 3}
    assert no_lower(Made(about.now.exercise, made, words), about) == Made(about.now.exercise, kept, words)


def test_what_has_no_least_is_left_alone(library: Library) -> None:
    about = walk(library, 400)
    made = Made(library.exercises[BIRD_DOG], SECONDS)
    assert no_lower(made, about) is made
    assert no_lower(None, about) is None


def test_a_way_to_less_needs_less(library: Library) -> None:
    about = walk(library, 400)
    now, bird_dog = about.now.exercise, library.exercises[BIRD_DOG]
    shorter = Made(now, seconds(200, 50, 900))
    assert lower(None, about) is None
    assert lower(Made(now, about.now.dose), about) is None
    assert lower(Made(now, seconds(400, 60, 400)), about) is None
    assert lower(shorter, about) == shorter
    assert lower(Made(bird_dog, about.now.dose), about) == Made(bird_dog, about.now.dose)


def test_what_the_least_keeps_where_it_was_is_no_less(library: Library) -> None:
    about = walk(library, 180)
    assert lower(Made(about.now.exercise, seconds(100, 50, 900)), about) is None
