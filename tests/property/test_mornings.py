"""What holds of every series of mornings: baselines, lasting rises, weeks with their range, and trends."""

from datetime import date, timedelta
from statistics import fmean, median

from hypothesis import given
from hypothesis import strategies as st

from gradus.library.library import Library
from gradus.measures.intervals import interval
from gradus.measures.mornings import (
    Pains,
    baseline,
    by_day,
    lasting_rise,
    risen,
    stays_very_high,
    weekly_mean,
)
from gradus.measures.trend import Trend, trend, trend_reason
from gradus.record.facts import MorningCheckIn
from tests.build import START, Facts

PAINS = st.lists(st.none() | st.integers(0, 10), max_size=40)


def check_ins(pains: list[int | None]) -> list[MorningCheckIn]:
    facts = Facts()
    return [
        facts(MorningCheckIn, ahead, pain_0_10=pain) for ahead, pain in enumerate(pains) if pain is not None
    ]


def told(pains: list[int | None]) -> Pains:
    return by_day(check_ins(pains))


def after(pains: list[int | None]) -> date:
    return START + timedelta(days=len(pains))


class TestMornings:
    """Missing mornings are not 0. One bad morning lowers nothing; it may hold a rise and ask."""

    @given(pains=PAINS)
    def test_a_baseline_is_the_median_of_the_last_reported_mornings(
        self, library: Library, pains: list[int | None]
    ) -> None:
        reported = [pain for pain in pains if pain is not None]
        found = baseline(told(pains), after(pains), library.mornings)
        if len(reported) < library.mornings.fewest_for_a_baseline.value:
            assert found is None
        else:
            assert found == median(reported[-7:])

    @given(pains=PAINS)
    def test_mornings_that_were_not_reported_change_nothing(
        self, library: Library, pains: list[int | None]
    ) -> None:
        close: list[int | None] = [pain for pain in pains if pain is not None]
        assert baseline(told(pains), after(pains), library.mornings) == baseline(
            told(close), after(close), library.mornings
        )
        assert lasting_rise(told(pains), after(pains), library.mornings) == lasting_rise(
            told(close), after(close), library.mornings
        )

    @given(pains=PAINS, data=st.data())
    def test_the_order_of_arrival_changes_nothing(self, pains: list[int | None], data: st.DataObject) -> None:
        there = check_ins([*pains, *pains])
        assert by_day(data.draw(st.permutations(there))) == by_day(there)

    @given(
        earlier=st.lists(st.integers(0, 10), max_size=20),
        recent=st.lists(st.integers(0, 10), min_size=3, max_size=3),
        worse=st.integers(0, 10),
    )
    def test_a_worse_recent_morning_never_takes_a_lasting_rise_away(
        self, library: Library, earlier: list[int], recent: list[int], worse: int
    ) -> None:
        before = [*earlier, *recent]
        later = [*earlier, *recent[:2], max(recent[2], worse)]
        day = START + timedelta(days=len(before) - 1)
        if lasting_rise(told([*before]), day, library.mornings):
            assert lasting_rise(told([*later]), day, library.mornings)

    @given(usual=st.integers(0, 3), bad=st.integers(0, 5), calm=st.integers(7, 20))
    def test_one_morning_alone_among_calm_ones_is_no_lasting_rise(
        self, library: Library, usual: int, bad: int, calm: int
    ) -> None:
        pains: list[int | None] = [*[usual] * calm, min(10, usual + bad)]
        assert not lasting_rise(told(pains), after(pains), library.mornings)

    @given(
        earlier=st.lists(st.integers(0, 10), min_size=7, max_size=30),
        others=st.tuples(st.integers(0, 10), st.integers(0, 10)),
        bad=st.integers(0, 10),
        nth=st.integers(0, 2),
    )
    def test_one_morning_however_bad_is_no_lasting_rise_whatever_came_before(
        self, library: Library, earlier: list[int], others: tuple[int, int], bad: int, nth: int
    ) -> None:
        usual = fmean(earlier[-int(library.mornings.earlier_days.value) :])
        recent = [min(each, int(usual)) for each in others]
        recent.insert(nth, bad)
        pains: list[int | None] = [*earlier, *recent]
        day = START + timedelta(days=len(pains) - 1)
        assert not lasting_rise(told(pains), day, library.mornings)

    @given(earlier=st.lists(st.integers(2, 4), min_size=7, max_size=30))
    def test_three_mornings_far_above_calm_ones_are_one(self, library: Library, earlier: list[int]) -> None:
        pains: list[int | None] = [*earlier, 8, 8, 8]
        assert lasting_rise(told(pains), START + timedelta(days=len(pains) - 1), library.mornings)

    @given(pain=st.integers(0, 9), usual=st.integers(0, 10))
    def test_a_worse_morning_never_counts_as_less_risen(
        self, library: Library, pain: int, usual: int
    ) -> None:
        rise = library.pain.rise_by_morning
        assert risen(pain + 1, usual, rise) >= risen(pain, usual, rise)

    @given(pains=PAINS, first=st.integers(0, 40), length=st.integers(1, 14))
    def test_a_weekly_mean_lies_between_its_mornings(
        self, pains: list[int | None], first: int, length: int
    ) -> None:
        begin = START + timedelta(days=first)
        found = weekly_mean(told(pains), begin, begin + timedelta(days=length - 1))
        there = [pain for pain in pains[first : first + length] if pain is not None]
        if not there:
            assert found is None
        else:
            assert found is not None
            assert min(there) <= found.mean <= max(there)
            assert (found.mornings, found.days) == (len(there), length)

    @given(pains=st.lists(st.integers(0, 7), max_size=30))
    def test_pain_that_never_reaches_the_highest_band_never_stays_there(
        self, library: Library, pains: list[int]
    ) -> None:
        assert not stays_very_high(told([*pains]), after([*pains]), library.reviews)


class TestIntervals:
    """The range of a week holds its mean and lies on the scale; few mornings never make it narrower."""

    @given(pains=st.lists(st.integers(0, 10), min_size=1, max_size=7))
    def test_the_range_of_a_week_holds_its_mean(self, library: Library, pains: list[int]) -> None:
        week = weekly_mean(told([*pains]), START, START + timedelta(days=6))
        assert week is not None
        found = interval(week, library.reviews)
        assert 0 <= found.low <= week.mean <= found.high <= 10
        assert found.own == (len(pains) >= library.reviews.fewest_mornings_a_week.value)

    @given(pain=st.integers(3, 7), count=st.integers(1, 6))
    def test_of_equal_mornings_one_more_never_makes_it_wider(
        self, library: Library, pain: int, count: int
    ) -> None:
        weeks = [weekly_mean(told([pain] * n), START, START + timedelta(days=6)) for n in (count, count + 1)]
        fewer, more = (interval(week, library.reviews) for week in weeks if week is not None)
        assert more.high - more.low <= fewer.high - fewer.low


WEEKS = st.lists(st.lists(st.none() | st.integers(0, 10), min_size=7, max_size=7), min_size=1, max_size=16)


class TestTrend:
    """A direction is told only when the whole interval lies on its side; the same weeks upside down go the
    other way."""

    def line(self, weeks: list[list[int | None]], library: Library) -> Trend | None:
        pains = [pain for week in weeks for pain in week]
        firsts = (START + timedelta(days=7 * nth) for nth in range(len(weeks)))
        there = told(pains)
        means = [weekly_mean(there, first, first + timedelta(days=6)) for first in firsts]
        return trend(means, library.reviews)

    @given(weeks=WEEKS)
    def test_a_direction_takes_the_whole_interval(
        self, library: Library, weeks: list[list[int | None]]
    ) -> None:
        found = self.line(weeks, library)
        if found is None:
            return
        assert found.low <= found.moved <= found.high
        assert (found.direction == "falling") == (found.high < 0)
        assert (found.direction == "rising") == (found.low > 0)
        assert trend_reason(library, found).rule == f"trend-{found.direction}"

    @given(weeks=WEEKS)
    def test_upside_down_it_goes_the_other_way(self, library: Library, weeks: list[list[int | None]]) -> None:
        other: list[list[int | None]] = [[None if p is None else 10 - p for p in week] for week in weeks]
        one, two = self.line(weeks, library), self.line(other, library)
        assert (one is None) == (two is None)
        if one is not None and two is not None:
            turned = {"falling": "rising", "rising": "falling", "unclear": "unclear"}
            assert two.direction == turned[one.direction]
            assert abs(one.moved + two.moved) < 1e-6
