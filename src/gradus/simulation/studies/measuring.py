"""What is measured of the people of many runs, by outcome, arm and visit."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from gradus.library.types.simulation import PersonModel
from gradus.library.types.studies import Outcome, Study
from gradus.simulation.dice import Numbers, normal
from gradus.simulation.studies.people import (
    A_VISIT,
    TRAITS,
    TWO,
    WORST,
    People,
    eased,
    felt,
    gained,
    natural,
    people,
)

ONCE = 2
"""Numbers thrown once for a person and an outcome: what they are at the start, and how they change."""

Throw = Callable[[int, int, int], Numbers]
"""Independent uniform numbers for runs: the first run, how many, how many numbers each. A run has the same
ones whatever is asked for beside it."""


def a_person(study: Study) -> int:
    """How many numbers are thrown for a person of a study: a number keeps its place whoever is compared."""
    visits = len(study.visits)
    return TRAITS + A_VISIT * visits + len(study.outcomes) * (ONCE + visits)


@dataclass(frozen=True)
class Trial:
    """Many runs of a study with so many people an arm: numbers of shape (runs, arms, people, a_person)."""

    study: Study
    model: PersonModel
    thrown: Numbers

    @cached_property
    def who(self) -> People:
        return people(self.thrown[..., :TRAITS], self.model, self.study)

    def measured(self, name: str, *, effect: float) -> Numbers:
        """The values of an outcome, of shape (runs, arms, people, visits), with all that the arms do taken so
        many times."""
        outcome = self.study.outcomes[name]
        if outcome.kind == "pain":
            return self._pain(outcome, effect)
        return self._capacity(name, outcome, effect)

    def _weeks(self, outcome: Outcome) -> Sequence[float]:
        return [each.value for each in self.study.visits][: outcome.checks]

    def _arms(self, values: Mapping[str, float]) -> Numbers:
        """What each arm gives, to be spread over its people."""
        return np.array([values.get(arm, 0.0) for arm in self.study.arms])[:, None]

    def _pain(self, outcome: Outcome, effect: float) -> Numbers:
        given = {arm: each.value for arm, each in outcome.gives.items()}
        cared = self._arms(dict.fromkeys(given, 1.0)) * self.model.effect.attention.value
        visits = []
        for nth, weeks in enumerate(self._weeks(outcome)):
            mean = natural(self.who, weeks, self.model, self.study)
            if nth:
                does = self._arms(given) * eased(self.who, weeks, self.model, self.study)
                mean = mean + effect * (cared + does)
            at = TRAITS + A_VISIT * nth
            mean = np.clip(mean, 0.0, WORST)
            dice = self.thrown[..., at : at + A_VISIT]
            visits.append(felt(mean, dice, self.who, self.model, first=nth == 0))
        every = np.stack(visits, axis=-1)
        return np.floor(every + 0.5) if outcome.whole else every

    def _capacity(self, name: str, outcome: Outcome, effect: float) -> Numbers:
        mean, spread, error = _of(outcome)
        begins, changes, *errors = np.moveaxis(self._own(name), -1, 0)
        grows = outcome.kind == "capacity"
        start = _never_below_0(normal(begins), mean, spread) if grows else mean + spread * normal(begins)
        visits = []
        for weeks, thrown in zip(self._weeks(outcome), errors, strict=False):
            if grows:
                now = start * (1 + effect * self._gained(outcome, weeks))
            else:
                now = start + self._moved(outcome, weeks, effect, changes)
            visits.append(now + error * normal(thrown))
        return np.stack(visits, axis=-1)

    def _own(self, name: str) -> Numbers:
        visits = len(self.study.visits)
        nth = list(self.study.outcomes).index(name)
        at = TRAITS + A_VISIT * visits + nth * (ONCE + visits)
        return self.thrown[..., at : at + ONCE + visits]

    def _gained(self, outcome: Outcome, weeks: float) -> Numbers:
        arms = [outcome.gives[arm].value if arm in outcome.gives else 0.0 for arm in self.study.arms]
        each = {sets: gained(self.who, sets, weeks, self.model, self.study) for sets in set(arms)}
        return np.stack([each[sets][:, nth] for nth, sets in enumerate(arms)], axis=1)

    def _moved(self, outcome: Outcome, weeks: float, effect: float, changes: Numbers) -> Numbers:
        """The change of a score: as quickly as strength, all of it by the end of training, and kept."""
        time, trains = self.model.strength.gain_time.value, self.study.trains.value
        share = (1 - np.exp(-min(weeks, trains) / time)) / (1 - np.exp(-trains / time))
        given = self._arms({arm: each.value for arm, each in outcome.gives.items()})
        own = outcome.unlike.value * normal(changes) if outcome.unlike else 0.0
        return np.asarray(share * (effect * given + own))


def _of(outcome: Outcome) -> tuple[float, float, float]:
    """Mean, spread and error: an outcome that is not pain has all three."""
    numbers = (outcome.mean, outcome.spread, outcome.error)
    if any(each is None for each in numbers):
        raise ValueError(f"{outcome.title}: mean, spread and error are needed")
    mean, spread, error = (each.value for each in numbers if each is not None)
    return mean, spread, error


def _never_below_0(thrown: Numbers, mean: float, spread: float) -> Numbers:
    """Lognormal with this mean and spread."""
    log_variance = float(np.log1p((spread / mean) ** TWO))
    return np.asarray(mean * np.exp(log_variance**0.5 * thrown - log_variance / TWO))


@dataclass(frozen=True, slots=True)
class Again:
    """A study that is run again: with which people, and with which dice."""

    study: Study
    model: PersonModel
    throw: Throw

    def numbers(self, people: int) -> int:
        """How many numbers a run with so many people an arm takes."""
        return len(self.study.arms) * people * a_person(self.study)

    def runs(self, first: int, many: int, people: int) -> Trial:
        """So many runs from the first one on, with so many people an arm."""
        thrown = self.throw(first, many, self.numbers(people))
        shape = (many, len(self.study.arms), people, a_person(self.study))
        return Trial(self.study, self.model, thrown.reshape(shape))
