"""The strictest of each limit."""

from dataclasses import replace

import pytest

from gradus.library.library import Library
from gradus.library.types import LimitSpec, Threshold
from gradus.screening.limits import Limits, combine
from gradus.vocabulary.ids import ExerciseId, LimitId, RuleId
from gradus.vocabulary.scales import Basis, Caution, Equipment, Position

LIGHT, HEAVY = LimitId("light"), LimitId("heavy")
ONE, TWO = RuleId("one"), RuleId("two")


def number(value: float) -> Threshold:
    return Threshold(value=value, unit="count", basis=Basis.DEFAULT)


@pytest.fixture
def ours(library: Library) -> Library:
    """The packaged library with two limits of our own, the second stricter in everything."""
    light = LimitSpec(
        id=LIGHT,
        says="A little less.",
        reviewed_by="",
        forbids_cautions=(Caution.KNEE,),
        max_hold_s=number(20),
        max_rank=number(3),
        min_reserve=number(2),
        cues=("Breathe.", "Go slowly."),
    )
    heavy = replace(
        light,
        id=HEAVY,
        forbids_cautions=(Caution.FLEXION,),
        forbids_positions=(Position.PRONE,),
        max_hold_s=number(10),
        max_rank=number(1),
        min_reserve=number(3.5),
        support=(Equipment.WALL,),
        cues=("Go slowly.", "Hold on."),
    )
    return replace(library, limits={LIGHT: light, HEAVY: heavy})


def test_no_limits_allow_everything(library: Library) -> None:
    assert combine((), library) == Limits()


def test_the_strictest_of_each_is_kept(ours: Library) -> None:
    found = combine([(LIGHT, ONE), (HEAVY, TWO)], ours)
    assert (found.max_hold_s, found.max_rank, found.min_reserve) == (10, 1, 4)
    assert found.cautions == {Caution.KNEE, Caution.FLEXION}
    assert found.positions == {Position.PRONE}
    assert found.support == {Equipment.WALL}
    assert found.cues == ("Go slowly.", "Hold on.", "Breathe.")


def test_every_rule_that_brought_a_limit_is_named_once(ours: Library) -> None:
    found = combine([(LIGHT, TWO), (LIGHT, ONE), (HEAVY, ONE), (LIGHT, TWO)], ours)
    assert found.because == {LIGHT: (ONE, TWO), HEAVY: (ONE,)}


def test_the_order_in_which_they_are_brought_changes_nothing(ours: Library) -> None:
    brought = [(LIGHT, TWO), (HEAVY, ONE), (LIGHT, ONE)]
    assert combine(brought, ours) == combine(reversed(brought), ours)


@pytest.mark.parametrize(
    ("exercise", "limits"),
    [
        ("goblet-squat", (HEAVY, LIGHT)),
        ("hip-hinge-drill", (HEAVY,)),
        ("prone-arm-raises", (HEAVY,)),
        ("wall-angel", ()),
    ],
)
def test_cautions_positions_and_ranks_are_named_by_the_limit_that_forbids_them(
    ours: Library, exercise: str, limits: tuple[LimitId, ...]
) -> None:
    both = combine([(LIGHT, ONE), (HEAVY, TWO)], ours)
    assert both.against(ours.exercises[ExerciseId(exercise)]) == limits


@pytest.mark.parametrize(
    ("hold_s", "broken"), [(9, ()), (10, ()), (11, (HEAVY,)), (20, (HEAVY,)), (21, (HEAVY, LIGHT))]
)
def test_a_hold_of_exactly_the_cap_breaks_nothing(
    ours: Library, hold_s: int, broken: tuple[LimitId, ...]
) -> None:
    both = combine([(LIGHT, ONE), (HEAVY, TWO)], ours)
    raises = ours.exercises[ExerciseId("wall-angel")]
    held = replace(raises, dose=replace(raises.dose, hold_s=hold_s))
    assert both.against(held) == broken
