"""Contradictions that can be met, and conditions that can last."""

import pytest

from tests.unit.library.small import faults, small, told

PATH = "screening/contradictions/torn.toml"
TORN = """
id = "torn"
asks = "Please look at the two once more."
reviewed_by = ""
[one]
item = "numb"
{one}
[other]
item = "{item}"
{other}
"""
LIMIT = """
[thresholds.most]
value = 100
unit = "{unit}"
basis = "default"
"""


def says(one: str, item: str, other: str, rest: str = "") -> list[str]:
    text = TORN.format(one=one, item=item, other=other) + rest
    return [each.removeprefix(PATH).strip() for each in faults(small() | {PATH: text})]


def test_two_answers_may_stand_against_each_other() -> None:
    assert says('said = "yes"', "fever", 'said = "no"') == []
    assert says('said = "yes"', "pressure", 'reaching = "most"', LIMIT.format(unit="mmHg")) == []


@pytest.mark.parametrize(
    ("given", "fault"),
    [
        (('said = "yes"', "numb", 'said = "no"'), "other.item  is the item of the other clause too"),
        (("", "fever", 'said = "no"'), 'one.said  "numb" is answered yes or no'),
        (('said = "yes"', "pressure", 'said = "no"'), 'other.said  asks "pressure" for yes or no'),
        (
            ('said = "yes"', "pressure", 'below = "least"'),
            'other.below  names "least", which is no threshold',
        ),
        (
            ('said = "yes"', "pressure", 'reaching = "most"', LIMIT.format(unit="years")),
            'other.reaching  is in "years"',
        ),
        (
            ('said = "yes"', "pressure", "", LIMIT.format(unit="mmHg")),
            "thresholds.most  is compared with nothing",
        ),
        (('said = "yes"', "gone", 'said = "no"'), 'other.item  names "gone", which no screen asks'),
        (
            ('said = "yes"', "pressure", 'reaching_item = "numb"'),
            'other.reaching_item  is in "None"',
        ),
    ],
)
def test_what_cannot_be_met_is_told(given: tuple[str, ...], fault: str) -> None:
    found = says(*given)
    assert len(found) == 1
    assert found[0].startswith(fault)


def test_only_a_background_item_can_last() -> None:
    (found,) = told(
        "screening/screens/first.toml", 'kind = "emergency"', 'kind = "emergency"\nlasting = true'
    )
    assert "items[0].lasting" in found
