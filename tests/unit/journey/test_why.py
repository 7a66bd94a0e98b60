"""Why, and why not: never without an answer."""

from collections.abc import Sequence
from datetime import timedelta

import pytest
from msgspec.structs import replace as but

from gradus.journey.plans import make
from gradus.journey.promise import promise
from gradus.journey.today import today
from gradus.journey.why import why, why_day, why_left_out
from gradus.library.library import Library
from gradus.progression.telling import sets
from gradus.record.facts import DecisionShown, Lock, PlanMade, SessionDone, SetDone
from gradus.record.history import add, fold, until
from gradus.record.parts import PlanItem
from gradus.vocabulary.ids import ExerciseId, RuleId
from gradus.vocabulary.scales import Step
from gradus_cli.demo.living import Living
from gradus_cli.demo.people import people
from tests.build import AMINA, START
from tests.lives import EXERCISE, Line, Told

CLEAR: Line = {"day": 0, "screen": {}}
PLAN: Line = {"day": 0, "plan": ["monday", "thursday"], "exercises": ["bird-dog", "glute-bridge"]}
STATES: dict[str, Sequence[Line]] = {
    "nothing known": [],
    "questions open": [{"day": 0, "screen": {"part": True, "no": ["fever"]}}],
    "a red flag": [{"day": 0, "screen": {"yes": ["saddle-numbness"]}}, PLAN],
    "no plan": [CLEAR],
    "a plan": [CLEAR, PLAN],
    "a rest day": [CLEAR, PLAN, {"day": 0, "trained": True}],
    "stopped by a clinician": [CLEAR, PLAN, {"day": 0, "stopped": True}],
}


@pytest.mark.parametrize("state", STATES)
def test_every_exercise_has_a_reason_for_its_dose_or_for_having_none(library: Library, state: str) -> None:
    history = Told(STATES[state], library).history
    for exercise in (*library.exercises, ExerciseId("not-in-the-library")):
        found = why(history, library, START, exercise)
        assert found.because, exercise
        assert all(reason.says for reason in found.because)
        assert (found.dose is None) == (found.step is None)


@pytest.mark.parametrize("state", STATES)
def test_every_exercise_has_a_reason_for_being_left_out(library: Library, state: str) -> None:
    history = Told(STATES[state], library).history
    names = [*library.exercises][:6] if state == "a rest day" else [*library.exercises]
    for exercise in (*names, ExerciseId("not-in-the-library")):
        assert why_left_out(history, library, START, exercise), exercise


@pytest.mark.parametrize("state", ["questions open", "a red flag", "stopped by a clinician"])
def test_under_a_lock_no_dose_is_told_even_when_one_was_shown(library: Library, state: str) -> None:
    shown = promise(today(Told([CLEAR, PLAN], library).history, library, START), library, AMINA)
    assert shown.items
    history = add(Told(STATES[state], library).history, shown)
    found = why(history, library, START, EXERCISE)
    assert (found.dose, found.step) == (None, None)
    assert found.because


def test_today_it_is_the_dose_of_the_session(library: Library) -> None:
    history = Told([CLEAR, PLAN], library).history
    found = why(history, library, START, EXERCISE)
    (item, *_) = today(history, library, START).items
    assert (found.dose, found.step, found.in_plan) == (item.dose, item.step, True)
    assert [reason.rule for reason in found.because][: len(item.because)] == [
        each.rule for each in item.because
    ]


def test_on_another_day_it_is_the_dose_that_was_shown_last(library: Library) -> None:
    told = Told([CLEAR, PLAN], library)
    shown = promise(today(told.history, library, START), library, AMINA)
    dose = shown.items[0].dose.but(amount=7)
    other = but(shown, items=(but(shown.items[0], dose=dose), *shown.items[1:]))
    history = add(told.history, other, told.session({"day": 0, "trained": True}))
    found = why(history, library, START + timedelta(days=1), EXERCISE)
    assert found.dose == dose
    assert why(history, library, START - timedelta(days=1), EXERCISE).dose != dose


def test_before_it_was_ever_shown_it_is_the_dose_of_the_plan(library: Library) -> None:
    told = Told([CLEAR, PLAN], library)
    history = add(told.history, told.session({"day": 0, "trained": True}))
    found = why(history, library, START, EXERCISE)
    assert (found.step, found.in_plan) == (Step.START, True)


class TestWhatBroughtItIntoThePlan:
    def plan(self, library: Library, *rules: str) -> tuple[PlanMade, Told]:
        told = Told([CLEAR, PLAN, {"day": 0, "trained": True}], library)
        plan: PlanMade = told.newest(PlanMade)
        item: PlanItem = but(plan.sessions[0].items[0], because=tuple(map(RuleId, rules)))
        session = but(plan.sessions[0], items=(item,))
        return but(plan, sessions=(session,)), told

    @pytest.mark.parametrize(
        ("rules", "told"),
        [
            (("fits-the-slot", "serves-your-goal"), ["serves-your-goal"]),
            (("fits-the-slot",), ["fits-the-slot"]),
            (("serves-your-goal", "a-rule-that-is-no-more"), ["serves-your-goal"]),
            (("a-rule-that-is-no-more",), ["fits-the-slot"]),
            ((), ["fits-the-slot"]),
        ],
    )
    def test_is_told_where_it_says_more_than_that_it_fits(
        self, library: Library, rules: tuple[str, ...], told: list[str]
    ) -> None:
        plan, lines = self.plan(library, *rules)
        facts = [plan if isinstance(fact, PlanMade) else fact for fact in lines.facts]
        found = why(fold(facts), library, START, EXERCISE)
        assert [reason.rule for reason in found.because] == told


def test_what_is_planned_says_so_when_asked_why_not(library: Library) -> None:
    (reason,) = why_left_out(Told([CLEAR, PLAN], library).history, library, START, EXERCISE)
    assert reason.rule == "already-in-the-plan"


def test_an_open_screen_says_that_it_is_open(library: Library) -> None:
    reasons = why_left_out(Told([], library).history, library, START, EXERCISE)
    assert [reason.rule for reason in reasons] == ["screen-unfinished"]


def test_making_a_plan_is_not_needed_to_ask(library: Library) -> None:
    history = Told([CLEAR], library).history
    (reason,) = why_left_out(history, library, START, EXERCISE)
    assert reason.rule == "plan-first"
    assert make(history, library, START) == make(history, library, START)


SIX_WEEKS = 42


@pytest.fixture(scope="module")
def living(library: Library) -> Living:
    living = Living(people()["amina"], library)
    for _ in living.live(SIX_WEEKS):
        pass
    return living


class TestADayThatHasPassed:
    def test_is_answered_with_every_dose_and_reason_that_was_shown_on_it(self, living: Living) -> None:
        shown = living.history.of(DecisionShown)
        assert len(shown) > SIX_WEEKS / 7
        for fact in shown:
            for item in fact.items:
                found = why(living.history, living.library, fact.day, item.exercise)
                assert (found.on, found.dose, found.step) == (fact.day, item.dose, item.step)
                assert found.of_dose == item.because

    def test_is_answered_as_it_was_answered_then(self, living: Living) -> None:
        for day in {fact.day for fact in living.history.of(DecisionShown)}:
            then = until(living.history, day)
            for exercise in (EXERCISE, ExerciseId("glute-bridge"), ExerciseId("romanian-deadlift")):
                assert why(living.history, living.library, day, exercise) == why(
                    then, living.library, day, exercise
                )
            assert why_day(living.history, living.library, day) == why_day(then, living.library, day)

    def test_tells_of_nothing_later_than_the_decision(self, living: Living) -> None:
        for fact in living.history.of(DecisionShown):
            for item in fact.items:
                grounds = why(living.history, living.library, fact.day, item.exercise).grounds
                assert grounds is not None
                assert all(before.day < fact.day for before in grounds.before)
                assert grounds.morning is None or grounds.morning.day <= fact.day

    def test_names_the_sets_that_a_rule_speaks_of(self, living: Living) -> None:
        """What a rise says was done "last time" stands in the newest session of the grounds."""
        rises = [
            (fact, item)
            for fact in living.history.of(DecisionShown)
            for item in fact.items
            if any(reason.rule == "a-little-more" for reason in item.because)
        ]
        assert rises
        for fact, item in rises:
            grounds = why(living.history, living.library, fact.day, item.exercise).grounds
            assert grounds is not None
            newest = grounds.before[0]
            assert newest.asked is not None
            assert newest.exercise == item.exercise
            counted = {done.reps or done.seconds or done.metres for done in newest.sets}
            assert counted == {newest.asked.amount}
            assert any(sets(newest.asked) in reason.says for reason in item.because)

    def test_tells_whose_place_a_step_of_a_ladder_took(self, living: Living) -> None:
        steps = [
            (fact, item)
            for fact in living.history.of(DecisionShown)
            for item in fact.items
            if any(reason.rule == "harder-rung" for reason in item.because)
        ]
        assert steps
        for fact, item in steps:
            found = why(living.history, living.library, fact.day, item.exercise)
            assert found.grounds is not None
            assert found.grounds.before[0].exercise != item.exercise
            assert found.in_plan or found.instead_of is not None

    def test_of_rest_says_so_and_when_training_was_and_comes(self, living: Living) -> None:
        day = living.history.of(DecisionShown)[1].day + timedelta(days=1)
        found = why_day(living.history, living.library, day)
        assert (found.action, found.shown) == ("rest", False)
        assert [reason.rule for reason in found.because] == ["rest-day"]
        assert found.trained == day - timedelta(days=1)
        assert found.answer.next_on is not None

    def test_of_a_session_left_out_tells_that_it_was(self, living: Living) -> None:
        skipped = [fact for fact in living.history.of(SessionDone) if fact.ended == "skipped"]
        assert skipped
        for fact in skipped:
            found = why_day(living.history, living.library, fact.day)
            assert (found.action, found.shown, found.ended) == ("train", True, "skipped")

    def test_of_a_session_done_tells_that_it_was(self, living: Living) -> None:
        day = living.history.of(SessionDone)[0].day
        assert why_day(living.history, living.library, day).ended == "finished"

    def test_of_a_rest_day_tells_of_no_session(self, living: Living) -> None:
        day = living.history.of(SessionDone)[0].day + timedelta(days=1)
        assert why_day(living.history, living.library, day).ended is None


def test_what_is_told_later_changes_no_answer_about_a_day(library: Library) -> None:
    told = Told([CLEAR, PLAN], library)
    asked = ExerciseId("romanian-deadlift")
    later = Told([CLEAR, PLAN, {"day": 5, "profile": {"equipment": ["dumbbell", "bench"]}}], library).history
    before = why_left_out(told.history, library, START, asked)
    assert why_left_out(later, library, START, asked) == before
    assert why_left_out(later, library, START + timedelta(days=5), asked) != before


def test_an_exercise_that_a_clinician_stopped_waits_and_says_so(library: Library) -> None:
    told = Told([CLEAR, PLAN], library)
    lock = told.make(Lock, 0, exercise=EXERCISE, why="sore knee", by="clinician:Chidi")
    found = why(add(told.history, lock), library, START, EXERCISE)
    assert (found.dose, found.step) == (None, Step.PAUSE)
    assert [reason.rule for reason in found.of_dose] == ["locked-by-clinician"]
    assert "sore knee" in found.of_dose[0].says


def test_pain_that_was_not_told_is_told_as_missing(library: Library) -> None:
    told = Told([CLEAR, PLAN, {"day": 0, "set": "untold"}, {"day": 0, "trained": True}], library)
    found = why(told.history, library, START + timedelta(days=3), EXERCISE)
    assert found.grounds is not None
    (before,) = found.grounds.before
    assert [done.pain_0_10 for done in before.sets] == [None]
    assert (before.asked, before.pain_after, before.morning) == (None, None, None)
    assert told.newest(SetDone) in before.sets


def test_a_lock_of_a_past_day_is_told_of_that_day(library: Library) -> None:
    history = Told([CLEAR, PLAN, {"day": 3, "screen": {"yes": ["saddle-numbness"]}}], library).history
    assert why_day(history, library, START).action == "train"
    assert why_day(history, library, START + timedelta(days=3)).action == "locked"


def test_the_limits_that_hold_are_named_with_the_rules_that_brought_them(library: Library) -> None:
    pressure = {"day": 0, "screen": {"yes": ["high-blood-pressure"]}}
    found = why(Told([pressure, PLAN], library).history, library, START, EXERCISE)
    assert found.grounds is not None
    assert found.grounds.limits
    assert all(rules for rules in found.grounds.limits.values())
    clear = why(Told([CLEAR, PLAN], library).history, library, START, EXERCISE)
    assert clear.grounds is not None
    assert not clear.grounds.limits
