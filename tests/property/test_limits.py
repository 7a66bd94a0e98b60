"""Limits of health hold in every plan, in every session and on every day, whatever a person lives through."""

import os
import re
from collections.abc import Callable, Collection, Iterator, Mapping
from random import Random
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gradus.journey.plans import Planned, accept, make
from gradus.journey.promise import promise
from gradus.journey.stamp import Stamp
from gradus.journey.today import today
from gradus.library.load import load
from gradus.library.types import Exercise
from gradus.progression.ladder import CALM
from gradus.record import facts as kinds
from gradus.record.history import History, add
from gradus.record.person import person
from gradus.screening.cleared import Cleared
from gradus.screening.outcome import screen
from gradus.screening.truth import leaves
from gradus.vocabulary.dose import Dose
from gradus.vocabulary.ids import ExerciseId, ItemId, LimitId, RuleId
from gradus.vocabulary.scales import Action, Caution, DoseKind, Equipment, Pattern, Position, Weekday
from tests.build import START
from tests.lives import Told
from tests.training import EVERYTHING, Life
from tests.tries import tries

LIBRARY = load()
EXERCISES = sorted(LIBRARY.exercises)
LIMITS = sorted(LIBRARY.limits)
ORDINARY = ("female", "weighs-on-you", "first-back-pain")
LIMITING = sorted(
    id_
    for id_, item in LIBRARY.items.items()
    if item.after is None and item.kind == "background" and id_ not in ORDINARY
)
LIVES = int(os.environ.get("GRADUS_LIVES", "1"))
SESSIONS = 200 if LIVES > 1 else 80
"""Lives through the journey are 200 sessions long in every run: tests/property/test_random_lives.py."""
CHANGES = 2
"""After so many sessions other limits hold."""


BENT_OR_TURNED_FAR = {"C01", "C12", "C14", "K04", "M03", "M04", "M06", "M13", "P13"}
"""What bends or turns the spine far, by the table of the evidence: its codes are written here again, so that
a caution that is missing in a file is noticed."""
LEAPS = re.compile(r"(^|[.;:,] )(now |then )?(jump|hop|leap|run|jog|skip|bound)\b", re.IGNORECASE)
HELD_BREATH = re.compile(r"(^|[.;:,] )(now |then |and )?(hold|keep in|lock) (your|the) breath", re.IGNORECASE)
TOLD = {"longer-warm-up", "sugar-at-hand", "start-supervised", "stop-for-heart-signs", "watch-the-leg"}
"""Limits that no exercise can break: each is told with every session."""


def longest_s(exercise: Exercise, dose: Dose) -> int:
    """The longest that a position is held in this dose. Walking and breathing hold none."""
    moves = exercise.pattern in (Pattern.WALK, Pattern.CALM)
    timed = 0 if moves or dose.kind is not DoseKind.TIME else max(dose.amount, dose.top)
    return max(timed, dose.hold_s or 0)


def bends_far_under_load(exercise: Exercise) -> bool:
    bent = exercise.lumbar_rank >= 3 and Caution.FLEXION in exercise.cautions
    return exercise.code in BENT_OR_TURNED_FAR or bent or exercise.lumbar_rank >= 4


def wobbles(exercise: Exercise, has: Collection[Equipment]) -> bool:
    """Whether it stands on something soft, or tests the balance with nothing to hold on to."""
    soft = Equipment.PAD in exercise.needs or Caution.UNSTABLE in exercise.cautions
    tests = Caution.BALANCE in exercise.cautions and exercise.pattern is not Pattern.WALK
    holds = {Equipment.WALL} if exercise.dose.kind is DoseKind.DISTANCE else {Equipment.WALL, Equipment.CHAIR}
    return soft or (tests and holds.isdisjoint((*exercise.needs, *has)))


def reserve_below(least: int, dose: Dose) -> bool:
    return dose.reserve is not None and dose.reserve < least


Breaks = Callable[[Exercise, Dose, Collection[Equipment]], bool]
BREAKS: Mapping[str, Breaks] = {
    "no-long-holds": lambda exercise, dose, _: longest_s(exercise, dose) > 10,
    "until-known": lambda exercise, dose, _: longest_s(exercise, dose) > 10,
    "no-loaded-end-range-flexion": lambda exercise, *_: bends_far_under_load(exercise),
    "support-within-reach": lambda exercise, _, has: wobbles(exercise, has),
    "reserve-at-least-4": lambda _, dose, __: reserve_below(4, dose),
    "no-lying-flat": lambda exercise, *_: exercise.position in (Position.SUPINE, Position.PRONE),
    "no-breath-holding": lambda exercise, dose, _: (
        exercise.lumbar_rank >= 4 or reserve_below(2, dose) or HELD_BREATH.search(told(exercise)) is not None
    ),
    "no-high-rank": lambda exercise, *_: exercise.lumbar_rank >= 3,
    "no-jumping": lambda exercise, *_: any(LEAPS.search(step) for step in exercise.en.steps),
    "no-arching-under-load": lambda exercise, *_: Caution.EXTENSION in exercise.cautions,
    "begin-small": lambda *_: False,
}
"""By limit: whether an exercise with this dose, for a person who has these things, breaks it. Written by hand
from the words of each limit, not from the code that obeys it. What begins small is asked of plans alone."""


def told(exercise: Exercise) -> str:
    return " ".join((exercise.en.setup, *exercise.en.steps, exercise.en.breathing))


def keeps(
    cleared: Cleared, exercise: ExerciseId, dose: Dose, has: Collection[Equipment] = tuple(Equipment)
) -> None:
    """The exercise and its dose break no limit, and under a review loads nothing."""
    found = LIBRARY.exercises[exercise]
    assert cleared.limits.against(found) == ()
    assert cleared.limits.cap(dose, found) == dose
    for limit in cleared.limits.because:
        assert limit in TOLD or not BREAKS[limit](found, dose, has), (limit, exercise, dose)
    if cleared.scope == "calm":
        assert found.pattern in CALM
        assert dose.load_kg is None
        assert dose.band is None


class TestNoSessionBreaksALimit:
    """A plan made without limits, lived for many sessions under limits and a scope that change again
    and again: no item of any session breaks one that holds on its day."""

    @pytest.mark.parametrize("seed", range(LIVES))
    def test_of_many_sessions(self, seed: int) -> None:
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
            if trained % CHANGES == 0:
                limits = dice.sample(LIMITS, dice.randint(0, 4))
                scope = "calm" if dice.random() < 0.1 else "full"
                life.given = {**given_, "limits": limits, "scope": scope}
            life.wake(day, dice.choice([1, 2, 2, 3] * 5 + [7]))
            done = dice.choice([0.5, 1.0, 1.0, 1.5])
            prescribed = life.train(day, pain=dice.choice([0, 1, 1, 2, 4, None] * 5 + [6]), done=done)
            for item in prescribed.items:
                keeps(life.cleared, item.exercise, item.dose, life.given.get("equipment", EVERYTHING))
            trained += 1
            day += dice.choice([2, 2, 3, 4, 20 if dice.random() < 0.05 else 2])


BRINGING = sorted(
    id_ for id_, rule in LIBRARY.screen_rules.items() if rule.limits and rule.action >= Action.WITH_LIMITS
)
"""The rules that limit and do not lock."""


def ticks(rule: RuleId) -> Iterator[ItemId]:
    """All that the rule asks for, with what it follows."""
    for _, item in leaves(LIBRARY.screen_rules[rule].when):
        yield from lineage(item)


def lineage(item: ItemId) -> Iterator[ItemId]:
    found = LIBRARY.items[item]
    if found.kind != "number":
        yield item
    if found.after is not None:
        yield from lineage(found.after)


@st.composite
def people(draw: st.DrawFn) -> tuple[dict[str, Any], dict[str, Any]]:
    """What somebody answers on the screen, and what they have."""
    ticked = draw(st.lists(st.sampled_from(LIMITING), max_size=2, unique=True))
    rules = draw(st.lists(st.sampled_from(BRINGING), max_size=2, unique=True))
    ticked += [item for rule in rules for item in ticks(rule) if item not in ticked]
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
    unsure = draw(st.sampled_from([[], [], ["walking-calf-pain"]]))
    told = {"yes": sorted({*ticked, *female}), "unsure": [id_ for id_ in unsure if id_ not in ticked]}
    return {**told, "numbers": numbers}, profile


class TestNoPlanAndNoDayBreaksALimit:
    """Whatever was ticked, no planned exercise and no exercise of a day breaks a limit that the screen
    brought; and after a screen that brings more limits, no day does."""

    @tries(25)
    @given(people(), st.lists(st.sampled_from(LIMITING), max_size=3, unique=True))
    def test_of_a_plan_and_of_the_days_after_a_second_screen(
        self, who: tuple[dict[str, Any], dict[str, Any]], more: list[ItemId]
    ) -> None:
        answers, profile = who
        told = Told([{"day": 0, "screen": answers}], LIBRARY)
        told.make.made = 10
        history = add(told.history, told.make(kinds.Profile, **profile))
        cleared = screen(history, LIBRARY, START).cleared
        found = make(history, LIBRARY, START)
        if cleared is None or not isinstance(found, Planned):
            return
        for session in found.plan.sessions:
            for item in session.items:
                keeps(cleared, item.exercise, item.dose, profile["equipment"])
                if "begin-small" in cleared.limits.because:
                    assert item.dose.sets == 1
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
            keeps(cleared, item.exercise, item.dose, person(history).equipment or ())
            rules = {reason.rule for reason in item.because}
            assert cleared.limits.asks_support(LIBRARY.exercises[item.exercise]) == (
                "support-at-hand" in rules
            )
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
    """The lives and people drawn here meet every limit, and some exercise or dose would break each."""

    def test_every_limit_is_checked_or_told(self) -> None:
        assert BREAKS.keys() | TOLD == set(LIMITS)
        assert all(LIBRARY.limits[LimitId(limit)].cues for limit in TOLD)

    def test_each_limit_is_brought_by_a_rule_that_people_fulfil(self) -> None:
        brought = {limit for rule in BRINGING for limit in LIBRARY.screen_rules[rule].limits}
        locked = {"no-arching-under-load"}
        assert brought | {"until-known"} | locked == set(LIMITS)

    @pytest.mark.parametrize("limit", sorted(BREAKS.keys() - {"no-jumping", "begin-small"}))
    def test_without_the_limit_something_in_the_library_would_break_it(self, limit: str) -> None:
        hard = {DoseKind.REPS: 8, DoseKind.TIME: 30, DoseKind.DISTANCE: 20}
        doses = [
            (each, Dose(kind=kind, sets=1, amount=hard[kind], low=1, top=hard[kind], rest_s=60, reserve=1))
            for each in LIBRARY.exercises.values()
            for kind in [each.dose.kind]
        ]
        assert any(BREAKS[limit](each, dose, ()) for each, dose in doses)

    @pytest.mark.parametrize(
        ("step", "leaps"),
        [
            ("Jump off both feet.", True),
            ("Bend your knees, then hop onto the box.", True),
            ("Keep one foot on the floor.", False),
            ("Let a finger run down the spine.", False),
        ],
    )
    def test_a_leap_is_seen_in_the_words_of_a_step(self, step: str, leaps: bool) -> None:
        assert bool(LEAPS.search(step)) is leaps

    @pytest.mark.parametrize(
        ("words", "held"),
        [
            ("Hold your breath as you lift.", True),
            ("Breathe in, then hold your breath.", True),
            ("Never hold your breath.", False),
            ("It is easy to hold your breath here.", False),
            ("Breathe out rather than hold your breath.", False),
        ],
    )
    def test_a_held_breath_is_seen_in_the_words(self, words: str, held: bool) -> None:
        assert bool(HELD_BREATH.search(words)) is held

    def test_each_limit_is_drawn_in_some_life(self) -> None:
        drawn: set[str] = set()
        for seed in range(LIVES):
            dice = Random(seed)  # noqa: S311
            for _ in range(SESSIONS // CHANGES):
                drawn.update(dice.sample(LIMITS, dice.randint(0, 4)))
        assert drawn == set(LIMITS)
