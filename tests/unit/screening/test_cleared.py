"""The seal."""

from dataclasses import FrozenInstanceError, replace

import pytest

from gradus.screening.cleared import Cleared, clear
from gradus.screening.limits import Limits
from gradus.vocabulary.ids import RuleId
from gradus.vocabulary.reasons import Reason
from tests.build import START

BECAUSE = (Reason(RuleId("rule"), "It was noticed."),)


def test_nobody_else_can_make_one() -> None:
    with pytest.raises(TypeError, match="alone"):
        Cleared(scope="full", limits=Limits(), on=START, because=BECAUSE, seal=object())


def test_replace_cannot_widen_one() -> None:
    calm = clear("calm", Limits(), on=START, because=BECAUSE)
    with pytest.raises(ValueError, match="seal"):
        replace(calm, scope="full")  # type: ignore[call-arg]
    with pytest.raises(TypeError, match="alone"):
        replace(calm, scope="full", seal=None)


def test_it_cannot_be_changed() -> None:
    calm = clear("calm", Limits(), on=START, because=BECAUSE)
    with pytest.raises(FrozenInstanceError):
        calm.scope = "full"  # type: ignore[misc]


def test_two_that_say_the_same_are_equal_and_the_seal_is_not_shown() -> None:
    one, other = (clear("full", Limits(), on=START, because=BECAUSE) for _ in range(2))
    assert one == other
    assert one != clear("calm", Limits(), on=START, because=BECAUSE)
    assert "seal" not in repr(one)
