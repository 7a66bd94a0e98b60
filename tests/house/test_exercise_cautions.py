"""The exercises of the evidence are all there, and each warns of what the limits of the screen ask for.

A limit finds an exercise by its position, its rank, the length of its holds and its cautions. Where a caution
is missing, somebody is let through for whom the limit was made."""

import pytest

from tests.house.content import Table, files
from tests.house.every import of_every

EXERCISES = {file["code"]: file for file in files("exercises").values()}
CODES = {"M": 13, "C": 15, "L": 5, "B": 6, "H": 10, "P": 15, "LE": 10, "K": 10}
"""By family: how many exercises the table of the evidence has, numbered from 01."""

LONG_HOLD_S = 10
"""Raised blood pressure asks for holds no longer than this, as the limit `no-long-holds` says."""
LOADED_RANK = 1
HIGH_RANK = 3
HIGHEST_RANK = 4
UNLOADED = {"calm", "walk", "mobility", "balance"}
"""Patterns counted in seconds that hold no weight up: walking, breathing, stretching and standing."""
BENT_OR_TURNED_FAR = {"C01", "C12", "C14", "K04", "M03", "M04", "M06", "M13", "P13"}
"""What bends or turns the spine far, by the table of the evidence. No key of a file tells it."""
ON_BOTH_FEET = {"anti-rotation", "lateral", "mobility"}
"""Patterns that are one-sided by what is held or where the band pulls, with both feet on something."""


def longest_hold_s(file: Table) -> int:
    """The longest that a position is kept."""
    dose = file["dose"]
    timed = dose["seconds"][1] if dose["kind"] == "time" and file["pattern"] not in UNLOADED else 0
    return max(int(timed), int(dose.get("hold_s", 0)))


def needed(file: Table) -> set[str]:
    """The cautions that this exercise must carry by what it is."""
    rank, position, held = file["lumbar_rank"], file["position"], file["dose"].get("load", "none") != "none"
    long_hold = rank >= LOADED_RANK and longest_hold_s(file) > LONG_HOLD_S
    bent_under_load = rank >= HIGH_RANK and "flexion" in file.get("cautions", [])
    rules = {
        "late-pregnancy": position in {"supine", "prone"},
        "blood-pressure": long_hold or rank >= HIGHEST_RANK,
        "compression": rank >= HIGH_RANK and held,
        "fragile-spine": file["code"] in BENT_OR_TURNED_FAR or bent_under_load or rank >= HIGHEST_RANK,
        "balance": on_one_leg(file) or file["pattern"] == "balance",
        "unstable": "pad" in file.get("needs", []),
    }
    return {caution for caution, asked in rules.items() if asked}


def on_one_leg(file: Table) -> bool:
    one_sided = file.get("one_sided", False) and file["position"] == "standing"
    return one_sided and file["pattern"] not in ON_BOTH_FEET


def test_every_exercise_of_the_evidence_is_there_once() -> None:
    codes = [f"{family}{number:02}" for family, last in CODES.items() for number in range(1, last + 1)]
    assert sorted(file["code"] for file in files("exercises").values()) == sorted(codes)


@of_every(sorted(EXERCISES))
def test_an_exercise_warns_of_what_the_limits_ask_for(code: str) -> None:
    file = EXERCISES[code]
    missing = needed(file) - set(file.get("cautions", []))
    assert not missing, f"{file['id']} lacks {sorted(missing)}"


@of_every(sorted(code for code, each in EXERCISES.items() if each["lumbar_rank"] >= HIGH_RANK))
def test_nothing_that_loads_the_back_strongly_goes_without_a_caution(code: str) -> None:
    assert EXERCISES[code].get("cautions")


HOLD: Table = {
    "code": "C99",
    "pattern": "anti-extension",
    "position": "kneeling",
    "lumbar_rank": 1,
    "dose": {"kind": "time", "seconds": [5, 11]},
}
LIFT: Table = {**HOLD, "pattern": "hinge", "position": "standing", "dose": {"kind": "reps", "reps": [8, 12]}}


@pytest.mark.parametrize(
    ("file", "asked"),
    [
        (HOLD, {"blood-pressure"}),
        ({**HOLD, "dose": {"kind": "time", "seconds": [5, 10]}}, set()),
        ({**HOLD, "dose": {"kind": "reps", "reps": [2, 4], "hold_s": 11}}, {"blood-pressure"}),
        ({**HOLD, "pattern": "mobility"}, set()),
        ({**HOLD, "lumbar_rank": 0, "position": "prone"}, {"late-pregnancy"}),
        (LIFT, set()),
        ({**LIFT, "one_sided": True}, {"balance"}),
        ({**LIFT, "one_sided": True, "pattern": "anti-rotation"}, set()),
        ({**LIFT, "lumbar_rank": 3, "dose": {**LIFT["dose"], "load": "dumbbell"}}, {"compression"}),
        ({**LIFT, "lumbar_rank": 3, "cautions": ["flexion"]}, {"fragile-spine"}),
        ({**LIFT, "lumbar_rank": 4}, {"fragile-spine", "blood-pressure"}),
        ({**LIFT, "needs": ["pad"]}, {"unstable"}),
    ],
)
def test_the_check_sees_what_an_exercise_is(file: Table, asked: set[str]) -> None:
    assert needed(file) == asked
