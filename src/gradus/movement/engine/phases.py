"""The phases of one repetition, once it is over: the way there, the turn, the way back."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import acos, pi
from typing import NamedTuple

LOW, HIGH = 0.15, 0.85
"""Shares of the way at which it is timed: there it is fast, so that noise moves the time but little."""


class Ends(NamedTuple):
    """How long the gentle ends of a way last before and after its middle, as shares of the middle's time."""

    before: float
    after: float


LEFT_OUT = acos(1 - 2 * LOW) / pi
HALF_WAVE = Ends(LEFT_OUT / (1 - 2 * LEFT_OUT), LEFT_OUT / (1 - 2 * LEFT_OUT))
"""The ends of a way that goes as half a wave."""


class Course(NamedTuple):
    """The ends of the way there and of the way back."""

    there: Ends
    back: Ends


HALF_WAVES = Course(HALF_WAVE, HALF_WAVE)


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


def phases_of(times: Sequence[float], values: Sequence[float], course: Course = HALF_WAVES) -> Phases | None:
    """The phases of values that rise and come back; None where one of the two ways is not there. The gentle
    ends of a way cannot be timed; how long they are beside its middle is told by the course."""
    middles = middles_of(times, values)
    if middles is None:
        return None
    there, back = _drawn_out(middles[0], course.there), _drawn_out(middles[1], course.back)
    return Phases(*there, *back)


Span = tuple[float, float]
"""From when to when."""


def middles_of(times: Sequence[float], values: Sequence[float]) -> tuple[Span, Span] | None:
    """When the middle of the way there lasted, and of the way back."""
    peak = max(range(len(times)), key=values.__getitem__)
    before, after = values[: peak + 1], values[peak:]
    top = percentile(values, TOP)
    there = _way(times[: peak + 1], before, percentile(before, BOTTOM), top)
    home = _way(times[peak:][::-1], after[::-1], percentile(after, BOTTOM), top)
    if there is None or home is None:
        return None
    return there, (home[1], home[0])


def _drawn_out(middle: Span, ends: Ends) -> Span:
    began, ended = middle
    return began - ends.before * (ended - began), ended + ends.after * (ended - began)


BOTTOM, TOP = 0.02, 0.98


def percentile(values: Sequence[float], share: float) -> float:
    """The value below which this share of them lies."""
    ordered = sorted(values)
    at = share * (len(ordered) - 1)
    nth = int(at)
    following = ordered[min(nth + 1, len(ordered) - 1)]
    return ordered[nth] + (following - ordered[nth]) * (at - nth)


def _way(times: Sequence[float], values: Sequence[float], rest: float, top: float) -> Span | None:
    """When a way up crossed the low level and the high one; the times that are given may run backwards."""
    low, high = rest + LOW * (top - rest), rest + HIGH * (top - rest)
    reached = next((nth for nth, value in enumerate(values) if value >= high), None)
    if reached is None or top <= rest:
        return None
    left = next((nth for nth in range(reached, -1, -1) if values[nth] <= low), None)
    if left is None:
        return None
    return _crossed(times, values, left, low), _crossed(times, values, reached - 1, high)


def _crossed(times: Sequence[float], values: Sequence[float], nth: int, level: float) -> float:
    """When a level was crossed between a value and the next one."""
    step = values[nth + 1] - values[nth]
    return times[nth] + (times[nth + 1] - times[nth]) * ((level - values[nth]) / step if step else 0.0)
