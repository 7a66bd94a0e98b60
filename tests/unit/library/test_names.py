"""Names between files."""

import pytest

from gradus.library.load import Overlay, read
from gradus.vocabulary.ids import RuleId
from tests.unit.library.small import EXERCISE, ITEM, SOURCE, changed, faults, small, told

LOW = "exercises/low-bridge.toml"


@pytest.mark.parametrize(
    ("path", "old", "new", "says"),
    [
        (
            LOW,
            'harder = "high-bridge"',
            'harder = "high-bridge"\ncites = ["tester-20"]',
            'cites[0]  names "tester-20", which sources/ does not have; did you mean "tester-2020"?',
        ),
        (
            LOW,
            'harder = "high-bridge"',
            'harder = "high-bridge"\ncites = ["who-1"]',
            'cites[0]  names "who-1", which sources/ does not have; write it in '
            "sources/who-1.toml, or take the "
            "name out",
        ),
        (
            "screening/rules/pressure.toml",
            "short-holds",
            "short-hold",
            'limits[0]  names "short-hold", which screening/limits/ does not have; did you '
            'mean "short-holds"?',
        ),
        (
            "screening/rules/numbness.toml",
            'when = "numb"',
            'when = { any = ["numb", "fevr"] }',
            'when.any[1]  names "fevr", which no screen asks; did you mean "fever"?',
        ),
        (
            "screening/rules/numbness.toml",
            'when = "numb"',
            'when = { any = ["numb", "zzz"] }',
            'when.any[1]  names "zzz", which no screen asks; write it in a screen, or take the name out',
        ),
        (
            "screening/screens/first.toml",
            'after = "fever"',
            'after = "fevr"',
            'items[2].after  names "fevr", which no screen asks; did you mean "fever"?',
        ),
        (
            "programmes/little.toml",
            'exercise = "low-bridge"',
            'exercise = "low-bridges"',
            'phases[0].sessions[0].slots[1].exercise  names "low-bridges", which exercises/ '
            "does not have; did "
            'you mean "low-bridge"?',
        ),
        (
            "programmes/little.toml",
            'measures = ["hold"]',
            'measures = ["holds"]',
            'measures[0]  names "holds", which measures/ does not have; did you mean "hold"?',
        ),
        (
            "exercises/high-bridge.toml",
            'measure = "hold"',
            'measure = "holt"',
            'entry.measure  names "holt", which measures/ does not have; did you mean "hold"?',
        ),
    ],
)
def test_a_name_of_nothing_is_told_with_the_nearest_name(path: str, old: str, new: str, says: str) -> None:
    assert told(path, old, new) == [f"{path}  {says}"]


def test_a_neighbour_that_does_not_exist_is_told() -> None:
    texts = small()
    texts["exercises/lone-bridge.toml"] = EXERCISE.format(
        id="lone-bridge", code="B03", more='harder = "mid-bridge"'
    )
    assert faults(texts)[0].startswith(
        'exercises/lone-bridge.toml  harder  names "mid-bridge", which exercises/'
    )


def test_a_source_that_nobody_cites_is_told() -> None:
    texts = small() | {"sources/tester-2000.toml": SOURCE.format(id="tester-2000", read="full")}
    assert faults(texts) == [
        'sources/tester-2000.toml  id  "tester-2000" is cited nowhere; cite it, or take the file away'
    ]


def test_a_source_is_not_called_uncited_while_a_file_cannot_be_read() -> None:
    texts = small() | {"sources/tester-2000.toml": SOURCE.format(id="tester-2000", read="full"), LOW: "="}
    assert [line.split("  ")[0] for line in faults(texts)] == [LOW]


def test_an_overlay_may_leave_a_packaged_source_uncited() -> None:
    rule = small()["rules/settled.toml"]
    ours = rule.replace('basis = "source"', 'basis = "default"').replace('cites = ["tester-2020"]\n', "")
    library = read(small(), Overlay("oak-clinic", {"rules/settled.toml": ours}))
    assert library.rules[RuleId("settled")].cites == ()


def test_a_question_that_no_rule_uses_is_told() -> None:
    path = "screening/screens/first.toml"
    texts = small()
    texts[path] += ITEM.format(id="idle", kind="event")
    assert faults(texts) == [f'{path}  items[3].id  "idle" is used by no rule; add a rule, or do not ask it']


def test_leading_to_a_follow_up_is_no_use_by_itself() -> None:
    path = "screening/screens/first.toml"
    texts = small()
    texts[path] += (
        ITEM.format(id="idle", kind="event") + ITEM.format(id="idler", kind="event") + 'after = "idle"\n'
    )
    assert [line.split('"')[1] for line in faults(texts)] == ["idle", "idler"]


def test_a_question_is_not_called_unused_while_a_screening_rule_cannot_be_read() -> None:
    texts = changed("screening/rules/infection.toml", "action = 1", 'action = "A1"')
    assert [line.split("  ")[1] for line in faults(texts)] == ["action"]


def test_a_rule_and_a_screening_rule_do_not_share_an_id() -> None:
    texts = small()
    texts["rules/numbness.toml"] = texts["rules/settled.toml"].replace('"settled"', '"numbness"')
    assert faults(texts) == [
        'rules/numbness.toml  id  "numbness" is a screening rule too; rename one of the two'
    ]
