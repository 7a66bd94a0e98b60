"""The phases of one repetition, once it is over: the way there, the turn, the way back."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import acos, pi

LOW, HIGH = 0.15, 0.85
"""Shares of the way at which it is timed: there it is fast, so that noise moves the time but little."""
LEFT_OUT = acos(1 - 2 * LOW) / pi
"""How much of a way's time lies before the first of them, where it begins and ends gently, as half a wave."""


@dataclass(frozen=True, slots=True)
class Phases:
    """When the way there began and ended, and the way back. Where nothing is held between them, the two may
    overlap a little: ways that end less gently than half a wave are told a little too long."""

    there_from: float
    there_to: float
    back_from: float
    back_to: float

    @property
    def there_s(self) -> float:
        return self.there_to - self.there_from

    @property
    def far_s(self) -> float:
        return max(0.0, self.back_from - self.there_to)

    @property
    def back_s(self) -> float:
        return self.back_to - self.back_from


def phases_of(times: Sequence[float], values: Sequence[float]) -> Phases | None:
    """The phases of values that rise and come back; None where one of the two ways is not there."""
    peak = max(range(len(times)), key=values.__getitem__)
    before, after = values[: peak + 1], values[peak:]
    top = percentile(values, TOP)
    there = _way(times[: peak + 1], before, percentile(before, BOTTOM), top)
    home = _way(times[peak:][::-1], after[::-1], percentile(after, BOTTOM), top)
    if there is None or home is None:
        return None
    return Phases(there[0], there[1], home[1], home[0])


BOTTOM, TOP = 0.02, 0.98


def percentile(values: Sequence[float], share: float) -> float:
    """The value below which this share of them lies."""
    ordered = sorted(values)
    at = share * (len(ordered) - 1)
    nth = int(at)
    following = ordered[min(nth + 1, len(ordered) - 1)]
    return ordered[nth] + (following - ordered[nth]) * (at - nth)


def _way(
    times: Sequence[float], values: Sequence[float], rest: float, top: float
) -> tuple[float, float] | None:
    """Begin and end of a way up, in the order in which the times are given, which may run backwards."""
    low, high = rest + LOW * (top - rest), rest + HIGH * (top - rest)
    reached = next((nth for nth, value in enumerate(values) if value >= high), None)
    if reached is None or top <= rest:
        return None
    left = next((nth for nth in range(reached, -1, -1) if values[nth] <= low), None)
    if left is None:
        return None
    began, ended = _crossed(times, values, left, low), _crossed(times, values, reached - 1, high)
    whole = (ended - began) / (1 - 2 * LEFT_OUT)
    return began - LEFT_OUT * whole, ended + LEFT_OUT * whole


def _crossed(times: Sequence[float], values: Sequence[float], nth: int, level: float) -> float:
    """When a level was crossed between a value and the next one."""
    step = values[nth + 1] - values[nth]
    return times[nth] + (times[nth + 1] - times[nth]) * ((level - values[nth]) / step if step else 0.0)
