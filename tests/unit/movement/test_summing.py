"""What is told of a set."""

from dataclasses import replace

import pytest

from gradus.library.library import Library
from gradus.movement.engine.records import Number, Record
from gradus.movement.engine.summing import summed
from tests.unit.movement.test_watching import made_plan

ONE = Record(nth=1, began_s=0, ended_s=3)


@pytest.mark.parametrize(
    ("range_", "small"), [(None, 0), (Number(33.4, 8), 1), (Number(33.5, 8), 0), (Number(33.6, 8), 0)]
)
def test_a_repetition_is_small_below_half_of_the_drawn_range_beyond_its_error(
    library: Library, range_: Number | None, small: int
) -> None:
    plan = made_plan(library, "goblet-squat")
    assert plan.range_ == 83
    assert summed(plan, [replace(ONE, range=range_)]).small == small
