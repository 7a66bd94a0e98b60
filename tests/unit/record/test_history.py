"""The fold where an example says it best: corrections, copies, sets by session."""

from datetime import UTC, datetime
from typing import Any

import pytest

from gradus.record.codec import canonical
from gradus.record.facts import (
    Clearance,
    Correction,
    Fact,
    Lock,
    MorningCheckIn,
    ScreenAnswers,
    SessionDone,
    SetDone,
    UnknownFact,
)
from gradus.record.history import History, add, fold
from gradus.vocabulary.ids import FactId, PersonId
from tests.build import START, Facts

ELSEWHERE = FactId("01990000-0000-7000-8000-ffffffffffff")
CHIDI = "clinician:Chidi"
A_WEEK_ON = datetime(2026, 3, 9, 9, tzinfo=UTC)


@pytest.fixture
def write() -> Facts:
    return Facts()


def pains(history: History) -> list[int]:
    return [fact.pain_0_10 for fact in history.of(MorningCheckIn)]


def a_set(write: Facts, **values: Any) -> SetDone:
    return write(SetDone, START, **({"session": ELSEWHERE, "exercise": "bird-dog", "nth": 1} | values))


class TestCorrections:
    def test_a_correction_takes_the_place_of_what_it_names(self, write: Facts) -> None:
        wrong = write(MorningCheckIn, pain_0_10=7)
        right = write(MorningCheckIn, pain_0_10=2, corrects=wrong.id)
        assert pains(fold([right, wrong])) == [2]
        assert fold([right, wrong]).ever(MorningCheckIn) == (wrong, right)

    def test_the_one_written_last_stands_even_when_it_moves_the_day_back(self, write: Facts) -> None:
        wrong = write(MorningCheckIn, 5, pain_0_10=7)
        first = write(MorningCheckIn, 5, pain_0_10=6, corrects=wrong.id)
        last = write(MorningCheckIn, START, at=A_WEEK_ON, pain_0_10=5, corrects=wrong.id)
        assert last.at > first.at
        assert last.day < first.day
        assert fold([last, first, wrong]).of(MorningCheckIn) == (last,)

    def test_a_chain_leaves_its_last(self, write: Facts) -> None:
        some: list[Fact] = [write(MorningCheckIn, pain_0_10=0)]
        for pain in range(1, 5):
            some.append(write(MorningCheckIn, pain_0_10=pain, corrects=some[-1].id))
        assert pains(fold(reversed(some))) == [4]

    def test_a_long_chain_is_no_burden(self, write: Facts) -> None:
        some: list[Fact] = [write(MorningCheckIn, pain_0_10=0)]
        for _ in range(20_000):
            some.append(write(MorningCheckIn, pain_0_10=1, corrects=some[-1].id))
        assert fold(some).of(MorningCheckIn) == (some[-1],)

    def test_taking_back_leaves_nothing(self, write: Facts) -> None:
        wrong = write(MorningCheckIn, pain_0_10=7)
        assert pains(fold([wrong, write(Correction, corrects=wrong.id)])) == []
        assert fold([wrong, write(Correction, corrects=wrong.id)]).standing == {}

    def test_what_was_taken_back_can_be_said_again(self, write: Facts) -> None:
        wrong = write(MorningCheckIn, pain_0_10=7)
        back = write(Correction, corrects=wrong.id)
        again = write(MorningCheckIn, pain_0_10=6, corrects=wrong.id)
        assert pains(fold([again, back, wrong])) == [6]
        assert pains(fold([wrong, back, write(Correction, corrects=back.id)])) == []

    def test_a_circle_leaves_the_one_written_last(self, write: Facts) -> None:
        one = write(MorningCheckIn, pain_0_10=1)
        other = write(MorningCheckIn, pain_0_10=2, corrects=one.id)
        circle = write(MorningCheckIn, pain_0_10=1, id=one.id, at=one.at, corrects=other.id)
        assert fold([circle, other]).of(MorningCheckIn) == (other,)

    def test_a_fact_that_corrects_itself_stands(self, write: Facts) -> None:
        assert pains(fold([write(MorningCheckIn, pain_0_10=3, id=ELSEWHERE, corrects=ELSEWHERE)])) == [3]

    def test_a_screen_is_never_taken_back(self, write: Facts) -> None:
        alarm = write(ScreenAnswers, occasion="intake", answers={"numb-saddle": "yes"})
        calm = write(ScreenAnswers, occasion="intake", answers={"numb-saddle": "no"}, corrects=alarm.id)
        history = fold([alarm, calm, write(Correction, corrects=alarm.id)])
        assert history.of(ScreenAnswers) == (alarm, calm)

    def test_a_correction_of_what_has_not_arrived_stands_and_waits(self, write: Facts) -> None:
        late = write(MorningCheckIn, pain_0_10=7)
        early = write(MorningCheckIn, pain_0_10=2, corrects=late.id)
        of_another_kind = a_set(write, corrects=late.id)
        before = fold([early, of_another_kind])
        assert (pains(before), before.of(SetDone)) == ([2], (of_another_kind,))
        after = add(before, late)
        assert (pains(after), after.misdirected) == ([2], (of_another_kind,))


class TestMisdirectedCorrections:
    def test_another_kind_is_left_alone(self, write: Facts) -> None:
        morning = write(MorningCheckIn, pain_0_10=3)
        stray = a_set(write, corrects=morning.id)
        after_it = a_set(write, corrects=stray.id)
        history = fold([after_it, stray, morning])
        assert history.misdirected == (stray,)
        assert history.of(MorningCheckIn) == (morning,)
        assert history.of(SetDone) == (after_it,)

    def test_another_person_is_left_alone(self, write: Facts) -> None:
        morning = write(MorningCheckIn, pain_0_10=3)
        stranger = Facts(PersonId("01980000-0000-7000-8000-00000000be20"))
        stray = stranger(Correction, id=ELSEWHERE, corrects=morning.id)
        assert fold([morning, stray]).misdirected == (stray,)
        assert pains(fold([morning, stray])) == [3]

    def test_only_a_clinician_corrects_a_clinician(self, write: Facts) -> None:
        lock = write(Lock, by=CHIDI, exercise="bird-dog")
        own = write(Correction, corrects=lock.id)
        assert fold([lock, own]).of(Lock) == (lock,)
        assert fold([lock, own]).misdirected == (own,)
        assert fold([lock, own, write(Correction, by=CHIDI, corrects=lock.id)]).of(Lock) == ()

    def test_a_clinician_may_correct_what_the_person_said(self, write: Facts) -> None:
        clearance = write(Clearance, rules=("fever",), examined_by="Dora", examined_on=START, said="fine")
        assert fold([clearance, write(Correction, by=CHIDI, corrects=clearance.id)]).of(Clearance) == ()


class TestCopies:
    def test_two_contents_under_one_id_are_both_kept(self, write: Facts) -> None:
        one = write(MorningCheckIn, pain_0_10=2)
        other = write(MorningCheckIn, id=one.id, at=one.at, pain_0_10=8)
        for arrived in ([one, other], [other, one], [other, one, other, one]):
            history = fold(arrived)
            assert history.received == {one.id: min(one, other, key=canonical)}
            assert history.conflicts == {one.id: (max(one, other, key=canonical),)}
            assert history.ever(MorningCheckIn) == (one, other)

    def test_three_contents_come_one_by_one(self, write: Facts) -> None:
        first = write(ScreenAnswers, occasion="intake", answers={"a": "no"})
        more = [
            write(ScreenAnswers, id=first.id, at=first.at, occasion="intake", answers={"a": answer})
            for answer in ("yes", "unsure")
        ]
        history = add(add(fold([first]), more[0]), more[1])
        assert history == fold([first, *more])
        assert len(history.ever(ScreenAnswers)) == 3

    def test_the_same_answers_in_another_order_are_the_same_fact(self, write: Facts) -> None:
        one = write(ScreenAnswers, occasion="intake", answers={"a": "no", "b": "yes"})
        other = write(ScreenAnswers, id=one.id, at=one.at, occasion="intake", answers={"b": "yes", "a": "no"})
        assert fold([one, other]).conflicts == {}

    def test_unknown_facts_are_kept_once(self) -> None:
        one, other = (UnknownFact(id=ELSEWHERE, kind="sleep", v=1, raw=raw) for raw in (b"1", b"2"))
        assert fold([], [other, one, other]).unknown == (one, other)
        assert add(fold([], [other]), one, one).unknown == (one, other)


class TestOrder:
    def test_facts_stand_by_day_then_by_when_they_were_written(self, write: Facts) -> None:
        on_time = write(MorningCheckIn, 2, pain_0_10=2)
        late = write(MorningCheckIn, START, at=A_WEEK_ON, pain_0_10=1)
        assert pains(fold([on_time, late])) == [1, 2]
        assert pains(add(fold([on_time]), late)) == [1, 2]

    def test_sets_are_found_by_their_session(self, write: Facts) -> None:
        session = write(SessionDone)
        first, wrong = (a_set(write, session=session.id, nth=nth) for nth in (1, 2))
        right = a_set(write, session=session.id, nth=2, corrects=wrong.id)
        history = add(fold([session, wrong]), first)
        assert history.sets_of(session.id) == (first, wrong)
        assert add(history, right).sets_of(session.id) == (first, right)
        assert history.sets_of(ELSEWHERE) == ()

    def test_what_never_came_is_an_empty_row(self) -> None:
        assert fold([]).of(SetDone) == fold([]).ever(SetDone) == ()
