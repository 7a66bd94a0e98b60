"""Home tests that virtual people take, and the oracle that has no more minutes than they."""

from collections.abc import Mapping
from functools import cache
from typing import Any

import pytest

from gradus.library.load import load
from gradus.planning.minutes import session_minutes
from gradus.record import facts
from gradus.record.facts import DecisionShown, PlanMade
from gradus.record.person import Person, person
from gradus.screening.cleared import clear
from gradus.screening.limits import Limits, combine
from gradus.simulation.demand import demands
from gradus.simulation.lab import MONDAY
from gradus.simulation.life import Life, World
from gradus.simulation.policies import POLICIES
from gradus.simulation.testing import TESTS, home_tests, result
from gradus.vocabulary.dose import Dose
from gradus.vocabulary.ids import ExerciseId, LimitId, MeasureId, PersonModelId, RuleId
from gradus.vocabulary.scales import DoseKind, Equipment, Position
from gradus_cli.simulate.archetypes import archetypes
from gradus_cli.simulate.dice import throw

LIBRARY = load()
MODEL = LIBRARY.person_models[PersonModelId("person")]
ANYBODY = Person(equipment=tuple(Equipment), usual_pain_0_10=3, eases_within_minutes=10)


@cache
def life(policy: str) -> Life:
    return lived(policy)


def lived(policy: str, days: int = 42, nth: int = 3) -> Life:
    world = World(library=LIBRARY, model=MODEL, demands=demands(LIBRARY, MODEL), begins=MONDAY, days=days)
    made = Life(throw(1, nth, days), archetypes()["amina"], POLICIES[policy](LIBRARY), world)
    made.live()
    return made


def taken(who: Person, limits: Limits | None = None, scope: Any = "full") -> set[str]:
    fresh = lived("ours", days=0)
    cleared = clear(scope, limits or Limits(), on=MONDAY, because=())
    return {each["measure"] for each in home_tests(LIBRARY, who, cleared, fresh.body)}


def test_they_are_taken_on_the_day_of_a_plan_and_lie_within_their_measure() -> None:
    history = life("ours").diary.so_far()
    found = history.of(facts.TestResult)
    assert {each.measure for each in found} == TESTS.keys()
    assert {each.day for each in found} <= {plan.day for plan in history.of(PlanMade)}
    for each in found:
        measure = LIBRARY.measures[each.measure]
        assert measure.lowest <= each.value <= measure.highest
        assert (each.side is not None) == measure.sides


def test_a_test_ends_before_the_end_by_what_is_not_seen() -> None:
    unseen = MODEL.telling.reserve_unseen.value
    measure, exercise = LIBRARY.measures[MeasureId("plank-hold")], LIBRARY.exercises[ExerciseId("plank")]
    long = Dose(kind=DoseKind.TIME, sets=1, amount=1, low=1, top=1, rest_s=0)
    found = []
    for nth in range(8):
        body = lived("ours", days=0, nth=nth).body
        most = body.most(exercise, long, (), 0)
        assert most is not None
        found.append(result(measure, exercise, body))
        assert found[-1] == int(min(most, measure.highest) * (1 - unseen))
    assert max(found) > 0


@pytest.mark.parametrize(
    "told",
    [
        {"who": Person(equipment=tuple(Equipment), usual_pain_0_10=7, eases_within_minutes=10)},
        {"who": ANYBODY, "scope": "calm"},
    ],
    ids=["very easily stirred up", "calm work only"],
)
def test_none_are_taken(told: Mapping[str, Any]) -> None:
    assert taken(ANYBODY) == set(TESTS)
    assert taken(**told) == set()


def test_none_are_taken_before_the_safety_questions_are_answered() -> None:
    assert not list(home_tests(LIBRARY, ANYBODY, None, lived("ours", days=0).body))


def test_only_what_somebody_can_and_may_is_taken() -> None:
    lying = Person(
        equipment=tuple(Equipment),
        cannot_take=(Position.PRONE,),
        usual_pain_0_10=3,
        eases_within_minutes=10,
    )
    assert taken(lying) == {"side-bridge-hold", "single-leg-bridge"}
    short = combine([(LimitId("no-long-holds"), RuleId("drawn"))], LIBRARY)
    assert taken(ANYBODY, short) == {"single-leg-bridge"}


def test_the_oracle_in_time_keeps_to_the_minutes_and_gains_no_more_than_the_other() -> None:
    free, in_time = life("oracle"), life("oracle-in-time")
    history = in_time.diary.so_far()
    most = person(history).minutes
    assert most is not None
    for shown in history.of(DecisionShown):
        least = all(item.dose.sets == 1 for item in shown.items)
        assert least or session_minutes(shown.items, LIBRARY, Limits()) <= most
    assert 0 < in_time.body.strength_gained() <= free.body.strength_gained()
