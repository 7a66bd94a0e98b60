"""The turns of an exercise: which sessions make one, and with which dose."""

from datetime import timedelta
from typing import Any

import pytest
from msgspec import structs

from gradus.library.library import Library
from gradus.planning.weights import is_weighted
from gradus.progression.around import Course
from gradus.progression.courses import goal_of, held_now, turns_looked_at
from gradus.progression.occasions import occasions
from gradus.record.facts import DecisionShown
from gradus.vocabulary.dose import Dose
from gradus.vocabulary.ids import ExerciseId
from tests.build import START
from tests.training import Life

SQUAT: dict[str, Any] = {
    "exercise": "goblet-squat",
    "dose": {"sets": 3, "amount": 10, "load_kg": 10.0},
    "weights": [5.0, 10.0],
}
BRIDGE: dict[str, Any] = {"exercise": "glute-bridge", "dose": {"sets": 2, "amount": 10}}


def course(library: Library, *sessions: dict[str, Any], **more: Any) -> Course:
    return Life(BRIDGE | {"sessions": list(sessions)} | more, library).place().course


def made_short(life: Life, **parts: Any) -> Life:
    """The life, whose last promise was of a short session with this dose in place of the usual one."""
    last = max(nth for nth, fact in enumerate(life.facts) if isinstance(fact, DecisionShown))
    promise = life.facts[last]
    assert isinstance(promise, DecisionShown)
    shorter = tuple(structs.replace(item, dose=item.dose.but(**parts)) for item in promise.items)
    life.facts[last] = structs.replace(promise, short="less-time", items=shorter, whole=promise.items)
    return life


def short(library: Library, given: dict[str, Any], asked: dict[str, Any], **session: Any) -> list[Dose]:
    life = made_short(Life(given | {"sessions": [{"day": 0, **session}]}, library), **asked)
    return [turn.dose for turn in life.place().course.turns]


@pytest.mark.parametrize(
    ("session", "asked"),
    [({"pain": 7}, [(1, 8)]), ({"pain": 4}, [(3, 10)]), ({"pain": 2}, []), ({"pain_after": 6}, [(3, 10)])],
)
def test_of_a_short_session_red_counts_with_the_short_dose_and_amber_with_the_usual_one(
    library: Library, session: dict[str, Any], asked: list[tuple[int, int]]
) -> None:
    doses = short(library, SQUAT, {"sets": 1, "amount": 8, "load_kg": 5.0}, **session)
    assert [(dose.sets, dose.amount) for dose in doses] == asked
    assert [dose.load_kg for dose in doses] == [5.0 if session == {"pain": 7} else 10.0 for _ in doses]


def test_of_a_red_short_session_a_weight_that_was_written_down_is_kept(library: Library) -> None:
    given: dict[str, Any] = {"exercise": "goblet-squat", "dose": {"sets": 3, "amount": 10}}
    assert is_weighted(library.exercises[ExerciseId("goblet-squat")])
    (dose,) = short(library, given, {"sets": 1}, pain=7, load_kg=4.0)
    assert (dose.sets, dose.load_kg) == (1, 4.0)


@pytest.mark.parametrize(
    ("session", "turns"),
    [
        ({}, 1),
        ({"short": "less-time"}, 0),
        ({"short": "low-day"}, 0),
        ({"short": "less-time", "pain": 2}, 0),
        ({"short": "less-time", "pain": 3}, 1),
        ({"short": "less-time", "pain": 6}, 1),
        ({"short": "less-time", "pain_after": 5}, 0),
        ({"short": "less-time", "pain_after": 6}, 1),
        ({"step": "deload"}, 0),
        ({"step": "deload", "pain": 3}, 1),
        ({"rules": ["instead-today"]}, 0),
        ({"ended": "skipped"}, 0),
        ({"ended": "stopped"}, 1),
    ],
)
def test_a_short_or_lighter_session_is_a_turn_where_it_hurt(
    library: Library, session: dict[str, Any], turns: int
) -> None:
    assert len(course(library, {"day": 0, **session}).turns) == turns


def test_what_was_shown_last_is_known_beside_the_turns(library: Library) -> None:
    light: dict[str, Any] = {"day": 3, "step": "deload"}
    seen = [
        course(library),
        course(library, {"day": 0}),
        course(library, {"day": 0}, {"day": 3, "short": "low-day"}),
        course(library, {"day": 0}, light),
        course(library, {"day": 0}, light, {"day": 6, "short": "low-day"}),
        course(library, {"day": 0}, light | {"pain": 4}),
    ]
    days = [None if each.shown_on is None else (each.shown_on - START).days for each in seen]
    assert days == [None, 0, 3, 3, 6, 3]
    assert [each.eased for each in seen] == [False, False, False, True, False, False]
    assert [each.begun for each in seen] == [False, True, True, True, True, True]


def test_the_turns_are_as_many_as_any_rule_looks_at_the_newest_last(library: Library) -> None:
    about = Life(BRIDGE | {"sessions": [{"day": day} for day in range(0, 60, 3)]}, library).place()
    most = turns_looked_at(about.around)
    assert most == 2 * 2 + 3 + 2
    days = [turn.day for turn in about.course.turns]
    assert days == [START + timedelta(days=day) for day in range(0, 60, 3)][-most:]


def test_each_turn_says_all_that_was_told_of_it(library: Library) -> None:
    told = {"day": 0, "step": "progress", "rules": ["a-little-more"], "pain_after": 2, "dose": {"amount": 9}}
    life = Life(BRIDGE | {"sessions": [told]}, library)
    (turn,) = life.place().course.turns
    (occasion,) = occasions(life.history, life.plan)
    assert (turn.session, turn.day, turn.at) == (occasion.id, START, occasion.at)
    assert (turn.exercise.id, turn.dose.amount, turn.step.value) == ("glute-bridge", 9, "progress")
    assert ([*turn.rules], len(turn.sets), turn.pain_after) == (["a-little-more"], 2, 2)
    assert (turn.noted, turn.whole) == (False, True)


@pytest.mark.parametrize(
    ("dose", "done", "noted", "load"),
    [
        ({}, {"load_kg": 6.0}, True, 6.0),
        ({}, {}, False, None),
        ({"load_kg": 5.0}, {"load_kg": 6.0}, False, 5.0),
    ],
)
def test_a_weight_that_the_dose_left_open_is_the_one_that_was_written_down(
    library: Library, dose: dict[str, Any], done: dict[str, Any], noted: bool, load: float | None
) -> None:
    given = {"exercise": "goblet-squat", "dose": {"sets": 1, "amount": 10, **dose}}
    (turn,) = Life(given | {"sessions": [{"day": 0, **done}]}, library).place().course.turns
    assert (turn.noted, turn.dose.load_kg) == (noted, load)


def test_of_an_exercise_without_weights_none_is_noted(library: Library) -> None:
    (turn,) = course(library, {"day": 0, "load_kg": 5.0}).turns
    assert (turn.noted, turn.dose.load_kg) == (False, None)


def test_what_stands_in_a_place_now_is_what_was_shown_there_last(library: Library) -> None:
    sessions = [{"day": 0, "exercise": "bridge-march"}, {"day": 3, "only": ["bird-dog"]}]
    life = Life(BRIDGE | {"also": ["bird-dog", "dead-bug"], "sessions": sessions}, library)
    sessions.append({"day": 6, "exercise": "wall-sit", "rules": ["instead-today"]})
    later = Life(BRIDGE | {"also": ["bird-dog", "dead-bug"], "sessions": sessions}, library)
    for each in (life, later):
        assert held_now(each.plan, occasions(each.history, each.plan)) == {
            "glute-bridge": "bridge-march",
            "bird-dog": "bird-dog",
            "dead-bug": "dead-bug",
        }


def test_where_sessions_differ_the_fewest_sets_are_the_goal(library: Library) -> None:
    plan = Life(BRIDGE | {"shapes": ["a", "b"], "goal": 4}, library).plan
    first, second = plan.sessions
    (item,) = second.items
    fewer = structs.replace(second, items=(structs.replace(item, sets_goal=3),))
    assert goal_of(item, plan) == 4
    assert goal_of(item, structs.replace(plan, sessions=(first, fewer))) == 3
