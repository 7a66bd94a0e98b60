"""A phase that ends while the dose is on its way back from a flare."""

from datetime import timedelta
from typing import Any

import pytest
from msgspec.structs import replace

from gradus.library.library import Library
from gradus.progression.carried import still_returning
from gradus.progression.flare import RETURN
from gradus.progression.session import next_session
from gradus.record.facts import DecisionShown, PlanMade
from gradus.record.history import add
from gradus.vocabulary.ids import ExerciseId, FactId
from gradus.vocabulary.scales import Step
from tests.training import Life

BRIDGE = ExerciseId("glute-bridge")
CALM = {"day": 4, "dose": {"sets": 1}, "rules": ["flare-calm"]}
BACK = {"day": 8, "rules": ["flare-back"]}


def life(library: Library, *sessions: dict[str, Any], **more: Any) -> Life:
    dose = {"sets": 2, "amount": 10}
    given = {"exercise": BRIDGE, "dose": dose, "sessions": [{"day": 0}, *sessions], "flares": [{"day": 3}]}
    return Life({**given, "on": 10, **more}, library)


def next_plan(lived: Life) -> PlanMade:
    """The same week as a new plan of the day, noting what is still returning."""
    (session,) = lived.plan.sessions
    items = tuple(replace(item, because=(*item.because, RETURN)) for item in session.items)
    return replace(
        lived.plan,
        id=FactId("01990000-0000-7000-8000-00000000beef"),
        day=lived.today,
        at=lived.plan.at + timedelta(days=30),
        sessions=(replace(session, items=items),),
    )


def test_what_a_flare_lowered_is_carried_with_the_dose_before_it(library: Library) -> None:
    lived = life(library, CALM)
    (dose,) = still_returning(lived.history, lived.library, lived.plan, lived.today).values()
    assert (dose.sets, dose.amount) == (2, 10)


def test_what_is_back_is_not_carried(library: Library) -> None:
    lived = life(library, CALM, BACK)
    assert still_returning(lived.history, lived.library, lived.plan, lived.today) == {}


def test_without_a_flare_nothing_is_carried(library: Library) -> None:
    lived = life(library, flares=[])
    assert still_returning(lived.history, lived.library, lived.plan, lived.today) == {}


@pytest.mark.parametrize(
    ("sessions", "expected"),
    [
        ([{"day": 1, "dose": {"amount": 12}}, CALM], (2, 12)),
        ([{"day": 1, "dose": {"amount": 12}}, {"day": 2, "dose": {"amount": 13}}, CALM], (2, 13)),
        ([{"day": 3, "dose": {"amount": 4, "low": 4}}, CALM], (2, 10)),
        ([{"day": 3, "dose": {"sets": 1}, "rules": ["flare-calm"]}], (2, 10)),
        ([{"day": 2, "dose": {"sets": 1}, "rules": ["flare-calm"]}, CALM], (2, 10)),
        ([{"day": 2, "dose": {"sets": 1}, "step": "deload"}, CALM], (2, 10)),
        ([CALM, {"day": 8, "dose": {"amount": 7}, "rules": ["flare-return"]}], (2, 10)),
        ([CALM, {"day": 8, "dose": {"amount": 4, "low": 4}, "rules": ["pain-holds"]}], (2, 10)),
        ([CALM, BACK, {"day": 9, "dose": {"sets": 1}, "rules": ["flare-calm"]}], (2, 10)),
        ([{"day": 2, "dose": {"sets": 1}, "rules": ["flare-calm"]}], None),
        ([CALM, {"day": 6, "step": "deload", "dose": {"sets": 1}, "rules": ["flare-back"]}], (2, 10)),
        ([{"day": 5, "promised": False}], None),
    ],
)
def test_the_dose_before_is_the_last_one_that_no_flare_had_lowered(
    library: Library, sessions: list[dict[str, Any]], expected: tuple[int, int] | None
) -> None:
    lived = life(library, *sessions)
    found = still_returning(lived.history, lived.library, lived.plan, lived.today)
    assert [(dose.sets, dose.amount) for dose in found.values()] == ([] if expected is None else [expected])


def test_what_a_lighter_week_lowered_hides_nothing_that_stands_after_it(library: Library) -> None:
    lived = life(library, CALM, also=["bird-dog"])
    nth = next(nth for nth, fact in enumerate(lived.facts) if _is_shown_later(fact))
    first, second = lived.facts[nth].items  # type: ignore[union-attr]
    lighter = replace(first, step=Step.DELOAD)
    lived.facts[nth] = replace(lived.facts[nth], items=(lighter, second))
    assert set(still_returning(lived.history, lived.library, lived.plan, lived.today)) == {"bird-dog"}


def _is_shown_later(fact: Any) -> bool:
    return isinstance(fact, DecisionShown) and fact.number > 1


def test_once_the_time_for_the_way_back_is_over_nothing_is_carried(library: Library) -> None:
    kept = []
    for on in (37, 38, 39):
        lived = life(library, CALM, on=on)
        kept.append(bool(still_returning(lived.history, lived.library, lived.plan, lived.today)))
    assert kept == [True, True, False]


def test_the_new_plan_begins_with_a_step_of_the_way_and_not_the_whole(library: Library) -> None:
    lived = life(library, CALM)
    plan = next_plan(lived)
    history = add(lived.history, plan)
    (item,) = next_session(history, plan, lived.cleared, library, lived.today).items
    assert (item.step, item.dose.sets, item.dose.amount) == (Step.START, 2, 7)
    assert [reason.rule for reason in item.because] == [RETURN]
