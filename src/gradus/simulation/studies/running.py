"""Many runs of a study, in handfuls that fit into memory, and what they come to."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256

import numpy as np

from gradus.library.types.studies import Study
from gradus.simulation.frozen import SHOWN
from gradus.simulation.studies.designs import parts
from gradus.simulation.studies.factorial import Size
from gradus.simulation.studies.measuring import Again
from gradus.statistics.estimates import Estimate, share

AT_ONCE = 2_000_000
"""Numbers thrown at once."""
TIMES = (0.0, 0.25, 0.5, 0.75, 1.0, 1.25, 1.5, 1.75, 2.0, 2.5, 3.0, 3.5, 4.0, 5.0, 6.0, 8.0)
"""How many times the effects are taken, to see from where on half of the runs show a result."""
HALF = 0.5


@dataclass(frozen=True, slots=True)
class Shown:
    """How often a part was shown, with its interval, for each size of the effects."""

    words: str
    published: str
    shares: tuple[Estimate, ...]

    def half_at(self, times: Sequence[float]) -> float | None:
        """How many times the effects half of the runs show it, None where that is never so; on a straight
        line between the sizes that were tried."""
        values = [each.value for each in self.shares]
        if values[0] >= HALF:
            return times[0]
        for nth in range(1, len(values)):
            if values[nth] >= HALF:
                ahead = (HALF - values[nth - 1]) / (values[nth] - values[nth - 1])
                return times[nth - 1] + ahead * (times[nth] - times[nth - 1])
        return None

    def most(self, times: Sequence[float]) -> tuple[float, Estimate]:
        """The effects, as many times, at which it is shown most often, and how often."""
        nth = int(np.argmax([each.value for each in self.shares]))
        return times[nth], self.shares[nth]


def run(again: Again, *, runs: int, times: Sequence[float]) -> tuple[Shown, ...]:
    """What so many runs show, with the effects taken so many times. The same people live under every size."""
    hits: np.ndarray[tuple[int, ...], np.dtype[np.int64]] = np.zeros((0, 0), dtype=np.int64)
    names: list[tuple[str, str]] = []
    people = int(again.study.people.value)
    for first, many in _handfuls(runs, again.numbers(people)):
        trial = again.runs(first, many, people)
        every = [parts(trial, effect) for effect in times]
        names = [(part.words, part.published) for part in every[0]]
        counted = np.array([[int(part.shown.sum()) for part in each] for each in every])
        hits = counted if not hits.size else hits + counted
    return tuple(
        Shown(words, published, tuple(share(int(count), runs) for count in hits[:, nth]))
        for nth, (words, published) in enumerate(names)
    )


def confirmed(again: Again, size: Size, *, runs: int, effect: float) -> tuple[Estimate, ...]:
    """How often so many runs with the people of this size find what it is for, question by question."""
    hits, level = [0] * len(size.questions), again.study.chance.value
    for first, many in _handfuls(runs, again.numbers(size.people)):
        trial = again.runs(first, many, size.people)
        for nth, asked in enumerate(size.questions):
            hits[nth] += int(asked.of(trial, effect).found_towards(level, up=asked.up).sum())
    return tuple(share(each, runs) for each in hits)


def _handfuls(runs: int, numbers: int) -> Iterator[tuple[int, int]]:
    """The first run and how many, until all are done."""
    at_once = max(1, AT_ONCE // numbers)
    for first in range(0, runs, at_once):
        yield first, min(at_once, runs - first)


def study_hash(study: Study) -> str:
    """The first 16 hex digits of the SHA-256 over all that is said of a study."""
    return sha256(repr(study).encode()).hexdigest()[:SHOWN]
