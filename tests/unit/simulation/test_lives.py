"""Virtual lives go through the real journeys, with the same dice for every policy, on any number of hands."""

from dataclasses import replace
from functools import cache

import pytest

from gradus.library.load import load
from gradus.record.facts import DecisionShown, PlanMade, ScreenAnswers, SessionDone
from gradus.simulation.demand import demands
from gradus.simulation.dice import Dice, shape
from gradus.simulation.lab import MONDAY, Laboratory, Setting
from gradus.simulation.life import Archetype, Life, Policy, World
from gradus.simulation.policies import POLICIES, Ours
from gradus.simulation.summary import by_policy, compared, scored
from gradus.vocabulary.dose import Dose
from gradus.vocabulary.ids import PersonModelId
from gradus_cli.simulate.archetypes import archetypes
from gradus_cli.simulate.changing import changed
from gradus_cli.simulate.dice import throw
from gradus_cli.simulate.running import Run, work

LIBRARY = load()
MODEL = LIBRARY.person_models[PersonModelId("person")]
ALL = archetypes()
WEEKS_4, WEEKS_8 = 28, 56
MOVED = "progression/raises.reps_at_a_time=3"


def life(who: Archetype, policy: Policy, nth: int = 3, days: int = WEEKS_8) -> Life:
    world = World(library=LIBRARY, model=MODEL, demands=demands(LIBRARY, MODEL), begins=MONDAY, days=days)
    made = Life(throw(1, nth, days), who, policy, world)
    made.live()
    return made


@cache
def all_policies(name: str) -> dict[str, Life]:
    return {policy: life(ALL[name], make(LIBRARY), days=WEEKS_4) for policy, make in POLICIES.items()}


@pytest.mark.parametrize("name", ["amina", "gerda", "joris"])
def test_the_same_dice_fall_for_every_policy(name: str) -> None:
    lived = all_policies(name)
    assert {each.pain.natural_flare_days for each in lived.values()} == {
        lived["ours"].pain.natural_flare_days
    }
    assert len({each.pain.traits.level for each in lived.values()}) == 1


def test_a_life_leaves_the_record_that_any_life_leaves() -> None:
    history = all_policies("amina")["ours"].diary.so_far()
    assert history.of(ScreenAnswers)
    assert history.of(PlanMade)
    assert len(history.of(DecisionShown)) == len(history.of(SessionDone)) > 5


def test_no_set_of_a_session_is_lost_to_the_end_of_the_session() -> None:
    diary = all_policies("amina")["ours"].diary
    assert len({fact.id for fact in diary.written}) == len(diary.written)
    assert not diary.so_far().conflicts


@pytest.mark.parametrize("name", ALL)
def test_every_example_person_can_be_lived(name: str) -> None:
    lived = life(ALL[name], POLICIES["ours"](LIBRARY), days=21)
    assert not lived.tally.no_plan
    assert lived.tally.days > 0


def test_who_knows_everything_gains_most_and_the_least_gains_least() -> None:
    some = {name: POLICIES[name] for name in ("oracle", "ours", "blocks", "lowest")}
    laboratory = Laboratory(LIBRARY, MODEL, [ALL["amina"]], some, lambda n, d: throw(2, n, d), 112)
    found = by_policy(laboratory.live(range(3), Setting()))
    gains = {policy: scored(policy, each).scores["gain"].value for policy, each in found.items()}
    assert max(gains, key=lambda policy: gains[policy]) == "oracle"
    assert min(gains, key=lambda policy: gains[policy]) == "lowest"


def test_without_a_link_from_overload_to_flares_none_is_caused() -> None:
    laboratory = Laboratory(
        LIBRARY, MODEL, [ALL["joris"]], {"blocks": POLICIES["blocks"]}, lambda n, d: throw(2, n, d), 112
    )
    rows = list(laboratory.live(range(6), Setting(hazard_ratio=1.0)))
    assert sum(row.overloads for row in rows) > 0
    assert {row.caused for row in rows} == {0}


def test_a_changed_number_changes_what_is_shown() -> None:
    rules = (LIBRARY, changed((MOVED,)))
    lived = [[life(ALL["amina"], Ours(each), nth) for nth in range(3)] for each in rules]
    assert [shown(each) for each in lived[0]] != [shown(each) for each in lived[1]]
    assert [each.pain.traits for each in lived[0]] == [each.pain.traits for each in lived[1]]


def shown(lived: Life) -> list[Dose]:
    return [item.dose for fact in lived.diary.so_far().of(DecisionShown) for item in fact.items]


def test_dice_of_another_shape_are_refused() -> None:
    good = throw(1, 0, 3)
    with pytest.raises(ValueError, match="are needed"):
        replace(good, once=good.once[:-1])
    assert shape(3) == good.once.size + good.daily.size
    assert isinstance(good, Dice)


def test_two_policies_are_compared_on_the_same_people_only() -> None:
    run = Run(people=12, policies=("ours",), archetypes=("amina", "kofi"), settings=(Setting(),), days=14)
    rows = [work(part) for part in run.parts()]
    with pytest.raises(ValueError, match="same people"):
        compared(rows[0], rows[1])
