"""The study that could tell two parts of a programme apart: its questions, and the people that each needs."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import ceil, sqrt

import numpy as np

from gradus.library.types.studies import Study
from gradus.simulation.studies.measuring import Again, Trial
from gradus.statistics.many import Compared, adjusted
from gradus.statistics.sizes import Comparison, people_needed, whole

FIRST_PART, SECOND_PART = (-0.5, 0.5, -0.5, 0.5), (-0.5, -0.5, 0.5, 0.5)
INTERPLAY = (1.0, -1.0, -1.0, 1.0)
"""Weights of the four groups: neither, the first part, the second part, both."""

SHARES = (0.8, 0.9)
"""How often a study should find what is there."""
MANY = 5000
OFTEN = 40
"""People a group and runs from which the size of a difference is taken."""


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked of the four groups: an outcome at a visit, or how it changes between two; `up` says to
    which side the difference is put in."""

    words: str
    outcome: str
    weights: tuple[float, ...]
    visits: tuple[int, ...]
    up: bool

    def of(self, trial: Trial, effect: float) -> Compared:
        """The comparison in each run, allowing for the value at the start."""
        values = trial.measured(self.outcome, effect=effect)
        last, *earlier = self.visits
        after = values[..., last] - (values[..., earlier[0]] if earlier else 0.0)
        arms = range(values.shape[1])
        return adjusted(
            [values[:, each, :, 0] for each in arms], [after[:, each] for each in arms], self.weights
        )


@dataclass(frozen=True, slots=True)
class Size:
    """How many people a group are needed for a share of studies to find what is asked of an outcome at a
    visit: the most that one of the questions needs. `asked` is how many must begin when some leave."""

    questions: tuple[Question, ...]
    share: float
    people: int
    asked: int


def questions(study: Study) -> Iterator[Question]:
    """The questions, in order: pain first, by visit; then each part on what it trains."""
    _, half, end = range(len(study.visits))
    weeks = [f"{each.value:g}" for each in study.visits]
    for visit in (half, end):
        at = f"after {weeks[visit]} weeks"
        yield Question(f"Pain: balance makes a difference, {at}", "pain", FIRST_PART, (visit,), False)
        yield Question(f"Pain: hamstrings make a difference, {at}", "pain", SECOND_PART, (visit,), False)
        yield Question(f"Pain: both are not the sum of each, {at}", "pain", INTERPLAY, (visit,), True)
        yield Question(f"Balance: balance training helps, {at}", "balance", FIRST_PART, (visit,), True)
        yield Question(f"Strength: hamstring training helps, {at}", "strength", SECOND_PART, (visit,), True)
    longer = f"more after {weeks[end]} weeks than after {weeks[half]}"
    yield Question(f"Pain: hamstrings make {longer}", "pain", SECOND_PART, (end, half), False)
    yield Question(f"Balance: balance training helps {longer}", "balance", FIRST_PART, (end, half), True)


def sizes(again: Again, *, effect: float) -> Iterator[Size]:
    """For what is asked of each outcome at each visit, and each share, the people that it needs: by the
    formula of the test, from a difference and a spread that many simulated people show."""
    study = again.study
    shown: dict[Question, list[Compared]] = {asked: [] for asked in questions(study)}
    for run in range(OFTEN):
        trial = again.runs(run, 1, MANY)
        for asked, each in shown.items():
            each.append(asked.of(trial, effect))
    leaves, level = study.leaves.value if study.leaves else 0.0, study.chance.value
    compared = {asked: _comparison(asked, each) for asked, each in shown.items()}
    for together in dict.fromkeys((asked.outcome, asked.visits) for asked in shown):
        alike = tuple(asked for asked in shown if (asked.outcome, asked.visits) == together)
        for share in SHARES:
            people = max(whole(people_needed(compared[asked], share, level)) for asked in alike)
            yield Size(alike, share, people, ceil(people / (1 - leaves)))


def _comparison(asked: Question, shown: Sequence[Compared]) -> Comparison:
    size = float(np.mean([each.value for each in shown]))
    error = sqrt(float(np.mean([each.error * each.error for each in shown])))
    spread = error * sqrt(MANY / sum(weight * weight for weight in asked.weights))
    return Comparison(size, spread, asked.weights, covariates=1)
