"""Pain of an exercise wherever it was done, and the rest that it brings."""

from collections.abc import Sequence
from datetime import timedelta
from typing import Any

import pytest

from gradus.library.library import Library
from gradus.progression.hurts import hurts, resting
from gradus.progression.occasions import occasions
from gradus.progression.situation import Situation
from gradus.record.facts import SetDone
from gradus.vocabulary.ids import ExerciseId, FactId
from gradus.vocabulary.scales import Colour
from tests.build import START
from tests.training import Life

BRIDGE: dict[str, Any] = {"exercise": "glute-bridge", "dose": {"sets": 2, "amount": 10}}
GLUTE_BRIDGE = ExerciseId("glute-bridge")


def place(library: Library, **given: Any) -> Situation:
    return Life(BRIDGE | given, library).place()


def found(
    library: Library, day: int, *sessions: dict[str, Any], but: Sequence[str] = ()
) -> list[tuple[int, Any]]:
    life = Life(BRIDGE | {"sessions": list(sessions), "on": day}, library)
    every = hurts(life.history, life.ground().around.judge, day=life.today, but=frozenset(map(FactId, but)))
    return [((each.day - START).days, each.bearing.colour) for each in every.get(GLUTE_BRIDGE, ())]


@pytest.mark.parametrize(
    ("session", "colour"),
    [
        ({"pain": 2}, None),
        ({"pain": 3}, Colour.AMBER),
        ({"pain": 5}, Colour.AMBER),
        ({"pain": 6}, Colour.RED),
        ({"pain": "untold"}, None),
        ({"pain": 1, "leg": "further-down"}, Colour.RED),
        ({"pain": [1, 4]}, Colour.AMBER),
    ],
)
def test_a_session_hurt_where_a_set_did(
    library: Library, session: dict[str, Any], colour: Colour | None
) -> None:
    assert found(library, 3, {"day": 0, **session}) == ([] if colour is None else [(0, colour)])


def test_hurts_reach_as_far_back_as_a_rest_can_and_not_ahead(library: Library) -> None:
    session = {"day": 0, "pain": 7}
    assert [bool(found(library, day, session)) for day in (41, 42, 43)] == [True, True, False]
    assert found(library, 3, session, {"day": 4, "pain": 7}) == [(0, Colour.RED)]
    assert found(library, 4, session, {"day": 4, "pain": 7}) == [(0, Colour.RED), (4, Colour.RED)]
    first = "01990000-0000-7000-9000-000000000000"
    assert found(library, 4, session, {"day": 4, "pain": 7}, but=[first]) == [(4, Colour.RED)]


def test_each_hurt_names_its_session(library: Library) -> None:
    life = Life(BRIDGE | {"sessions": [{"day": 0, "pain": 7}]}, library)
    (occasion,) = occasions(life.history, life.plan)
    (hurt,) = life.ground().around.hurt[GLUTE_BRIDGE]
    assert hurt.session == occasion.id


@pytest.mark.parametrize(
    ("days", "on", "until"),
    [
        ([0, 14], 15, 42),
        ([0, 15], 16, None),
        ([0, 14], 41, 42),
        ([0, 14], 42, None),
        ([0, 4, 8], 9, 36),
        ([0], 1, None),
    ],
)
def test_two_reds_close_together_bring_a_rest(
    library: Library, days: list[int], on: int, until: int | None
) -> None:
    life = Life(BRIDGE | {"sessions": [{"day": day, "pain": 7} for day in days], "on": on}, library)
    rests = resting(life.ground().around.hurt, library, life.today)
    assert rests == ({} if until is None else {GLUTE_BRIDGE: START + timedelta(days=until)})


@pytest.mark.parametrize(("leg", "rests"), [(None, False), ("further-down", True)])
def test_a_walk_rests_for_leg_symptoms_alone(library: Library, leg: str | None, rests: bool) -> None:
    sessions = [{"day": day, "pain": 7, "leg": leg} for day in (0, 4)]
    life = Life({"exercise": "walking-intervals", "sessions": sessions}, library)
    assert bool(resting(life.ground().around.hurt, library, life.today)) is rests


@pytest.mark.parametrize(("day", "on", "colour"), [(0, 14, Colour.RED), (0, 15, None), (0, 13, Colour.RED)])
def test_pain_of_an_earlier_plan_counts_for_two_weeks_before_the_first_time(
    library: Library, day: int, on: int, colour: Colour | None
) -> None:
    given = {"plan_day": 10, "sessions": [{"day": day, "pain": 7, "promised": False, "free": True}], "on": on}
    borne = place(library, **given).borne
    assert (None if borne is None else borne.colour) is colour


def test_the_worst_of_the_same_exercise_elsewhere_since_then_counts(library: Library) -> None:
    for day, pain, colour in ((3, 7, Colour.RED), (3, 4, Colour.AMBER), (3, 1, Colour.GREEN)):
        life = Life(BRIDGE | {"sessions": [{"day": 0}], "on": 5}, library)
        values: dict[str, Any] = {"session": FactId("01990000-0000-7000-9000-0000000000ff"), "nth": 1}
        life.add(SetDone, day, exercise=GLUTE_BRIDGE, reps=5, pain_0_10=pain, **values)
        borne = life.place().borne
        assert borne is not None
        assert borne.colour is colour


def elsewhere(day: int, pain: int) -> dict[str, Any]:
    """A session of no plan."""
    return {"day": day, "pain": pain, "free": True, "promised": False}


def test_of_two_times_the_worse_pain_counts_and_the_same_day_too(library: Library) -> None:
    for day in (0, 3):
        borne = place(library, sessions=[{"day": 0, "pain": 3}, elsewhere(day, 5)]).borne
        assert borne is not None
        assert borne.pain == 5


def test_a_session_that_was_too_much_on_its_day_weighs_more_than_later_pain_that_is_not(
    library: Library,
) -> None:
    calmer = [{"day": 2, "usual_pain_0_10": 1, "eases_within_minutes": 5}]
    sessions = [{"day": 0, "pain": 4}, elsewhere(3, 5)]
    borne = place(library, sessions=sessions, usual_pain_0_10=8, profiles=calmer).borne
    assert borne is not None
    assert (borne.colour, borne.pain) == (Colour.RED, 4)


def test_light_work_with_pain_as_usual_is_not_too_much_while_the_back_is_stirred_up(library: Library) -> None:
    life = Life(BRIDGE | {"sessions": [{"day": 0, "pain": 4}], "usual": 4, "usual_pain_0_10": 8}, library)
    (hurt,) = life.ground().around.hurt[GLUTE_BRIDGE]
    assert hurt.bearing.colour is Colour.AMBER


def test_leg_symptoms_told_the_next_morning_count_for_what_loads_the_back(library: Library) -> None:
    mornings = [{"day": 1, "pain": 2, "leg_lasted": True}]
    borne = place(library, sessions=[{"day": 0}], mornings=mornings).borne
    assert borne is not None
    assert (borne.colour, borne.leg, borne.pain) == (Colour.RED, True, 1)
    light = Life({"exercise": "hip-hinge-drill", "sessions": [{"day": 0}], "mornings": mornings}, library)
    other = light.place().borne
    assert other is not None
    assert (other.colour, other.leg) == (Colour.GREEN, False)
