"""Faults of a record as a whole."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from gradus.record import facts as kinds
from gradus.record.checks import Fault, faults
from gradus.record.facts import (
    Clearance,
    Correction,
    DecisionShown,
    Fact,
    Lock,
    Milestone,
    MorningCheckIn,
    Override,
    Pause,
    PlanMade,
    Profile,
    ScreenAnswers,
    SessionDone,
    SetDone,
    TechniqueChecked,
    UnknownFact,
)
from gradus.record.history import fold
from gradus.record.parts import PlanItem, PlannedSession, ShownItem
from gradus.vocabulary.dose import Dose
from gradus.vocabulary.ids import ExerciseId, FactId, PersonId
from gradus.vocabulary.scales import DoseKind, Step
from tests.build import START, Facts

BEN = PersonId("01980000-0000-7000-8000-00000000be20")
ELSEWHERE = FactId("01990000-0000-7000-8000-ffffffffffff")
DOSE: dict[str, Any] = {"kind": DoseKind.REPS, "sets": 2, "low": 8, "top": 12, "rest_s": 60}


@pytest.fixture
def write() -> Facts:
    return Facts()


def found(*some: Fact, today: date = START) -> tuple[Fault, ...]:
    return faults(fold(some), today)


def the_fault(*some: Fact) -> Fault:
    (fault,) = found(*some)
    return fault


def plan(write: Facts, *, bound: float = 10.0, amount: int = 10) -> PlanMade:
    dose = Dose(amount=amount, **DOSE)
    item = PlanItem(slot="a", exercise=ExerciseId("bird-dog"), dose=dose, sets_goal=3)
    return write(
        PlanMade,
        programme="first",
        programme_version=1,
        phase="calm",
        change="started",
        sessions_to_do=6,
        sessions_a_week=3,
        sessions=(PlannedSession(id="a", title="A", day=None, minutes=20.0, items=(item,)),),
        objective=10,
        bound=bound,
        proven=True,
        library="0123456789abcdef",
    )


def test_an_ordinary_record_has_no_faults(write: Facts) -> None:
    screen = write(ScreenAnswers, occasion="intake", answers={"fever": "no"}, numbers={"age": 40})
    session = write(SessionDone, plan=ELSEWHERE)
    done = write(SetDone, session=session.id, exercise="bird-dog", nth=1, reps=8)
    better = write(SetDone, session=session.id, exercise="bird-dog", nth=1, reps=9, corrects=done.id)
    pause = write(Pause, why="holiday", until=START)
    lock = write(Lock, by="clinician:Chidi", exercise="bird-dog")
    lift = write(Override, by="clinician:Chidi", exercise="bird-dog", lifts=lock.id)
    profile = write(Profile, likes=("bird-dog",), dislikes=("dead-bug",))
    clearance = write(Clearance, rules=("fever",), examined_by="Chidi", examined_on=START, said="fine")
    dosed = write(Override, exercise="bird-dog", dose=Dose(amount=8, **DOSE))
    back = write(Correction, corrects=pause.id)
    more = (profile, clearance, dosed, plan(write), plan(write, bound=9.999999), back)
    assert found(screen, session, done, better, pause, lock, lift, *more) == ()


class TestDays:
    @pytest.mark.parametrize(("ahead", "faulty"), [(0, False), (1, False), (2, True)])
    def test_tomorrow_may_have_begun_elsewhere_but_not_the_day_after(
        self, write: Facts, ahead: int, faulty: bool
    ) -> None:
        assert bool(found(write(MorningCheckIn, ahead, pain_0_10=2))) is faulty

    def test_a_day_to_come_is_named(self, write: Facts) -> None:
        fault = the_fault(write(MorningCheckIn, 30, pain_0_10=2))
        assert "is about 2026-04-01, which lies in the future; today is 2026-03-02" in fault.says

    def test_a_clock_that_is_ahead_is_told(self, write: Facts) -> None:
        ahead = datetime(2027, 1, 1, tzinfo=UTC)
        assert "was written at 2027-01-01" in the_fault(write(MorningCheckIn, pain_0_10=2, at=ahead)).what

    def test_the_last_of_all_days_is_a_day(self, write: Facts) -> None:
        assert found(write(MorningCheckIn, pain_0_10=2), today=date.max) == ()


class TestThePeopleAndFactsOfARecord:
    def test_two_people_in_one_record(self, write: Facts) -> None:
        stranger = Facts(BEN)(MorningCheckIn, id=ELSEWHERE, pain_0_10=2)
        fault = the_fault(write(MorningCheckIn, pain_0_10=2), stranger)
        assert fault.fact is None
        assert f"holds facts of 2 people: {write.person}, {BEN}" in fault.says

    def test_two_contents_under_one_id(self, write: Facts) -> None:
        one = write(MorningCheckIn, pain_0_10=2)
        fault = the_fault(one, write(MorningCheckIn, id=one.id, at=one.at, pain_0_10=3))
        assert (fault.fact, fault.what) == (one.id, "came with 2 different contents")

    def test_facts_of_a_newer_version_are_counted(self, write: Facts) -> None:
        newer = [UnknownFact(id=ELSEWHERE, kind="sleep", v=1, raw=bytes([nth])) for nth in range(3)]
        (fault,) = faults(fold([write(MorningCheckIn, pain_0_10=2)], newer), START)
        assert "holds 3 of the kind 'sleep', version 1" in fault.says

    def test_an_id_that_came_known_and_unknown(self, write: Facts) -> None:
        known = write(MorningCheckIn, pain_0_10=2)
        _, fault = faults(fold([known], [UnknownFact(id=known.id, kind="sleep", v=1, raw=b"{}")]), START)
        assert (fault.fact, fault.what) == (known.id, "came as a fact of a newer version too")


class TestCorrections:
    def test_of_another_kind(self, write: Facts) -> None:
        morning = write(MorningCheckIn, pain_0_10=2)
        assert (
            "of another kind or person"
            in the_fault(morning, write(Pause, why="work", corrects=morning.id)).what
        )

    def test_of_nothing(self, write: Facts) -> None:
        assert "takes back nothing" in the_fault(write(Correction)).what

    def test_of_itself(self, write: Facts) -> None:
        fact = write(MorningCheckIn, id=ELSEWHERE, corrects=ELSEWHERE, pain_0_10=2)
        assert the_fault(fact).what == "corrects itself"

    def test_of_what_is_not_there(self, write: Facts) -> None:
        assert "is not in this record" in the_fault(write(Correction, corrects=ELSEWHERE)).what

    def test_of_a_fact_of_a_newer_version(self, write: Facts) -> None:
        newer = UnknownFact(id=ELSEWHERE, kind="sleep", v=1, raw=b"{}")
        (fault,) = faults(fold([write(Correction, corrects=ELSEWHERE)], [newer]), START)
        assert fault.fact is None

    def test_of_a_screen(self, write: Facts) -> None:
        screen = write(ScreenAnswers, occasion="intake")
        assert (
            "a lock ends by a clearance only" in the_fault(screen, write(Correction, corrects=screen.id)).says
        )


class TestContradictions:
    def test_an_item_answered_twice_in_one_fact(self, write: Facts) -> None:
        screen = write(ScreenAnswers, occasion="intake", answers={"age": "yes"}, numbers={"age": 40})
        assert the_fault(screen).what == "answers age in words and with a number"

    def test_an_exercise_liked_and_disliked(self, write: Facts) -> None:
        profile = write(Profile, likes=("bird-dog", "dead-bug"), dislikes=("dead-bug",))
        assert the_fault(profile).what == "both likes and dislikes dead-bug"

    @pytest.mark.parametrize(("days", "faulty"), [(-1, True), (0, False), (1, False)])
    def test_a_pause_or_lock_ends_after_it_begins(self, write: Facts, days: int, faulty: bool) -> None:
        until = START + timedelta(days=days)
        assert bool(found(write(Pause, why="illness", until=until))) is faulty
        assert bool(found(write(Lock, until=until))) is faulty

    @pytest.mark.parametrize(("days", "faulty"), [(-1, False), (0, False), (1, True)])
    def test_a_clearance_tells_of_an_examination_that_was(
        self, write: Facts, days: int, faulty: bool
    ) -> None:
        on = START + timedelta(days=days)
        told = write(Clearance, rules=("fever",), examined_by="Chidi", examined_on=on, said="fine")
        assert bool(found(told)) is faulty

    def test_sets_in_a_session_that_was_skipped(self, write: Facts) -> None:
        session = write(SessionDone, ended="skipped")
        done = write(SetDone, session=session.id, exercise="bird-dog", nth=1)
        assert found(session) == ()
        assert the_fault(session, done).what == "was skipped, yet holds sets all the same"

    def test_an_override_that_says_nothing(self, write: Facts) -> None:
        assert the_fault(write(Override, exercise="bird-dog")).what == "neither sets a dose nor lifts a lock"

    @pytest.mark.parametrize(("amount", "faulty"), [(7, True), (8, False), (12, False), (13, True)])
    def test_a_dose_within_its_range(self, write: Facts, amount: int, faulty: bool) -> None:
        assert bool(found(plan(write, amount=amount))) is faulty
        over = write(Override, exercise="bird-dog", dose=Dose(amount=amount, **DOSE))
        assert bool(found(over)) is faulty

    def test_a_plan_better_than_its_bound(self, write: Facts) -> None:
        assert "claims 10, more than its own bound of 9" in the_fault(plan(write, bound=9.0)).what


def test_a_milestone_of_blanks_says_nothing(write: Facts) -> None:
    assert found(write(Milestone, words="walk to the shop")) == ()
    assert "says nothing" in the_fault(write(Milestone, words="  ")).what


def test_an_empty_list_of_answers_is_told(write: Facts) -> None:
    given: dict[str, Any] = {"measure": "peg", "value": 6.0}
    assert (
        found(write(kinds.TestResult, **given, answers={"pain": 6}))
        == found(write(kinds.TestResult, **given))
        == ()
    )
    assert "there are none" in the_fault(write(kinds.TestResult, **given, answers={})).what


class TestAShortSessionAndACheck:
    def shown(self, write: Facts, **told: Any) -> DecisionShown:
        usual = {"action": "train", "plan": None, "shape": None, "number": 1, "because": (), "library": "x"}
        return write(DecisionShown, **(usual | told))

    def test_a_whole_session_beside_one_that_is_not_short_is_told(self, write: Facts) -> None:
        item = ShownItem(
            slot="a", exercise=ExerciseId("bird-dog"), dose=Dose(amount=8, **DOSE), step=Step.START
        )
        assert "not short" in the_fault(self.shown(write, items=(item,), whole=(item,))).what
        assert found(self.shown(write, items=(item,), whole=(item,), short="low-day")) == ()
        assert "bird-dog" in the_fault(self.shown(write, items=(item,), short="less-time")).what

    def test_a_check_by_nobody_is_told(self, write: Facts) -> None:
        check = write(TechniqueChecked, exercise="barbell-squat", watched_by=" ")
        assert "nobody who watched" in the_fault(check).what
        assert found(write(TechniqueChecked, exercise="barbell-squat", watched_by="Sam")) == ()
