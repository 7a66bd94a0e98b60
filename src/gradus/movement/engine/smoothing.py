"""Filters for a signal that comes moment by moment, at whatever rate."""

from collections import deque
from dataclasses import dataclass, field
from math import tau
from statistics import median


@dataclass(slots=True)
class Median:
    """The median of the last few values: a single wild one does nothing."""

    window: int
    kept: deque[float] = field(default_factory=deque)

    def next(self, value: float) -> float:
        """The median with this value; of fewer values while there are fewer."""
        self.kept.append(value)
        if len(self.kept) > self.window:
            self.kept.popleft()
        return median(self.kept)


@dataclass(slots=True)
class OneEuro:
    """Smooths more when the signal stands still than when it moves (Casiez, Roussel and Vogel 2012).

    `least_hz` is the cut-off at rest, `speeding` how much of it each unit a second adds."""

    least_hz: float
    speeding: float
    at_s: float = 0.0
    value: float | None = None
    speed: float = 0.0

    def next(self, at_s: float, value: float) -> float:
        """The smoothed value at this moment; a moment that is not later than the last changes nothing."""
        if self.value is None:
            self.at_s, self.value = at_s, value
            return value
        step = at_s - self.at_s
        if step <= 0:
            return self.value
        self.speed += _share(SPEED_HZ, step) * ((value - self.value) / step - self.speed)
        self.value += _share(self.least_hz + self.speeding * abs(self.speed), step) * (value - self.value)
        self.at_s = at_s
        return self.value


SPEED_HZ = 1.0
"""The cut-off of the speed, as its authors give it."""


def _share(cut_off_hz: float, step_s: float) -> float:
    """How much of a new value is taken."""
    turned = tau * cut_off_hz * step_s
    return turned / (turned + 1)
