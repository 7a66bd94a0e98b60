"""Limits of health hold in every plan, in every session and on every day, whatever a person lives through."""

from random import Random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gradus.journey.plans import Planned, accept, make
from gradus.journey.promise import promise
from gradus.journey.stamp import Stamp
from gradus.journey.today import today
from gradus.library.load import load
from gradus.progression.ladder import CALM
from gradus.record import facts as kinds
from gradus.record.history import History, add
from gradus.screening.cleared import Cleared
from gradus.screening.outcome import screen
from gradus.vocabulary.dose import Dose
from gradus.vocabulary.ids import ExerciseId, ItemId
from gradus.vocabulary.scales import DoseKind, Equipment, Position, Weekday
from tests.build import START
from tests.lives import Told
from tests.training import Life

LIBRARY = load()
EXERCISES = sorted(LIBRARY.exercises)
LIMITS = sorted(LIBRARY.limits)
LIMITING = sorted(
    id_
    for id_, item in LIBRARY.items.items()
    if item.after is None and item.kind == "background" and id_ not in ("female", "weighs-on-you")
)
SESSIONS = 100
LIVES = 6
Steady = settings(derandomize=True)


def keeps(cleared: Cleared, exercise: ExerciseId, dose: Dose) -> None:
    """The exercise and its dose break no limit, and under a review loads nothing."""
    found = LIBRARY.exercises[exercise]
    assert cleared.limits.against(found) == ()
    assert cleared.limits.cap(dose, found) == dose
    if cleared.limits.min_reserve is not None and dose.reserve is not None:
        assert dose.reserve >= cleared.limits.min_reserve
    if cleared.limits.max_hold_s is not None and dose.hold_s is not None:
        assert dose.hold_s <= cleared.limits.max_hold_s
    if cleared.scope == "calm":
        assert found.pattern in CALM
        assert dose.load_kg is None
        assert dose.band is None


class TestNoSessionBreaksALimit:
    """A plan made without limits, lived for a hundred sessions under limits and a scope that change again and
    again: no item of any session breaks one that holds on its day."""

    @pytest.mark.parametrize("seed", range(LIVES))
    def test_of_a_hundred_sessions(self, seed: int) -> None:
        dice = Random(seed)  # noqa: S311
        names = dice.sample(EXERCISES, 5)
        given_ = {
            "exercise": names[0],
            "also": names[1:],
            "weights": [2.0, 5.0, 10.0, 16.0],
            "bands": ["red", "green", "blue"],
            "usual_pain_0_10": dice.randint(0, 6),
            "eases_within_minutes": dice.choice([5, 60]),
        }
        life = Life(given_, LIBRARY)
        trained, day = 0, 0
        while trained < SESSIONS:
            if trained % 5 == 0:
                limits = dice.sample(LIMITS, dice.randint(0, 4))
                scope = "calm" if dice.random() < 0.1 else "full"
                life.given = {**given_, "limits": limits, "scope": scope}
            life.wake(day, dice.choice([1, 2, 2, 3] * 5 + [7]))
            done = dice.choice([0.5, 1.0, 1.0, 1.5])
            prescribed = life.train(day, pain=dice.choice([0, 1, 1, 2, 4, None] * 5 + [6]), done=done)
            for item in prescribed.items:
                keeps(life.cleared, item.exercise, item.dose)
            trained += 1
            day += dice.choice([2, 2, 3, 4, 20 if dice.random() < 0.05 else 2])


@st.composite
def people(draw: st.DrawFn) -> tuple[dict[str, Any], dict[str, Any]]:
    """What somebody answers on the screen, and what they have."""
    ticked = draw(st.lists(st.sampled_from(LIMITING), max_size=4, unique=True))
    numbers = {"age-years": 40.0, "systolic-mmhg": draw(st.sampled_from([120.0, 165.0]))}
    some = st.lists(st.sampled_from(list(Equipment)), unique=True, min_size=3).map(tuple)
    profile = {
        "equipment": draw(some),
        "bands": ("red", "green"),
        "dumbbells_kg": (2.0, 5.0, 10.0),
        "minutes": draw(st.sampled_from([20, 45])),
        "days": (Weekday.MONDAY, Weekday.THURSDAY),
        "cannot_take": draw(st.lists(st.sampled_from(list(Position)), max_size=1).map(tuple)),
        "usual_pain_0_10": draw(st.integers(0, 6)),
        "eases_within_minutes": 10,
    }
    female = {"female"} if {"pregnant", "recent-birth"} & set(ticked) else set()
    return {"yes": sorted({*ticked, *female}), "numbers": numbers}, profile


class TestNoPlanAndNoDayBreaksALimit:
    """Whatever was ticked, no planned exercise and no exercise of a day breaks a limit that the screen
    brought; and after a screen that brings more limits, no day does."""

    @settings(Steady, max_examples=25, deadline=None)
    @given(people(), st.lists(st.sampled_from(LIMITING), max_size=3, unique=True))
    def test_of_a_plan_and_of_the_days_after_a_second_screen(
        self, person: tuple[dict[str, Any], dict[str, Any]], more: list[ItemId]
    ) -> None:
        answers, profile = person
        told = Told([{"day": 0, "screen": answers}], LIBRARY)
        told.make.made = 10
        history = add(told.history, told.make(kinds.Profile, **profile))
        cleared = screen(history, LIBRARY, START).cleared
        found = make(history, LIBRARY, START)
        if cleared is None or not isinstance(found, Planned):
            return
        for session in found.plan.sessions:
            for item in session.items:
                keeps(cleared, item.exercise, item.dose)
        made = told.make(kinds.MorningCheckIn, pain_0_10=1)
        stamp = Stamp(id=made.id, person=made.person, at=made.at, day=made.day)
        history = add(history, accept(found, history, stamp, LIBRARY))
        history = self.train(history, told, 0)
        ticked = {"yes": sorted({*answers["yes"], *more}), "numbers": answers["numbers"]}
        again = told.screen({"day": 1, "screen": ticked})
        history = add(history, again)
        for day in (3, 7):
            history = self.train(history, told, day)

    def train(self, history: History, told: Told, day: int) -> History:
        """The day as it is shown, and done as shown."""
        on = told.make(kinds.MorningCheckIn, day, pain_0_10=1)
        answer = today(history, LIBRARY, on.day)
        if answer.action != "train" or answer.plan is None:
            assert answer.items == ()
            return history
        cleared = answer.outcome.cleared
        assert cleared is not None
        for item in answer.items:
            keeps(cleared, item.exercise, item.dose)
        amounts = {DoseKind.REPS: "reps", DoseKind.TIME: "seconds", DoseKind.DISTANCE: "metres"}
        done: list[Any] = [promise(answer, LIBRARY, on.person)]
        for item in answer.items:
            values = {amounts[item.dose.kind]: item.dose.amount, "reserve": 6, "pain_0_10": 0}
            done += [
                told.make(kinds.SetDone, day, session=on.id, exercise=item.exercise, nth=nth, **values)
                for nth in range(1, item.dose.sets + 1)
            ]
        done.append(
            told.make(
                kinds.SessionDone, day, id=on.id, plan=answer.plan.id, shape=answer.shape, ended="finished"
            )
        )
        return add(history, *done)


class TestReach:
    """The lives drawn here meet every limit."""

    def test_each_limit_is_drawn_in_some_life(self) -> None:
        drawn: set[str] = set()
        for seed in range(LIVES):
            dice = Random(seed)  # noqa: S311
            for _ in range(SESSIONS // 5):
                drawn.update(dice.sample(LIMITS, dice.randint(0, 4)))
        assert drawn == set(LIMITS)
