"""Each sign of tiredness, with what its sentence counts."""

from typing import Any

import pytest

from gradus.library.library import Library
from gradus.progression.occasions import occasions
from gradus.progression.signs import signs
from tests.training import Life

SQUAT: dict[str, Any] = {"exercise": "goblet-squat", "dose": {"sets": 2, "amount": 10, "load_kg": 10.0}}
TIRED: list[dict[str, Any]] = [{"day": day, "pain": 2, "tired": True} for day in (5, 6, 7)]
FALLS = [{"day": 0, "reserve": 6}, {"day": 3, "reserve": 5}, {"day": 6, "reserve": 4}]
TIMES = {1: "once", 2: "twice", 3: "3 times", 4: "4 times"}
WORSE = [{"day": day, "pain": 3} for day in range(1, 8)]


def found(library: Library, **given: Any) -> dict[str, str]:
    """The signs on the day, each with its sentence."""
    life = Life(SQUAT | given, library)
    around = life.ground().around
    every = signs(life.history, occasions(life.history, life.plan), around)
    return {str(each.rule): each.says for each in every}


def trained(library: Library, days: list[int], **given: Any) -> str | None:
    """What the sign of missed sessions says on day 28, beside enough poor mornings to be looked for."""
    sessions = [{"day": day} for day in days]
    tired = [{"day": day, "pain": 2, "tired": True} for day in (26, 27, 28)]
    return found(library, **({"sessions": sessions, "mornings": tired, "on": 28} | given)).get(
        "sessions-were-missed"
    )


def told(done: int, planned: int) -> str:
    return (
        f"In the last 4 weeks you trained {TIMES[done]}, out of {planned} planned. A smaller week is easier"
        " to come back to."
    )


@pytest.mark.parametrize(
    ("days", "given", "says"),
    [
        ([0, 7, 14], {}, told(3, 8)),
        ([0, 7, 14, 21], {}, told(4, 8)),
        ([0, 5, 7, 14, 21], {}, None),
        ([0, 7, 14, 28], {}, told(3, 8)),
        ([0, 7, 14, 27], {}, told(4, 8)),
        ([-1, 0, 7, 14], {}, told(3, 8)),
        ([0, 7, 14], {"sessions_a_week": 3}, told(3, 12)),
        ([0, 7], {"pauses": [{"day": 8, "until": 21}]}, told(2, 4)),
        ([0, 7], {"pauses": [{"day": 8, "until": 14}]}, told(2, 6)),
        ([0, 7], {"pauses": [{"day": -20, "until": 6}]}, told(2, 6)),
        ([0, 7], {"pauses": [{"day": 22}]}, told(2, 6)),
        ([0, 7, 21], {"pauses": [{"day": 8}]}, None),
        ([0, 7], {"pauses": [{"day": -20}]}, told(2, 8)),
        ([7], {"pauses": [{"day": -20}]}, told(1, 6)),
        ([-10, 7], {"pauses": [{"day": -20}], "plan_day": -30}, told(1, 8)),
        ([0, 7], {"pauses": [{"day": 8, "until": 13}]}, told(2, 6)),
        ([0, 7, 13], {"pauses": [{"day": 8}]}, told(3, 7)),
        ([0, 8], {"pauses": [{"day": 8}]}, None),
        ([-20, 7], {"pauses": [{"day": -20}], "plan_day": -30}, told(1, 6)),
        ([0, 7, 14], {"plan_day": 1}, None),
        ([0, 7, 14], {"plan_day": -1}, told(3, 8)),
    ],
)
def test_missed_sessions_are_counted_over_four_weeks_without_pauses(
    library: Library, days: list[int], given: dict[str, Any], says: str | None
) -> None:
    assert trained(library, days, **given) == says


def test_a_session_without_sets_was_trained_and_a_skipped_one_was_not(library: Library) -> None:
    done = [
        {"day": 0},
        {"day": 7, "done": []},
        {"day": 14, "ended": "untold"},
        {"day": 20, "ended": "skipped"},
    ]
    assert trained(library, [], sessions=done) == told(3, 8)
    assert trained(library, [], sessions=done[:3]) == told(3, 8)


def test_two_sessions_of_one_day_are_one(library: Library) -> None:
    assert trained(library, [0, 0, 7, 14]) == told(3, 8)


@pytest.mark.parametrize(
    ("mornings", "says"),
    [
        (TIRED, "On 3 of the last 7 mornings you had slept poorly or felt tired."),
        (TIRED[:2], None),
        (
            [{"day": 4, "pain": 2, "sleep": "poor"}, *TIRED],
            "On 4 of the last 7 mornings you had slept poorly or felt tired.",
        ),
        ([{"day": 1, "pain": 2, "tired": True}, *TIRED[1:]], None),
        (
            [{"day": 2, "pain": 2, "tired": True}, *TIRED[1:]],
            "On 3 of the last 7 mornings you had slept poorly or felt tired.",
        ),
        ([{"day": 4, "pain": 2, "sleep": "good"}, *TIRED[1:]], None),
        ([{"day": 4, "pain": 2, "tired": False}, *TIRED[1:]], None),
    ],
)
def test_poor_mornings_are_counted_over_a_week(
    library: Library, mornings: list[dict[str, Any]], says: str | None
) -> None:
    assert found(library, sessions=FALLS, mornings=mornings, on=8).get("nights-were-poor") == says


def test_a_morning_that_is_told_twice_is_one_and_the_newest_word_counts(library: Library) -> None:
    rested = [*TIRED, {"day": 7, "pain": 2, "tired": False}]
    assert "nights-were-poor" in found(library, sessions=FALLS, mornings=TIRED, on=8)
    assert "nights-were-poor" not in found(library, sessions=FALLS, mornings=rested, on=8)


@pytest.mark.parametrize(
    ("mornings", "on", "holds"),
    [
        (WORSE, 7, True),
        (WORSE, 8, True),
        (WORSE, 9, True),
        (WORSE[1:], 7, False),
        ([*WORSE[:6], {"day": 7, "pain": 2}], 7, False),
        ([*WORSE[:3], {"day": 4, "pain": "untold"}, *WORSE[4:]], 7, False),
        ([*WORSE[:3], {"day": 4, "pain": 6}, *WORSE[4:]], 7, True),
        ([*({"day": day, "pain": 3} for day in (-2, -1, 0)), *WORSE], 7, True),
        ([*({"day": day, "pain": 3} for day in (-3, -2, -1, 0)), *WORSE], 7, False),
    ],
)
def test_a_week_of_mornings_that_are_a_little_worse(
    library: Library, mornings: list[dict[str, Any]], on: int, holds: bool
) -> None:
    later = [{"day": day, "pain": "untold"} for day in range(8, on + 1)]
    seen = found(library, sessions=FALLS, mornings=[*mornings, *later], on=on).get("mornings-a-little-worse")
    says = "On each of the last 7 mornings your back hurt more than it did before."
    assert seen == (says if holds and on <= 8 else None)


def test_without_mornings_or_a_baseline_there_is_no_such_sign(library: Library) -> None:
    for mornings in ([], WORSE):
        given = {"sessions": FALLS, "mornings": mornings, "usual": "untold", "on": 7}
        assert "mornings-a-little-worse" not in found(library, **given)


@pytest.mark.parametrize(
    ("sessions", "holds"),
    [
        (FALLS, True),
        (FALLS[1:], False),
        ([*FALLS[:2], {"day": 6, "reserve": 5}], False),
        ([FALLS[0], {"day": 3, "reserve": 6}, FALLS[2]], False),
        ([*FALLS[:2], {"day": 6, "reserve": 4, "dose": {"amount": 11}}], False),
        ([*FALLS[:2], {"day": 6, "reserve": 4, "dose": {"amount": 9}}], True),
        ([*FALLS[:2], {"day": 6, "reserve": 4, "dose": {"sets": 3}}], False),
        ([*FALLS[:2], {"day": 6, "reserve": 4, "dose": {"sets": 1}}], True),
        ([*FALLS[:2], {"day": 6, "reserve": 4, "dose": {"load_kg": 9.0}}], False),
        ([*FALLS[:2], {"day": 6, "reserve": 4, "dose": {"band": "red"}}], False),
        ([*FALLS[:2], {"day": 6, "reserve": 4, "exercise": "sit-to-stand"}], False),
        ([*FALLS[:2], {"day": 6, "reserve": 4, "short": "low-day"}], False),
        ([*FALLS[:2], {"day": 6, "reserve": 4, "short": "low-day", "pain": 4}], False),
        ([FALLS[0], {"day": 3, "reserve": "untold"}, FALLS[2]], False),
        ([*FALLS[:2], {"day": 6, "reserve": "untold"}], False),
    ],
)
def test_less_left_in_hand_at_the_same_dose_names_the_exercise(
    library: Library, sessions: list[dict[str, Any]], holds: bool
) -> None:
    says = "In this exercise you had less left in hand each time, though nothing was added: Goblet squat."
    seen = found(library, sessions=sessions, mornings=TIRED, on=8).get("less-left-in-hand")
    assert (seen or "").lower() == (says.lower() if holds else "")


def test_of_two_sides_the_one_with_less_left_counts(library: Library) -> None:
    given = {"exercise": "single-leg-bridge", "dose": {"sets": 1, "amount": 10, "reserve": 2}, "on": 8}
    assert library.exercises[given["exercise"]].one_sided  # type: ignore[index]
    assert "less-left-in-hand" in found(library, **given, sessions=FALLS, mornings=TIRED)


@pytest.mark.parametrize(
    ("sessions", "holds"),
    [
        ([{"day": 3, "done": [10, 9]}, {"day": 6, "done": [10, 9]}], True),
        ([{"day": 6, "done": [10, 9]}], False),
        ([{"day": 3}, {"day": 6, "done": [10, 9]}], False),
        ([{"day": 3, "done": [10, 9]}, {"day": 6}], False),
        ([{"day": 3, "done": [10, 9]}, {"day": 6, "done": [10, 10], "dose": {"amount": 11}}], False),
        ([{"day": 3, "done": [10, 9]}, {"day": 6, "done": [9, 8], "dose": {"amount": 9}}], True),
        ([{"day": 0, "done": [10, 9]}, {"day": 3, "done": [10, 9]}, {"day": 6, "done": [10, 9]}], True),
    ],
)
def test_what_was_missed_twice_running_names_the_exercise(
    library: Library, sessions: list[dict[str, Any]], holds: bool
) -> None:
    seen = found(library, sessions=sessions, mornings=TIRED, on=8).get("missed-in-a-row")
    says = "In this exercise not everything could be done, twice running: Goblet squat."
    assert (seen or "").lower() == (says.lower() if holds else "")


def test_only_what_was_done_in_the_last_week_of_sessions_tells_of_tiredness(library: Library) -> None:
    other = [{"day": day, "only": ["bird-dog"]} for day in (7, 8)]
    given = {"also": ["bird-dog"], "mornings": [{"day": day, "pain": 2, "tired": True} for day in (7, 8, 9)]}
    assert "less-left-in-hand" in found(library, **given, sessions=[*FALLS, other[0]], on=9)
    assert "less-left-in-hand" not in found(library, **given, sessions=[*FALLS, *other], on=9)
