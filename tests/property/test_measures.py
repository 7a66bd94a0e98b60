"""What holds of every result, every score and every stretch of days."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from gradus.library.library import Library
from gradus.library.types import Measure
from gradus.measures.adherence import adherence, training_days
from gradus.measures.change import change, change_reason
from gradus.measures.scoring import PEG, ROLAND_MORRIS, CannotScore, Score, peg, roland_morris
from gradus.measures.series import latest
from gradus.record import facts as kinds
from gradus.record.history import fold
from gradus.vocabulary.ids import MeasureId
from gradus.vocabulary.scales import Change, Side, Weekday
from tests.build import Facts

VALUES = st.one_of(
    st.integers(0, 240).map(float), st.floats(0, 240, allow_nan=False).map(lambda value: round(value, 2))
)
DAYS = st.dates(date(2020, 1, 1), date(2030, 12, 31))


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
