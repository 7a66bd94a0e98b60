"""Doses, ladders and entries."""

import pytest

from gradus.library.types import StartDose
from gradus.vocabulary.scales import Basis, DoseKind
from tests.unit.library.small import EXERCISE, changed, faults, small, told

LOW, HIGH = "exercises/low-bridge.toml", "exercises/high-bridge.toml"


def rungs(*mores: str) -> dict[str, str]:
    """The small library with exercises x-0, x-1 and so on, each with these lines."""
    made = (EXERCISE.format(id=f"x-{nth}", code=f"X{nth:02}", more=more) for nth, more in enumerate(mores))
    return small() | {f"exercises/x-{nth}.toml": text for nth, text in enumerate(made)}


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ("reps = [8, 12]\n", "", ['dose.reps  is missing; a dose of kind "reps" gives reps = [low, top]']),
        (
            "reps = [8, 12]\n",
            "reps = [8, 12]\nseconds = [10, 20]\n",
            ['dose.seconds  does not belong to a dose of kind "reps"; take it out'],
        ),
        ("reps = [8, 12]", "reps = [12, 8]", ["dose.reps  is [12, 8]; write the lower number first"]),
        ("reps = [8, 12]", "reps = [8, 8]", []),
        (
            "sets = 2",
            'sets = 2\nload = "band"',
            ['needs  lacks "band", which dose.load asks for; add it'],
        ),
        (
            "sets = 2",
            'sets = 2\nload = "dumbbell"',
            ['needs  lacks "dumbbell", which dose.load asks for; add it'],
        ),
        ('code = "B01"', 'code = "B02"', ['code  is "B02", as another exercise has it; give it its own']),
    ],
)
def test_a_dose_is_whole(old: str, new: str, says: list[str]) -> None:
    others = [f'{HIGH}  code  is "B02", as another exercise has it; give it its own'] if "B02" in new else []
    assert told(LOW, old, new) == others + [f"{LOW}  {each}" for each in says]


def test_what_is_held_may_be_held_when_it_is_needed() -> None:
    texts = changed(LOW, "sets = 2", 'sets = 2\nload = "band"')
    texts[LOW] = texts[LOW].replace('needs = ["mat"]', 'needs = ["mat", "band"]')
    assert faults(texts) == []


def test_neighbours_name_each_other() -> None:
    assert faults(rungs('harder = "x-1"', 'ladder = "alone"', 'easier = "x-0"')) == [
        'exercises/x-0.toml  harder  is "x-1", whose easier is not given; make the two name each other',
        'exercises/x-2.toml  easier  is "x-0", whose harder is "x-1"; make the two name each other',
    ]


def test_a_ladder_keeps_one_pattern_and_one_kind_of_dose() -> None:
    texts = changed(HIGH, 'pattern = "bridge"', 'pattern = "hip"')
    texts[HIGH] = texts[HIGH].replace('kind = "reps"', 'kind = "time"').replace("reps = [8", "seconds = [8")
    assert faults(texts) == [
        f'{HIGH}  easier  is "low-bridge" of pattern bridge; a ladder keeps one, here hip',
        f'{HIGH}  easier  is "low-bridge", dosed in reps; a ladder keeps one kind, here time',
        f'{LOW}  harder  is "high-bridge" of pattern hip; a ladder keeps one, here bridge',
        f'{LOW}  harder  is "high-bridge", dosed in time; a ladder keeps one kind, here reps',
    ]


def test_a_loop_is_told_once() -> None:
    looped = rungs(
        'harder = "x-1"\neasier = "x-2"', 'harder = "x-2"\neasier = "x-0"', 'harder = "x-0"\neasier = "x-1"'
    )
    assert faults(looped) == [
        "exercises/x-0.toml  harder  runs in a loop, x-0 -> x-1 -> x-2 -> x-0; cut it at one rung"
    ]


def test_a_way_into_a_loop_is_not_the_loop() -> None:
    entered = rungs('harder = "x-1"', 'harder = "x-2"\neasier = "x-2"', 'harder = "x-1"\neasier = "x-1"')
    assert [line for line in faults(entered) if "loop" in line] == [
        "exercises/x-1.toml  harder  runs in a loop, x-1 -> x-2 -> x-1; cut it at one rung"
    ]


def test_an_exercise_alone_says_so_and_one_with_neighbours_does_not() -> None:
    assert faults(rungs("")) == [
        'exercises/x-0.toml  ladder  is missing; write easier or harder, or ladder = "alone"'
    ]
    assert told(LOW, 'harder = "high-bridge"', 'harder = "high-bridge"\nladder = "alone"') == [
        f'{LOW}  ladder  is "alone", but easier or harder is given; take one of them out'
    ]


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        (
            '30, unit = "seconds"',
            '30, unit = "reps"',
            ['entry.at_least.unit  is "reps"; write "seconds", as hold is taken'],
        ),
        (
            "value = 30,",
            "value = 301,",
            ["entry.at_least.value  is 301; write a number that hold can have, from 0 to 300"],
        ),
        ("value = 30,", "value = 300,", []),
    ],
)
def test_an_entry_can_be_reached(old: str, new: str, says: list[str]) -> None:
    assert told(HIGH, old, new) == [f"{HIGH}  {each}" for each in says]


def test_a_dose_made_in_code_without_its_range_has_none() -> None:
    dose = StartDose(kind=DoseKind.TIME, sets=1, rest_s=30, basis=Basis.DEFAULT, reps=(8, 12))
    with pytest.raises(ValueError, match="a dose of kind time has no range"):
        _ = dose.range
