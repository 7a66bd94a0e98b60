"""The score of a set: sides, holds, alternation, and what the dose asks for."""

import pytest

from gradus.journey.moving import Asked, paced
from gradus.library.library import Library
from gradus.vocabulary.ids import ExerciseId


def said(library: Library, name: str, asked: Asked | None = None) -> list[tuple[str, float, str | None]]:
    score = paced(library.exercises[ExerciseId(name)], library, asked)
    return [(beat.what, beat.seconds, beat.side) for beat in score.beats]


def test_a_tempo_of_the_dose_is_the_tempo_of_the_score(library: Library) -> None:
    assert said(library, "glute-bridge", Asked(repetitions=1)) == [
        ("ready", 3, None), ("move", 2, None), ("hold", 1, None), ("move", 2, None), ("rest", 0.5, None),
    ]  # fmt: skip


def test_a_hold_is_as_long_as_is_asked(library: Library) -> None:
    beats = said(library, "bird-dog", Asked(repetitions=2, hold_s=5))
    assert [each for each in beats if each[0] == "hold"] == [("hold", 5, "right"), ("hold", 5, "left")]


def test_a_one_sided_hold_changes_sides_in_between(library: Library) -> None:
    change = library.planning.change_sides.value
    beats = said(library, "side-bridge-knees", Asked(seconds=20))
    assert [each[:2] for each in beats if each[0] in ("hold", "switch")] == [
        ("hold", 20), ("switch", change), ("hold", 20),
    ]  # fmt: skip
    assert [side for what, _, side in beats if what == "hold"] == ["right", "left"]


def test_work_by_the_clock_goes_round_until_the_time_is_up(library: Library) -> None:
    score = paced(library.exercises[ExerciseId("plank-shoulder-tap")], library, Asked(seconds=30))
    assert score.seconds - 3 == pytest.approx(30, abs=3)


def test_a_way_to_walk_has_a_pace_and_no_end(library: Library) -> None:
    assert paced(library.exercises[ExerciseId("farmer-carry")], library).open_ended
