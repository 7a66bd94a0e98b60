"""Mornings that the examples do not show."""

from datetime import timedelta

from gradus.library.library import Library
from gradus.measures.mornings import baseline, by_day, lasting_rise, weekly_mean
from gradus.record.facts import MorningCheckIn
from tests.build import START, Facts


def test_of_two_check_ins_on_one_day_the_later_stands() -> None:
    facts = Facts()
    there = [facts(MorningCheckIn, 0, pain_0_10=2), facts(MorningCheckIn, 0, pain_0_10=6)]
    found = weekly_mean(by_day(there), START, START)
    assert found is not None
    assert (found.mean, found.mornings, found.days) == (6.0, 1, 1)


def test_two_check_ins_a_day_do_not_make_a_baseline_sooner(library: Library) -> None:
    facts = Facts()
    there = [facts(MorningCheckIn, half // 2, pain_0_10=3) for half in range(12)]
    assert baseline(by_day(there), START + timedelta(days=7), library.mornings) is None


def test_mornings_after_today_are_not_looked_at(library: Library) -> None:
    facts = Facts()
    pains = [3] * 14 + [9, 9, 9]
    there = [facts(MorningCheckIn, ahead, pain_0_10=pain) for ahead, pain in enumerate(pains)]
    assert not lasting_rise(by_day(there), START + timedelta(days=13), library.mornings)
    assert lasting_rise(by_day(there), START + timedelta(days=16), library.mornings)


def test_a_mean_says_from_when_to_when_and_how_far_its_mornings_lie_apart() -> None:
    facts = Facts()
    there = [facts(MorningCheckIn, 0, pain_0_10=2), facts(MorningCheckIn, 3, pain_0_10=4)]
    last = START + timedelta(days=6)
    found = weekly_mean(by_day(there), START, last)
    assert found is not None
    assert (found.first_day, found.last_day, found.days) == (START, last, 7)
    assert found.spread is not None
    assert abs(found.spread - 2**0.5) < 1e-9
    alone = weekly_mean(by_day(there[:1]), START, last)
    assert alone is not None
    assert alone.spread is None
