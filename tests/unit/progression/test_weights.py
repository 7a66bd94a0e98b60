"""The real weights at hand, and pounds, where the examples do not say."""

import pytest

from gradus.library.library import Library
from gradus.planning.weights import at_hand, own_weights
from gradus.record.facts import SetDone
from gradus.record.person import Person
from gradus.vocabulary.ids import ExerciseId
from gradus.vocabulary.pounds import kilograms_of, pounds_shown, weight
from tests.training import Life


def weights(
    library: Library, exercise: str, person: Person, now_kg: float | None = None
) -> tuple[float, ...]:
    return at_hand(library.exercises[ExerciseId(exercise)], person, library.raises, now_kg).weights


def test_a_bar_alone_is_a_weight(library: Library) -> None:
    assert weights(library, "elevated-deadlift", Person(barbell_kg=20.0)) == (20.0,)


def test_plates_without_a_bar_are_none(library: Library) -> None:
    assert weights(library, "elevated-deadlift", Person(plates_kg=(5.0,))) == ()


def test_every_sum_of_pairs_is_there_once(library: Library) -> None:
    person = Person(barbell_kg=20.0, plates_kg=(2.5, 1.25, 1.25))
    assert weights(library, "elevated-deadlift", person) == (20.0, 22.5, 25.0, 27.5, 30.0)


def test_a_weight_of_nothing_is_none(library: Library) -> None:
    assert own_weights(library.exercises[ExerciseId("goblet-squat")], Person(dumbbells_kg=(0.0, 4.0))) == (
        4.0,
    )


def test_a_stack_goes_down_to_its_last_step_and_up_to_twice_the_load(library: Library) -> None:
    person = Person(machine_step_kg=7.5)
    assert weights(library, "leg-press", person, 20.0) == (5.0, 12.5, 20.0, 27.5, 35.0)


def test_a_machine_that_was_never_used_has_no_weights(library: Library) -> None:
    assert weights(library, "leg-press", Person(machine_step_kg=5.0)) == ()


@pytest.mark.parametrize(
    ("pounds", "kg"), [(1.0, 0.45359237), (25.0, 11.33980925), (2.5, 1.133980925), (45.0, 20.41165665)]
)
def test_pounds_are_converted_exactly_and_shown_as_they_were_told(pounds: float, kg: float) -> None:
    assert kilograms_of(pounds) == kg
    assert pounds_shown(kg) == pounds


def test_kilograms_are_shown_in_pounds_never_more_than_they_are() -> None:
    assert weight(11.0, "lb") == "24.2 lb"
    assert weight(10.0, "lb") == "22 lb"
    assert weight(10.0) == weight(10.0, "kg") == "10 kg"


def test_of_two_sides_the_lighter_weight_is_taken(library: Library) -> None:
    name = "machine-hip-extension"
    assert library.exercises[ExerciseId(name)].one_sided
    life = Life({"exercise": name, "sessions": [{"day": 0, "load_kg": 30.0}]}, library)
    heavier = [fact for fact in life.facts if isinstance(fact, SetDone) and fact.side == "left"][-1]
    life.add(
        SetDone,
        0,
        session=heavier.session,
        exercise=heavier.exercise,
        nth=heavier.nth + 1,
        side=heavier.side,
        reps=heavier.reps,
        load_kg=35.0,
        reserve=heavier.reserve,
        pain_0_10=1,
    )
    assert life.ask().items[0].dose.load_kg == 30.0


def test_a_weight_noted_on_one_side_only_is_not_known(library: Library) -> None:
    life = Life({"exercise": "machine-hip-extension", "sessions": [{"day": 0, "load_kg": "untold"}]}, library)
    assert life.ask().items[0].dose.load_kg is None


def test_a_machine_keeps_its_weight_in_the_sessions_that_follow(library: Library) -> None:
    life = Life({"exercise": "leg-press", "on": 60, "sessions": [{"day": 0, "load_kg": 40.0}]}, library)
    loads = [life.train(day).items[0].dose.load_kg for day in range(3, 21, 3)]
    assert loads == [40.0] * 6


def test_a_lock_on_the_exercise_before_keeps_it_out_after_a_break_too(library: Library) -> None:
    """After a break the harder rung that was earned waits; the locked rung does not come in its place."""
    earned = {
        "exercise": "glute-bridge",
        "dose": {"sets": 2, "amount": 15, "top": 15},
        "sessions": [{"day": 0}, {"day": 3}],
        "locks": [{"day": 4}],
    }
    soon, late = Life(earned, library).ask(), Life(earned | {"on": 20}, library).ask()
    assert [item.exercise for item in soon.items] == ["bridge-march"]
    assert "glute-bridge" not in [item.exercise for item in late.items]
