"""Repetitions of a signal: there and back by hysteresis, or from side to side."""

from collections import deque
from dataclasses import dataclass, field

from gradus.movement.engine.smoothing import median

HALF = 0.5
"""From the neutral to one side is half of the way from side to side."""
FOLLOWS = (0.5, 1.5)
"""Shares of the range that was told at first, between which the expected one may come to lie."""
MEMORY = 5
"""So many movements are remembered for the expected range."""
SMALLER = 0.25
"""The expected range is what so many of them do not reach, because the two sides may go differently far."""
HALF_BACK = 0.5
"""Share of its way back after which a repetition counts where the pictures end."""


@dataclass(frozen=True, slots=True)
class Rules:
    """How a repetition is told from a wobble. `range_` is how far the movement is expected to go, in the unit
    of the signal; a repetition goes `start` of it at least, and is back after `back` of the way there; it
    lasts `least_s` at least. `error` is how far the signal of a body at rest may seem to go. Where the
    exercise is known to have `begun`, a small movement is believed at once, else when the next is like it."""

    range_: float
    start: float = 0.4
    back: float = 0.7
    least_s: float = 0.5
    error: float = 0.0
    begun: bool = True

    @property
    def least(self) -> float:
        """What goes less far than this is never a movement, however little is expected."""
        return max(self.error, self.start * FOLLOWS[0] * self.range_)


@dataclass(frozen=True, slots=True)
class Repetition:
    """One repetition: when it began, turned and was back, and where it turned."""

    began_s: float
    turned_s: float
    ended_s: float
    low: float
    top: float

    @property
    def range_(self) -> float:
        return self.top - self.low


@dataclass(slots=True)
class ThereAndBack:
    """Counts a signal that rises from rest and comes back. Every movement is remembered, counted or not, so
    that somebody who goes less far than expected is counted by what they do; one small movement among larger
    ones is none."""

    rules: Rules
    outward: bool = False
    low: float | None = None
    low_s: float = 0.0
    top: float = 0.0
    top_s: float = 0.0
    done: int = 0
    last: deque[float] = field(default_factory=lambda: deque(maxlen=MEMORY))

    @property
    def expected(self) -> float:
        """The range that is expected now: it follows the smaller of the last movements, within bounds."""
        if not self.last:
            return self.rules.range_
        least, most = (share * self.rules.range_ for share in FOLLOWS)
        smaller = sorted(self.last)[int(SMALLER * len(self.last))]
        return min(most, max(least, smaller))

    def next(self, at_s: float, value: float) -> Repetition | None:
        """The repetition that ends with this value, if one does."""
        if self.low is None:
            self.low, self.low_s = value, at_s
        if self.outward:
            return self._homeward(at_s, value)
        self._resting(at_s, value)
        return None

    def _resting(self, at_s: float, value: float) -> None:
        if self.low is None or value <= self.low:
            self.low, self.low_s = value, at_s
        elif value - self.low >= self.rules.least:
            self.outward, self.top, self.top_s = True, value, at_s

    def _homeward(self, at_s: float, value: float) -> Repetition | None:
        if value >= self.top:
            self.top, self.top_s = value, at_s
            return None
        return self._over(at_s, value, self.rules.back)

    def over(self, at_s: float, value: float) -> Repetition | None:
        """The repetition that is under way when the pictures end, if it has come half of its way back."""
        return self._over(at_s, value, HALF_BACK) if self.outward else None

    def _over(self, at_s: float, value: float, back: float) -> Repetition | None:
        low = self.low if self.low is not None else value
        if self.top - value < back * (self.top - low):
            return None
        found = Repetition(self.low_s, self.top_s, at_s, low, self.top)
        self.outward, self.low, self.low_s = False, value, at_s
        if found.ended_s - found.began_s < self.rules.least_s:
            return None
        before = self.expected
        self.last.append(found.range_)
        if found.range_ < self.rules.start * (self.expected if self.rules.begun else before):
            return None
        self.done += 1
        return found


@dataclass(slots=True)
class SideToSide:
    """Counts a signal that swings to one side and to the other. The neutral between them is where it begins,
    and once both sides were seen the middle between where it turned on either of them lately. A swing counts
    when it has left the neutral for the other side than the one before."""

    rules: Rules
    begins: float | None = None
    side: int = 0
    entered_s: float = 0.0
    extreme: float = 0.0
    extreme_s: float = 0.0
    done: int = 0
    turned: dict[int, deque[float]] = field(
        default_factory=lambda: {side: deque(maxlen=MEMORY) for side in (-1, 1)}
    )

    @property
    def neutral(self) -> float:
        """What lies between the two sides."""
        if all(self.turned.values()):
            return sum(median(values) for values in self.turned.values()) / len(self.turned)
        return self.begins or 0.0

    def next(self, at_s: float, value: float) -> Repetition | None:
        """The swing that this value shows to be over, because the next one has begun."""
        if self.begins is None:
            self.begins = value
        away = value - self.neutral
        side = 1 if away > 0 else -1
        if side != self.side and abs(away) >= self.rules.start * self.rules.range_ * HALF:
            return self._entered(at_s, value, side)
        if self.side and (value - self.extreme) * self.side > 0:
            self.extreme, self.extreme_s = value, at_s
        return None

    def under_way(self, at_s: float) -> Repetition:
        """The swing that has begun, as if it were over now."""
        return Repetition(self.entered_s, self.extreme_s, at_s, self.neutral, self.extreme)

    def _entered(self, at_s: float, value: float, side: int) -> Repetition | None:
        over = None
        if self.side:
            if at_s - self.entered_s < self.rules.least_s:
                return None
            self.turned[self.side].append(self.extreme)
            over = self.under_way(at_s)
        self.done += 1
        self.side, self.entered_s, self.extreme, self.extreme_s = side, at_s, value, at_s
        return over
