"""What a hundred people see: a model, from trials with little bias. It is no promise and no count."""

from dataclasses import dataclass
from statistics import NormalDist

from gradus.library.library import Library
from gradus.library.types import ReviewRules
from gradus.measures.adherence import WHOLE
from gradus.vocabulary.ids import RuleId
from gradus.vocabulary.reasons import Reason


@dataclass(frozen=True, slots=True)
class OfAHundred:
    """How many of a hundred people with long-lasting pain gain as much as is worth having. The two of those
    who exercise are for the ends of the interval of the effect."""

    without: int
    exercising: int
    at_least: int
    at_most: int

    @property
    def because_of_it(self) -> int:
        """How many more of a hundred gain it with exercise than without."""
        return self.exercising - self.without


def of_a_hundred(rules: ReviewRules) -> OfAHundred:
    """The share of a normal distribution that lies at the gain worth having or above.

    Gains spread by s about a mean m without exercise and m + d · s with it, where d is the standardised
    effect: 100 · Φ((m - g) / s) and 100 · Φ((m + d · s - g) / s), for a gain g worth having. With m = 1.0,
    s = 2.25, d = 0.33 and g = 2: Φ(-0.444) = 0.33 and Φ(-0.114) = 0.45. With s from 2.0 to 2.5 they are 31
    to 34 and 43 to 47; with d from 0.08 to 0.58 the second is 36 to 55. It assumes that exercise moves
    everybody alike and that the scale does not end."""
    effects = (rules.effect_of_exercise, rules.smallest_effect, rules.largest_effect)
    return OfAHundred(_share(rules, 0.0), *(_share(rules, effect.value) for effect in effects))


def _share(rules: ReviewRules, effect: float) -> int:
    spread = rules.spread_of_gains.value
    mean = rules.gain_without_exercise.value + effect * spread
    return round(WHOLE * (1 - NormalDist(mean, spread).cdf(rules.gain_worth_having.value)))


def expectation_of_a_hundred(library: Library) -> Reason:
    """The model in a sentence."""
    found = of_a_hundred(library.reviews)
    return library.reason(
        RuleId("expectation-of-a-hundred"),
        worth=f"{library.reviews.gain_worth_having.value:g}",
        without=found.without,
        exercising=found.exercising,
        more=found.because_of_it,
        fewest=found.at_least - found.without,
        most=found.at_most - found.without,
    )
