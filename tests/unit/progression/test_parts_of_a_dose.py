"""What is less than what, part by part, and what a reduced dose or a first dose of a rung holds."""

from typing import Any

import pytest

from gradus.library.library import Library
from gradus.planning.weights import AtHand
from gradus.progression.around import Around
from gradus.progression.day import Asked, day_of
from gradus.progression.doses import (
    clearly_less,
    cut,
    is_less,
    is_same,
    is_weaker,
    lesser,
    reduced,
    round_time,
    scaled,
    stronger_band,
    volume,
    with_amount,
)
from gradus.progression.ladder import begin, begin_lower
from gradus.progression.lightening import lighter_dose
from gradus.progression.occasions import Log
from gradus.vocabulary.dose import Dose
from gradus.vocabulary.ids import ExerciseId
from gradus.vocabulary.scales import DoseKind
from tests.plans import dose as start_dose
from tests.training import Life

BANDS = ("red", "green", "blue")
PLAIN = Dose(kind=DoseKind.REPS, sets=2, amount=8, low=6, top=12, rest_s=60)


def plain(**parts: Any) -> Dose:
    return PLAIN.but(**parts)


@pytest.mark.parametrize(
    ("new", "old", "less"),
    [
        ({}, {}, False),
        ({"load_kg": 8.0}, {"load_kg": 10.0}, True),
        ({"load_kg": 10.0}, {"load_kg": 10.0}, False),
        ({"load_kg": 10.0}, {"load_kg": 8.0}, False),
        ({"load_kg": None}, {"load_kg": 0.5}, True),
        ({"load_kg": 0.5}, {"load_kg": None}, False),
        ({"band": "red"}, {"band": "green"}, True),
        ({"band": "green"}, {"band": "green"}, False),
        ({"band": "blue"}, {"band": "green"}, False),
        ({"band": "red"}, {"band": "their own"}, False),
        ({"band": "their own"}, {"band": "green"}, False),
        ({"band": None}, {"band": "green"}, False),
        ({"hold_s": 5}, {"hold_s": 8}, True),
        ({"hold_s": 8}, {"hold_s": 8}, False),
        ({"hold_s": None}, {"hold_s": 1}, True),
        ({"hold_s": 1}, {"hold_s": None}, False),
        ({"sets": 1}, {}, True),
        ({"sets": 3}, {}, False),
        ({"amount": 7}, {}, True),
        ({"amount": 9}, {}, False),
        ({"load_kg": 8.0, "sets": 3, "amount": 9}, {"load_kg": 10.0}, True),
    ],
)
def test_a_dose_is_less_when_one_part_of_it_is(new: dict[str, Any], old: dict[str, Any], less: bool) -> None:
    assert is_less(plain(**new), plain(**old), BANDS) is less


@pytest.mark.parametrize(
    ("percent", "weights", "expected"),
    [
        (79, (5.0, 8.0, 10.0), (5.0, 2, 8)),
        (80, (5.0, 8.0, 10.0), (8.0, 2, 8)),
        (81, (5.0, 8.0, 10.0), (8.0, 2, 8)),
        (80, (5.0, 8.04, 10.0), (5.0, 2, 8)),
        (50, (8.0, 9.0, 10.0), (8.0, 2, 5)),
        (50, (10.0, 12.0), (10.0, 1, 8)),
        (50, (), (10.0, 1, 8)),
    ],
)
def test_a_reduced_dose_takes_the_heaviest_weight_that_is_light_enough(
    percent: float, weights: tuple[float, ...], expected: tuple[float, int, int]
) -> None:
    made = reduced(plain(load_kg=10.0), percent, AtHand(weights, ()))
    assert (made.load_kg, made.sets, made.amount) == expected


def test_a_reduced_dose_takes_a_weaker_band_and_keeps_the_rest() -> None:
    assert reduced(plain(band="green"), 50, AtHand((), BANDS)) == plain(band="red")
    assert reduced(plain(band="red"), 50, AtHand((), BANDS)) == plain(band="red", sets=1)


@pytest.mark.parametrize(
    ("percent", "expected"),
    [(100, (3, 10)), (99, (3, 9)), (67, (3, 6)), (66, (2, 9)), (34, (2, 5)), (1, (1, 1))],
)
def test_fewer_sets_go_first(percent: float, expected: tuple[int, int]) -> None:
    made = scaled(plain(sets=3, amount=10), percent)
    assert (made.sets, made.amount) == expected


def test_the_whole_of_a_time_that_nobody_tells_stays_as_it_is() -> None:
    odd = plain(kind=DoseKind.TIME, amount=47, top=60)
    assert scaled(odd, 100) == odd


def test_the_next_band_up_is_the_next_of_the_persons_own() -> None:
    up = [stronger_band(plain(band=band), AtHand((), BANDS)) for band in (*BANDS, "their own", None)]
    assert up == ["green", "blue", None, None, None]


@pytest.mark.parametrize(
    ("amount", "expected"),
    [
        (9, 9),
        (10, 10),
        (11, 10),
        (14, 10),
        (15, 15),
        (119, 115),
        (149, 145),
        (164, 150),
        (299, 285),
        (329, 300),
    ],
)
def test_longer_times_are_whole_steps(amount: int, expected: int) -> None:
    assert with_amount(plain(kind=DoseKind.TIME), amount).amount == expected


def test_rounding_leaves_a_longer_time_longer() -> None:
    walk = plain(kind=DoseKind.TIME, sets=1, amount=300)
    assert [with_amount(walk, seconds).amount for seconds in (319, 330, 299)] == [315, 330, 285]


def test_a_range_stretches_to_hold_the_amount() -> None:
    low, high = with_amount(PLAIN, 4), with_amount(PLAIN, 14)
    assert (low.low, low.top) == (4, 12)
    assert (high.low, high.top) == (6, 14)


@pytest.mark.parametrize(
    ("seconds", "above", "expected"),
    [(47, 46, 47), (47, 47, 45), (47, 44, 45), (47, 45, 47), (151, 149, 150), (152, 150, 152), (9, 0, 9)],
)
def test_rounding_undoes_no_rise(seconds: int, above: int, expected: int) -> None:
    assert round_time(seconds, above=above) == expected


@pytest.mark.parametrize(
    ("band", "than", "weaker"),
    [
        ("red", "green", True),
        ("red", "blue", True),
        ("green", "green", False),
        ("blue", "green", False),
        (None, "green", False),
        ("red", None, False),
        ("their own", "green", False),
        ("red", "their own", False),
    ],
)
def test_a_band_is_weaker_where_both_are_known(band: str | None, than: str | None, weaker: bool) -> None:
    assert is_weaker(band, than, BANDS) is weaker


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ({"sets": 3}, {}, {}),
        ({"sets": 1}, {}, {"sets": 1}),
        ({"amount": 9}, {}, {"amount": 8}),
        ({"amount": 7}, {}, {"amount": 7}),
        ({}, {"amount": 4}, {"amount": 4, "low": 4}),
        ({"load_kg": 10.0}, {"load_kg": 8.0}, {"load_kg": 8.0}),
        ({"load_kg": 8.0}, {"load_kg": 10.0}, {"load_kg": 8.0}),
        ({"load_kg": None}, {"load_kg": 10.0}, {"load_kg": 10.0}),
        ({"load_kg": 8.0}, {}, {"load_kg": 8.0}),
        ({"band": "green"}, {"band": "red"}, {"band": "red"}),
        ({"band": "red"}, {"band": "green"}, {"band": "red"}),
        ({"band": "green"}, {}, {"band": "green"}),
        ({"band": "green"}, {"band": "their own"}, {"band": "green"}),
        ({"top": 15, "rest_s": 30}, {"top": 10}, {"top": 15, "rest_s": 30}),
    ],
)
def test_the_lesser_of_two_doses_is_so_in_each_part(
    one: dict[str, Any], other: dict[str, Any], expected: dict[str, Any]
) -> None:
    assert lesser(plain(**one), plain(**other), BANDS) == plain(**expected)


@pytest.mark.parametrize(
    ("parts", "weights", "expected"),
    [
        ({"load_kg": 10.0}, (8.0, 9.0, 10.0), {"load_kg": 9.0}),
        ({"load_kg": 10.0}, (8.0, 9.04, 10.0), {"load_kg": 8.0}),
        ({"load_kg": 10.0}, (9.5, 10.0), {"load_kg": 10.0, "amount": 7}),
        ({"band": "green"}, (), {"band": "red"}),
        ({"band": "red"}, (), {"band": "red", "amount": 7}),
        ({"amount": 6}, (), {"amount": 6, "sets": 1}),
        ({"amount": 12, "low": 11}, (), {"amount": 11, "low": 11}),
        ({"amount": 6, "sets": 1}, (), {"amount": 5, "low": 5, "sets": 1}),
        ({"amount": 10, "low": 10, "sets": 1}, (), {"amount": 9, "low": 9, "sets": 1}),
        ({"amount": 1, "low": 1, "sets": 1}, (), {"amount": 1, "low": 1, "sets": 1}),
    ],
)
def test_a_little_less_is_the_first_that_can_be_had(
    parts: dict[str, Any], weights: tuple[float, ...], expected: dict[str, Any]
) -> None:
    assert cut(plain(**parts), 10, AtHand(weights, BANDS)) == plain(**expected)


@pytest.mark.parametrize(
    ("parts", "percent", "weights", "expected"),
    [
        ({"load_kg": 10.0}, 60, (6.0, 9.0), {"load_kg": 6.0}),
        ({"load_kg": 10.0}, 60, (9.0,), {"load_kg": 9.0, "amount": 5, "low": 5}),
        ({"band": "green"}, 60, (), {"band": "red"}),
        ({"sets": 1, "amount": 10}, 60, (), {"sets": 1, "amount": 6}),
        ({"sets": 1, "amount": 10}, 95, (), {"sets": 1, "amount": 9}),
        ({"sets": 2, "amount": 6}, 95, (), {"sets": 1, "amount": 6}),
        ({"sets": 2, "amount": 6}, 60, (), {"sets": 2, "amount": 3, "low": 3}),
    ],
)
def test_clearly_less_is_never_more_than_a_little_less(
    parts: dict[str, Any], percent: float, weights: tuple[float, ...], expected: dict[str, Any]
) -> None:
    assert clearly_less(plain(**parts), percent, 10, AtHand(weights, BANDS)) == plain(**expected)


def test_a_volume_counts_all_sets() -> None:
    assert volume(plain(sets=3, amount=7)) == 21


def test_another_range_around_it_makes_no_other_dose() -> None:
    assert is_same(plain(low=1, top=20), PLAIN)
    assert not is_same(plain(amount=9), PLAIN)
    assert not is_same(plain(reserve=1), PLAIN)


RUNG = ExerciseId("goblet-squat")


def around_of(life: Life) -> Around:
    asked = Asked(life.history, life.plan, life.cleared, life.library, Log({}))
    return day_of(asked, life.today, (), frozenset()).around


@pytest.mark.parametrize(("before", "expected"), [(5, 5), (1, 1), (None, None)])
def test_a_rung_begins_with_all_that_its_own_dose_says_and_the_reserve_of_before(
    library: Library, before: int | None, expected: int | None
) -> None:
    around = around_of(Life({"exercise": "sit-to-stand", "weights": [4.0]}, library))
    rung = library.exercises[RUNG]
    made = begin(rung, plain(reserve=before), around)
    own = rung.dose
    assert (made.kind, made.rest_s, made.hold_s, made.tempo) == (own.kind, own.rest_s, own.hold_s, own.tempo)
    assert (made.low, made.top, made.amount) == (*own.range, own.range[0])
    assert made.reserve == (own.reserve if expected is None else expected)


def test_a_rung_of_short_holds_begins_with_them(library: Library) -> None:
    around = around_of(Life({"exercise": "four-point-lift"}, library))
    rung = library.exercises[ExerciseId("bird-dog")]
    assert rung.dose.hold_s
    assert begin(rung, PLAIN, around).hold_s == rung.dose.hold_s


@pytest.mark.parametrize(
    ("load_kg", "weights", "expected"),
    [
        (20.0, (17.9, 18.0), 18.0),
        (20.0, (18.0, 19.0), 19.0),
        (20.0, (18.9, 19.08), 18.9),
        (20.0, (17.9, 19.1), 20.0),
        (None, (4.0, 6.0), None),
    ],
)
def test_a_lighter_week_takes_the_heaviest_weight_within_its_share(
    library: Library, load_kg: float | None, weights: tuple[float, ...], expected: float | None
) -> None:
    around = around_of(Life({"exercise": "goblet-squat"}, library))
    made = lighter_dose(plain(sets=4, load_kg=load_kg), AtHand(weights, ()), around)
    assert (made.load_kg, made.sets, made.amount) == (expected, 2, 8)


def test_a_rung_below_asks_for_no_more_of_the_same_kind(library: Library) -> None:
    around = around_of(Life({"exercise": RUNG, "weights": [4.0]}, library))
    rung = library.exercises[ExerciseId("sit-to-stand")]
    low = rung.dose.range[0]
    held = start_dose(library, "sit-to-stand", amount=low - 2, low=low - 2)
    assert begin_lower(rung, held, around).amount == low - 2
    other = held.but(kind=DoseKind.TIME)
    assert begin_lower(rung, other, around).amount == low
