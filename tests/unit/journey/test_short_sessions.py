"""Short sessions through several days: what is promised, what counts, and what comes back as it was."""

from datetime import timedelta
from typing import Any

import pytest

from gradus.journey.promise import promise
from gradus.journey.shorter import Wish
from gradus.journey.today import Today, today
from gradus.library.library import Library
from gradus.progression.occasions import current_doses, occasions
from gradus.record.codec import decode, encode
from gradus.record.facts import Fact, MorningCheckIn, PlanMade, Profile, SessionDone, SetDone
from gradus.record.history import History, add
from gradus.vocabulary.ids import ExerciseId, FactId
from gradus.vocabulary.scales import DoseKind, Equipment
from tests.build import AMINA, START
from tests.lives import Told

BRIDGE = ExerciseId("glute-bridge")
SQUAT = ExerciseId("sit-to-stand")
THREE = {"sets": 3, "reserve": 3}
NEXT = 3
"""Monday and Thursday."""


class Life:
    """A person who trains what is asked for, exactly, without pain unless told."""

    def __init__(self, library: Library, **plan: Any) -> None:
        lines = [{"day": 0, "screen": {}}, {"day": 0, "plan": ["monday", "thursday"], **plan}]
        self.told = Told(lines, library)
        self.library = library
        self.history: History = self.told.history

    def asks(self, day: int, wish: Wish | None = None) -> Today:
        on = START + timedelta(days=day)
        return today(self.history, self.library, on, wish or Wish())

    def keep(self, *facts: Fact) -> None:
        self.history = add(self.history, *facts)

    def trains(self, day: int, wish: Wish | None = None, *, pain: int = 0, ended: bool = True) -> Today:
        """Lives the session of that day as it is asked for, with the morning before it."""
        make = self.told.make
        self.keep(make(MorningCheckIn, day, pain_0_10=1))
        answer = self.asks(day, wish)
        assert answer.action == "train"
        self.keep(promise(answer, self.library, AMINA))
        session = FactId(f"01990000-0000-7000-8000-00000000b{day:03d}")
        for item in answer.items:
            key = "reps" if item.dose.kind is DoseKind.REPS else "seconds"
            for nth in range(1, item.dose.sets + 1):
                done: dict[str, Any] = {key: item.dose.amount}
                told = {"reserve": 5, "pain_0_10": pain, "leg": "none"}
                self.keep(
                    make(SetDone, day, session=session, exercise=item.exercise, nth=nth, **done, **told)
                )
        if ended:
            plan = answer.plan
            assert plan is not None
            end = make(SessionDone, day, id=session, plan=plan.id, shape=answer.shape, short=answer.short)
            self.keep(end)
        return answer


def sets_of(answer: Today) -> dict[ExerciseId, int]:
    return {item.exercise: item.dose.sets for item in answer.items}


@pytest.mark.parametrize("wish", [Wish(low=True), Wish(minutes=10)])
@pytest.mark.parametrize("ended", [True, False])
def test_it_counts_as_done_and_the_next_one_is_whole_again(
    library: Library, wish: Wish, *, ended: bool
) -> None:
    life = Life(library, exercises=[BRIDGE, SQUAT], dose=THREE)
    short = life.trains(0, wish, ended=ended)
    assert sum(sets_of(short).values()) < 6
    again = life.asks(NEXT)
    assert (again.number, again.short) == (2, "no")
    assert sets_of(again) == {BRIDGE: 3, SQUAT: 3}


def test_what_was_not_done_neither_raises_nor_lowers(library: Library) -> None:
    with_short, without = Life(library, exercises=[BRIDGE]), Life(library, exercises=[BRIDGE])
    with_short.trains(0)
    without.trains(0)
    with_short.trains(NEXT, Wish(low=True))
    (after_short,) = with_short.asks(7).items
    (whole,) = without.asks(NEXT).items
    assert after_short.dose == whole.dose


def test_what_hurt_on_a_low_day_lowers_below_what_hurt(library: Library) -> None:
    life = Life(library, exercises=[BRIDGE], dose={"sets": 4, "reserve": 3})
    hurt = life.trains(0, Wish(low=True), pain=7)
    (item,) = life.asks(NEXT).items
    assert item.dose.sets * item.dose.amount < hurt.items[0].dose.sets * hurt.items[0].dose.amount


def test_amber_on_a_low_day_repeats_the_usual_dose(library: Library) -> None:
    life = Life(library, exercises=[BRIDGE], dose={"sets": 4, "reserve": 3})
    life.trains(0, Wish(low=True), pain=3)
    (item,) = life.asks(NEXT).items
    assert (item.step, item.dose.sets) == ("hold", 4)


def test_no_rise_comes_on_a_low_day(library: Library) -> None:
    life = Life(library, exercises=[BRIDGE])
    life.trains(0)
    (usual,) = life.asks(NEXT).items
    (low,) = life.asks(NEXT, Wish(low=True)).items
    before = life.asks(NEXT, Wish(low=True)).whole
    assert (usual.step, before) == ("progress", (usual,))
    assert (low.step, low.dose.amount) == ("hold", usual.dose.amount - 1)


def test_the_promise_says_that_it_is_short_and_what_it_would_have_been(library: Library) -> None:
    life = Life(library, exercises=[BRIDGE, SQUAT], dose=THREE)
    kept = promise(life.asks(0, Wish(low=True)), library, AMINA)
    assert decode(encode(kept)).facts == (kept,)
    assert kept.short == "low-day"
    assert [item.dose.sets for item in kept.whole] == [3, 3]


def test_the_promise_of_a_whole_session_is_written_as_it_always_was(library: Library) -> None:
    life = Life(library, exercises=[BRIDGE])
    line = encode(promise(life.asks(0), library, AMINA))
    assert b"short" not in line
    assert b"whole" not in line
    assert promise(life.asks(0, Wish(minutes=60)), library, AMINA).short == "no"


def test_a_new_plan_takes_over_the_usual_doses(library: Library) -> None:
    life = Life(library, exercises=[BRIDGE, SQUAT], dose=THREE)
    life.trains(0, Wish(low=True))
    (plan,) = life.history.of(PlanMade)
    assert {name: dose.sets for name, dose in current_doses(life.history, plan).items()} == {
        BRIDGE: 3,
        SQUAT: 3,
    }
    (occasion,) = occasions(life.history, plan)
    assert not occasion.whole


def low_day_before_a_new_step(library: Library) -> tuple[Today, Today]:
    """A day on which a harder exercise would come for the first time: as it would be, and as a low day."""
    life = Life(library, exercises=["bird-dog", "glute-bridge"], sessions_to_do=100)
    life.keep(life.told.make(Profile, equipment=tuple(Equipment), bands=("red", "green")))
    for day in range(60):
        life.keep(life.told.make(MorningCheckIn, day, pain_0_10=1))
        if life.asks(day).action == "screen":
            life.keep(life.told.screen({"day": day, "screen": {}}))
        usual = life.asks(day)
        new = {item.exercise for item in usual.items} - {ExerciseId("bird-dog"), BRIDGE}
        if new:
            return usual, life.asks(day, Wish(low=True))
        if usual.action == "train":
            life.trains(day)
    raise AssertionError("no harder step came")


def test_a_new_step_waits_for_a_better_day(library: Library) -> None:
    usual, low = low_day_before_a_new_step(library)
    (new,) = {item.exercise for item in usual.items} - {item.exercise for item in low.items}
    assert low.action == "train"
    assert [item.exercise for item in low.left_out] == [new]
    assert [reason.rule for item in low.left_out for reason in item.because] == ["new-step-waits"]
