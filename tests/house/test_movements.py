"""Every exercise has a movement, and a picture that is small, whole and the same each time."""

import re
from functools import cache
from xml.etree import ElementTree

import pytest

from gradus.journey.moving import drawn, paced
from gradus.library.load import load
from gradus.library.types import Exercise
from gradus.vocabulary.scales import DoseKind
from tests.house.every import of_every

LARGEST = 15_360
LIBRARY = load()
EXERCISES = [exercise for _, exercise in sorted(LIBRARY.exercises.items())]
SVG = "{http://www.w3.org/2000/svg}"


@cache
def picture(exercise: Exercise) -> str:
    return drawn(exercise)


def test_every_exercise_has_a_movement() -> None:
    assert [each.id for each in EXERCISES if each.movement is None] == []


@of_every(EXERCISES)
def test_its_picture_is_small_and_says_what_it_shows(exercise: Exercise) -> None:
    text = picture(exercise)
    assert len(text.encode()) <= LARGEST
    root = ElementTree.fromstring(text)  # noqa: S314 our own picture
    assert root.findtext(f"{SVG}title") == exercise.en.name
    says = root.findtext(f"{SVG}desc") or ""
    assert exercise.movement is not None
    assert exercise.movement.poses[0].says in says
    assert "prefers-reduced-motion" in text or not root.findall(f".//{SVG}animate")


@of_every(EXERCISES)
def test_its_picture_uses_nothing_that_it_does_not_hold(exercise: Exercise) -> None:
    text = picture(exercise)
    ids = re.findall(r' id="([^"]+)"', text)
    assert len(ids) == len(set(ids))
    assert set(re.findall(r'href="#([^"]+)"', text)) == set(ids)
    assert "http" not in text.replace("http://www.w3.org/2000/svg", "")


@of_every(EXERCISES)
def test_it_comes_round_in_the_time_that_it_says(exercise: Exercise) -> None:
    durations = set(re.findall(r'dur="([\d.]+)s"', picture(exercise)))
    assert len(durations) <= 1


@of_every(EXERCISES)
def test_its_still_picture_has_start_and_end(exercise: Exercise) -> None:
    root = ElementTree.fromstring(drawn(exercise, in_two=True))  # noqa: S314 our own picture
    assert not root.findall(f".//{SVG}animate")
    assert len(root.findall(f".//{SVG}ellipse")) == 2


@of_every(EXERCISES)
def test_its_score_has_what_the_dose_asks_for(exercise: Exercise) -> None:
    score = paced(exercise, LIBRARY)
    repetitions = {(beat.side if exercise.one_sided else None, beat.repetition) for beat in score.beats}
    counted = len([each for each in repetitions if each[1]])
    if exercise.dose.kind is DoseKind.REPS:
        assert counted == exercise.dose.range[0] * (2 if exercise.one_sided else 1)
    for one, other in zip(score.beats, score.beats[1:], strict=False):
        assert other.at_s == pytest.approx(one.at_s + one.seconds)


def test_no_two_pictures_are_alike() -> None:
    drawings = {picture(each).split("</desc>")[1] for each in EXERCISES}
    assert len(drawings) == len(EXERCISES)
