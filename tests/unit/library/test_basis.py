"""No bare number, and no signature without a day."""

import pytest

from tests.unit.library.small import told

MORNINGS = "progression/mornings.toml"
DAYS = 'recent_days = { value = 1, unit = "count", basis = "default" }'
RULE = "rules/settled.toml"


@pytest.mark.parametrize(
    ("threshold", "says"),
    [
        ('basis = "source"', ['recent_days.cites  is empty; basis "source" cites at least one source']),
        (
            'basis = "derived", arithmetic = "2 x 3"',
            ['recent_days.cites  is empty; basis "derived" cites at least one source'],
        ),
        (
            'basis = "recalled", confidence = "high"',
            ['recent_days.cites  is empty; basis "recalled" cites at least one source'],
        ),
        (
            'basis = "derived", arithmetic = " ", cites = ["tester-2020"]',
            ['recent_days.arithmetic  is missing; basis "derived" shows how the number was reached'],
        ),
        (
            'basis = "recalled", cites = ["tester-2019"]',
            ['recent_days.confidence  is missing; basis "recalled" says one of: high, medium'],
        ),
        (
            'basis = "default", confidence = "high"',
            ['recent_days.confidence  does not belong to basis "default"; take it out, or write "recalled"'],
        ),
        (
            'basis = "source", cites = ["tester-2019"]',
            [
                'recent_days.basis  is "source", but none of its sources was read; write '
                '"recalled" and a confidence'
            ],
        ),
        ('basis = "source", cites = ["tester-2019", "tester-2020"]', []),
        ('basis = "derived", arithmetic = "2 x 3 = 6", cites = ["tester-2020"]', []),
        ('basis = "recalled", confidence = "medium", cites = ["tester-2019"]', []),
    ],
)
def test_a_threshold_says_what_it_rests_on(threshold: str, says: list[str]) -> None:
    new = f'recent_days = {{ value = 1, unit = "count", {threshold} }}'
    assert told(MORNINGS, DAYS, new) == [f"{MORNINGS}  {each}" for each in says]


def test_a_rule_that_is_no_default_cites() -> None:
    assert told(RULE, 'basis = "source"\ncites = ["tester-2020"]', 'basis = "recalled"') == [
        f'{RULE}  cites  is empty; basis "recalled" cites at least one source',
        f'{RULE}  confidence  is missing; basis "recalled" says one of: high, medium',
        'sources/tester-2020.toml  id  "tester-2020" is cited nowhere; cite it, or take the file away',
    ]


@pytest.mark.parametrize(
    ("signature", "says"),
    [
        ('reviewed_by = "Dr Tester"', 'is missing; write the day on which "Dr Tester" reviewed this'),
        (
            'reviewed_by = " "\nreviewed_on = 2026-03-01',
            "is 2026-03-01, but nobody signed; write reviewed_by, or take it out",
        ),
    ],
)
def test_a_signature_has_a_name_and_a_day(signature: str, says: str) -> None:
    assert told(RULE, 'reviewed_by = ""', signature) == [f"{RULE}  reviewed_on  {says}"]
