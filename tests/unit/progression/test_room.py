"""Room for sets, the next weight, and what a lighter week leaves owed."""

from typing import Any

import pytest

from gradus.library.library import Library
from gradus.planning.weights import AtHand, heavier
from gradus.progression.lightening import from_before
from gradus.progression.occasions import occasions
from gradus.progression.situation import Situation
from gradus.progression.table import decide
from gradus.progression.volume import Place, sets_to_add, with_sets
from gradus.record.facts import DecisionShown
from gradus.vocabulary.ids import ExerciseId, FactId
from gradus.vocabulary.reasons import Decision
from gradus.vocabulary.scales import Step
from gradus.vocabulary.value import replace
from tests.training import Life

BRIDGE: dict[str, Any] = {"exercise": "glute-bridge", "dose": {"sets": 2, "amount": 10}}
MARCH = ExerciseId("bridge-march")


def place(library: Library, **given: Any) -> Situation:
    return Life(BRIDGE | given, library).place()


def test_a_place_that_rests_leaves_its_sets_to_the_others(library: Library) -> None:
    course = {"also": ["bird-dog"], "goal": 3, "sessions_a_week": 1, "sessions": [{"day": 0}, {"day": 7}]}
    life = Life(BRIDGE | course, library)
    assert [item.dose.sets for item in life.ask().items] == [2, 2]
    rests = Life(BRIDGE | course | {"locks": [{"day": 8, "exercise": "bird-dog"}], "on": 9}, library)
    assert [item.dose.sets for item in rests.ask().items] == [3]


def test_the_exercise_with_the_fewest_sets_has_one_more_first(library: Library) -> None:
    sessions = [{"day": day, "done": [10, 10, 10]} for day in (0, 7)]
    course = {"also": ["bird-dog"], "goal": 4, "sessions_a_week": 1, "sessions": sessions}
    life = Life(BRIDGE | course, library)
    for nth, fact in enumerate(life.facts):
        if isinstance(fact, DecisionShown):
            first, second = fact.items
            larger = replace(first, dose=first.dose.but(sets=3))
            life.facts[nth] = replace(fact, items=(larger, second))
    assert [item.dose.sets for item in life.ask().items] == [3, 3]


@pytest.mark.parametrize(
    ("sets", "prescribed", "room"),
    [([5, 5], 5, 1), ([5, 5], 6, 0), ([10, 10], 10, 2), ([5, 10], 5, 7), ([4, 4], 4, 0), ([5], 5, 1)],
)
def test_room_for_sets_is_a_fifth_of_the_same_session_before(
    library: Library, sets: list[int], prescribed: int, room: int
) -> None:
    sessions = [{"day": 7 * nth, "dose": {"sets": each}} for nth, each in enumerate(sets)]
    life = Life(BRIDGE | {"sessions": sessions, "sessions_a_week": 1}, library)
    done = occasions(life.history, life.plan)
    assert sets_to_add(prescribed, "a", done, life.ground().around) == room
    assert sets_to_add(prescribed, "other", done, life.ground().around) == -prescribed
    assert sets_to_add(prescribed, "a", (), life.ground().around) == 0


def test_the_week_before_bounds_the_week_that_ends(library: Library) -> None:
    sessions = [{"day": 3 * nth, "dose": {"sets": each}} for nth, each in enumerate([5, 5, 6])]
    life = Life(BRIDGE | {"sessions": sessions, "sessions_a_week": 2}, library)
    done = occasions(life.history, life.plan)
    assert sets_to_add(5, "a", done, life.ground().around) == 1
    assert sets_to_add(5, "a", done[:2], life.ground().around) == 0


def test_another_weight_band_or_exercise_earns_no_set_whatever_its_reason_says(library: Library) -> None:
    dose = {"sets": 6, "amount": 12, "load_kg": 10.0}
    course = {"exercise": "goblet-squat", "dose": dose, "goal": 7, "sessions_a_week": 1}
    life = Life(course | {"sessions": [{"day": 0, "dose": {"amount": 11}}, {"day": 7}]}, library)
    about, done = life.place(), life.ground().done
    decision = decide(about)
    same = decision.what
    others = (
        replace(same, dose=same.dose.but(load_kg=11.0)),
        replace(same, dose=same.dose.but(band="red")),
        replace(same, exercise=library.exercises[MARCH]),
    )
    seen = []
    for what in (same, *others):
        place_ = Place(course=about.course, decision=Decision(what, decision.because), goal=7)
        (made,) = with_sets((place_,), "a", done, about.around)
        seen.append(made.decision.what.dose.sets)
    assert seen == [7, 6, 6, 6]


def test_a_session_grows_against_the_one_a_week_of_sessions_ago(library: Library) -> None:
    sessions = [{"day": 3 * nth, "dose": {"sets": each}} for nth, each in enumerate([20, 4, 10])]
    life = Life(BRIDGE | {"sessions": sessions, "sessions_a_week": 2}, library)
    assert sets_to_add(4, "a", occasions(life.history, life.plan), life.ground().around) == 1


def test_a_session_that_was_large_leaves_less_of_the_week(library: Library) -> None:
    sessions = [{"day": 3 * nth, "dose": {"sets": each}} for nth, each in enumerate([5, 5, 9])]
    life = Life(BRIDGE | {"sessions": sessions, "sessions_a_week": 2}, library)
    assert sets_to_add(2, "a", occasions(life.history, life.plan), life.ground().around) == 1


@pytest.mark.parametrize(
    ("weights", "expected"),
    [
        ((10.0, 10.5, 11.0, 12.0), (10.5, 5.0, 12, False)),
        ((10.0, 11.0, 12.0), (11.0, 10.0, 12, False)),
        ((10.0, 11.5), (11.5, 15.0, 15, False)),
        ((10.0, 14.0), (14.0, 40.0, 20, False)),
        ((10.0, 20.0), (20.0, 100.0, 20, False)),
        ((10.0, 21.0), (21.0, 110.0, 20, True)),
        ((9.0, 10.0), None),
    ],
)
def test_the_next_weight_up(library: Library, weights: tuple[float, ...], expected: Any) -> None:
    dose = place(library).now.dose.but(load_kg=10.0)
    found_ = heavier(dose, 12, AtHand(weights), library.raises)
    seen = None if found_ is None else (found_.load_kg, found_.percent, found_.top, found_.too_far)
    assert seen == expected


LIGHT: dict[str, Any] = {"step": "deload", "rules": ["lighter-week"], "dose": {"sets": 1}, "pain": 4}


@pytest.mark.parametrize(
    ("sessions", "owed"),
    [
        ([{"day": 0}, {"day": 3, **LIGHT}], 10),
        ([{"day": 0}, {"day": 3, **LIGHT}, {"day": 6, "dose": {"sets": 1}}], 10),
        ([{"day": 0}], None),
        ([{"day": 3, **LIGHT}], None),
        ([{"day": 0}, {"day": 3, **LIGHT}, {"day": 6, "step": "regress", "dose": {"sets": 1}}], None),
        ([{"day": 0}, {"day": 3, **LIGHT}, {"day": 6, "step": "swap", "dose": {"sets": 1}}], None),
        ([{"day": 0}, {"day": 3, **LIGHT}, {"day": 6, "rules": ["lighter-week-over"]}], None),
        ([{"day": 0, "exercise": MARCH}, {"day": 3, **LIGHT}], None),
        ([{"day": 0, "step": "regress"}, {"day": 3, **LIGHT}], 10),
    ],
)
def test_after_a_lighter_week_that_hurt_the_dose_from_before_is_owed(
    library: Library, sessions: list[dict[str, Any]], owed: int | None
) -> None:
    made = from_before(place(library, sessions=sessions))
    assert (None if made is None else (made.dose.sets, made.dose.amount)) == (
        None if owed is None else (2, owed)
    )


def test_before_the_first_time_nothing_is_owed(library: Library) -> None:
    assert from_before(place(library)) is None


def test_a_lighter_week_that_was_promised_and_never_done_is_none_that_was_had(library: Library) -> None:
    falls = [{"day": 0, "reserve": 6}, {"day": 3, "reserve": 5}, {"day": 6, "reserve": 4}]
    tired = [{"day": day, "pain": 2, "tired": True} for day in (6, 7, 8)]
    given = {"dose": {"sets": 4, "amount": 8}, "sessions": falls, "mornings": tired}
    life = Life({"exercise": "bird-dog"} | given, library)
    items = life.ask().items
    assert items[0].step is Step.DELOAD
    values: dict[str, Any] = {"action": "train", "number": 4, "because": (), "shape": "a", "items": items}
    life.add(DecisionShown, 7, plan=life.plan.id, library=life.plan.library, **values)
    assert life.ask().items[0].step is Step.DELOAD


def test_a_lighter_week_that_is_only_promised_for_today_is_none_that_was_had(library: Library) -> None:
    falls = [{"day": 0, "reserve": 6}, {"day": 3, "reserve": 5}, {"day": 6, "reserve": 4}]
    tired = [{"day": day, "pain": 2, "tired": True} for day in (6, 7, 8)]
    given = {"dose": {"sets": 4, "amount": 8}, "sessions": falls, "mornings": tired}
    life = Life({"exercise": "bird-dog"} | given, library)
    prescribed = life.ask()
    assert prescribed.items[0].step is Step.DELOAD
    values: dict[str, Any] = {"action": "train", "number": 4, "because": (), "shape": "a"}
    values |= {"library": life.plan.library, "items": prescribed.items}
    life.add(DecisionShown, 8, plan=life.plan.id, **values)
    life.add(DecisionShown, 8, plan=FactId("01990000-0000-7000-b000-000000000001"), **values)
    assert life.ask().items[0].step is Step.DELOAD
