"""Measures: room, units, items that make the score, and what others reached."""

import pytest

from gradus.library.load import read
from gradus.vocabulary.ids import MeasureId
from tests.unit.library.small import changed, faults, told

HOLD = "measures/hold.toml"
UNSIGNED = 'reviewed_by = ""'
UNITED = 'unit = "seconds"\nbetter'
TWO = '{ id = "a", lowest = 0, highest = 100 }, { id = "b", lowest = 0, highest = 200 }'
NORM = 'who = "Others", unit = "seconds", basis = "source", cites = ["tester-2020"]'


def with_more(more: str) -> list[str]:
    """What is said of the measure when these keys are added."""
    # entry.at_least of 30 needs room too
    return [
        line.removeprefix(f"{HOLD}  ")
        for line in told(HOLD, UNSIGNED, f"{UNSIGNED}\n{more}")
        if line.startswith(HOLD)
    ]


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ("lowest = 0", "lowest = 300", ["lowest  is 300, not below highest; write a number below 300"]),
        ('20, unit = "seconds"', '20, unit = "kg"', ['mdc95.unit  is "kg"; write one of: seconds, percent']),
        ('20, unit = "seconds"', '20, unit = "percent"', []),
        (
            'reviewed_by = ""',
            'reviewed_by = ""\nmic_percent = { value = 30, unit = "seconds", basis = "default" }',
            ['mic_percent.unit  is "seconds"; write one of: percent'],
        ),
    ],
)
def test_a_measure_has_room_and_one_unit(old: str, new: str, says: list[str]) -> None:
    # entry.at_least of 30 needs room too
    found = [line for line in told(HOLD, old, new) if line.startswith(HOLD)]
    assert found == [f"{HOLD}  {each}" for each in says]


@pytest.mark.parametrize(
    ("more", "says"),
    [
        (f"items = [{TWO}]", []),
        ('items = [{ id = "a", lowest = 0, highest = 300 }]\nscoring = "mean"', []),
        (
            f'items = [{TWO}]\nscoring = "mean"',
            ["highest  is 300, but the mean of the items' highest is 150; write 150, or mend the items"],
        ),
        (
            'items = [{ id = "a", lowest = 1, highest = 300 }]',
            ["lowest  is 0, but the sum of the items' lowest is 1; write 1, or mend the items"],
        ),
        (
            f"items = [{TWO.replace('b', 'a')}]",
            ['items[1].id  "a" stands twice; give each its own'],
        ),
        (
            'items = [{ id = "a", lowest = 0, highest = 0 }, { id = "b", lowest = 0, highest = 300 }]',
            ["items[0].lowest  is 0, not below highest; write a number below 0"],
        ),
        (
            'wording = "operator"',
            ["items  is missing; a measure whose wording is the operator's lists its items, to be scored by"],
        ),
        (f'wording = "operator"\nitems = [{TWO}]', []),
        (f'wording = "operator"\nitems = [{TWO}]'.replace("{ id", '{ words = "Sore?", id'), []),
        (
            f'wording = "operator"\nitems = [{TWO}]'.replace("{ id", '{ words = "Sore?", id', 1),
            ["items[1].words  is missing; give each item its words, or none"],
        ),
    ],
)
def test_items_add_up_to_the_range(more: str, says: list[str]) -> None:
    assert with_more(more) == says


@pytest.mark.parametrize(
    ("norm", "says"),
    [
        ("value = 30, sd = 5", []),
        ('value = 30, middle = "median", low = 20, high = 40', []),
        ('high = 40, ends = "limits"', []),
        ("value = 400", []),
        ("", ["norms[0].value  is missing; write a value, or low or high, or all three"]),
        (
            "value = 30, low = 40",
            ["norms[0].low  value and high are not in order; write the smallest as low"],
        ),
        ("low = 40, high = 30", ["norms[0].low  value and high are not in order; write the smallest as low"]),
        ("low = 20, sd = 5", ["norms[0].sd  belongs to a mean; write the mean as value, or take it out"]),
        (
            'value = 30, middle = "median", sd = 5',
            ["norms[0].sd  belongs to a mean; write the mean as value, or take it out"],
        ),
    ],
)
def test_a_norm_can_be_read(norm: str, says: list[str]) -> None:
    assert with_more(f"norms = [{{ {NORM}{', ' if norm else ''}{norm} }}]") == says


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ('"seconds"', '"reps"', ['norms[0].unit  is "reps"; write "seconds", as hold is taken']),
        (
            '"source"',
            '"default"',
            ['norms[0].basis  is "default"; what people reached is "source" or "recalled"'],
        ),
        (
            '"source"',
            '"derived"',
            ['norms[0].basis  is "derived"; what people reached is "source" or "recalled"'],
        ),
        (
            '"source"',
            '"recalled"',
            ['norms[0].confidence  is missing; basis "recalled" says one of: high, medium'],
        ),
        (
            '"tester-2020"',
            '"tester-2019"',
            [
                'norms[0].basis  is "source", but none of its sources was read; write '
                '"recalled" and a confidence'
            ],
        ),
        (
            ', cites = ["tester-2020"]',
            "",
            ['norms[0].cites  is empty; basis "source" cites at least one source'],
        ),
    ],
)
def test_a_norm_is_in_the_unit_of_its_measure_and_rests_on_people(
    old: str, new: str, says: list[str]
) -> None:
    assert with_more(f"norms = [{{ {NORM.replace(old, new)}, value = 30 }}]") == says


def test_what_is_better_neither_way_has_no_verdict_and_lets_nobody_in() -> None:
    assert told(HOLD, 'better = "higher"', 'better = "neither"') == [
        'exercises/high-bridge.toml  entry.measure  is "hold", which is better "neither" way; '
        "name another measure",
        f'{HOLD}  mdc95  does not belong to a measure that is better "neither" way; take it out',
    ]


def test_a_measure_is_read_with_its_items_and_norms() -> None:
    more = f"items = [{TWO}]\nnorms = [{{ {NORM}, value = 30 }}]"
    texts = changed(HOLD, UNSIGNED, f"{UNSIGNED}\n{more}")
    assert faults(texts) == []
    measure = read(texts).measures[MeasureId("hold")]
    assert [(item.id, item.lowest, item.highest) for item in measure.items] == [("a", 0, 100), ("b", 0, 200)]
    assert [(norm.value, norm.sd, norm.low, norm.middle) for norm in measure.norms] == [
        (30, None, None, "mean")
    ]
