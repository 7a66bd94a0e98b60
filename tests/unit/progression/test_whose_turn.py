"""Which session it is, and what is derived again where no promise was kept."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from typing import Any

from msgspec import structs

from gradus.library.library import Library
from gradus.progression.occasions import Log, last_trained, occasions, sessions_of_the_day, turn, work
from gradus.progression.situation import Situation
from gradus.record.facts import PlanMade
from gradus.record.parts import ShownItem
from gradus.vocabulary.ids import ExerciseId, FactId
from gradus.vocabulary.scales import Step, Weekday
from tests.build import START
from tests.training import Life

BRIDGE: dict[str, Any] = {"exercise": "glute-bridge", "dose": {"sets": 2, "amount": 10}}
GLUTE_BRIDGE = ExerciseId("glute-bridge")


def place(library: Library, **given: Any) -> Situation:
    return Life(BRIDGE | given, library).place()


def crowded(library: Library, sessions_a_week: int) -> PlanMade:
    """A plan of four sessions on four days, of which the first two share Monday."""
    plan = Life(BRIDGE | {"shapes": ["a", "b", "c", "d"]}, library).plan
    days = (Weekday.MONDAY, Weekday.MONDAY, Weekday.WEDNESDAY, Weekday.FRIDAY)
    sessions = tuple(structs.replace(each, day=day) for each, day in zip(plan.sessions, days, strict=True))
    return structs.replace(plan, sessions=sessions, sessions_a_week=sessions_a_week)


def test_in_a_crowded_week_each_weekday_has_its_own_sessions(library: Library) -> None:
    plan = crowded(library, 4)
    ids = [[each.id for each in sessions_of_the_day(plan, START + timedelta(days=day))] for day in range(5)]
    assert ids == [["a", "b"], [], ["c"], [], ["d"]]
    assert sessions_of_the_day(crowded(library, 3), START) == ()
    none = structs.replace(plan, sessions=tuple(structs.replace(each, day=None) for each in plan.sessions))
    assert sessions_of_the_day(none, START) == ()


def test_sessions_take_turns_within_the_day_and_over_the_weeks(library: Library) -> None:
    life = Life(BRIDGE | {"shapes": ["a", "b", "c", "d"], "sessions": [{"day": 0}, {"day": 7}]}, library)
    first, second = occasions(life.history, life.plan)
    plan = crowded(library, 4)
    wednesday, tuesday = START + timedelta(days=2), START + timedelta(days=1)
    assert turn(plan, (), START).id == "a"
    assert turn(plan, (first,), START).id == "b"
    assert turn(plan, (first,), wednesday).id == "c"
    assert turn(plan, (first,), tuesday).id == "b"
    assert turn(plan, (first, second), START + timedelta(days=7)).id == "b"
    assert [turn(crowded(library, 3), (first,) * nth, START).id for nth in range(5)] == [
        "a",
        "b",
        "c",
        "d",
        "a",
    ]


def test_what_is_not_held_weighs_nothing(library: Library) -> None:
    life = Life(BRIDGE, library)
    (item,) = life.ask().items
    held = structs.replace(item, dose=item.dose.but(load_kg=5.0))
    assert work([item]) == (0.0, 20.0)
    assert work([held, item]) == (100.0, 40.0)
    assert work([]) == (0, 0.0)


def test_sets_are_found_within_a_day_of_their_session(library: Library) -> None:
    life = Life(BRIDGE | {"sessions": [{"day": 1}]}, library)
    id_ = FactId("01990000-0000-7000-9000-000000000000")
    days = [START + timedelta(days=day) for day in range(-1, 4)]
    seen = [len(Log(life.history.by_session).of(id_, day).get(GLUTE_BRIDGE, ())) for day in days]
    assert seen == [0, 2, 2, 2, 0]
    assert last_trained(life.history, days[2]) is None


def test_a_promise_that_was_not_kept_is_derived_again_without_its_own_sets(library: Library) -> None:
    kept = Life(BRIDGE | {"dose": {"sets": 2, "amount": 8}, "on": 60}, library)
    again = Life(BRIDGE | {"dose": {"sets": 2, "amount": 8}, "on": 60}, library)
    for day, pain in ((0, 1), (3, 7), (6, 1), (9, 4), (12, 4), (15, 1), (18, 1)):
        one: Sequence[ShownItem] = kept.train(day, pain=pain).items
        other = again.train(day, pain=pain, kept=False).items
        assert [(each.exercise, each.dose, each.step) for each in one] == [
            (each.exercise, each.dose, each.step) for each in other
        ]


def test_what_the_library_lost_waits_in_its_place(library: Library) -> None:
    life = Life(BRIDGE | {"also": ["bird-dog"], "sessions": []}, library)
    smaller = {id_: each for id_, each in library.exercises.items() if id_ != "bird-dog"}
    life.library = replace(library, exercises=smaller)
    (item,) = life.ask().left_out
    assert (item.slot, item.exercise, item.step) == ("s1", "bird-dog", Step.PAUSE)
    assert item.dose == life.plan.sessions[0].items[1].dose
    assert "bird-dog" in item.because[0].says
