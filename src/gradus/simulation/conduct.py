"""What people do and tell: whether a session is done, when they leave, and how they report."""

from dataclasses import dataclass
from math import exp

from gradus.library.types.simulation import PersonModel
from gradus.simulation.body import Tried
from gradus.simulation.dice import SLOTS, Daily, Dice, normal
from gradus.simulation.pain import WORST, Pain
from gradus.simulation.traits import Traits

WEEK = 7


@dataclass(slots=True)
class Conduct:
    """The conduct of one person, who plans `a_week` sessions a week. `attendance` is the share of planned
    sessions that were done lately."""

    traits: Traits
    model: PersonModel
    dice: Dice
    attendance: float = 1.0
    a_week: int = 1
    sessions: int = 0

    def misses_morning(self, nth: int) -> bool:
        return float(self.dice.daily[nth, Daily.MORNING]) < self.traits.misses

    def leaves(self, nth: int) -> bool:
        """Whether the person stops for good on this day."""
        return float(self.dice.daily[nth, Daily.LEAVES]) < self.model.conduct.leaves_weekly.value / WEEK

    def alarm(self, nth: int) -> bool:
        """Whether something new and serious happens on this day."""
        return float(self.dice.daily[nth, Daily.ALARM]) < self.model.conduct.alarm_weekly.value / WEEK

    def attends(self, nth: int, pain: Pain, since_flare: int | None) -> bool:
        """Whether the planned session of this day is done."""
        conduct = self.model.conduct
        odds = self.traits.attends + conduct.fall_a_week.value * nth / WEEK
        if since_flare is not None and since_flare < WEEK:
            odds += conduct.after_flare.value
        if self.traits.level - pain.mean >= conduct.better_by.value:
            odds += conduct.when_better.value
        goes = float(self.dice.daily[nth, Daily.ATTENDS]) < 1 / (1 + exp(-odds))
        self._count(done=goes)
        return goes

    def _count(self, *, done: bool) -> None:
        over = self.model.effect.attendance_over.value * self.a_week
        self.attendance += (float(done) - self.attendance) / over
        self.sessions += done

    def pain_during(self, nth: int, slot: int, felt: float, load: float) -> int:
        """The pain told of one exercise: a share of the day's, more as the session nears tolerance, some
        chance. `load` is the strain of the session so far as a share of tolerance, 0 where the exercise does
        not load the back."""
        rules = self.model.in_session
        chance = rules.spread.value * float(normal(self.dice.daily[nth, Daily.SLOT + slot % SLOTS]))
        pain = rules.of_the_day.value * felt + rules.at_tolerance.value * load**rules.power.value + chance
        return min(max(int(pain + 0.5), 0), WORST)

    def reserve(self, nth: int, slot: int, tried: Tried) -> int:
        """The repetitions that the person believes are left: fewer than there are, less so with practice."""
        rules = self.model.telling
        unseen = rules.reserve_unseen_trained.value
        if not self.traits.kind.trained:
            learned = exp(-self.sessions / rules.reserve_learned_in.value)
            unseen += (rules.reserve_unseen.value - unseen) * learned
        thrown = float(normal(self.dice.daily[nth, Daily.SLOT + SLOTS + slot % SLOTS]))
        told = tried.left * (1 - unseen) + rules.reserve_spread.value * thrown
        return int(min(max(told + 0.5, 0), rules.most_reserve.value))

    def sore(self, nth: int) -> bool:
        """Whether the morning after this session is a point worse from soreness."""
        rules = self.model.telling
        share = rules.sore_share.value * exp(-max(self.sessions - 1, 0) / rules.sore_for.value)
        return float(self.dice.daily[nth, Daily.SORE]) < share
