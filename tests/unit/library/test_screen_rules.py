"""Conditions, thresholds and limits of screening rules."""

import pytest

from tests.unit.library.small import changed, faults, told

PRESSURE = "screening/rules/pressure.toml"
INFECTION = "screening/rules/infection.toml"
COMPARE = 'when = { number = "pressure", reaching = "systolic" }'
LIMITED = 'basis = "default"\nlimits = ["short-holds"]'


@pytest.mark.parametrize("action", [0, 1])
def test_a_level_at_which_nobody_trains_carries_no_limits(action: int) -> None:
    assert told(PRESSURE, "action = 3", f"action = {action}") == [
        f"{PRESSURE}  limits  does not belong to A{action}, where nobody trains; take it out"
    ]


@pytest.mark.parametrize("action", [2, 3, 4])
def test_other_levels_may_carry_limits(action: int) -> None:
    assert told(PRESSURE, "action = 3", f"action = {action}") == []


@pytest.mark.parametrize("action", [0, 1, 3, 4])
def test_only_a_review_can_close_calm_work_too(action: int) -> None:
    says = f"{PRESSURE}  closes_all  does not belong to A{action}; a review (A2) alone can be stricter so"
    assert says in told(PRESSURE, "action = 3", f"action = {action}\ncloses_all = true")


def test_a_review_may_close_calm_work_too() -> None:
    assert told(PRESSURE, "action = 3", "action = 2\ncloses_all = true") == []


@pytest.mark.parametrize(
    ("condition", "says"),
    [
        (
            '{ any = ["numb", "fever-long", { all = [] }] }',
            "when.any[2].all  is empty; name at least one condition",
        ),
        ('{ all = ["fever-long", { any = [] }] }', "when.all[1].any  is empty; name at least one condition"),
        (
            '{ at_least = 3, of = ["fever", "fever-long"] }',
            "when.at_least  is 3, but of has 2; write a smaller number or more conditions",
        ),
        (
            '{ any = ["fever-long", "pressure"] }',
            'when.any[1]  names "pressure", which asks for a number; compare it with a threshold',
        ),
        (
            '{ any = ["fever-long", { number = "fever" }] }',
            "when.any[1].number  is compared 0 ways; write exactly one of: above, reaching, below",
        ),
    ],
)
def test_a_condition_can_be_met(condition: str, says: str) -> None:
    texts = changed(INFECTION, "when = {", f"when = {condition} #")
    assert f"{INFECTION}  {says}" in faults(texts)


@pytest.mark.parametrize(
    ("condition", "says"),
    [
        (
            '{ number = "pressure", reaching = "systolic", above = "systolic" }',
            ["when.number  is compared 2 ways; write exactly one of: above, reaching, below"],
        ),
        (
            '{ any = ["fever", { number = "pressure", above = "sistolic" }] }',
            [
                'when.any[1].above  names "sistolic", which is no threshold of this rule; did '
                'you mean "systolic"?',
                "thresholds.systolic  is compared with nothing; use it in when, or take it out",
            ],
        ),
        (
            '{ any = [{ number = "pressure", below = "zzz" }, { number = "pressure", above = "systolic" }] }',
            ['when.any[0].below  names "zzz", which is no threshold of this rule; write [thresholds.zzz]'],
        ),
        (
            '{ any = [{ number = "fever", above = "systolic" }, { number = "pressure", above = '
            '"systolic" }] }',
            ['when.any[0].number  names "fever", which is answered yes or no; name an item of kind "number"'],
        ),
    ],
)
def test_a_comparison_names_a_number_and_one_of_the_rules_thresholds(condition: str, says: list[str]) -> None:
    assert told(PRESSURE, COMPARE, f"when = {condition}") == [f"{PRESSURE}  {each}" for each in says]


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        (
            'unit = "mmHg"',
            'unit = "kg"',
            ['when.reaching  is in "kg", but "pressure" is asked in "mmHg"; use one unit'],
        ),
        (
            "value = 160",
            "value = 251",
            ['when.reaching  is 251, but "pressure" goes from 60 to 250; keep inside'],
        ),
        ("value = 160", "value = 250", []),
    ],
)
def test_a_threshold_lies_where_its_number_can_be(old: str, new: str, says: list[str]) -> None:
    assert told(PRESSURE, old, new) == [f"{PRESSURE}  {each}" for each in says]


def test_a_comparison_with_an_item_of_broken_bounds_is_told_of_the_item_alone() -> None:
    texts = changed("screening/screens/second.toml", "lowest = 60\n", "")
    assert [line.split("  ")[1] for line in faults(texts)] == ["items[0].lowest"]
