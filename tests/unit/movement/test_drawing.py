"""A picture's loop, its straight ways, and how smooth it is."""

from collections.abc import Sequence
from itertools import pairwise
from math import cos, radians, sin

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gradus.body.kinematics import Placed
from gradus.library.load import load
from gradus.movement.drawing.figure import Shape
from gradus.movement.drawing.loop import Moments, moments
from gradus.movement.drawing.outlines import Outline, stacks
from gradus.movement.drawing.picture import Drawn, Layer, sampled
from gradus.movement.drawing.strokes import Page, Straight, path, stiff_motion
from gradus.movement.drawing.svg import MOST_BYTES, smoothest
from gradus.vocabulary.ids import ExerciseId

LIBRARY = load()
STEPS = 5
WITHIN = 0.7137
"""No whole numbers are off a straight way by just this."""
TOLERANCES = (0.7, 1.2, 2.0, 3.0, 4.5)
LINE = ((0.0, 0.0), (0.5, 0.0))


def over(id_: str) -> Moments:
    exercise = LIBRARY.exercises[ExerciseId(id_)]
    assert exercise.movement is not None
    return moments(exercise.movement, exercise, STEPS)


def test_a_way_back_passes_through_the_bodies_of_the_way_there() -> None:
    found = over("glute-bridge")
    assert found.which == (0, 1, 2, 3, 4, 5, 5, 4, 3, 2, 1, 0, 0)
    assert (len(found.bodies), found.far) == (6, 5)


def test_the_other_side_has_bodies_of_its_own_and_the_picture_stops_at_this_one() -> None:
    found = over("bird-dog")
    assert len(found.bodies) == 12
    assert set(found.which[13:]).isdisjoint(found.which[:13])
    assert found.far == 5


def test_a_way_round_has_no_way_back() -> None:
    found = over("walking-intervals")
    assert found.which == (*range(20), 0)


def test_what_is_only_held_is_one_body() -> None:
    assert len(over("breathing-90-90").bodies) == 1


@given(st.lists(st.lists(st.integers(-9, 9), min_size=2, max_size=2), min_size=2, max_size=8))
def test_each_told_moment_is_the_farthest_that_can_be_gone_to_straight(rows: list[list[int]]) -> None:
    times = [nth / 7 for nth in range(len(rows))]
    shapes = [((float(x), float(y)),) for x, y in rows]
    kept = Straight(times, range(len(rows)), shapes).needed(WITHIN)
    assert (kept[0], kept[-1]) == (0, len(rows) - 1)
    for here, there in pairwise(kept):
        assert is_straight(rows, here, there)
        assert there == len(rows) - 1 or not is_straight(rows, here, there + 1)


def is_straight(rows: Sequence[Sequence[int]], here: int, there: int) -> bool:
    shares = [(nth, (nth - here) / (there - here)) for nth in range(here, there)]
    return all(
        abs(a + (b - a) * share - at) <= WITHIN
        for nth, share in shares
        for a, at, b in zip(rows[here], rows[nth], rows[there], strict=True)
    )


def test_a_stage_of_no_time_is_told() -> None:
    shapes = [((float(x), 0.0),) for x in (0, 0, 9, 9)]
    assert Straight((0.0, 0.5, 0.5, 1.0), range(4), shapes).needed(WITHIN) == [0, 1, 2, 3]


@pytest.mark.parametrize("first_that_fits", range(len(TOLERANCES)))
def test_a_picture_is_as_smooth_as_its_size_allows(first_that_fits: int) -> None:
    texts = {each: "x" * (MOST_BYTES + first_that_fits - nth) for nth, each in enumerate(TOLERANCES)}
    assert smoothest(TOLERANCES, texts.__getitem__) == texts[TOLERANCES[first_that_fits]]


def test_a_picture_that_nothing_makes_small_is_the_shortest_one() -> None:
    texts = {each: "x" * (MOST_BYTES + 9 - nth) for nth, each in enumerate(TOLERANCES)}
    assert smoothest(TOLERANCES, texts.__getitem__) == texts[TOLERANCES[-1]]


@pytest.mark.parametrize(("metres", "moves"), [(1e-12, False), (3e-5, False), (4e-5, True)])
def test_dust_is_no_motion(metres: float, moves: bool) -> None:
    assert outline(metres).moves is moves


def test_what_does_not_move_is_written_as_it_is_at_first() -> None:
    still, moving = outline(2e-5, left=0.495), outline(0.01, left=0.495)
    assert (still.path(0), still.path(1)) == ("M0 0l155 0", "M0 0l155 0")
    assert (moving.path(0), moving.path(1)) == ("M0 0l155 0", "M4 0l155 0")


def outline(metres: float, left: float = 0.0) -> Outline:
    """A line on a page of 310 units a metre that goes so far to the right and back."""
    moved = tuple((x + metres, y) for x, y in LINE)
    shapes = (Shape(LINE, 0.01, closed=False), Shape(moved, 0.01, closed=False))
    layer = Layer((Drawn("line", "skin", shapes, edge=True),))
    loop = Moments((0.0, 0.5, 1.0), 2.0, (Placed(), Placed()), (0, 1, 0))
    return stacks([layer], Page(310.0, left, 0.0), loop)[0].outlines[0]


def test_a_path_is_told_from_point_to_point_in_whole_units() -> None:
    assert path([(1.4, 2.6), (0.4, 2.6), (5.0, -1.0)], closed=True) == "M1 3l-1 0 5-4z"
    assert path([(1.4, 2.6)], closed=True) == "M1 3h.1"
    assert path([(0.0, 0.0), (1.0, 1.0)], closed=True) == "M0 0l1 1"


def test_points_that_keep_their_distances_move_as_one_piece() -> None:
    square = [(0.0, 0.0), (9.0, 0.0), (9.0, 9.0), (0.0, 9.0)]
    s, c = sin(radians(30)), cos(radians(30))
    turned = [(x * c - y * s + 5, x * s + y * c) for x, y in square]
    found = stiff_motion([square, turned], (0, 1, 0), 0.1)
    assert found is not None
    assert found.turns == pytest.approx((0.0, 30.0, 0.0))
    assert found.centre == (4.5, 4.5)
    assert found.shifts[0] == found.shifts[2] == (0.0, 0.0)
    assert stiff_motion([square, [*turned[:3], (30.0, 30.0)]], (0, 1, 0), 0.1) is None


def test_a_feature_that_is_seen_at_no_moment_is_not_drawn() -> None:
    exercise = LIBRARY.exercises[ExerciseId("plank")]
    assert exercise.movement is not None
    names = {each.name for each in sampled(exercise, exercise.movement, STEPS).drawn}
    assert {"face", "right-eye", "right-ear"} <= names
    assert names.isdisjoint({"left-eye", "left-ear", "mouth"})
