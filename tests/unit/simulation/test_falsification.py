"""What the person model would have to get wrong to be thrown away: the tests of the evidence, section 7.8.

They ask the model alone, without any policy; tolerances are the published intervals, or Monte Carlo error.
"""

from dataclasses import replace
from functools import cache
from itertools import pairwise
from statistics import fmean

import numpy as np
import pytest
from numpy.typing import NDArray

from gradus.library.load import load
from gradus.library.types.simulation import CourseKind, PersonModel
from gradus.simulation.dice import Dice
from gradus.simulation.pain import Pain, told
from gradus.simulation.traits import Kind, traits
from gradus.vocabulary.ids import PersonModelId
from gradus.vocabulary.week import WEEK
from gradus_cli.simulate.dice import throw

MODEL = load().person_models[PersonModelId("person")]
SEED = 20260105
YEAR = 365
PEOPLE = 1500


def course(dice: Dice, kind: Kind, attendance: float | None, model: PersonModel = MODEL) -> list[float]:
    pain = Pain(traits(dice, model, kind), model, dice)
    return [pain.next_day(attendance=attendance, raised=False) for _ in range(len(dice.daily))]


@cache
def arm(
    days: int, attendance: float | None = None, kind: CourseKind = "persistent", people: int = PEOPLE
) -> NDArray[np.float64]:
    """What these people feel, a row each."""
    drawn = (throw(SEED, person, days) for person in range(people))
    return np.array([course(dice, Kind(course=kind), attendance) for dice in drawn])


def week(felt: NDArray[np.float64], nth: int) -> float:
    """The mean pain around the end of that week, 0 to 100."""
    return float(felt[:, max(0, nth * WEEK - 3) : nth * WEEK + 4].mean()) * 10


PUBLISHED = {0: (44, 59), 6: (29, 38), 26: (20, 33), 51: (16, 30)}
"""Persistent pain, pooled means with their 95 percent intervals (Costa 2012)."""


@pytest.mark.parametrize(("nth", "interval"), PUBLISHED.items())
def test_without_exercise_pain_takes_the_published_course(nth: int, interval: tuple[int, int]) -> None:
    low, high = interval
    assert low <= week(arm(YEAR), nth) <= high


@pytest.mark.parametrize("attendance", [0.65, 0.85, 1.0])
def test_exercise_takes_away_what_trials_found(attendance: float) -> None:
    gained = week(arm(91, attendance), 12) - week(arm(91), 12)
    assert -16 <= gained <= -4


def test_good_attendance_gains_most_and_the_rest_about_alike() -> None:
    good, middling, poor = (week(arm(91, share), 12) for share in (0.95, 0.8, 0.4))
    assert good < middling < poor
    assert middling - good > 0
    assert poor < week(arm(91), 12)


def test_twice_the_strength_changes_pain_by_less_than_a_tenth() -> None:
    stronger = replace(MODEL.strength, gain=replace(MODEL.strength.gain, value=2 * MODEL.strength.gain.value))
    model = replace(MODEL, strength=stronger)
    dice = [throw(SEED, person, 91) for person in range(100)]
    one = fmean(course(each, Kind(), 0.8)[-1] for each in dice)
    two = fmean(course(each, Kind(), 0.8, model)[-1] for each in dice)
    assert abs(two - one) < one / 10


def quiet(correlation: float) -> PersonModel:
    """A model of people with a spread of 1.2, level 5 and neither course nor flares."""
    days, flares, level = MODEL.day_to_day, MODEL.flares, MODEL.level
    still = {
        kind: replace(
            each,
            fast_share=replace(each.fast_share, value=0.01),
            slow_time=replace(each.slow_time, value=1e6),
        )
        for kind, each in MODEL.course.items()
    }
    return replace(
        MODEL,
        course=still,
        level=replace(level, mean=replace(level.mean, value=5.0), spread=replace(level.spread, value=0.01)),
        flares=replace(flares, weekly_hazard=replace(flares.weekly_hazard, value=1e-9)),
        day_to_day=replace(
            days,
            spread_sd=replace(days.spread_sd, value=1e-6),
            correlation=replace(days.correlation, value=correlation),
        ),
    )


@pytest.mark.parametrize(("correlation", "share"), [(0.0, 0.19), (0.3, 0.14), (0.5, 0.11)])
def test_pain_jumps_from_day_to_day_as_often_as_it_does(correlation: float, share: float) -> None:
    model = quiet(correlation)
    felt = [course(throw(SEED, person, 60), Kind(), None, model) for person in range(300)]
    jumps = [told(b) - told(a) >= 2 for row in felt for a, b in pairwise(row)]
    assert fmean(jumps) == pytest.approx(share, abs=0.02)
    assert fmean(each >= 7 for row in felt for each in row) == pytest.approx(0.05, abs=0.01)


def test_what_is_trained_differs_little_where_it_is_done_alike() -> None:
    """No modality: pain knows attendance and no exercise, so two kinds differ by chance alone."""
    felt = arm(91, 0.8)
    assert abs(week(felt[::2], 12) - week(felt[1::2], 12)) < 3


@pytest.mark.parametrize(("kind", "third", "half"), [("persistent", 0.25, 0.02), ("acute", 0.80, 0.23)])
def test_ten_people_without_control_seem_to_gain(kind: CourseKind, third: float, half: float) -> None:
    """The trap of a study without a control: no treatment, and pain falls all the same."""
    felt = np.rint(arm(22, None, kind, 3000))
    before, after = (felt[:, day].reshape(-1, 10).mean(axis=1) for day in (0, 21))
    fall = (before - after) / before
    assert float((fall >= 0.30).mean()) == pytest.approx(third, abs=0.08)
    assert float((fall >= 0.48).mean()) == pytest.approx(half, abs=0.05)


def test_half_of_people_flare_within_half_a_year() -> None:
    """51 percent, recalled by people with chronic pain."""
    days = 26 * WEEK
    flared = []
    for person in range(600):
        dice = throw(SEED, person, days)
        pain = Pain(traits(dice, MODEL, Kind()), MODEL, dice)
        for _ in range(days):
            pain.next_day(attendance=None, raised=False)
        flared.append(pain.natural_flare_days > 0)
    assert fmean(flared) == pytest.approx(0.51, abs=0.06)
