"""Filters for a signal that comes moment by moment, at whatever rate."""

from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass, field
from math import tau


@dataclass(slots=True)
class Median:
    """The median of the last few values: a single wild one does nothing."""

    window: int
    kept: deque[float] = field(default_factory=deque)

    def next(self, value: float) -> float:
        """The median with this value; of fewer values while there are fewer."""
        kept = self.kept
        kept.append(value)
        while len(kept) > self.window:
            kept.popleft()
        return median(kept)


def median(values: Sequence[float]) -> float:
    """The middle value, or what lies between the two in the middle."""
    ordered = sorted(values)
    half = len(ordered) >> 1
    return ordered[half] if len(ordered) & 1 else (ordered[half - 1] + ordered[half]) / 2


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
        turned = tau * step
        share = SPEED_HZ * turned
        self.speed += share / (share + 1) * ((value - self.value) / step - self.speed)
        share = (self.least_hz + self.speeding * abs(self.speed)) * turned
        self.value += share / (share + 1) * (value - self.value)
        self.at_s = at_s
        return self.value


SPEED_HZ = 1.0
"""The cut-off of the speed, as its authors give it."""


def smoothed(times: Sequence[float], values: Sequence[float], hertz: float) -> list[float]:
    """The values smoothed forwards and backwards, so that nothing comes late; for when all of them are
    known."""
    there = _one_way(times, values, hertz)
    back = _one_way([-at_s for at_s in reversed(times)], there[::-1], hertz)
    return back[::-1]


def _one_way(times: Sequence[float], values: Sequence[float], hertz: float) -> list[float]:
    found: list[float] = []
    kept, last = values[0], times[0]
    for at_s, value in zip(times, values, strict=True):
        share = tau * hertz * (at_s - last)
        kept += share / (share + 1) * (value - kept)
        found.append(kept)
        last = at_s
    return found
