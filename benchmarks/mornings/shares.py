"""How often a rule stands: by chance in stable people, and in time in those whose pain rose."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import sqrt

import numpy as np

from benchmarks.mornings.people import WATCHED, Days, Marks, Setting, draw
from benchmarks.mornings.rules import NONE, Rule, Told
from gradus.vocabulary.week import WEEK

AT_ONCE = 4000
"""People who are drawn together. More of them come in further draws with seeds of their own."""
Z95 = 1.959964


@dataclass(frozen=True, slots=True)
class Share:
    """So many of so many, with the binomial interval of Wilson."""

    many: int
    of: int

    @property
    def percent(self) -> float:
        """Of a hundred."""
        return 100 * self.many / self.of

    @property
    def within(self) -> tuple[float, float]:
        """The 95 % interval, of a hundred."""
        part, room = self.many / self.of, Z95**2 / self.of
        middle = (part + room / 2) / (1 + room)
        half = Z95 * sqrt(part * (1 - part) / self.of + room / (4 * self.of)) / (1 + room)
        return 100 * (middle - half), 100 * (middle + half)


@dataclass(frozen=True, slots=True)
class Shown:
    """What a rule does in one setting: the share of stable people in whom it stands at least once in the 28
    days, and the share of rises that it finds in time."""

    false: Share
    found: Share


def shares(
    setting: Setting, rules: Sequence[Rule], *, people: int, seed: int, fewest: int
) -> Mapping[str, Shown]:
    """Each rule by its key, all of them asked of the same people."""
    counted = {rule.key: np.zeros(2, dtype=np.int64) for rule in rules}
    sizes = [AT_ONCE] * (people // AT_ONCE) + [people % AT_ONCE] * (people % AT_ONCE > 0)
    for nth, size in enumerate(sizes):
        lives = draw(setting, size, (seed, nth))
        day = np.arange(setting.days)
        asked = np.isin(day % WEEK, setting.asked)
        watched = asked & (day >= setting.days - WATCHED)
        since = day - lives.rise_day[:, None]
        in_time = asked & (since >= 0) & (since < setting.within)
        stable, risen = (Told(in_order(pains, lives.told), fewest) for pains in (lives.stable, lives.risen))
        for rule in rules:
            false = by_day(rule.stands(stable), lives.told) & watched
            found = by_day(rule.stands(risen), lives.told) & in_time
            counted[rule.key] += (false.any(1).sum(), found.any(1).sum())
    return {
        key: Shown(Share(int(false), people), Share(int(found), people))
        for key, (false, found) in counted.items()
    }


def in_order(pains: Days, told: Marks) -> Days:
    """The told mornings of each person without the gaps."""
    first = np.argsort(~told, axis=1, kind="stable")
    return np.take_along_axis(np.where(told, pains, NONE), first, axis=1)


def by_day(stands: Marks, told: Marks) -> Marks:
    """What stands on each day: what stood at the last morning told up to it; nothing before the first."""
    last = np.cumsum(told, axis=1) - 1
    return np.take_along_axis(stands, np.maximum(last, 0), axis=1) & (last >= 0)
