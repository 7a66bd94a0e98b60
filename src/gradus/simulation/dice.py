"""The dice of one person: numbers thrown before, outside, so that every policy meets the same ones."""

from dataclasses import dataclass
from enum import IntEnum

import numpy as np
from numpy.typing import NDArray
from scipy.special import ndtri

Numbers = NDArray[np.float64]


class Throw(IntEnum):
    """What is thrown for a person once, in this order for ever: a new one goes to the end."""

    LEVEL = 0
    QUICK_SHARE = 1
    EFFECT = 2
    SPREAD = 3
    FLARES = 4
    ABILITY = 5
    GAIN = 6
    HABIT = 7
    MARGIN = 8
    ATTENDS = 9
    MISSES = 10
    PATTERN = 11
    """The first of as many as there are patterns."""


class Daily(IntEnum):
    """What is thrown for a person each day, in this order for ever."""

    SWING = 0
    FLARE = 1
    FLARE_LENGTH = 2
    FLARE_HEIGHT = 3
    TELLS_FLARE = 4
    MORNING = 5
    ATTENDS = 6
    LEAVES = 7
    ALARM = 8
    SORE = 9
    SLOT = 10
    """The first of as many as a session may have places: pain in each. As many follow for what is told of
    the reserve."""


SLOTS = 16
A_PERSON = Throw.PATTERN + 16
A_DAY = Daily.SLOT + 2 * SLOTS


@dataclass(frozen=True, slots=True)
class Dice:
    """Independent uniform numbers, each above 0 and below 1: `once` of shape (A_PERSON,), and `daily` of
    shape (days, A_DAY)."""

    once: Numbers
    daily: Numbers

    def __post_init__(self) -> None:
        if self.once.shape != (A_PERSON,) or self.daily.shape[1:] != (A_DAY,):
            raise ValueError(
                f"dice of shapes {self.once.shape} and {self.daily.shape}; "
                f"({A_PERSON},) and (days, {A_DAY}) are needed"
            )


def shape(days: int) -> int:
    """How many numbers the dice of a person for so many days have."""
    return A_PERSON + days * A_DAY


def dice(numbers: Numbers) -> Dice:
    """Dice from one row of numbers, as many as `shape` says."""
    return Dice(numbers[:A_PERSON], numbers[A_PERSON:].reshape(-1, A_DAY))


def normal(uniform: Numbers) -> Numbers:
    """The standard normal numbers at these uniform ones."""
    return np.asarray(ndtri(uniform), dtype=np.float64)
