"""What a clinician set or locked, and from when it counts."""

from datetime import timedelta
from typing import Any

import pytest

from gradus.library.library import Library
from gradus.progression.clinician import dose_is_less, dose_is_the_same, locked, set_doses
from gradus.progression.situation import Situation
from gradus.record.facts import Lock, Override
from gradus.vocabulary.ids import ExerciseId
from tests.build import START
from tests.training import Life

BRIDGE: dict[str, Any] = {"exercise": "glute-bridge", "dose": {"sets": 2, "amount": 10}}
MARCH = ExerciseId("bridge-march")
GLUTE_BRIDGE = ExerciseId("glute-bridge")


def place(library: Library, **given: Any) -> Situation:
    return Life(BRIDGE | given, library).place()


@pytest.mark.parametrize(
    ("days", "on", "away"),
    [([], 20, 20), ([5], 20, 15), ([20], 20, 0), ([-3], 20, 20)],
)
def test_time_away_counts_from_the_day_on_which_a_clinician_set_a_dose(
    library: Library, days: list[int], on: int, away: int
) -> None:
    overrides = [{"day": day, "dose": {"sets": 1}} for day in days]
    about = place(library, sessions=[{"day": 0}], overrides=overrides, on=on)
    assert about.around.days_off == away


def test_before_the_first_session_it_counts_from_the_clinicians_day(library: Library) -> None:
    assert place(library, overrides=[{"day": 3, "dose": {}}], on=9).around.days_off == 6
    assert place(library, on=9).around.days_off is None


@pytest.mark.parametrize(("flare", "counts"), [(4, False), (5, False), (6, True)])
def test_a_flare_from_before_the_clinicians_dose_lowers_it_no_more(
    library: Library, flare: int, counts: bool
) -> None:
    overrides = [{"day": 5, "dose": {"sets": 1}}]
    about = place(library, sessions=[{"day": 0}], overrides=overrides, flares=[{"day": flare}], on=7)
    assert (about.day.flare is not None) is counts


def test_of_two_doses_that_clinicians_set_the_newest_stands(library: Library) -> None:
    first, second = {"day": 1, "dose": {"sets": 1}}, {"day": 2, "dose": {"sets": 3}}
    rung = {"exercise": MARCH, "dose": {"sets": 4}}
    for order in ([first, second], [second, first]):
        about = place(library, sessions=[{"day": 0}], overrides=order)
        assert about.override is not None
        assert about.override.dose is not None
        assert about.override.dose.sets == 3
    lasts = [{"day": 0, "exercise": MARCH}]
    for own, of_rung, sets in ((1, 2, 4), (2, 1, 1)):
        overrides = [{"day": own, "dose": {"sets": 1}}, {"day": of_rung, **rung}]
        about = place(library, sessions=lasts, overrides=overrides, on=3)
        assert about.override is not None
        assert about.override.dose is not None
        assert about.override.dose.sets == sets


def test_a_dose_that_was_done_since_or_set_before_the_plan_stands_no_more(library: Library) -> None:
    old = [{"day": 1, "dose": {"sets": 1}}]
    assert place(library, sessions=[{"day": 0}, {"day": 2}], overrides=old).override is None
    assert place(library, plan_day=2, overrides=old, on=4).override is None
    assert place(library, plan_day=0, overrides=old, on=4).override is not None
    other = [{"day": 1, "exercise": "bird-dog", "dose": {"sets": 1}}]
    assert place(library, sessions=[{"day": 0}], overrides=other).override is None


def test_what_a_clinicians_dose_asks_for(library: Library) -> None:
    about = place(library, bands=["red", "green"])
    dose = about.now.dose
    make = Life(BRIDGE, library)
    fewer, same, other_rest, more = (
        make.add(Override, 0, exercise=GLUTE_BRIDGE, dose=each, by="clinician:x")
        for each in (dose.but(sets=1), dose, dose.but(rest_s=5), dose.but(sets=3))
    )
    lifts = make.add(Override, 0, exercise=GLUTE_BRIDGE, by="clinician:x")
    every = (None, lifts, fewer, same, other_rest, more)
    assert [dose_is_the_same(each, dose) for each in every] == [False, True, False, True, True, False]
    assert [dose_is_less(each, dose, about.around) for each in every] == [
        False,
        False,
        True,
        False,
        False,
        False,
    ]
    red, green = dose.but(band="red"), dose.but(band="green")
    weaker = make.add(Override, 0, exercise=GLUTE_BRIDGE, dose=red, by="clinician:x")
    assert dose_is_less(weaker, green, about.around)


def test_a_clinicians_dose_may_name_another_tempo_or_none(library: Library) -> None:
    slow = place(library).now.dose.but(tempo="3-1-3")
    make = Life(BRIDGE, library)
    for tempo in ("2-0-2", None):
        dose = slow.but(tempo=tempo)
        assert dose_is_the_same(
            make.add(Override, 0, exercise=GLUTE_BRIDGE, dose=dose, by="clinician:x"), slow
        )


@pytest.mark.parametrize("ended", ["finished", "untold"])
def test_what_a_clinician_set_later_on_the_day_of_a_session_stands(library: Library, ended: str) -> None:
    overrides = [{"day": 0, "dose": {"sets": 1}}]
    assert place(library, sessions=[{"day": 0, "ended": ended}], overrides=overrides).override is not None


def test_a_lock_says_why_where_a_clinician_did(library: Library) -> None:
    life = Life(BRIDGE | {"on": 3}, library)
    values: dict[str, Any] = {"by": "clinician:x", "exercise": GLUTE_BRIDGE}
    life.add(Lock, 0, **values)
    assert locked(life.history, library, START)[GLUTE_BRIDGE].says == "Your clinician has put Bridge on hold."
    life.add(Lock, 1, why="after the fall", **values)
    life.add(Lock, 1, by="clinician:x")
    found = locked(life.history, library, START + timedelta(days=1))
    assert {name: each.says for name, each in found.items()} == {
        GLUTE_BRIDGE: "Your clinician has put Bridge on hold (after the fall)."
    }


def test_only_what_sets_a_dose_sets_one(library: Library) -> None:
    life = Life(BRIDGE | {"overrides": [{"day": 1, "dose": {"sets": 1}}], "on": 3}, library)
    life.add(Override, 2, exercise=GLUTE_BRIDGE, by="clinician:x")
    assert [each.day for each in set_doses(life.history, life.today).values()] == [START + timedelta(days=1)]
    assert set_doses(life.history, START) == {}
