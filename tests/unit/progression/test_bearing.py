"""What sets show, where the examples do not say."""

from typing import Any

import pytest

from gradus.progression.bearing import (
    all_done,
    amount_done,
    fell_short,
    kept_in_reserve,
    noted_load,
    success,
)
from gradus.record.facts import SetDone
from gradus.vocabulary.dose import Dose
from gradus.vocabulary.ids import ExerciseId, FactId
from gradus.vocabulary.scales import DoseKind, Side
from tests.build import Facts

SESSION = FactId("01990000-0000-7000-9000-000000000001")


DOSE = Dose(kind=DoseKind.REPS, sets=1, amount=10, low=8, top=12, rest_s=60)
BANDS = ("red", "green")


def one(nth: int, **values: Any) -> SetDone:
    told = {"reps": 10} | values
    return Facts()(SetDone, session=SESSION, exercise=ExerciseId("seated-row"), nth=nth, **told)


def dose(**parts: Any) -> Dose:
    return DOSE.but(**parts)


def test_the_last_set_is_the_one_with_the_highest_number_however_they_arrived() -> None:
    assert kept_in_reserve([one(2, reserve=1), one(1, reserve=5)], one_sided=False) == 1


def test_of_two_sets_with_one_number_the_later_counts() -> None:
    assert kept_in_reserve([one(1, reserve=5), one(1, reserve=2)], one_sided=False) == 2


def test_a_side_that_was_noted_where_both_work_together_splits_nothing() -> None:
    sets = [one(1, reserve=1, side=Side.LEFT), one(2, reserve=4, side=Side.RIGHT)]
    assert kept_in_reserve(sets, one_sided=False) == 4


def test_of_two_sides_the_smaller_reserve_counts() -> None:
    sets = [one(1, reserve=4, side=Side.LEFT), one(1, reserve=2, side=Side.RIGHT)]
    assert kept_in_reserve(sets, one_sided=True) == 2


def test_a_side_without_a_reserve_leaves_it_unknown() -> None:
    sets = [one(1, reserve=4, side=Side.LEFT), one(1, side=Side.RIGHT)]
    assert kept_in_reserve(sets, one_sided=True) is None


def test_nothing_done_shows_no_reserve() -> None:
    assert kept_in_reserve([], one_sided=False) is None


def test_a_band_that_is_not_among_the_persons_own_does_not_count() -> None:
    dose = Dose(kind=DoseKind.REPS, sets=1, amount=10, low=8, top=12, rest_s=60, band="red")
    assert not all_done(dose, [one(1, band="purple")], one_sided=False, bands=["red", "green"])
    assert not all_done(dose, [one(1)], one_sided=False, bands=["red", "green"])
    assert all_done(dose, [one(1, band="red")], one_sided=False, bands=[])


@pytest.mark.parametrize(
    ("asked", "told", "short", "done"),
    [
        ({}, {}, False, True),
        ({}, {"reps": 9}, True, False),
        ({}, {"reps": 11}, False, True),
        ({}, {"reps": None}, False, False),
        ({"load_kg": 10.0}, {"load_kg": 10.0}, False, True),
        ({"load_kg": 10.0}, {"load_kg": 9.5}, True, False),
        ({"load_kg": 10.0}, {"load_kg": 11.0}, False, True),
        ({"load_kg": 10.0}, {}, False, False),
        ({}, {"load_kg": 1.0}, False, True),
        ({"band": "green"}, {"band": "green"}, False, True),
        ({"band": "green"}, {"band": "red"}, True, False),
        ({"band": "red"}, {"band": "green"}, False, True),
        ({"band": "green"}, {"band": "purple"}, False, False),
        ({"band": "purple"}, {"band": "red"}, False, False),
        ({"band": "green"}, {}, False, False),
        ({}, {"band": "red"}, False, True),
        ({"band": "red", "load_kg": 10.0}, {"band": "red", "load_kg": 9.0}, True, False),
    ],
)
def test_what_fell_short_and_what_was_done(
    asked: dict[str, Any], told: dict[str, Any], short: bool, done: bool
) -> None:
    sets = [one(1, **told)]
    assert fell_short(dose(**asked), sets, BANDS) is short
    assert all_done(dose(**asked), sets, one_sided=False, bands=BANDS) is done


def test_each_set_has_to_be_done_and_of_two_sides_each() -> None:
    left, right = one(1, side=Side.LEFT), one(1, side=Side.RIGHT)
    assert not all_done(dose(sets=2), [one(1)], one_sided=False, bands=())
    assert all_done(dose(sets=2), [one(1), one(2), one(3, reps=4)], one_sided=False, bands=())
    assert all_done(dose(), [left, right], one_sided=True, bands=())
    assert not all_done(dose(), [left, one(2, side=Side.LEFT)], one_sided=True, bands=())
    assert not all_done(dose(), [right, one(2, side=Side.RIGHT)], one_sided=True, bands=())


def test_nothing_done_fell_short_of_nothing_known() -> None:
    assert not fell_short(DOSE, [], BANDS)
    assert fell_short(DOSE, [one(1), one(2, reps=9)], BANDS)


@pytest.mark.parametrize(
    ("loads", "noted"), [([8.0, 10.0], 10.0), ([8.0, None], None), ([None, 10.0], 10.0), ([8.0, 0.0], None)]
)
def test_the_weight_of_the_last_set_counts(loads: list[float | None], noted: float | None) -> None:
    sets = [one(nth + 1, load_kg=load) for nth, load in enumerate(loads)]
    assert noted_load(sets, one_sided=False) == noted


def test_of_two_sides_the_lighter_weight_counts_and_both_have_to_be_told() -> None:
    left, right = one(1, side=Side.LEFT, load_kg=8.0), one(1, side=Side.RIGHT, load_kg=6.0)
    assert noted_load([left, right], one_sided=True) == 6.0
    assert noted_load([left, one(1, side=Side.RIGHT)], one_sided=True) is None
    assert noted_load([], one_sided=False) is None


@pytest.mark.parametrize(
    ("asked", "kept", "well"),
    [(None, None, True), (3, 3, True), (3, 4, True), (3, 2, False), (3, None, False)],
)
def test_a_success_leaves_what_was_asked_for(asked: int | None, kept: int | None, well: bool) -> None:
    sets = [one(1, reserve=kept)]
    assert success(dose(reserve=asked), sets, one_sided=False, bands=()) is well
    assert not success(dose(reserve=asked, amount=11), sets, one_sided=False, bands=())


@pytest.mark.parametrize(("kind", "done"), [("reps", 10), ("time", 20), ("distance", 30.0)])
def test_what_was_done_is_counted_in_the_kind_of_the_dose(kind: str, done: float) -> None:
    assert amount_done(dose(kind=DoseKind(kind)), one(1, seconds=20, metres=30.0)) == done


def test_a_success_takes_both_sides() -> None:
    asked = dose(reserve=3)
    left, right = one(1, side=Side.LEFT, reserve=4), one(1, side=Side.RIGHT, reserve=4)
    assert success(asked, [left, right], one_sided=True, bands=())
    assert not success(asked, [left], one_sided=True, bands=())
    tired = one(1, side=Side.LEFT, reserve=1)
    assert not success(asked, [tired, right], one_sided=True, bands=())
