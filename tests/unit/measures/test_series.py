"""Results as they stand."""

import pytest

from gradus.measures.adherence import adherence
from gradus.measures.series import latest, results
from gradus.record import facts as kinds
from gradus.record.history import fold
from gradus.vocabulary.ids import MeasureId
from gradus.vocabulary.scales import Side
from tests.build import Facts

STANDS = MeasureId("chair-stand-30s")
BRIDGE = MeasureId("side-bridge-hold")


def test_results_are_oldest_first_and_of_one_measure() -> None:
    facts = Facts()
    late = facts(kinds.TestResult, 28, measure=STANDS, value=14)
    early = facts(kinds.TestResult, 0, measure=STANDS, value=12)
    other = facts(kinds.TestResult, 0, measure=BRIDGE, value=20, side=Side.LEFT)
    assert results(fold([late, early, other]), STANDS) == (early, late)


def test_results_of_one_side_leave_the_other_out() -> None:
    facts = Facts()
    left = facts(kinds.TestResult, 0, measure=BRIDGE, value=20, side=Side.LEFT)
    right = facts(kinds.TestResult, 0, measure=BRIDGE, value=25, side=Side.RIGHT)
    assert results(fold([left, right]), BRIDGE, Side.LEFT) == (left,)
    assert results(fold([left, right]), BRIDGE) == (left, right)


def test_a_result_that_was_taken_back_sets_no_level() -> None:
    facts = Facts()
    right = facts(kinds.TestResult, 0, measure=STANDS, value=12)
    wrong = facts(kinds.TestResult, 1, measure=STANDS, value=60)
    gone = facts(kinds.Correction, 1, corrects=wrong.id)
    assert latest(fold([right, wrong, gone])) == {STANDS: 12.0}


def test_fewer_sessions_than_none_are_broken_code() -> None:
    with pytest.raises(ValueError, match="fewer than none"):
        adherence(3, -1)
