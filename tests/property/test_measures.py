"""What holds of every result, every series of mornings and every stretch of days."""

from datetime import date, timedelta
from statistics import fmean, median

from hypothesis import given
from hypothesis import strategies as st

from gradus.library.library import Library
from gradus.library.types import Measure
from gradus.measures.adherence import adherence, training_days
from gradus.measures.change import change, change_reason
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
from gradus.measures.scoring import PEG, ROLAND_MORRIS, CannotScore, Score, peg, roland_morris
from gradus.measures.series import latest
from gradus.measures.trend import Trend, trend, trend_reason
from gradus.record import facts as kinds
from gradus.record.facts import MorningCheckIn
from gradus.record.history import fold
from gradus.vocabulary.ids import MeasureId
from gradus.vocabulary.scales import Change, Side, Weekday
from tests.build import START, Facts

VALUES = st.one_of(
    st.integers(0, 240).map(float), st.floats(0, 240, allow_nan=False).map(lambda value: round(value, 2))
)
PAINS = st.lists(st.none() | st.integers(0, 10), max_size=40)
DAYS = st.dates(date(2020, 1, 1), date(2030, 12, 31))


def check_ins(pains: list[int | None]) -> list[MorningCheckIn]:
    facts = Facts()
    return [
        facts(MorningCheckIn, ahead, pain_0_10=pain) for ahead, pain in enumerate(pains) if pain is not None
    ]


def told(pains: list[int | None]) -> Pains:
    return by_day(check_ins(pains))


def after(pains: list[int | None]) -> date:
    return START + timedelta(days=len(pains))


class TestChange:
    """A result is called changed only beyond the error of its measure and at least as large as matters; a
    measure without a known error is shown and never called changed."""

    @given(data=st.data(), first=VALUES, last=VALUES)
    def test_changed_takes_the_error_and_what_matters(
        self, library: Library, data: st.DataObject, first: float, last: float
    ) -> None:
        measure = data.draw(st.sampled_from(sorted(library.measures.values(), key=lambda each: each.id)))
        found = change(measure, first, last)
        if found.verdict is Change.CHANGED:
            assert measure.mdc95 is not None
            assert found.amount > bar(measure, first)
            assert measure.mic is not None or measure.mic_percent is not None
        if measure.mdc95 is None:
            assert found.verdict is Change.UNKNOWN

    @given(data=st.data(), first=VALUES, last=VALUES)
    def test_a_loss_is_never_called_a_gain(
        self, library: Library, data: st.DataObject, first: float, last: float
    ) -> None:
        measure = data.draw(st.sampled_from(sorted(library.measures.values(), key=lambda each: each.id)))
        found = change(measure, first, last)
        if found.amount < 0:
            assert found.verdict is not Change.CHANGED
            assert change_reason(library, measure, found).rule not in {"changed-for-you", "possibly-changed"}
        if found.amount > 0:
            assert found.verdict is not Change.WORSE

    @given(first=VALUES, last=VALUES)
    def test_there_and_back_is_the_same_amount_the_other_way(
        self, library: Library, first: float, last: float
    ) -> None:
        measure = library.measures[MeasureId("morning-pain-weekly-mean")]
        assert change(measure, first, last).amount == -change(measure, last, first).amount

    @given(first=VALUES, last=VALUES)
    def test_percent_is_missing_only_where_the_first_value_is_nothing(
        self, library: Library, first: float, last: float
    ) -> None:
        measure = library.measures[MeasureId("chair-stand-30s")]
        found = change(measure, first, last)
        assert (found.percent is None) == (first == 0)

    @given(first=VALUES, step=st.integers(0, 20), further=st.integers(0, 20))
    def test_a_larger_gain_is_never_called_less(
        self, library: Library, first: float, step: int, further: int
    ) -> None:
        rising = [Change.NOT_CHANGED, Change.POSSIBLY, Change.CHANGED]
        measure = library.measures[MeasureId("chair-stand-30s")]
        small = change(measure, first, first + step).verdict
        large = change(measure, first, first + step + further).verdict
        assert rising.index(small) <= rising.index(large)


ROLAND_ANSWERS = st.lists(st.none() | st.booleans(), min_size=24, max_size=24)
PEG_ANSWERS = st.lists(st.none() | st.integers(-2, 13), min_size=3, max_size=3)


class TestScoring:
    """Missing is not zero: a questionnaire has a score when every question was answered, and never before. A
    score lies in the range of its measure, and a worse answer never makes it better."""

    @given(answers=ROLAND_ANSWERS)
    def test_a_total_counts_every_yes_or_is_none_at_all(
        self, library: Library, answers: list[bool | None]
    ) -> None:
        ids = [item.id for item in library.measures[ROLAND_MORRIS].items]
        found = roland_morris(dict(zip(ids, answers, strict=True)), library)
        if None in answers:
            assert isinstance(found, CannotScore)
            left_out = [id_ for id_, answer in zip(ids, answers, strict=True) if answer is None]
            assert list(found.missing) == left_out
        else:
            assert found == Score(measure=ROLAND_MORRIS, value=answers.count(True))

    @given(answers=PEG_ANSWERS)
    def test_a_mean_lies_between_its_answers_or_is_none_at_all(
        self, library: Library, answers: list[int | None]
    ) -> None:
        measure = library.measures[PEG]
        found = peg(dict(zip((item.id for item in measure.items), answers, strict=True)), library)
        whole = [answer for answer in answers if answer is not None and 0 <= answer <= 10]
        if len(whole) == len(answers):
            assert isinstance(found, Score)
            assert measure.lowest <= min(whole) <= found.value <= max(whole) <= measure.highest
        else:
            assert isinstance(found, CannotScore)
            assert len(found.missing) == answers.count(None)
            assert len(found.missing) + len(found.impossible) == len(answers) - len(whole)

    @given(answers=st.lists(st.booleans(), min_size=24, max_size=24), nth=st.integers(0, 23))
    def test_one_more_yes_is_one_more_point(self, library: Library, answers: list[bool], nth: int) -> None:
        ids = [item.id for item in library.measures[ROLAND_MORRIS].items]
        before = dict(zip(ids, answers, strict=True)) | {ids[nth]: False}
        less, more = roland_morris(before, library), roland_morris(before | {ids[nth]: True}, library)
        assert isinstance(less, Score)
        assert isinstance(more, Score)
        assert more.value == less.value + 1

    @given(
        answers=st.lists(st.integers(0, 10), min_size=3, max_size=3),
        nth=st.integers(0, 2),
        worse=st.integers(0, 10),
    )
    def test_a_worse_answer_never_makes_a_mean_better(
        self, library: Library, answers: list[int], nth: int, worse: int
    ) -> None:
        ids = [item.id for item in library.measures[PEG].items]
        before = dict(zip(ids, answers, strict=True))
        less = peg(before, library)
        more = peg(before | {ids[nth]: max(worse, answers[nth])}, library)
        assert isinstance(less, Score)
        assert isinstance(more, Score)
        assert more.value >= less.value

    @given(answers=st.dictionaries(st.text(max_size=4), st.none() | st.integers(), max_size=5))
    def test_answers_to_other_questions_never_score(
        self, library: Library, answers: dict[str, int | None]
    ) -> None:
        assert isinstance(peg(answers, library), CannotScore)


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


class TestLatest:
    """A start level is never set by the better side."""

    @given(
        taken=st.lists(
            st.tuples(st.integers(0, 60), st.sampled_from([*Side, None]), st.integers(0, 30)), max_size=8
        )
    )
    def test_the_weaker_of_the_two_newest_sides_counts(
        self, taken: list[tuple[int, Side | None, int]]
    ) -> None:
        facts = Facts()
        made = [
            facts(kinds.TestResult, day, measure="side-bridge-hold", value=value, side=side)
            for value, side, day in taken
        ]
        found = latest(fold(made)).get(MeasureId("side-bridge-hold"))
        newest = {fact.side: fact.value for fact in sorted(made, key=lambda each: (each.day, each.at))}
        if set(Side) <= set(newest):
            assert found == min(newest[Side.LEFT], newest[Side.RIGHT])
        elif set(newest) == {None}:
            assert found == newest[None]
        else:
            assert found is None


class TestDays:
    """Training days between dates are right over the ends of months and years; nothing planned has no
    percentage."""

    @given(days=st.lists(st.sampled_from(Weekday), unique=True), first=DAYS, length=st.integers(0, 400))
    def test_each_date_in_the_stretch_is_there_if_and_only_if_its_weekday_is(
        self, days: list[Weekday], first: date, length: int
    ) -> None:
        found = training_days(days, first, first + timedelta(days=length))
        names = {list(Weekday)[day.weekday()] for day in found}
        assert names <= set(days)
        assert list(found) == sorted(set(found))
        whole_weeks = (length + 1) // 7
        assert whole_weeks * len(days) <= len(found) <= (whole_weeks + 1) * len(days)

    @given(days=st.lists(st.sampled_from(Weekday), unique=True), first=DAYS, cut=st.integers(0, 60))
    def test_a_stretch_is_the_sum_of_its_two_parts(self, days: list[Weekday], first: date, cut: int) -> None:
        middle = first + timedelta(days=cut)
        last = first + timedelta(days=90)
        parts = training_days(days, first, middle) + training_days(days, middle + timedelta(days=1), last)
        assert training_days(days, first, last) == parts

    @given(planned=st.integers(0, 200), done=st.integers(0, 200))
    def test_percent_is_missing_only_when_nothing_was_planned(self, planned: int, done: int) -> None:
        found = adherence(planned, done)
        assert (found.percent is None) == (planned == 0)
        if found.percent is not None:
            assert round(found.percent * planned / 100) == done


def bar(measure: Measure, first: float) -> float:
    """The error of a measure in its own unit."""
    assert measure.mdc95 is not None
    share = measure.mdc95.unit == "percent"
    return measure.mdc95.value * abs(first) / 100 - 1e-6 if share else measure.mdc95.value
