"""What sets show, where the examples do not say."""

from typing import Any

from gradus.progression.bearing import all_done, kept_in_reserve
from gradus.record.facts import SetDone
from gradus.vocabulary.dose import Dose
from gradus.vocabulary.ids import ExerciseId, FactId
from gradus.vocabulary.scales import DoseKind, Side
from tests.build import Facts

SESSION = FactId("01990000-0000-7000-9000-000000000001")


def one(
    nth: int, *, reserve: int | None = None, side: Side | None = None, band: str | None = None
) -> SetDone:
    values: dict[str, Any] = {"reserve": reserve, "side": side, "band": band, "reps": 10}
    return Facts()(SetDone, session=SESSION, exercise=ExerciseId("seated-row"), nth=nth, **values)


def test_the_last_set_is_the_one_with_the_highest_number_however_they_arrived() -> None:
    assert kept_in_reserve([one(2, reserve=1), one(1, reserve=5)], one_sided=False) == 1


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
