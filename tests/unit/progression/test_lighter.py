"""Lighter weeks, where the examples do not say."""

from typing import Any

import pytest

from gradus.library.library import Library
from gradus.progression.carried import still_returning
from gradus.progression.occasions import current_doses
from gradus.record.facts import DecisionShown
from gradus.record.parts import ShownItem, ShownReason
from gradus.vocabulary.ids import FactId, LibraryVersion, RuleId
from gradus.vocabulary.scales import Step
from tests.training import Life

LIGHT: dict[str, Any] = {"step": "deload", "rules": ["lighter-week"], "dose": {"sets": 2}}
TIRED = [{"day": day, "pain": 2, "tired": True} for day in (6, 7, 8)]
TWO_SIGNS: dict[str, Any] = {
    "exercise": "bird-dog",
    "dose": {"sets": 4, "amount": 8},
    "sessions": [{"day": 0, "reserve": 6}, {"day": 3, "reserve": 5}, {"day": 6, "reserve": 4}],
    "mornings": TIRED,
}


def test_a_new_plan_goes_on_from_the_dose_before_a_lighter_week(library: Library) -> None:
    sessions = [{"day": 0}, {"day": 3, **LIGHT}]
    life = Life({"exercise": "bird-dog", "dose": {"sets": 4, "amount": 8}, "sessions": sessions}, library)
    assert current_doses(life.history, life.plan)["bird-dog"].sets == 4  # type: ignore[index]


def test_a_flare_in_a_lighter_week_comes_back_to_the_dose_before_it(library: Library) -> None:
    eased = {"day": 6, "step": "regress", "rules": ["flare-calm"], "dose": {"sets": 2}}
    sessions = [{"day": 0}, {"day": 3, **LIGHT}, eased]
    course = {"exercise": "bird-dog", "dose": {"sets": 4, "amount": 8}, "sessions": sessions}
    life = Life(course | {"flares": [{"day": 5}]}, library)
    assert still_returning(life.history, life.library, life.plan, life.today)["bird-dog"].sets == 4  # type: ignore[index]


def test_one_of_an_earlier_plan_counts_too(library: Library) -> None:
    life = Life(TWO_SIGNS, library)
    (before,) = life.ask().items
    assert before.step is Step.DELOAD
    because = (ShownReason(rule=RuleId("lighter-week"), says="x"),)
    shown = ShownItem(
        slot="s0", exercise=before.exercise, dose=before.dose, step=Step.DELOAD, because=because
    )
    life.add(
        DecisionShown,
        -3,
        action="train",
        plan=FactId("01990000-0000-7000-b000-000000000001"),
        shape="a",
        number=1,
        items=(shown,),
        because=(),
        library=LibraryVersion("test"),
    )
    assert life.ask().items[0].step is not Step.DELOAD


def test_after_a_lighter_week_alone_a_rise_is_a_rise(library: Library) -> None:
    """Nothing is known from before it, so nothing comes back by itself."""
    sessions = [{"day": 0, **LIGHT, "pain": 4}, {"day": 3, "dose": {"sets": 2}}]
    life = Life({"exercise": "bird-dog", "dose": {"sets": 4, "amount": 8}, "sessions": sessions}, library)
    (item,) = life.ask().items
    assert (item.step, item.dose.sets, item.dose.amount) == (Step.PROGRESS, 2, 9)


def test_a_dose_that_a_clinician_sets_is_not_made_lighter(library: Library) -> None:
    life = Life(TWO_SIGNS | {"overrides": [{"day": 7, "dose": {"sets": 3}}]}, library)
    (item,) = life.ask().items
    assert item.dose.sets == 3


def test_on_the_way_back_from_a_flare_no_lighter_week_is_offered(library: Library) -> None:
    course = {"exercise": "bird-dog", "sessions_a_week": 1, "on": 28}
    sessions = [{"day": 7 * nth} for nth in range(4)]
    offers = []
    for flares in ([], [{"day": 22}, {"day": 25, "state": "over"}]):
        life = Life(course | {"sessions": sessions, "flares": flares}, library)
        offers.append("lighter-week-offered" in [reason.rule for reason in life.ask().because])
    assert offers == [True, False]


@pytest.mark.parametrize(
    ("flare", "rules", "light"),
    [(-5, [], False), (-6, [], True), (-7, [], True), (-6, ["flare-return"], False)],
)
def test_a_lighter_week_waits_two_weeks_after_a_flare_and_until_the_dose_is_on_its_own(
    library: Library, flare: int, rules: list[str], light: bool
) -> None:
    *before, last = TWO_SIGNS["sessions"]
    course = TWO_SIGNS | {"sessions": [*before, last | {"rules": rules}], "flares": [{"day": flare}]}
    (item,) = Life(course, library).ask().items
    assert (item.step is Step.DELOAD) is light


def test_while_training_is_stopped_no_lighter_week_is_offered(library: Library) -> None:
    course = {
        "exercise": "bird-dog",
        "sessions_a_week": 1,
        "usual": "untold",
        "on": 28,
        "flares": [{"day": 10}],
    }
    life = Life(course | {"sessions": [{"day": day} for day in (0, 7, 14, 21)]}, library)
    prescribed = life.ask()
    assert prescribed.stop
    assert "lighter-week-offered" not in [reason.rule for reason in prescribed.because]
