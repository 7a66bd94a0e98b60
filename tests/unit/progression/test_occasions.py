"""Which session was which, where the record leaves it open."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

from msgspec import structs

from gradus.library.library import Library
from gradus.progression.day import withheld
from gradus.progression.occasions import current_doses, last_trained, occasions
from gradus.record.facts import DecisionShown, PlanMade, SessionDone, SetDone
from gradus.vocabulary.ids import ExerciseId, FactId, LibraryVersion
from tests.build import START
from tests.training import Life

BRIDGE: dict[str, Any] = {"exercise": "glute-bridge", "dose": {"sets": 2, "amount": 10}}
LATE = FactId("01990000-0000-7000-a000-00000000001a")


def promise(life: Life, day: int, shape: str, amount: int) -> None:
    first = next(fact for fact in life.facts if isinstance(fact, DecisionShown))
    items = tuple(replace_amount(item, amount) for item in first.items)
    values = {"action": "train", "plan": life.plan.id, "number": 1, "because": ()}
    life.add(DecisionShown, day, shape=shape, items=items, library=LibraryVersion("test"), **values)


def replace_amount(item: Any, amount: int) -> Any:
    dose = item.dose.but(amount=amount)
    return item.__class__(
        slot=item.slot, exercise=item.exercise, dose=dose, step=item.step, because=item.because
    )


def test_of_two_promises_on_one_day_the_lesser_stands(library: Library) -> None:
    life = Life(BRIDGE | {"sessions": [{"day": 0, "done": [9, 9]}]}, library)
    promise(life, 0, "a", 9)
    [occasion] = occasions(life.history, life.plan)
    assert occasion.items is not None
    assert occasion.items[0].dose.amount == 9
    assert life.ask().items[0].dose.amount == 10
    promise(life, 0, "a", 11)
    [occasion] = occasions(life.history, life.plan)
    assert occasion.items is not None
    assert occasion.items[0].dose.amount == 9


def test_a_session_is_the_one_that_it_says_it_was_whatever_was_promised_last(library: Library) -> None:
    life = Life(BRIDGE | {"shapes": ["a", "b"], "sessions": [{"day": 0, "shape": "a"}]}, library)
    promise(life, 0, "b", 9)
    [occasion] = occasions(life.history, life.plan)
    assert occasion.items is not None
    assert (occasion.shape, occasion.items[0].dose.amount) == ("a", 10)


def test_what_another_plan_promised_is_no_promise_of_this_one(library: Library) -> None:
    life = Life(BRIDGE | {"sessions": [{"day": 0}]}, library)
    for nth, fact in enumerate(life.facts):
        if isinstance(fact, DecisionShown):
            life.facts[nth] = structs.replace(fact, plan=LATE)
    [occasion] = occasions(life.history, life.plan)
    assert occasion.items is None


def test_a_session_that_names_no_shape_of_the_plan_is_the_one_that_was_promised(library: Library) -> None:
    life = Life(BRIDGE | {"shapes": ["a", "b"], "sessions": [{"day": 0, "shape": "old"}]}, library)
    promise(life, 0, "b", 10)
    assert [each.shape for each in occasions(life.history, life.plan)] == ["b"]


def test_without_a_promise_it_is_the_one_whose_turn_it_was(library: Library) -> None:
    sessions = [{"day": 0}, {"day": 3, "shape": "old", "promised": False}]
    life = Life(BRIDGE | {"shapes": ["a", "b"], "sessions": sessions}, library)
    assert [each.shape for each in occasions(life.history, life.plan)] == ["a", "b"]


def test_a_session_that_ended_past_midnight_is_of_the_day_it_was_promised_for(library: Library) -> None:
    life = Life(BRIDGE | {"sessions": [{"day": 0, "ended": "untold"}]}, library)
    id_ = next(fact.session for fact in life.facts if isinstance(fact, SetDone))
    life.add(SessionDone, 1, id=id_, plan=life.plan.id, shape="a")
    [occasion] = occasions(life.history, life.plan)
    assert (occasion.day, occasion.items is None) == (START, False)


def test_promised_for_both_days_it_is_of_the_day_of_its_first_set(library: Library) -> None:
    life = Life(BRIDGE | {"sessions": [{"day": 0, "ended": "untold"}]}, library)
    promise(life, 1, "a", 12)
    id_ = next(fact.session for fact in life.facts if isinstance(fact, SetDone))
    life.add(SessionDone, 1, id=id_, plan=life.plan.id, shape="a")
    [occasion] = occasions(life.history, life.plan)
    assert occasion.items is not None
    assert (occasion.day, occasion.items[0].dose.amount) == (START, 10)


def test_without_a_promise_it_is_of_the_day_on_which_it_ended(library: Library) -> None:
    life = Life(BRIDGE | {"sessions": [{"day": 0, "ended": "untold", "promised": False}]}, library)
    id_ = next(fact.session for fact in life.facts if isinstance(fact, SetDone))
    life.add(SessionDone, 1, id=id_, plan=life.plan.id, shape="a")
    [occasion] = occasions(life.history, life.plan)
    assert (occasion.day, occasion.items) == (START + timedelta(days=1), None)


def test_a_session_done_later_than_it_was_promised_keeps_its_own_day(library: Library) -> None:
    life = Life(BRIDGE | {"sessions": [{"day": 0}, {"day": 3, "promised": False}]}, library)
    assert [each.day for each in occasions(life.history, life.plan)] == [START, START + timedelta(days=3)]


def test_a_finished_session_without_sets_counts_as_done(library: Library) -> None:
    life = Life(BRIDGE | {"sessions": [{"day": 0, "done": []}]}, library)
    assert len(occasions(life.history, life.plan)) == 1


def test_sets_from_before_the_plan_without_an_end_are_not_of_this_plan(library: Library) -> None:
    life = Life(
        BRIDGE | {"plan_day": 5, "sessions": [{"day": 0, "ended": "untold", "promised": False}]}, library
    )
    assert occasions(life.history, life.plan) == ()


def test_sets_without_an_end_are_a_session_where_they_were_promised_or_the_plan_had_begun(
    library: Library,
) -> None:
    for plan_day, promised in ((0, False), (2, False), (5, True)):
        given = {"plan_day": plan_day, "sessions": [{"day": 2, "ended": "untold", "promised": promised}]}
        life = Life(BRIDGE | given | {"on": 6}, library)
        assert [each.day for each in occasions(life.history, life.plan)] == [START + timedelta(days=2)]


def test_a_session_that_is_going_on_today_is_not_judged_yet(library: Library) -> None:
    life = Life(
        BRIDGE | {"on": 3, "sessions": [{"day": 0}, {"day": 3, "pain": 9, "ended": "untold"}]}, library
    )
    prescribed = life.ask()
    assert (prescribed.number, prescribed.items[0].dose.amount) == (2, 11)


def test_a_session_that_has_ended_today_is_counted_beside_one_that_goes_on(library: Library) -> None:
    sessions: list[dict[str, Any]] = [{"day": 0}, {"day": 3}]
    assert Life(BRIDGE | {"on": 3, "sessions": sessions}, library).ask().number == 3
    sessions.insert(1, {"day": 3, "ended": "untold"})
    assert Life(BRIDGE | {"on": 3, "sessions": sessions}, library).ask().number == 3


def test_a_session_dated_after_the_day_asked_about_is_not_looked_at(library: Library) -> None:
    life = Life(BRIDGE | {"on": 3, "sessions": [{"day": 0}, {"day": 9, "pain": 9}]}, library)
    assert life.ask().number == 2


def test_the_doses_in_training_are_those_promised_last(library: Library) -> None:
    sessions = [
        {"day": 0, "only": ["glute-bridge"]},
        {"day": 3, "only": ["glute-bridge"], "dose": {"amount": 12}},
    ]
    life = Life(BRIDGE | {"also": ["bird-dog"], "sessions": sessions}, library)
    doses = current_doses(life.history, life.plan)
    assert doses[ExerciseId("glute-bridge")].amount == 12
    assert doses[ExerciseId("bird-dog")].amount == 10


def test_the_last_day_trained_counts_sets_without_an_end_and_no_skipped_session(library: Library) -> None:
    sessions = [{"day": 0}, {"day": 3, "ended": "untold"}, {"day": 6, "ended": "skipped"}]
    life = Life(BRIDGE | {"sessions": sessions}, library)
    assert last_trained(life.history, START + timedelta(days=7)) == START + timedelta(days=3)
    assert last_trained(life.history, START + timedelta(days=3)) == START
    assert last_trained(life.history, START) is None


def test_a_single_set_of_a_session_that_was_never_ended_was_trained(library: Library) -> None:
    life = Life(BRIDGE | {"sessions": [{"day": 0, "done": [10], "ended": "untold"}]}, library)
    assert last_trained(life.history, START + timedelta(days=1)) == START


def test_what_is_withheld_is_what_is_locked_or_retired(library: Library) -> None:
    sessions = [{"day": 0, "pain": 7}, {"day": 4, "pain": 7}]
    locks = [{"day": 1, "exercise": "no-longer-there"}]
    life = Life(BRIDGE | {"sessions": sessions, "locks": locks}, library)
    found = withheld(life.history, library, START + timedelta(days=6))
    assert {str(id_): str(reason.rule) for id_, reason in found.items()} == {
        "glute-bridge": "retired-for-now",
        "no-longer-there": "locked-by-clinician",
    }


def test_an_exercise_that_the_library_lost_is_left_out_and_says_so(library: Library) -> None:
    life = Life(BRIDGE | {"also": ["bird-dog"], "sessions": []}, library)
    smaller = {id_: each for id_, each in library.exercises.items() if id_ != "bird-dog"}
    life.library = replace(library, exercises=smaller)
    prescribed = life.ask()
    assert [item.exercise for item in prescribed.items] == ["glute-bridge"]
    assert [reason.rule for item in prescribed.left_out for reason in item.because] == ["not-in-the-library"]
    assert [reason.rule for reason in prescribed.because] == ["not-in-the-library"]


def test_what_the_library_lost_hides_nothing_that_stands_after_it(library: Library) -> None:
    life = Life(BRIDGE | {"also": ["bird-dog"]}, library)
    smaller = {id_: each for id_, each in library.exercises.items() if id_ != "glute-bridge"}
    life.library = replace(library, exercises=smaller)
    prescribed = life.ask()
    assert [item.exercise for item in prescribed.items] == ["bird-dog"]
    assert [item.exercise for item in prescribed.left_out] == ["glute-bridge"]


def test_a_retired_exercise_that_the_library_lost_is_still_withheld(library: Library) -> None:
    life = Life(BRIDGE | {"sessions": [{"day": 0, "pain": 7}, {"day": 4, "pain": 7}]}, library)
    smaller = {id_: each for id_, each in library.exercises.items() if id_ != "glute-bridge"}
    found = withheld(life.history, replace(library, exercises=smaller), START + timedelta(days=6))
    assert list(found) == ["glute-bridge"]


def test_the_plan_that_is_asked_about_decides_and_no_other(library: Library) -> None:
    life = Life(BRIDGE | {"sessions": [{"day": 0}]}, library)
    other = life.plan
    values = {
        name: getattr(other, name) for name in PlanMade.__struct_fields__ if name not in ("id", "at", "day")
    }
    later = life.add(PlanMade, 1, **values)
    assert occasions(life.history, later) == ()
    life.plan = later
    assert (life.ask().number, life.ask().items[0].step.value) == (1, "start")
