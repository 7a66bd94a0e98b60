"""Following one signal: wild values dropped, smoothed, counted. Sets of others are counted by the same."""

from dataclasses import dataclass, field

from gradus.movement.engine.counting import Repetition, Rules, SideToSide, ThereAndBack
from gradus.movement.engine.smoothing import Median, OneEuro

SCALE = 60.0
"""Every signal is told in sixtieths of its expected range, so that one filter fits all."""
WINDOW = 5
SHORT_WINDOW = 3
SLOW_S = 0.06
"""The median of so many values; of fewer where pictures come further apart than this."""
LEAST_HZ = 1.5
SPEEDING = 0.02
"""The one-euro filter's cut-off at rest, and what it gains by each degree a second."""


@dataclass(slots=True)
class Following:
    """A signal as shares of its expected range: 0 in the first pose, 1 in the far one. `error` is what a body
    at rest may seem to go, as such a share; `begun` says that all that is seen belongs to the exercise."""

    alternating: bool = False
    error: float = 0.0
    begun: bool = True
    wild: Median = field(default_factory=lambda: Median(WINDOW))
    smooth: OneEuro = field(default_factory=lambda: OneEuro(LEAST_HZ, SPEEDING))
    counter: ThereAndBack | SideToSide = field(init=False)
    at_s: float = 0.0

    def __post_init__(self) -> None:
        rules = Rules(SCALE, error=self.error * SCALE, begun=self.begun)
        self.counter = SideToSide(rules) if self.alternating else ThereAndBack(rules)

    def next(self, at_s: float, share: float) -> Repetition | None:
        """The repetition that this value ends, if it ends one."""
        self.wild.window = SHORT_WINDOW if at_s - self.at_s > SLOW_S else WINDOW
        self.at_s = at_s
        return self.counter.next(at_s, self.smooth.next(at_s, self.wild.next(share * SCALE)))

    def finish(self) -> Repetition | None:
        """The repetition that is under way when the pictures end, where it counts."""
        counter = self.counter
        if isinstance(counter, SideToSide):
            return counter.under_way(self.at_s) if counter.side else None
        return counter.over(self.at_s, self.smooth.value or 0.0)

    @property
    def share(self) -> float:
        """Where the movement is now, smoothed."""
        return (self.smooth.value or 0.0) / SCALE

    @property
    def speed(self) -> float:
        """How much of the range a second is gone now."""
        return self.smooth.speed / SCALE

    @property
    def away(self) -> bool:
        """Whether a repetition is under way."""
        counter = self.counter
        return counter.side != 0 if isinstance(counter, SideToSide) else counter.outward

    @property
    def done(self) -> int:
        """How many repetitions were counted."""
        return self.counter.done
