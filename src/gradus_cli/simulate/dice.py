"""The dice of virtual people: the same for a seed and a number, on every machine, with any workers."""

import numpy as np

from gradus.simulation.dice import Dice, Numbers, dice, shape

MANTISSA = 53
DROPPED = 64 - MANTISSA


def throw(seed: int, person: int, days: int) -> Dice:
    """The dice of one person. The stream of Philox at a key and a counter is fixed by its authors; what NumPy
    makes of it for distributions may change, so only the raw bits are used: half a step above the first 53
    of each, divided by 2^53, is above 0 and below 1."""
    stream = np.random.Philox(key=seed, counter=[0, 0, 0, person])
    bits = np.asarray(stream.random_raw(shape(days))) >> np.uint64(DROPPED)
    return dice((bits.astype(np.float64) + 0.5) / 2.0**MANTISSA)


BLOCK = 4
"""Philox gives so many numbers a step of its counter."""


def throw_runs(seed: int, first: int, runs: int, numbers: int) -> Numbers:
    """The numbers of these runs, a row each. A run has its own stretch of the stream, beside that of all
    people, and so the same numbers however many runs are thrown at once."""
    steps = -(-numbers // BLOCK)
    stream = np.random.Philox(key=seed, counter=[first * steps, 0, 1, 0])
    bits = np.asarray(stream.random_raw(runs * steps * BLOCK)) >> np.uint64(DROPPED)
    rows = (bits.astype(np.float64) + 0.5) / 2.0**MANTISSA
    return rows.reshape(runs, steps * BLOCK)[:, :numbers]
