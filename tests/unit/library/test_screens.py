"""Screens, their questions, and the action levels."""

import pytest

from tests.unit.library.small import ACTION, changed, faults, small, told

FIRST, SECOND = "screening/screens/first.toml", "screening/screens/second.toml"


def test_two_screens_do_not_share_an_order() -> None:
    assert told(SECOND, "order = 2", "order = 1") == [
        f"{SECOND}  order  is 1, as first has it; give each screen its own"
    ]


def test_an_item_is_asked_once_on_all_screens() -> None:
    texts = changed(SECOND, 'id = "pressure"', 'id = "fever"')
    assert f'{SECOND}  items[0].id  "fever" is asked twice; ids stand once on all screens' in faults(texts)


@pytest.mark.parametrize(
    ("path", "old", "new", "says"),
    [
        (
            FIRST,
            'again = "Asked again"',
            'again = " "',
            'items[0].again  is missing; an emergency answered "not sure" is asked again in other words',
        ),
        (
            FIRST,
            'again = "Asked again"',
            'again = "Asked again"\nunit = "days"',
            'items[0].unit  does not belong to an item of kind "emergency"; take it out, or '
            'write kind = "number"',
        ),
        (
            SECOND,
            "highest = 250\n",
            "",
            "items[0].highest  is missing; a number has unit, lowest and highest",
        ),
        (SECOND, "lowest = 60\n", "", "items[0].lowest  is missing; a number has unit, lowest and highest"),
        (
            SECOND,
            'unit = "mmHg"\n',
            "",
            "items[0].unit  is missing; a number has unit, lowest and highest",
        ),
        (
            SECOND,
            "lowest = 60",
            "lowest = 250",
            "items[0].lowest  is 250, not below highest; write a number below 250",
        ),
        (
            FIRST,
            'after = "fever"',
            'after = "fever-long"',
            'items[2].after  names "fever-long", which is not asked before it; move one of the two',
        ),
    ],
)
def test_an_item_can_be_asked(path: str, old: str, new: str, says: str) -> None:
    assert f"{path}  {says}" in told(path, old, new)


def test_a_follow_up_stands_after_its_question_and_may_stand_on_a_later_screen() -> None:
    assert told(SECOND, "optional = true", 'optional = true\nafter = "fever"') == []
    texts = changed(FIRST, 'after = "fever"', 'after = "pressure"')
    assert (
        f'{FIRST}  items[2].after  names "pressure", which is not asked before it; move one of the two'
        in faults(texts)
    )


def test_a_number_has_no_follow_up() -> None:
    texts = changed(SECOND, "order = 2", "order = 1")
    texts[FIRST] = (
        texts[FIRST].replace("order = 1", "order = 2").replace('after = "fever"', 'after = "pressure"')
    )
    assert faults(texts) == [
        f'{FIRST}  items[2].after  names "pressure", which asks for a number; follow a '
        f"question with yes and no"
    ]


def test_all_five_action_levels_are_there() -> None:
    texts = small()
    del texts["screening/actions/a2.toml"]
    assert faults(texts) == ["screening/actions/a2.toml  file  is missing; write what A2 tells people"]


@pytest.mark.parametrize(("id_", "says"), [("a1", "write 1, as its id says"), ("a5", "keep a0 to a4 only")])
def test_an_action_level_is_what_its_name_says(id_: str, says: str) -> None:
    path = f"screening/actions/{id_}.toml"
    text = ACTION.format(level=4).replace('"a4"', f'"{id_}"')
    assert faults(small() | {path: text}) == [f"{path}  level  is 4; {says}"]
