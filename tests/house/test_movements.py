"""Every exercise has a movement, and a picture that is small, whole and the same each time."""

import re
from functools import cache
from xml.etree import ElementTree

import pytest

from gradus.journey.moving import drawn, paced
from gradus.library.library import Library
from gradus.library.load import load
from gradus.library.types import Exercise
from gradus.vocabulary.scales import DoseKind

LARGEST = 15_360
EXERCISES = tuple(sorted(load().exercises))
SVG = "{http://www.w3.org/2000/svg}"


@cache
def picture(exercise: Exercise) -> str:
    return drawn(exercise)


@pytest.fixture(params=EXERCISES)
def exercise(request: pytest.FixtureRequest, library: Library) -> Exercise:
    return library.exercises[request.param]


def test_every_exercise_has_a_movement(library: Library) -> None:
    assert [id_ for id_, each in library.exercises.items() if each.movement is None] == []


def test_its_picture_is_small_and_says_what_it_shows(exercise: Exercise) -> None:
    text = picture(exercise)
    assert len(text.encode()) <= LARGEST
    root = ElementTree.fromstring(text)  # noqa: S314 our own picture
    assert root.findtext(f"{SVG}title") == exercise.en.name
    says = root.findtext(f"{SVG}desc") or ""
    assert exercise.movement is not None
    assert exercise.movement.poses[0].says in says
    assert "prefers-reduced-motion" in text or not root.findall(f".//{SVG}animate")


def test_its_picture_uses_nothing_that_it_does_not_hold(exercise: Exercise) -> None:
    text = picture(exercise)
    ids = re.findall(r' id="([^"]+)"', text)
    assert len(ids) == len(set(ids))
    assert set(re.findall(r'href="#([^"]+)"', text)) == set(ids)
    assert "http" not in text.replace("http://www.w3.org/2000/svg", "")


def test_it_comes_round_in_the_time_that_it_says(exercise: Exercise) -> None:
    durations = set(re.findall(r'dur="([\d.]+)s"', picture(exercise)))
    assert len(durations) <= 1


def test_its_still_picture_has_start_and_end(exercise: Exercise) -> None:
    root = ElementTree.fromstring(drawn(exercise, in_two=True))  # noqa: S314 our own picture
    assert not root.findall(f".//{SVG}animate")
    assert len(root.findall(f".//{SVG}ellipse")) == 2


def test_its_score_has_what_the_dose_asks_for(exercise: Exercise, library: Library) -> None:
    score = paced(exercise, library)
    repetitions = {(beat.side if exercise.one_sided else None, beat.repetition) for beat in score.beats}
    counted = len([each for each in repetitions if each[1]])
    if exercise.dose.kind is DoseKind.REPS:
        assert counted == exercise.dose.range[0] * (2 if exercise.one_sided else 1)
    for one, other in zip(score.beats, score.beats[1:], strict=False):
        assert other.at_s == pytest.approx(one.at_s + one.seconds)


def test_no_two_pictures_are_alike(library: Library) -> None:
    drawings = {picture(each).split("</desc>")[1] for each in library.exercises.values()}
    assert len(drawings) == len(library.exercises)
