"""A body that trains: capacity, its answer to training, fatigue, and what the back is used to."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from math import exp

from gradus.library.types import Exercise
from gradus.library.types.simulation import PersonModel
from gradus.simulation.demand import EASY, Demands, counted, strain
from gradus.simulation.traits import Traits
from gradus.vocabulary.dose import Dose
from gradus.vocabulary.scales import Pattern

WEEK = 7
STRENGTH = (
    Pattern.ANTI_EXTENSION,
    Pattern.ANTI_ROTATION,
    Pattern.LATERAL,
    Pattern.BRIDGE,
    Pattern.HINGE,
    Pattern.HIP,
    Pattern.SQUAT,
    Pattern.PULL,
)
"""What counts for strength gained; a plan that leaves a pattern out gains nothing there."""


@dataclass(frozen=True, slots=True)
class Tried:
    """One set as it went: the amount done, the repetitions that were truly left, and the strain of it."""

    amount: int
    left: float
    strain: float


@dataclass(slots=True)
class Body:
    """The body of one person, taken from day to day. `gained` is the growth of capacity by pattern as a share
    of the first one, `fatigue` what is missing of it today; `used_to` is the strain of a session that the
    back is used to."""

    traits: Traits
    model: PersonModel
    demands: Demands
    gained: dict[Pattern, float] = field(default_factory=lambda: defaultdict(float))
    fatigue: dict[Pattern, float] = field(default_factory=lambda: defaultdict(float))
    used_to: float = 0.0
    overloads: int = 0
    since_overload: int | None = None
    _trained: dict[Pattern, float] = field(default_factory=lambda: defaultdict(float))
    _strain: float = 0.0
    _days_since: int = 0

    def __post_init__(self) -> None:
        self.used_to = self.traits.habitual

    def capacity(self, pattern: Pattern) -> float:
        """What the pattern can do when rested, as a multiple of the middle person at the start."""
        return self.traits.ability[pattern] * (1 + self.gained[pattern])

    def strength_gained(self) -> float:
        """The mean growth of capacity over the patterns that are trained for strength, as a share."""
        return sum(self.gained[pattern] for pattern in STRENGTH) / len(STRENGTH)

    def tolerance(self, *, in_flare: bool) -> float:
        """The strain of a session from which on it is an overload."""
        share = self.model.tolerance.in_flare.value if in_flare else 1.0
        return self.used_to * self.traits.margin * share

    def most(self, exercise: Exercise, dose: Dose, bands: Sequence[str], done: int) -> int | None:
        """The largest amount of this dose that could be done today after so many sets; None where what is
        asked can be done whatever it is."""
        if exercise.pattern in EASY:
            return None
        fresh = 1 - self.fatigue[exercise.pattern] - self.model.strength.drop_from_set_to_set.value * done
        demand = self.demands.of(exercise, dose, bands)
        reps = self.demands.most(self.capacity(exercise.pattern) * max(fresh, 0.0), demand)
        return int(reps / counted(exercise, 1.0, self.demands.model))

    def try_set(self, exercise: Exercise, dose: Dose, bands: Sequence[str], done: int) -> Tried:
        """Does one set as asked, or as much of it as can be done."""
        most = self.most(exercise, dose, bands, done)
        demand = self.demands.of(exercise, dose, bands)
        if most is None:
            hurt = strain(exercise, demand, dose.amount)
            self._strain += hurt
            return Tried(dose.amount, float("inf"), hurt)
        amount = min(dose.amount, most)
        left = counted(exercise, most - amount, self.demands.model)
        strength = self.model.strength
        full, none = strength.full_effort_reserve.value, strength.no_effort_reserve.value
        effort = min(1.0, max(0.0, (none - left) / (none - full)))
        self._trained[exercise.pattern] += effort
        self.fatigue[exercise.pattern] += strength.fatigue_a_set.value * effort
        hurt = strain(exercise, demand, amount)
        self._strain += hurt
        return Tried(amount, left, hurt)

    def end_session(self, *, in_flare: bool) -> bool:
        """Ends a session; says whether it was an overload. What the back is used to moves towards what it
        did, and not below what its days ask of it."""
        over = self._strain > self.tolerance(in_flare=in_flare)
        if over:
            self.overloads += 1
            self.since_overload = 0
        rate = 1 - exp(-max(self._days_since, 1) / (self.model.tolerance.time.value * WEEK))
        self.used_to += (max(self._strain, self.traits.habitual) - self.used_to) * rate
        self._strain, self._days_since = 0.0, 0
        return over

    def sleep(self) -> None:
        """One night: fatigue goes, capacity follows the week's training or fades, and a back that did nothing
        for more than a week goes back towards what its days ask of it."""
        strength = self.model.strength
        rested = exp(-1 / strength.fatigue_time.value)
        for pattern in self.fatigue:
            self.fatigue[pattern] *= rested
        for pattern in list(self._trained):
            self._grow(pattern)
            self._trained[pattern] *= exp(-1 / WEEK)
        self._days_since += 1
        if self._days_since > WEEK:
            rate = 1 - exp(-1 / (self.model.tolerance.time.value * WEEK))
            self.used_to += (self.traits.habitual - self.used_to) * rate
        if self.since_overload is not None:
            self.since_overload += 1

    @property
    def is_raised(self) -> bool:
        """Whether an overload is so near that flares come oftener."""
        near = self.model.flares.raised_for.value
        return self.since_overload is not None and self.since_overload <= near

    def _grow(self, pattern: Pattern) -> None:
        strength = self.model.strength
        sets_a_week = self._trained[pattern]
        share = 1 - exp(-sets_a_week / strength.sets_for_most.value)
        by_then = 1 - exp(-strength.gain_by.value / strength.gain_time.value)
        aim = self.traits.gain * share / by_then
        time = strength.gain_time if aim > self.gained[pattern] else strength.loss_time
        self.gained[pattern] += (aim - self.gained[pattern]) * (1 - exp(-1 / (time.value * WEEK)))
