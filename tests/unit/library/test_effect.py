"""What hangs on a file."""

import pytest

from gradus.library.effect import effect
from gradus.library.load import read
from gradus.vocabulary.ids import ThresholdId
from tests.unit.library.small import small

SPECS = {
    "progression/pain.toml": "thresholds = "
    '["progression/pain-limits.acceptable_during"]\nrules = ["settled"]',
    "progression/again.toml": 'thresholds = ["progression/pain-limits.acceptable_during"]\nrules = []',
    "screening/pressure.toml": 'thresholds = ["screening/rules/pressure.systolic"]\nrules = ["pressure"]',
    "screening/plain.toml": 'title = "No list at all"',
}


def test_a_threshold_shows_its_examples_and_the_rules_named_with_it() -> None:
    found = effect(read(small()), SPECS, "progression/pain-limits.toml")
    hanging = {each.id: each for each in found.thresholds}
    tried = hanging[ThresholdId("progression/pain-limits.acceptable_during")]
    untried = hanging[ThresholdId("progression/pain-limits.rise_by_morning")]
    assert tried.threshold.value == 1
    assert (tried.examples, tried.rules) == (
        ("progression/again.toml", "progression/pain.toml"),
        ("settled",),
    )
    assert (untried.examples, untried.rules) == ((), ())
    assert found.examples == tried.examples
    assert found.named_by == ()


def test_a_threshold_of_a_screening_rule_hangs_on_that_rule() -> None:
    found = effect(read(small()), {}, "screening/rules/pressure.toml")
    assert [(each.id, each.rules) for each in found.thresholds] == [
        ("screening/rules/pressure.systolic", ("pressure",))
    ]


def test_a_rule_shows_the_examples_that_expect_it() -> None:
    assert effect(read(small()), SPECS, "rules/settled.toml").examples == ("progression/pain.toml",)


@pytest.mark.parametrize(
    ("path", "named_by"),
    [
        ("sources/tester-2019.toml", ("measures/hold.toml",)),
        ("measures/hold.toml", ("exercises/high-bridge.toml", "programmes/little.toml")),
        ("exercises/low-bridge.toml", ("exercises/high-bridge.toml", "programmes/little.toml")),
        ("screening/limits/short-holds.toml", ("screening/rules/pressure.toml",)),
        ("screening/screens/first.toml", ("screening/rules/infection.toml", "screening/rules/numbness.toml")),
    ],
)
def test_a_file_is_shown_with_the_files_that_name_it(path: str, named_by: tuple[str, ...]) -> None:
    assert effect(read(small()), {}, path).named_by == named_by


def test_a_file_that_is_not_there_is_refused_with_the_nearest() -> None:
    with pytest.raises(LookupError, match=r'no file "rules/setled.toml"; did you mean "rules/settled.toml"'):
        effect(read(small()), {}, "rules/setled.toml")
