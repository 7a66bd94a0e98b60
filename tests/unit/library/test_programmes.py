"""Programmes and the sentences of rules."""

import pytest

from tests.unit.library.small import LIMIT, changed, faults, small, told

LITTLE, RULE = "programmes/little.toml", "rules/settled.toml"
SLOTS = "phases[0].sessions[0].slots"
ONE = '{ id = "one", patterns = ["bridge"] }'


@pytest.mark.parametrize(
    ("slot", "says"),
    [
        (
            '{ id = "one" }',
            "patterns  or exercise must be given, and neither is; give exactly one of the two",
        ),
        (
            '{ id = "one", patterns = ["bridge"], exercise = "low-bridge" }',
            "patterns  or exercise must be given, and both are; give exactly one of the two",
        ),
        (
            '{ id = "one", patterns = ["bridge"], reps = [12, 8] }',
            "reps  is [12, 8]; write the lower number first",
        ),
        (
            '{ id = "one", patterns = ["hip", "pull"] }',
            "patterns  has no exercise in the library; write one of pattern hip or pull",
        ),
    ],
)
def test_a_slot_can_be_filled(slot: str, says: str) -> None:
    assert told(LITTLE, ONE, slot) == [f"{LITTLE}  {SLOTS}[0].{says}"]


def test_a_pattern_is_not_called_empty_while_an_exercise_cannot_be_read() -> None:
    texts = changed(LITTLE, ONE, '{ id = "one", patterns = ["hip"] }') | {"exercises/x.toml": "="}
    assert [line.split("  ")[0] for line in faults(texts)] == ["exercises/x.toml"]


def test_slots_sessions_and_phases_have_ids_of_their_own() -> None:
    text = small()[LITTLE].replace('id = "two"', 'id = "one"')
    session = text[text.index("[[phases.sessions]]") :]
    phase = text[text.index("[[phases]]") :]
    assert faults(small() | {LITTLE: text + session + phase}) == [
        f'{LITTLE}  phases[1].id  "first" stands twice; give each its own',
        f'{LITTLE}  phases[0].sessions[1].id  "a" stands twice; give each its own',
        f'{LITTLE}  {SLOTS}[1].id  "one" stands twice; give each its own',
        f'{LITTLE}  phases[0].sessions[1].slots[1].id  "one" stands twice; give each its own',
        f'{LITTLE}  phases[1].sessions[0].slots[1].id  "one" stands twice; give each its own',
    ]


@pytest.mark.parametrize(
    ("sentence", "says"),
    [
        ("{days!r} days", ["has {days} with more than a plain name in it; write {name}"]),
        ("{days:.0f} days", ["has {days} with more than a plain name in it; write {name}"]),
        ("{a.b} days", ["has {a.b} with more than a plain name in it; write {name}"]),
        ("{} days", ["has {} with more than a plain name in it; write {name}"]),
        ("{days days", ["has a brace without its partner; write {name}, or {{ for a brace"]),
        ("{{days}} of {days}", []),
    ],
)
def test_the_braces_of_a_sentence_hold_plain_names(sentence: str, says: list[str]) -> None:
    old = "{exercise} went well for {days} days."
    assert told(RULE, old, sentence) == [f"{RULE}  says  {each}" for each in says]


@pytest.mark.parametrize(
    ("name", "says"),
    [
        ("progression/raises.load_cap", []),
        (
            "progression/raises.load_kap",
            [
                'names "progression/raises.load_kap", which is no number here; '
                'did you mean "progression/raises.load_cap"?'
            ],
        ),
        (
            "load",
            ['names "load", which is no number here; write its address as in progression/raises.load_cap'],
        ),
    ],
)
def test_a_rule_goes_by_numbers_that_are_there(name: str, says: list[str]) -> None:
    old = 'reviewed_by = ""'
    found = told(RULE, old, f'goes_by = ["{name}"]\nreviewed_by = ""')
    assert found == [f"{RULE}  goes_by[0]  {each}" for each in says]


def test_a_limit_that_no_rule_carries_is_no_fault() -> None:
    texts = small() | {"screening/limits/spare.toml": LIMIT.replace("short-holds", "spare")}
    assert faults(texts) == []
