"""Which rung comes next, where the examples do not say."""

from dataclasses import replace
from typing import Any

import pytest

from gradus.library.library import Library
from gradus.record import facts
from gradus.vocabulary.ids import ExerciseId, MeasureId, ProgrammeId
from gradus.vocabulary.scales import Step
from tests.training import Life

TWICE = [{"day": 0}, {"day": 3}]
STAND: dict[str, Any] = {"exercise": "sit-to-stand", "weights": [4.0], "sessions": TWICE}
HINGE: dict[str, Any] = {"exercise": "hip-hinge-drill", "weights": [4.0], "sessions": TWICE}


def at_the_top(course: dict[str, Any], library: Library) -> Life:
    top = library.exercises[ExerciseId(course["exercise"])].dose.range[1]
    return Life(course | {"dose": {"amount": top} | course.get("dose", {})}, library)


def now(life: Life) -> str:
    return str(life.ask().items[0].exercise)


@pytest.mark.parametrize(
    ("stands", "expected"), [(14, "sit-to-stand"), (15, "goblet-squat"), (16, "goblet-squat")]
)
def test_a_home_test_below_the_entry_keeps_the_rung_closed(
    library: Library, stands: int, expected: str
) -> None:
    life = at_the_top(STAND, library)
    life.add(facts.TestResult, 1, measure=MeasureId("chair-stand-30s"), value=stands)
    assert now(life) == expected


def test_without_the_test_the_mastered_rung_below_is_enough(library: Library) -> None:
    assert now(at_the_top(STAND, library)) == "goblet-squat"


@pytest.mark.parametrize(("seconds", "expected"), [(14, "goblet-squat"), (16, "sit-to-stand")])
def test_a_test_that_is_better_when_lower_is_read_so(library: Library, seconds: int, expected: str) -> None:
    measure = MeasureId("chair-stand-30s")
    lower = replace(library.measures[measure], better="lower")
    life = at_the_top(STAND, replace(library, measures={**library.measures, measure: lower}))
    life.add(facts.TestResult, 1, measure=measure, value=seconds)
    assert now(life) == expected


def test_the_new_rung_begins_with_the_lightest_weight_and_no_more_sets(library: Library) -> None:
    dose = at_the_top(STAND | {"weights": [6.0, 4.0], "dose": {"sets": 1}}, library).ask().items[0].dose
    assert (dose.sets, dose.load_kg, dose.amount) == (1, 4.0, dose.low)


@pytest.mark.parametrize(("bands", "band"), [(["red", "green"], "red"), ([], "band")])
def test_a_banded_rung_begins_with_the_weakest_band(library: Library, bands: list[str], band: str) -> None:
    life = at_the_top({"exercise": "side-lying-abduction", "bands": bands, "sessions": TWICE}, library)
    item = life.ask().items[0]
    assert (item.exercise, item.dose.band) == ("standing-band-abduction", band)


def test_a_rung_with_a_weight_stays_closed_while_no_weight_is_known(library: Library) -> None:
    assert now(at_the_top(STAND | {"weights": []}, library)) == "sit-to-stand"


@pytest.mark.parametrize(("sessions", "expected"), [(3, "romanian-deadlift"), (4, "hip-hinge-drill")])
def test_a_hard_hinge_needs_two_days_between(library: Library, sessions: int, expected: str) -> None:
    assert now(at_the_top(HINGE | {"sessions_a_week": sessions}, library)) == expected


def test_a_rung_above_the_first_high_rank_waits_for_a_new_plan(library: Library) -> None:
    name = ExerciseId("romanian-deadlift")
    heavy = replace(library.exercises[name], lumbar_rank=4)
    assert (
        now(at_the_top(HINGE, replace(library, exercises={**library.exercises, name: heavy})))
        == "hip-hinge-drill"
    )


def test_no_more_high_ranks_than_a_session_may_have(library: Library) -> None:
    names = [ExerciseId("bird-dog"), ExerciseId("dead-bug")]
    high = {name: replace(library.exercises[name], lumbar_rank=3) for name in names}
    crowded = replace(library, exercises={**library.exercises, **high})
    course = HINGE | {"also": ["bird-dog", "dead-bug"], "dose": {"low": 6, "top": 12, "amount": 12}}
    assert now(Life(course, library)) == "romanian-deadlift"
    assert now(Life(course, crowded)) == "hip-hinge-drill"


@pytest.mark.parametrize(("most", "expected"), [(0, "hip-hinge-drill"), (1, "romanian-deadlift")])
def test_the_phase_may_ask_for_fewer_high_ranks(library: Library, most: int, expected: str) -> None:
    programme = library.programmes[ProgrammeId("individual")]
    phase = replace(programme.phases[0], max_high_rank=most)
    stricter = replace(programme, phases=(phase,))
    changed = replace(library, programmes={**library.programmes, programme.id: stricter})
    life = at_the_top(HINGE | {"programme": programme.id, "phase": phase.id}, changed)
    assert now(life) == expected


def test_a_hold_that_a_limit_keeps_short_of_its_range_does_not_earn_a_harder_rung(library: Library) -> None:
    name = ExerciseId("side-bridge-knees")
    short = replace(library.exercises[name], dose=replace(library.exercises[name].dose, seconds=(8, 30)))
    changed = replace(library, exercises={**library.exercises, name: short})
    course = {"exercise": name, "dose": {"amount": 10, "low": 8, "top": 10}, "sessions": TWICE}
    item = Life(course | {"limits": ["no-long-holds"]}, changed).ask().items[0]
    assert ([reason.rule for reason in item.because], item.dose.amount) == (["limit-caps"], 10)


def test_a_rise_that_a_limit_takes_back_is_a_hold(library: Library) -> None:
    name = ExerciseId("side-bridge-knees")
    short = replace(library.exercises[name], dose=replace(library.exercises[name].dose, seconds=(8, 30)))
    changed = replace(library, exercises={**library.exercises, name: short})
    course = {"exercise": name, "dose": {"amount": 10, "low": 8, "top": 30}, "sessions": [{"day": 0}]}
    item = Life(course | {"limits": ["no-long-holds"]}, changed).ask().items[0]
    assert (item.step, item.dose.amount, item.dose.top) == (Step.HOLD, 10, 10)
    assert "limit-caps" in [reason.rule for reason in item.because]


def test_an_easier_rung_begins_with_no_heavier_weight_than_before(library: Library) -> None:
    name = ExerciseId("sit-to-stand")
    held = replace(library.exercises[name], dose=replace(library.exercises[name].dose, load="dumbbell"))
    changed = replace(library, exercises={**library.exercises, name: held})
    course = {"exercise": "goblet-squat", "dose": {"load_kg": 3.0}, "weights": [4.0]}
    item = Life(course | {"sessions": [{"day": 0, "pain": 7}]}, changed).ask().items[0]
    assert (item.exercise, item.dose.load_kg) == ("sit-to-stand", 3.0)


def test_a_walk_counted_in_metres_grows_by_a_tenth(library: Library) -> None:
    dose = {"kind": "distance", "amount": 1000, "low": 500, "top": 3000, "sets": 1}
    life = Life({"exercise": "walking-intervals", "dose": dose, "sessions": [{"day": 0}]}, library)
    assert life.ask().items[0].dose.amount == 1100


def test_at_the_strongest_band_the_harder_rung_comes(library: Library) -> None:
    course = {
        "exercise": "standing-band-abduction",
        "bands": ["red"],
        "dose": {"band": "red"},
        "sessions": TWICE,
    }
    assert now(at_the_top(course, library)) == "standing-band-abduction-45"


def test_a_rung_that_was_climbed_to_rises_by_weight_within_its_own_range(library: Library) -> None:
    dose = {"amount": 12, "low": 8, "top": 12, "load_kg": 10.0}
    climbed = [{"day": day, "exercise": "goblet-squat", "dose": dose} for day in (0, 3)]
    course = {"exercise": "sit-to-stand", "dose": {"low": 5, "top": 30, "amount": 6}, "weights": [10.0, 11.0]}
    after = Life(course | {"sessions": climbed}, library).ask().items[0].dose
    low, top = library.exercises[ExerciseId("goblet-squat")].dose.range
    assert (after.load_kg, after.amount, after.low, after.top) == (11.0, low, low, top)


def test_pain_on_the_rung_before_does_not_count_against_this_one(library: Library) -> None:
    sessions = [{"day": 0, "pain": 4}, {"day": 3, "pain": 4, "exercise": "four-point-lift"}]
    item = Life({"exercise": "bird-dog", "usual": 1, "sessions": sessions}, library).ask().items[0]
    assert (item.exercise, item.step) == ("four-point-lift", Step.HOLD)
