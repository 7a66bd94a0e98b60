"""Another exercise for today alone."""

from typing import Any

import pytest

from gradus.library.library import Library
from gradus.progression.day import Asked
from gradus.progression.for_today import added_today, instead_today
from gradus.progression.occasions import Log
from gradus.vocabulary.ids import ExerciseId
from gradus.vocabulary.reasons import Reason
from gradus.vocabulary.scales import Step
from tests.few import few
from tests.training import Life


def asked_of(life: Life) -> Asked:
    return Asked(life.history, life.plan, life.cleared, life.library, Log(life.history.by_session))


def options(library: Library, *sessions: dict[str, Any], on: int, **more: Any) -> Any:
    given = {"exercise": "single-leg-bridge", "dose": {"sets": 1, "amount": 6}, "on": on}
    life = Life(given | {"sessions": list(sessions)} | more, library)
    return instead_today(life.ask().items[0], asked_of(life), life.today)


def more_today(library: Library, **given: Any) -> Any:
    """What may be added where nothing of the plan is shown for the day."""
    life = Life({"exercise": "side-bridge-knees", "also": ["bird-dog"], "on": 3} | given, library)
    return added_today((), asked_of(life), life.today)


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


def test_a_hold_that_stands_in_is_as_short_as_a_limit_asks_for(library: Library) -> None:
    course = {"exercise": "side-bridge-feet", "dose": {"sets": 1, "amount": 10}, "limits": ["no-long-holds"]}
    first, *_ = options(library, {"day": 0}, on=2, **course)
    assert (first.exercise, first.dose.amount, first.dose.top) == ("side-bridge-knees", 10, 10)


def test_where_its_own_pattern_has_nothing_another_of_its_place_stands_in(library: Library) -> None:
    plan = {"programme": "individual", "phase": "build", "exercise": "glute-bridge"}
    for slot, named in (("bridge-or-hinge", ["hip-hinge-drill"]), ("elsewhere", [])):
        every = options(few(library), {"day": 0}, on=2, slots=[slot], **plan)
        assert [str(each.exercise) for each in every] == named


def test_what_is_added_is_named_and_capped_and_one_set(library: Library) -> None:
    dose = {"sets": 3, "amount": 20, "low": 10, "top": 45}
    hold, _ = more_today(library, dose=dose, limits=["no-long-holds"])
    assert (hold.exercise, hold.dose.sets, hold.dose.amount) == ("side-bridge-knees", 1, 10)
    assert library.exercises[ExerciseId("side-bridge-knees")].en.name in hold.because[0].says


def test_it_says_how_much_more_is_enough(library: Library) -> None:
    life = Life({"exercise": "side-bridge-knees", "also": ["bird-dog"], "on": 3}, library)
    enough = added_today(more_today(library), asked_of(life), life.today)
    assert isinstance(enough, Reason)
    assert (enough.rule, "added 2 to" in enough.says) == ("enough-added", True)


TIRED = [{"day": day, "pain": 2, "tired": True} for day in (6, 7, 8)]
THREE_PAST = [
    {"day": day + over, "state": "over" if over else "began"} for day in (-33, -31, -29) for over in (0, 1)
]
FALLS = [{"day": 0, "reserve": 6}, {"day": 3, "reserve": 5}, {"day": 6, "reserve": 4}]


@pytest.mark.parametrize(
    "given",
    [
        {"scope": "calm"},
        {"mornings": [{"day": day, "pain": 6} for day in (1, 2, 3)]},
        {"screens": [{"day": -28}, {"day": 3, "yes": ["night-pain"]}]},
        {"flares": [{"day": 2}]},
        {"flares": [{"day": 1}, {"day": 2, "state": "over"}]},
        {"flares": THREE_PAST},
        {
            "sessions": FALLS,
            "mornings": TIRED,
            "on": 8,
            "dose": {"sets": 4, "amount": 8},
            "exercise": "dead-bug",
        },
    ],
)
def test_on_a_day_that_is_lighter_for_a_reason_nothing_is_added(
    library: Library, given: dict[str, Any]
) -> None:
    assert not isinstance(more_today(library), Reason)
    refused = more_today(library, **given)
    assert isinstance(refused, Reason)
    assert refused.rule == "nothing-added-now"
