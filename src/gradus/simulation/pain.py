"""Pain, day by day: its natural course, what exercise does to it, how it swings, and flares."""

from dataclasses import dataclass, field
from math import ceil, exp, log, sqrt

from gradus.library.types.simulation import PersonModel
from gradus.simulation.dice import Daily, Dice, Numbers, normal
from gradus.simulation.traits import Traits

WEEK = 7
WORST = 10
HALF_TIMES = 2
"""In one half-time what is left is halved."""


@dataclass(frozen=True, slots=True)
class Flare:
    """A flare that began on a day: so many points higher until the day before `over`. `caused` says that it
    came only because of an overload; the person may say that it is one, or not."""

    height: float
    over: int
    caused: bool
    told: bool


@dataclass(slots=True)
class Pain:
    """The pain of one person, asked one day after the other. What is thrown does not depend on what the
    person does: without any overload the same flares come on the same days, whatever is trained.

    `mean` is the day's pain without swing and flare; `felt` is all of it, within 0 and 10."""

    traits: Traits
    model: PersonModel
    dice: Dice
    nth: int = -1
    eased: float = 0.0
    mean: float = 0.0
    felt: float = 0.0
    flare: Flare | None = None
    natural_until: int = 0
    flare_days: int = 0
    natural_flare_days: int = 0
    _swing: float = 0.0
    _throws: Numbers = field(init=False)

    def __post_init__(self) -> None:
        self._throws = normal(self.dice.daily[:, Daily.SWING])

    def next_day(self, *, attendance: float | None, raised: bool) -> float:
        """Goes on to the next day, and tells its pain. `attendance` is the share of planned sessions done
        lately, None where nothing is planned; `raised` says that an overload was not long ago."""
        self.nth += 1
        self._ease(attendance)
        rho = self.model.day_to_day.correlation.value
        fresh = float(self._throws[self.nth]) * self.traits.swing
        self._swing = fresh if self.nth == 0 else rho * self._swing + sqrt(1 - rho * rho) * fresh
        self._flare(raised=raised)
        attention = self.model.effect.attention.value if attendance is not None else 0.0
        self.mean = max(0.0, self.natural() + attention + self.eased)
        height = self.flare.height if self.flare else 0.0
        swing = self._swing * min(1.0, self.mean / self.model.day_to_day.smaller_below.value)
        self.felt = min(max(self.mean + swing + height, 0.0), WORST)
        return self.felt

    def natural(self) -> float:
        """Pain as it would be without exercise, without swing and flare."""
        course = self.model.course[self.traits.kind.course]
        weeks = self.nth / WEEK
        quick, share = exp(-weeks / course.fast_time.value), self.traits.quick_share
        return self.traits.level * (share * quick + (1 - share) * exp(-weeks / course.slow_time.value))

    def _ease(self, attendance: float | None) -> None:
        """The effect moves towards what this attendance is worth, half the way in the half-time."""
        effect = self.model.effect
        rate = log(HALF_TIMES) / (effect.half_time.value * WEEK)
        worth = 0.0
        if attendance is not None:
            by_then = 1 - exp(-rate * effect.by.value * WEEK)
            worth = self.traits.effect * attendance**effect.attendance_power.value / by_then
        self.eased += (worth - self.eased) * (1 - exp(-rate))

    def _flare(self, *, raised: bool) -> None:
        if self.flare is not None and self.nth >= self.flare.over:
            self.flare = None
        today = self.dice.daily[self.nth]
        natural = float(today[Daily.FLARE]) < 1 - exp(-self.traits.flare_hazard)
        if natural and self.nth >= self.natural_until:
            self.natural_until = self.nth + self._length(today)
        ratio = self.model.flares.hazard_ratio.value if raised else 1.0
        comes = float(today[Daily.FLARE]) < 1 - exp(-self.traits.flare_hazard * ratio)
        if comes and self.flare is None:
            self.flare = self._new(today, caused=not natural)
        self.flare_days += self.flare is not None
        self.natural_flare_days += self.nth < self.natural_until

    def _new(self, today: Numbers, *, caused: bool) -> Flare:
        flares = self.model.flares
        low, high = flares.lowest_height.value, flares.highest_height.value
        return Flare(
            height=low + (high - low) * float(today[Daily.FLARE_HEIGHT]),
            over=self.nth + self._length(today),
            caused=caused,
            told=float(today[Daily.TELLS_FLARE]) < flares.told_share.value,
        )

    def _length(self, today: Numbers) -> int:
        flares = self.model.flares
        thrown = float(normal(today[Daily.FLARE_LENGTH]))
        days = flares.median_days.value * exp(flares.log_spread.value * thrown)
        return min(max(1, ceil(days - 0.5)), int(flares.longest.value))


def told(felt: float) -> int:
    """Pain as a person tells it: a whole number from 0 to 10."""
    return min(max(int(felt + 0.5), 0), WORST)
