"""What a virtual person is from the first day on, drawn from their dice."""

from dataclasses import dataclass
from math import exp, log, log1p, sqrt

from scipy.special import betaincinv, gammaincinv, ndtr, ndtri

from gradus.library.types.simulation import CourseKind, PersonModel
from gradus.simulation.dice import Dice, Throw
from gradus.vocabulary.scales import Pattern

WEEK = 7
TWO = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """The kind of person who is drawn: how long it hurts, whether they train already, whether the back is
    highly irritable, whether sessions are supervised."""

    course: CourseKind = "persistent"
    trained: bool = False
    irritable: bool = False
    supervised: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Traits:
    """Pain in points of 0 to 10, times in days, capacities as multiples of the middle person's. `effect` is
    what exercise does to pain by week 12 at full attendance: below 0 is less pain."""

    kind: Kind
    level: float
    quick_share: float
    effect: float
    swing: float
    flare_hazard: float
    ability: dict[Pattern, float]
    gain: float
    habitual: float
    margin: float
    attends: float
    misses: float


def traits(dice: Dice, model: PersonModel, kind: Kind) -> Traits:
    """The traits of the person with these dice."""
    once = dice.once
    course, level, conduct = model.course[kind.course], model.level, model.conduct
    misses, alike = model.telling.mornings_missing.value, model.telling.mornings_alike.value
    share = course.fast_share.value
    start = conduct.supervised.value if kind.supervised else conduct.at_home.value
    tolerance = model.tolerance
    irritable = tolerance.irritable.value if kind.irritable else 1.0
    return Traits(
        kind=kind,
        level=_between(
            once[Throw.LEVEL], level.mean.value, level.spread.value, (level.lowest.value, level.highest.value)
        ),
        quick_share=_beta(once[Throw.QUICK_SHARE], share, course.alike.value),
        effect=model.effect.mean.value + model.effect.spread.value * _normal(once[Throw.EFFECT]),
        swing=_lognormal(
            once[Throw.SPREAD], model.day_to_day.spread_mean.value, model.day_to_day.spread_sd.value
        ),
        flare_hazard=_hazard(once[Throw.FLARES], model),
        ability=_abilities(dice, model, kind),
        gain=_around(once[Throw.GAIN], model.strength.gain.value, model.strength.gain_spread.value),
        habitual=_around(once[Throw.HABIT], tolerance.habitual.value, tolerance.habitual_spread.value),
        margin=(1 + _around(once[Throw.MARGIN], tolerance.margin.value, tolerance.margin_spread.value))
        * irritable,
        attends=log(start / (1 - start)) + conduct.unlike.value * _normal(once[Throw.ATTENDS]),
        misses=_beta(once[Throw.MISSES], misses, alike),
    )


def _abilities(dice: Dice, model: PersonModel, kind: Kind) -> dict[Pattern, float]:
    strength = model.strength
    own = strength.ability_spread.value * _normal(dice.once[Throw.ABILITY])
    own += strength.trained_ability.value if kind.trained else 0.0
    return {
        pattern: exp(own + strength.pattern_spread.value * _normal(dice.once[Throw.PATTERN + nth]))
        for nth, pattern in enumerate(Pattern)
    }


def _hazard(uniform: float, model: PersonModel) -> float:
    """Flares a day of this person: gamma between people, with the model's mean."""
    unlike = model.flares.unlike.value
    weekly = model.flares.weekly_hazard.value
    return float(gammaincinv(unlike, uniform)) * weekly / unlike / WEEK


def _normal(uniform: float) -> float:
    return float(ndtri(uniform))


def _between(uniform: float, mean: float, spread: float, ends: tuple[float, float]) -> float:
    """Normal, and nothing beyond the ends."""
    low, high = (float(ndtr((end - mean) / spread)) for end in ends)
    return mean + spread * _normal(low + uniform * (high - low))


def _lognormal(uniform: float, mean: float, sd: float) -> float:
    log_variance = log1p((sd / mean) ** TWO)
    return exp(log(mean) - log_variance / TWO + sqrt(log_variance) * _normal(uniform))


def _around(uniform: float, median: float, log_spread: float) -> float:
    return median * exp(log_spread * _normal(uniform))


def _beta(uniform: float, mean: float, alike: float) -> float:
    return float(betaincinv(mean * alike, (1 - mean) * alike, uniform))
