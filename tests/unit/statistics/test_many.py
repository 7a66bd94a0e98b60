"""What the golden numbers do not say of tests of many studies."""

from math import inf

import numpy as np
import pytest

from gradus.statistics.equations import Working, solve
from gradus.statistics.many import Compared, adjusted, difference, slopes
from gradus.statistics.sizes import Comparison, power

ARMS, PEOPLE, VISITS = 3, 9, 5


def drawn() -> np.ndarray[tuple[int, ...], np.dtype[np.float64]]:
    thrown = np.random.Generator(np.random.Philox(5))
    people = thrown.normal(size=(ARMS, PEOPLE, 1)) * 2
    return people + thrown.normal(size=(ARMS, PEOPLE, VISITS)) + np.arange(VISITS) * 0.3


@pytest.mark.parametrize("working", ["independence", "exchangeable"])
def test_the_mean_slope_of_people_is_what_estimating_equations_give(working: Working) -> None:
    """Nobody is missing and everybody comes at the same visits: then it is exact, and not only for many."""
    values = drawn()
    arm = np.repeat(np.arange(ARMS), PEOPLE * VISITS)
    at = np.tile(np.arange(VISITS), ARMS * PEOPLE)
    of = [(arm == each).astype(float) for each in range(ARMS)]
    design = np.stack([np.ones(len(arm)), of[1], of[2], at, of[1] * at, of[2] * at], axis=1)
    found = solve(values.ravel(), design, np.repeat(np.arange(ARMS * PEOPLE), VISITS), working)
    lines = [slopes(values[each]) for each in range(ARMS)]
    assert float(lines[0].value) == pytest.approx(found.values[3], rel=1e-9)
    assert float(lines[0].error) == pytest.approx(found.errors[3], rel=1e-9)
    for nth in (1, 2):
        between = difference(lines[nth], lines[0])
        assert float(between.value) == pytest.approx(found.values[3 + nth], rel=1e-9)
        assert float(between.error) == pytest.approx(found.errors[3 + nth], rel=1e-9)


def test_many_studies_are_each_as_one_alone() -> None:
    before, after = drawn()[..., 0], drawn()[..., -1]
    rows = [before, before[::-1]]
    both = adjusted(
        [np.stack([row[0] for row in rows]), np.stack([row[1] for row in rows])],
        [np.stack([after[0]] * 2), np.stack([after[1]] * 2)],
        (1, -1),
    )
    for nth, row in enumerate(rows):
        one = adjusted([row[0], row[1]], [after[0], after[1]], (1, -1))
        assert both.value[nth] == pytest.approx(one.value[0])
        assert both.error[nth] == pytest.approx(one.error[0])


def test_by_the_normal_distribution_two_errors_are_nearly_never() -> None:
    tests = Compared(np.array([1.95, 1.97, -1.97]), np.ones(3), inf)
    assert tests.found(0.05).tolist() == [False, True, True]
    assert tests.found_towards(0.05, up=False).tolist() == [False, False, True]
    assert tests.chance[0] == pytest.approx(0.0512, abs=5e-5)


def test_four_groups_by_two_halves_need_as_many_in_all_as_two_groups() -> None:
    """Half of all people have a part of the programme: the comparison of halves is one of two groups."""
    halves = Comparison(1, 2, (-0.5, 0.5, -0.5, 0.5))
    assert power(halves, 32) == pytest.approx(power(Comparison(1, 2, (-1, 1)), 64), abs=2e-3)
