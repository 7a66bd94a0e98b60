"""Doses in words."""

from typing import Any

import pytest

from gradus.progression.telling import amount, reserve, sets, told
from gradus.vocabulary.dose import Dose
from gradus.vocabulary.scales import DoseKind

PLAIN = Dose(kind=DoseKind.REPS, sets=2, amount=8, low=6, top=12, rest_s=60)
TIME, METRES = {"kind": DoseKind.TIME}, {"kind": DoseKind.DISTANCE}


def plain(parts: dict[str, Any]) -> Dose:
    return PLAIN.but(**parts)


@pytest.mark.parametrize(
    ("parts", "count", "words"),
    [
        ({}, None, "8 repetitions"),
        ({}, 1, "1 repetition"),
        ({}, 0, "0 repetitions"),
        (TIME, 1, "1 second"),
        (TIME, 2, "2 seconds"),
        (TIME, 119, "119 seconds"),
        (TIME, 120, "2 minutes"),
        (TIME, 121, "2 minutes 1 second"),
        (TIME, 150, "2 minutes 30 seconds"),
        (METRES, 1, "1 metre"),
        (METRES, 120, "120 metres"),
    ],
)
def test_an_amount_has_its_unit(parts: dict[str, Any], count: int | None, words: str) -> None:
    assert amount(plain(parts), count) == words


@pytest.mark.parametrize(
    ("parts", "words"),
    [
        ({}, "2 sets of 8 repetitions"),
        ({"sets": 1}, "1 set of 8 repetitions"),
        ({"sets": 1, "amount": 120}, "1 set of 120 repetitions"),
        (TIME | {"sets": 1, "amount": 119}, "1 set of 119 seconds"),
        (TIME | {"sets": 1, "amount": 120}, "2 minutes"),
        (TIME | {"sets": 2, "amount": 120}, "2 sets of 2 minutes"),
        (METRES | {"sets": 1, "amount": 500}, "1 set of 500 metres"),
    ],
)
def test_a_long_time_in_one_piece_has_no_sets(parts: dict[str, Any], words: str) -> None:
    assert sets(plain(parts)) == words


@pytest.mark.parametrize(
    ("parts", "unit", "words"),
    [
        ({}, None, "2 sets of 8 repetitions"),
        ({"load_kg": 10.0}, None, "2 sets of 8 repetitions with 10 kg"),
        ({"load_kg": 10.0}, "lb", "2 sets of 8 repetitions with 22 lb"),
        ({"band": "red"}, None, "2 sets of 8 repetitions with the red band"),
        ({"band": "band"}, None, "2 sets of 8 repetitions"),
    ],
)
def test_a_whole_dose_names_its_load_or_band(parts: dict[str, Any], unit: str | None, words: str) -> None:
    assert told(plain(parts), unit) == words


def test_a_reserve_is_a_clause_or_nothing() -> None:
    assert (reserve(None), reserve(0), reserve(3)) == (
        "",
        " with at least 0 in reserve",
        " with at least 3 in reserve",
    )
