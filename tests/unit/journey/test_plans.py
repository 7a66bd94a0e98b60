"""The plan: which phase, what is kept, and that only a cleared person gets one."""

from datetime import timedelta
from typing import Any

import pytest

from gradus.journey.plans import NoPlan, NotNow, Planned, accept, current_plan, make
from gradus.journey.stamp import Stamp
from gradus.library.library import Library
from gradus.record.facts import Lock, PlanMade, Profile
from gradus.record.history import History, add
from gradus.vocabulary.ids import ExerciseId, ProgrammeId
from gradus.vocabulary.scales import Equipment, Weekday
from tests.build import START
from tests.lives import Line, Told

CLEAR: Line = {"day": 0, "screen": {}}
HOME = (Equipment.BAND, Equipment.CHAIR, Equipment.MAT, Equipment.WALL)
EASY = {"usual_pain_0_10": 2, "eases_within_minutes": 10}


def known(told: Told, **said: Any) -> History:
    """The history with a profile of somebody at home with a band."""
    days = (Weekday.MONDAY, Weekday.THURSDAY)
    usual = {"equipment": HOME, "bands": ("red", "green"), "minutes": 45, "days": days, **EASY}
    return add(told.history, told.make(Profile, 0, **(usual | said)))


def planned(history: History, library: Library, programme: str | None = None) -> Planned:
    found = make(history, library, START, programme=None if programme is None else ProgrammeId(programme))
    assert isinstance(found, Planned)
    return found


def accepted(told: Told, history: History, library: Library, programme: str | None = None) -> PlanMade:
    made = told.make(PlanMade, 0, **EMPTY)
    stamp = Stamp(id=made.id, person=made.person, at=made.at, day=made.day)
    return accept(planned(history, library, programme), history, stamp, library)


EMPTY: dict[str, Any] = {
    "programme": "individual",
    "programme_version": 1,
    "phase": "build",
    "change": "started",
    "sessions_to_do": 1,
    "sessions_a_week": 1,
    "sessions": (),
    "objective": 0,
    "bound": 0.0,
    "proven": True,
    "library": "x",
}


class TestWhoGetsOne:
    @pytest.mark.parametrize("screen", [{"part": True, "no": ["fever"]}, {"yes": ["saddle-numbness"]}])
    def test_not_with_questions_open_nor_under_a_lock(self, library: Library, screen: Line) -> None:
        told = Told([{"day": 0, "screen": screen}], library)
        found = make(known(told), library, START)
        assert isinstance(found, NotNow)
        assert found.outcome.cleared is None
        assert found.outcome.because

    def test_while_a_review_is_due_calm_work_only(self, library: Library) -> None:
        rising = {"yes": ["opioids-or-sedatives", "opioids-rising"]}
        told = Told([{"day": 0, "screen": rising}], library)
        assert planned(known(told), library).phase.id == "calm"

    def test_somebody_whom_nothing_fits_is_told_what_collides(self, library: Library) -> None:
        found = make(known(Told([CLEAR], library), minutes=5), library, START)
        assert isinstance(found, NoPlan)
        assert found.collide
        assert found.change


class TestWhichPhase:
    @pytest.mark.parametrize(
        ("said", "phase"),
        [
            (EASY, "build"),
            ({"usual_pain_0_10": None, "eases_within_minutes": None}, "build"),
            ({"usual_pain_0_10": 9}, "calm"),
            ({"eases_within_minutes": 10_000}, "calm"),
        ],
    )
    def test_the_first_goes_by_how_irritable_the_back_is(
        self, library: Library, said: dict[str, Any], phase: str
    ) -> None:
        assert planned(known(Told([CLEAR], library), **said), library).phase.id == phase

    def test_a_programme_with_one_phase_begins_with_it_however_irritable(self, library: Library) -> None:
        history = known(Told([CLEAR], library))
        assert planned(history, library, "hip-abductor-band").phase.id == "three-weeks"

    @pytest.mark.parametrize(
        ("phase", "done", "after"),
        [
            ("calm", 1, "calm"),
            ("calm", 2, "calm"),  # it is left after three sessions that went well, and none is told here
            ("build", 1, "build"),
            ("build", 2, "strengthen"),
            ("build", 3, "strengthen"),
            ("maintain", 1, "maintain"),
            ("maintain", 2, "maintain"),
        ],
    )
    def test_the_next_begins_when_the_sessions_are_done_and_not_before(
        self, library: Library, phase: str, done: int, after: str
    ) -> None:
        trained: list[Line] = [{"day": 3 * nth, "trained": True} for nth in range(done)]
        plan: Line = {"day": 0, "plan": ["monday", "thursday"], "phase": phase, "sessions_to_do": 2}
        told = Told([{"day": 9, "screen": {}}, CLEAR, plan, *trained], library)
        assert planned(known(told), library).phase.id == after

    def test_a_skipped_session_is_not_a_done_one(self, library: Library) -> None:
        plan: Line = {"day": 0, "plan": ["monday", "thursday"], "sessions_to_do": 1}
        told = Told([CLEAR, plan, {"day": 0, "skipped": True}], library)
        assert planned(known(told), library).phase.id == "build"

    def test_a_phase_or_programme_that_is_no_more_begins_anew(self, library: Library) -> None:
        for gone in ({"phase": "gone"}, {"programme": "gone"}):
            told = Told([CLEAR, {"day": 0, "plan": ["monday"], **gone}], library)
            found = planned(known(told), library)
            assert (found.programme.id, found.phase.id) == ("individual", "build")


class TestAccepting:
    def test_the_plan_is_stored_whole(self, library: Library) -> None:
        told = Told([CLEAR], library)
        history = known(told)
        found, fact = planned(history, library), accepted(told, history, library)
        assert fact.sessions == found.plan.sessions
        assert (fact.programme, fact.phase, fact.change) == ("individual", "build", "started")
        assert (fact.objective, fact.bound, fact.proven) == (found.plan.objective, found.plan.bound, True)
        assert fact.sessions_to_do == found.phase.weeks.value * found.plan.sessions_a_week
        assert fact.library == library.version
        assert current_plan(add(history, fact), fact.day) == fact
        assert current_plan(add(history, fact), fact.day - timedelta(days=1)) is None

    def test_without_one_there_is_none(self, library: Library) -> None:
        assert current_plan(Told([CLEAR], library).history, START) is None

    @pytest.mark.parametrize(
        ("plan", "done", "programme", "change"),
        [
            ({"sessions_to_do": 1}, 0, None, "changed"),
            ({"sessions_to_do": 1}, 1, None, "next-phase"),
            ({"sessions_to_do": 1}, 1, "hip-abductor-band", "started"),
        ],
    )
    def test_it_says_how_it_follows_the_one_before(
        self, library: Library, plan: Line, done: int, programme: str | None, change: str
    ) -> None:
        lines: list[Line] = [CLEAR, {"day": 0, "plan": ["monday", "thursday"], **plan}]
        told = Told([*lines, *([{"day": 0, "trained": True}] * done)], library)
        assert accepted(told, known(told), library, programme).change == change

    def test_made_anew_it_keeps_what_is_trained_with_its_dose(self, library: Library) -> None:
        told = Told([CLEAR], library)
        history = known(told)
        first = accepted(told, history, library)
        again = planned(add(history, first), library)
        doses = {item.exercise: item.dose for session in first.sessions for item in session.items}
        kept = {item.exercise: item.dose for session in again.plan.sessions for item in session.items}
        assert kept == doses
        because = {reason.rule for reasons in again.plan.because.values() for reason in reasons}
        assert "kept-from-before" in because

    def test_made_anew_it_leaves_out_what_a_clinician_locked(self, library: Library) -> None:
        told = Told([CLEAR], library)
        history = known(told)
        first = accepted(told, history, library)
        bridge = ExerciseId("glute-bridge")
        assert bridge in {item.exercise for session in first.sessions for item in session.items}
        lock = told.make(Lock, 0, exercise=bridge, by="clinician:Chidi")
        again = planned(add(history, first, lock), library)
        assert bridge not in {item.exercise for session in again.plan.sessions for item in session.items}


class TestWhatWasEarned:
    EARNED: tuple[Line, ...] = (
        {"day": -60, "plan": ["monday"], "phase": "strengthen", "exercises": ["goblet-squat"]},
        {"day": -16, "set": 1},
        {"day": -9, "set": 0},
        {"day": -2, "set": 2},
    )

    def holds(self, library: Library, *more: Line, sessions: int = 1) -> set[str]:
        first, *sets = self.EARNED
        lines = [{**first, "sessions_to_do": sessions}, {"day": -58, "trained": True}, *sets, CLEAR, *more]
        told = Told(lines, library)
        history = known(told, equipment=(*HOME, Equipment.DUMBBELL, Equipment.BARBELL), dumbbells_kg=(8.0,))
        found = planned(history, library)
        return {item.exercise for session in found.plan.sessions for item in session.items}

    def test_the_barbell_squat_comes_in_with_all_three(self, library: Library) -> None:
        assert "barbell-squat" in self.holds(library, {"day": -1, "watched": "barbell-squat"})

    @pytest.mark.parametrize(
        ("more", "sessions"),
        [
            ([], 1),
            ([{"day": -1, "watched": "good-morning"}], 1),
            ([{"day": -1, "watched": "barbell-squat"}], 2),
            ([{"day": -1, "watched": "barbell-squat"}, {"day": -3, "set": 4}], 1),
            ([{"day": -1, "watched": "barbell-squat"}, {"day": -3, "set": "untold"}], 1),
        ],
    )
    def test_not_without_one_of_them(self, library: Library, more: list[Line], sessions: int) -> None:
        assert "barbell-squat" not in self.holds(library, *more, sessions=sessions)


def test_a_published_programme_made_anew_keeps_the_harder_step(library: Library) -> None:
    programme, phase = "posterior-chain-12-weeks", "many-and-light"
    for trained, named, expected in (
        (["bridge-march"], "glute-bridge", "bridge-march"),
        (["glute-bridge"], "glute-bridge", "glute-bridge"),
    ):
        plan = {"day": 0, "plan": ["monday"], "programme": programme, "phase": phase, "exercises": trained}
        found = planned(known(Told([CLEAR, plan], library)), library)
        held = {item.exercise for session in found.plan.sessions for item in session.items}
        assert (found.programme.id, expected in held) == (programme, True)
        assert (named in held) == (expected == named)
