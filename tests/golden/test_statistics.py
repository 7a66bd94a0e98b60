"""Estimates against R: Student's sleep data (1908) with the intervals that R's own example prints, and shares
of a published trial (Vickers 2004) as R 4.2.2 computed them."""

import csv
import os
from pathlib import Path

import pytest

from gradus.statistics.estimates import difference, difference_of_shares, mean, paired_difference, share

FIRST = [0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0.0, 2.0]
SECOND = [1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4]


def test_two_groups_of_unequal_variance() -> None:
    found = difference(FIRST, SECOND)
    assert (found.value, found.low, found.high) == pytest.approx((-1.58, -3.3654832, 0.2054832), abs=1e-7)


def test_pairs() -> None:
    found = paired_difference(FIRST, SECOND)
    assert (found.value, found.low, found.high) == pytest.approx((-1.58, -2.4598858, -0.7001142), abs=1e-7)
    assert found.excludes_zero


@pytest.mark.parametrize(
    ("hits", "count", "low", "high"),
    [(87, 161, 0.463347066242447, 0.615516589132872), (27, 140, 0.136063936239849, 0.266055586844219)],
)
def test_a_share_with_wilsons_interval(hits: int, count: int, low: float, high: float) -> None:
    found = share(hits, count)
    assert (found.low, found.high) == pytest.approx((low, high), rel=1e-12)


@pytest.mark.parametrize(
    ("one", "other", "value", "low", "high"),
    [
        ((87, 161), (45, 140), 0.218944099378882, 0.106994349561042, 0.322807839202317),
        ((62, 205), (27, 196), 0.164683922349428, 0.084023047222947, 0.242582939579165),
    ],
)
def test_a_difference_of_shares_with_newcombes_interval(
    one: tuple[int, int], other: tuple[int, int], value: float, low: float, high: float
) -> None:
    found = difference_of_shares(one, other)
    assert (found.value, found.low, found.high) == pytest.approx((value, low, high), rel=1e-9)


def test_a_real_trial_from_its_raw_data() -> None:
    folder = os.environ.get("GRADUS_REFERENCE_DATA")
    if folder is None:
        pytest.skip("GRADUS_REFERENCE_DATA is not set: the raw data of a trial are not here")
    path = Path(folder) / "reference" / "trials" / "acupuncture_headache_vickers2004.csv"
    with path.open(encoding="utf-8") as lines:
        rows = [row for row in csv.DictReader(lines) if row["pk5"]]
    usual = [float(row["pk5"]) for row in rows if row["group"] == "0"]
    needled = [float(row["pk5"]) for row in rows if row["group"] == "1"]
    found = difference(usual, needled)
    wanted = (6.09666142546584, 2.55492392278099, 9.63839892815069)
    assert (found.value, found.low, found.high) == pytest.approx(wanted, rel=1e-9)


def test_what_is_too_little_says_so() -> None:
    with pytest.raises(ValueError, match="at least 2 are needed"):
        mean([1.0])
    with pytest.raises(ValueError, match="no share"):
        share(3, 2)
    with pytest.raises(ValueError, match="no pairs"):
        paired_difference([1.0, 2.0], [1.0])
