"""How a change is told."""

import pytest

from gradus.library.library import Library
from gradus.measures.change import change, change_reason, unit_words
from gradus.vocabulary.ids import MeasureId


def sentence(library: Library, measure: str, first: float, last: float) -> str:
    found = library.measures[MeasureId(measure)]
    return change_reason(library, found, change(found, first, last)).says


def test_a_gain_is_told_in_its_unit_and_in_percent(library: Library) -> None:
    says = sentence(library, "chair-stand-30s", 12, 16)
    assert "from 12 to 16 repetitions, better by 4 (33 percent)" in says


def test_less_pain_is_told_as_better(library: Library) -> None:
    says = sentence(library, "morning-pain-weekly-mean", 5.25, 2.0)
    assert "from 5.2 to 2 of 10, better by 3.2 (62 percent)" in says


def test_a_first_value_of_nothing_is_told_without_a_percentage(library: Library) -> None:
    assert "percent" not in sentence(library, "morning-pain-weekly-mean", 0, 3)


def test_a_measure_without_a_known_error_is_never_said_to_have_changed(library: Library) -> None:
    says = sentence(library, "side-bridge-hold", 10, 60)
    assert "has changed" not in says
    assert "from 10 to 60 seconds" in says


def test_the_reason_cites_what_its_rule_rests_on(library: Library) -> None:
    found = library.measures[MeasureId("chair-stand-30s")]
    assert "ostelo-2008" in change_reason(library, found, change(found, 12, 16)).cites


@pytest.mark.parametrize(
    ("measure", "words"),
    [
        ("chair-stand-30s", " repetitions"),
        ("fingertip-to-floor", " cm"),
        ("hip-abductor-strength", " newtons"),
        ("patient-specific-function", " of 10"),
        ("days-off", " days"),
    ],
)
def test_units_are_read_aloud(library: Library, measure: str, words: str) -> None:
    assert unit_words(library.measures[MeasureId(measure)]) == words
