"""Another exercise for today alone."""

from typing import Any

import pytest

from gradus.library.library import Library
from gradus.progression.day import Asked
from gradus.progression.for_today import instead_today
from gradus.progression.occasions import Log
from gradus.record.facts import SetDone
from gradus.vocabulary.ids import ExerciseId
from gradus.vocabulary.scales import Step
from tests.training import Life


def options(library: Library, *sessions: dict[str, Any], on: int, **more: Any) -> Any:
    given = {"exercise": "single-leg-bridge", "dose": {"sets": 1, "amount": 6}, "on": on}
    life = Life(given | {"sessions": list(sessions)} | more, library)
    asked = Asked(life.history, life.plan, life.cleared, library, Log(life.history.of(SetDone)))
    return instead_today(life.ask().items[0], asked, life.today)


def test_what_stands_in_today_says_why_and_asks_no_more(library: Library) -> None:
    every = options(library, {"day": 0}, on=2)
    rule = library.rules["instead-today"]  # type: ignore[index]
    assert 1 <= len(every) <= 3
    assert [str(each.exercise) for each in every][:1] == ["bridge-march"]
    for item in every:
        assert (item.slot, item.step, item.dose.sets) == ("s0", Step.SWAP, 1)
        (because,) = item.because
        assert (because.rule, because.cites) == ("instead-today", rule.cites)
        assert library.exercises[ExerciseId("single-leg-bridge")].en.name in because.says


def test_neither_the_plans_own_nor_what_stands_in_its_places_now_is_named(library: Library) -> None:
    also = ["bridge-march", "dead-bug"]
    names = [str(each.exercise) for each in options(library, {"day": 0}, on=2, also=also)]
    assert "bridge-march" not in names
    moved = {"day": 0, "exercise": "bridge-march"}
    assert "bridge-march" not in [str(each.exercise) for each in options(library, moved, on=2)]


@pytest.mark.parametrize(("on", "named"), [(2, False), (4, False), (5, True)])
def test_in_the_first_days_of_a_flare_nothing_is_named(library: Library, on: int, named: bool) -> None:
    assert bool(options(library, {"day": 0}, on=on, flares=[{"day": 1}])) is named


def test_limits_cap_what_stands_in(library: Library) -> None:
    dose = {"sets": 1, "amount": 6, "reserve": 2}
    seen = [
        options(library, {"day": 0}, on=2, dose=dose, limits=each) for each in ([], ["reserve-at-least-4"])
    ]
    assert [every[0].dose.reserve for every in seen] == [2, 4]
