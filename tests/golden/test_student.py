"""Student's t against the published table (two-sided, 95 percent), as R's qt(0.975, df) prints it."""

import pytest

from gradus.measures.student import t_95

TABLE = {
    1: 12.706, 2: 4.303, 3: 3.182, 4: 2.776, 5: 2.571, 6: 2.447, 7: 2.365, 8: 2.306, 9: 2.262, 10: 2.228,
    11: 2.201, 12: 2.179, 13: 2.160, 14: 2.145, 15: 2.131, 20: 2.086, 25: 2.060, 30: 2.042, 40: 2.021,
    60: 2.000, 120: 1.980,
}  # fmt: skip


@pytest.mark.parametrize(("freedom", "t"), TABLE.items())
def test_t_is_the_published_one(freedom: int, t: float) -> None:
    assert round(t_95(freedom), 3) == t


def test_where_there_are_many_it_is_the_normal_distribution() -> None:
    assert round(t_95(1000), 2) == round(t_95(999), 2) == 1.96


def test_without_any_degree_of_freedom_there_is_none() -> None:
    with pytest.raises(ValueError, match="no t at 0"):
        t_95(0)
