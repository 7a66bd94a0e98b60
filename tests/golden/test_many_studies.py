"""Tests of many studies at once, estimating equations and sizes, against R 4.2.2.

The raw data of a trial of acupuncture (Vickers 2004) are found by `GRADUS_REFERENCE_DATA`; what R made of
them, and R's own small data sets, stand here.
"""

import csv
import os
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from gradus.statistics.equations import solve
from gradus.statistics.many import adjusted, one_mean
from gradus.statistics.sizes import Comparison, people_needed, power, whole

Numbers = NDArray[np.float64]

SLEEP = np.array(
    [
        [0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0.0, 2.0],
        [1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4],
    ]
)
TWO_ARMS = (1.0, -1.0)
WEIGHT = {
    "ctl": (4.17, 5.58, 5.18, 6.11, 4.50, 4.61, 5.17, 4.53, 5.33, 5.14),
    "trt1": (4.81, 4.17, 4.41, 3.59, 5.87, 3.83, 6.03, 4.89, 4.32, 4.69),
}
"""Two groups of `PlantGrowth`."""


def test_pairs_in_many_studies_at_once() -> None:
    """`t.test(sleep$extra[11:20] - sleep$extra[1:10])`: mean 1.58, t = 4.0621, df = 9, p-value = 0.002833."""
    found = one_mean(np.stack([SLEEP[1] - SLEEP[0], SLEEP[0] - SLEEP[1]]))
    assert found.value == pytest.approx([1.58, -1.58])
    assert found.value / found.error == pytest.approx([4.0621, -4.0621], abs=5e-5)
    assert found.freedom == 9
    assert found.chance == pytest.approx([0.002833, 0.002833], abs=5e-7)
    assert found.found(0.05).all()
    assert not found.found(0.0028).any()
    assert found.found_towards(0.05, up=True).tolist() == [True, False]


@pytest.mark.parametrize(
    ("delta", "sd", "share", "needed"),
    [
        (1, 2, 0.8, 63.7657637142739),
        (1, 2, 0.9, 85.0312893853756),
        (1.5, 2.2, 0.8, 34.7546039030515),
        (2, 2.5, 0.9, 33.8255536719239),
    ],
)
def test_sizes_are_those_of_power_t_test(delta: float, sd: float, share: float, needed: float) -> None:
    asked = Comparison(delta, sd, TWO_ARMS)
    assert people_needed(asked, share) == pytest.approx(needed, rel=1e-5)
    assert power(asked, whole(needed)) >= share > power(asked, whole(needed) - 1)


def test_no_size_finds_nothing() -> None:
    with pytest.raises(ValueError, match="no difference"):
        people_needed(Comparison(0, 1, TWO_ARMS), 0.8)


def trial() -> list[dict[str, str]]:
    folder = os.environ.get("GRADUS_REFERENCE_DATA")
    if folder is None:
        pytest.skip("GRADUS_REFERENCE_DATA is not set: the raw data of a trial are not here")
    path = Path(folder) / "reference" / "trials" / "acupuncture_headache_vickers2004.csv"
    with path.open(encoding="utf-8") as lines:
        return list(csv.DictReader(lines))


def of(rows: list[dict[str, str]], key: str, group: str) -> Numbers:
    return np.array([float(row[key]) for row in rows if row["group"] == group])


def test_analysis_of_covariance_is_that_of_lm() -> None:
    """`lm(pk5 ~ group + pk1)`: -4.58684086551738, standard error 1.25177151942258, 298 degrees of freedom."""
    rows = [row for row in trial() if row["pk5"]]
    before, after = ([of(rows, key, group) for group in ("1", "0")] for key in ("pk1", "pk5"))
    found = adjusted(before, after, TWO_ARMS)
    assert float(found.value[0]) == pytest.approx(-4.58684086551738, rel=1e-12)
    assert float(found.error[0]) == pytest.approx(1.25177151942258, rel=1e-12)
    assert found.freedom == 298
    assert float(found.chance[0]) == pytest.approx(0.000293518270409632, rel=1e-9)


def test_estimating_equations_are_those_of_geepack() -> None:
    """`geeglm(y ~ group * visit + pk1, id = id, corstr = "exchangeable")` on months 3 and 12."""
    rows = trial()
    seen = [
        (float(row[key]), float(row["group"]), visit, float(row["pk1"]), int(row["id"]))
        for row in rows
        for visit, key in enumerate(("pk2", "pk5"))
        if row[key]
    ]
    y, group, visit, before, who = np.array(seen).T
    design = np.stack([np.ones_like(y), group, visit, before, group * visit], axis=1)
    found = solve(y, design, who.astype(np.int64), "exchangeable")
    values = [4.21650988573007, -4.20227402034868, -1.57269730601591, 0.747081556615609, -0.402859790292502]
    errors = [1.30129609884308, 1.22596111215717, 0.922453923478086, 0.0466737484893581, 1.34836482831859]
    assert found.values == pytest.approx(values, rel=1e-5)
    assert found.errors == pytest.approx(errors, rel=1e-5)
    assert found.correlation == pytest.approx(0.369012528686315, rel=1e-5)


def test_a_line_through_two_groups_with_the_group_alone_is_the_difference_of_means() -> None:
    """`lm(weight ~ group, PlantGrowth[1:20, ])`: trt1 -0.3710. Before and after are alike, so the slope is 1
    and nothing is left: the covariate takes all."""
    arms = [np.array([each]) for each in WEIGHT.values()]
    means = solve(
        np.concatenate([arm[0] for arm in arms]),
        np.stack([np.ones(20), np.repeat([0.0, 1.0], 10)], axis=1),
        np.arange(20),
        "independence",
    )
    assert means.values == pytest.approx([5.032, -0.371])
    assert adjusted(arms, arms, TWO_ARMS).value == pytest.approx([0.0], abs=1e-12)
