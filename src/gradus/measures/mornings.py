"""Mornings: a person's own baseline, a rise that lasts, and the mean of a week.

Only mornings that were reported count; a missing morning is neither 0 nor a good one. A single morning proves
nothing: no function here lowers or raises a dose by it.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from operator import attrgetter
from statistics import fmean, median, stdev

from gradus.library.types import MorningRules, ReviewRules, Threshold
from gradus.record.facts import MorningCheckIn
from gradus.vocabulary.week import WEEK

DUST = 9
"""Decimals that are kept before a mean is compared, so that 4.1 - 2.1 is 2 and not a little less."""

_in_order = attrgetter("day", "at", "id")
Pains = Sequence[tuple[date, int]]
"""Days on which a morning was reported, in order, each once, with its pain, 0 to 10."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WeekMean:
    """Mean morning pain, 0 to 10, over the mornings reported of the days asked about. `spread` is the
    standard deviation of these mornings, None of a single one."""

    mean: float
    spread: float | None
    mornings: int
    days: int
    first_day: date
    last_day: date


def by_day(mornings: Iterable[MorningCheckIn]) -> Pains:
    """These mornings by day, whatever their order. Of two check-ins on one day the later stands for it."""
    return in_turn(sorted(mornings, key=_in_order))


def in_turn(mornings: Iterable[MorningCheckIn]) -> Pains:
    """The same of mornings that stand in order, as those of a history do."""
    return list({each.day: each.pain_0_10 for each in mornings}.items())


def baseline(mornings: Pains, before: date, rules: MorningRules) -> float | None:
    """The median pain of the last reported mornings before that day, as many as a baseline takes; None when
    fewer were reported than a baseline needs."""
    pains = [pain for day, pain in mornings if day < before]
    if len(pains) < rules.fewest_for_a_baseline.value:
        return None
    return float(median(pains[-int(rules.baseline_days.value) :]))


def risen(pain: int, usual: float, rise: Threshold) -> bool:
    """Whether a morning lies further above the person's baseline than the rise that is accepted. It holds a
    raise and asks; by itself it lowers nothing."""
    return pain > usual + rise.value


def lasting_rise(mornings: Pains, today: date, rules: MorningRules) -> bool:
    """Whether a rise over the recent mornings, today's included, stands out from the earlier ones: their mean
    lies above that of the earlier ones by at least the lasting rise and by so many of the person's own
    standard deviations, and several of them lie above it by themselves, so that one morning, however bad, is
    none. With too few mornings on either side it is False: hold and ask only.

    Chosen by calculation: docs/morning-test.md."""
    pains = [pain for day, pain in mornings if day <= today]
    recent_days = int(rules.recent_days.value)
    recent = pains[-recent_days:]
    earlier = pains[:-recent_days][-int(rules.earlier_days.value) :]
    if len(recent) < recent_days or len(earlier) < rules.fewest_for_a_baseline.value:
        return False
    usual = fmean(earlier)
    worse = [pain for pain in recent if round(pain - usual - rules.rise_of_each.value, DUST) >= 0]
    if len(worse) < rules.of_the_recent.value:
        return False
    asked = max(rules.lasting_rise.value, rules.own_spreads.value * stdev(earlier))
    return round(fmean(recent) - usual - asked, DUST) >= 0


def weekly_mean(mornings: Pains, first_day: date, last_day: date) -> WeekMean | None:
    """The mean of the mornings reported from the first day to the last, both included; None without any."""
    pains = [pain for day, pain in mornings if first_day <= day <= last_day]
    if not pains:
        return None
    return WeekMean(
        mean=fmean(pains),
        spread=stdev(pains) if len(pains) > 1 else None,
        mornings=len(pains),
        days=(last_day - first_day).days + 1,
        first_day=first_day,
        last_day=last_day,
    )


def stays_very_high(mornings: Pains, today: date, rules: ReviewRules) -> bool:
    """Whether mean pain was at the highest band or above in every week of the time looked at, which ends
    today. One morning in a week is enough to speak for it: this only ever asks for a review."""
    weeks = int(rules.worst_unchanged_for.value) // WEEK
    lasts = [today - timedelta(days=WEEK * back) for back in range(weeks)]
    means = [weekly_mean(mornings, last - timedelta(days=WEEK - 1), last) for last in lasts]
    return all(week is not None and week.mean >= rules.worst_unchanged.value for week in means)
