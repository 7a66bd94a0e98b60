"""Why a repetition is told to be wrong: what each signal adds.

Every way is a sum of one part a number, and so is their mean: the parts of all signals together are all that
sets a repetition apart from the middle of what is right.
"""

from typing import Any

import numpy as np

from benchmarks import counting
from benchmarks.repetitions import OF_SIGNAL, SIGNALS, Repetitions
from benchmarks.verdicts import PLANNED, Sizes

Array = Any


def reasons(every: Repetitions, sizes: Sizes) -> dict[int, str]:
    """What speaks against the repetitions that were done wrong, by the mean of the ways: how much of the
    log-odds each signal takes away, beside the middle of what is right. Rules are made of the others."""
    parts: dict[int, list[Array]] = {}
    for person in np.unique(every.person):
        known = every.of(every.person != person)
        wrong = every.of((every.person == person) & (every.right < 0) & ~every.image)
        asked = [wrong, *(as_if_right(wrong, known, signal) for signal in range(len(SIGNALS)))]
        stacked = Repetitions(*(np.concatenate(each) for each in zip(*asked, strict=True)))
        said = [way(known, stacked)[sizes[name][int(person)]] for name, way in PLANNED.items()]
        mean = np.mean(said, axis=0).reshape(len(asked), -1)
        for movement in counting.PRMD:
            parts.setdefault(movement, []).append((mean[1:] - mean[0])[:, wrong.movement == movement])
    return {movement: most(np.concatenate(each, axis=1).mean(1)) for movement, each in parts.items()}


def as_if_right(wrong: Repetitions, known: Repetitions, signal: int) -> Repetitions:
    """The same repetitions with the numbers of one signal as they are in the middle of what is right."""
    numbers = {name: getattr(wrong, name).copy() for name in OF_SIGNAL}
    for movement in np.unique(wrong.movement):
        here = wrong.movement == movement
        right = known.of((known.movement == movement) & (known.right > 0))
        for name, of_signal in OF_SIGNAL.items():
            which = np.flatnonzero(of_signal == signal)
            numbers[name][np.ix_(here, which)] = getattr(right, name)[:, which].mean(0)
    return wrong._replace(**numbers)


def most(parts: Array) -> str:
    return ", ".join(f"{SIGNALS[each]} {parts[each]:.2f}" for each in np.argsort(-parts)[:4])
