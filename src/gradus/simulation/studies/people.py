"""The people of many runs of a study at once: the person model on visits instead of days.

`tests/unit/simulation/test_study_people.py` holds it to the model that is lived day by day.
"""

from dataclasses import dataclass
from functools import cache
from math import log

import numpy as np
from numpy.typing import NDArray
from scipy.special import betaincinv, gammaincinv, ndtr, ndtri

from gradus.library.types.simulation import PersonModel
from gradus.library.types.studies import Study
from gradus.simulation.dice import Numbers, normal

WEEK = 7
TWO = 2
FINE = 4001
FAR = 6.0
"""Tables of a distribution reach so many standard deviations to either side, in so many steps."""

TRAITS = 7
A_VISIT = 3
"""Numbers thrown for the traits of a person, and for their pain at a visit."""


@dataclass(frozen=True, slots=True)
class People:
    """What people are, each of shape (runs, people): the share of sessions they do while trained and on their
    own, how much training gives them, their level of pain, the share of it that fades quickly, what exercise
    does to it, how it swings, and their flares a day."""

    attends: Numbers
    alone: Numbers
    gain: Numbers
    level: Numbers
    quick: Numbers
    effect: Numbers
    swing: Numbers
    hazard: Numbers


def people(thrown: Numbers, model: PersonModel, study: Study) -> People:
    """The people with these numbers, of shape (runs, people, TRAITS)."""
    attends, gain, level, quick, effect, spread, flares = np.moveaxis(thrown, -1, 0)
    conduct, strength, days = model.conduct, model.strength, model.day_to_day
    own = conduct.unlike.value * normal(attends)
    start = (conduct.supervised if study.supervised else conduct.at_home).value
    course = model.course[study.course]
    log_variance = float(np.log1p((days.spread_sd.value / days.spread_mean.value) ** TWO))
    return People(
        attends=_share(start, own),
        alone=_share(conduct.at_home.value, own),
        gain=strength.gain.value * np.exp(strength.gain_spread.value * normal(gain)),
        level=_level(level, model),
        quick=_looked_up(quick, _quick_table(course.fast_share.value, course.alike.value)),
        effect=model.effect.mean.value + model.effect.spread.value * normal(effect),
        swing=days.spread_mean.value * np.exp(log_variance**0.5 * normal(spread) - log_variance / TWO),
        hazard=_looked_up(flares, _flare_table(model.flares.unlike.value))
        * (model.flares.weekly_hazard.value / model.flares.unlike.value / WEEK),
    )


def natural(who: People, weeks: float, model: PersonModel, study: Study) -> Numbers:
    """Pain as it would be without exercise, without swing and flare."""
    course = model.course[study.course]
    fast, slow = (np.exp(-weeks / each.value) for each in (course.fast_time, course.slow_time))
    return np.asarray(who.level * (who.quick * fast + (1 - who.quick) * slow))


def eased(who: People, weeks: float, model: PersonModel, study: Study) -> Numbers:
    """What exercise has done to pain by then: the model's approach to what the attendance is worth, first
    during the programme and then, where it goes on, on one's own."""
    effect = model.effect
    rate = log(TWO) / effect.half_time.value
    worth = who.effect / (1 - np.exp(-rate * effect.by.value))
    trained, after = min(weeks, study.trains.value), max(0.0, weeks - study.trains.value)
    power = effect.attendance_power.value
    then = worth * who.attends**power * (1 - np.exp(-rate * trained))
    if not after:
        return np.asarray(then)
    goal = worth * who.alone**power if study.goes_on else np.zeros_like(worth)
    return np.asarray(goal + (then - goal) * np.exp(-rate * after))


def gained(who: People, sets: float, weeks: float, model: PersonModel, study: Study) -> Numbers:
    """The growth of a capacity by then, as a share of the first one, from so many planned sets a week. After
    the programme it is kept or goes on growing where training goes on, and fades where it does not."""
    strength = model.strength
    by_then = 1 - np.exp(-strength.gain_by.value / strength.gain_time.value)

    def aim(attends: Numbers) -> Numbers:
        return np.asarray(who.gain * (1 - np.exp(-sets * attends / strength.sets_for_most.value)) / by_then)

    trained, after = min(weeks, study.trains.value), max(0.0, weeks - study.trains.value)
    then = aim(who.attends) * (1 - np.exp(-trained / strength.gain_time.value))
    if not after:
        return np.asarray(then)
    goal = aim(who.alone) if study.goes_on else np.zeros_like(then)
    time = np.where(goal > then, strength.gain_time.value, strength.loss_time.value)
    return np.asarray(goal + (then - goal) * np.exp(-after / time))


def felt(mean: Numbers, thrown: Numbers, who: People, model: PersonModel, *, first: bool) -> Numbers:
    """Pain at a visit from its mean and the visit's numbers, of shape (runs, people, A_VISIT). Visits lie so
    far apart that one swing knows nothing of another, and the first day of a study is that of the model:
    only a flare that begins on it is there."""
    swing, flare, height = np.moveaxis(thrown, -1, 0)
    low, high = model.flares.lowest_height.value, model.flares.highest_height.value
    begins = 1 - np.exp(-who.hazard)
    lasts = _flare_days(model.flares.median_days.value, model.flares.log_spread.value, model)
    share = begins if first else begins * lasts / (begins * lasts + 1 - begins)
    there = np.where(flare < share, low + (high - low) * height, 0.0)
    swung = normal(swing) * who.swing * np.minimum(1.0, mean / model.day_to_day.smaller_below.value)
    return np.asarray(np.clip(mean + swung + there, 0.0, WORST))


WORST = 10.0
"""The upper end of the scale of pain."""


def _share(start: float, own: Numbers) -> Numbers:
    return np.asarray(1 / (1 + (1 - start) / start * np.exp(-own)))


def _level(uniform: Numbers, model: PersonModel) -> Numbers:
    level = model.level
    low, high = (
        float(ndtr((end.value - level.mean.value) / level.spread.value))
        for end in (level.lowest, level.highest)
    )
    return np.asarray(level.mean.value + level.spread.value * normal(low + uniform * (high - low)))


def _looked_up(uniform: Numbers, table: tuple[Numbers, Numbers]) -> Numbers:
    return np.asarray(np.interp(uniform, *table))


def _uniform() -> Numbers:
    """Steps that are fine at both ends."""
    return np.asarray(ndtr(np.linspace(-FAR, FAR, FINE)))


@cache
def _quick_table(mean: float, alike: float) -> tuple[Numbers, Numbers]:
    return _uniform(), np.asarray(betaincinv(mean * alike, (1 - mean) * alike, _uniform()))


@cache
def _flare_table(unlike: float) -> tuple[Numbers, Numbers]:
    return _uniform(), np.asarray(gammaincinv(unlike, _uniform()))


def _flare_days(median: float, log_spread: float, model: PersonModel) -> float:
    """How many days a flare lasts, on the mean."""
    even: NDArray[np.float64] = (np.arange(FINE) + 0.5) / FINE
    days = np.ceil(median * np.exp(log_spread * ndtri(even)) - 0.5)
    return float(np.clip(days, 1, model.flares.longest.value).mean())
