"""The table of steps decides: another table decides otherwise, and every name in it is one function."""

from string import Formatter
from typing import Any, get_args

from gradus.library.library import Library
from gradus.library.load import Overlay, packaged, read
from gradus.library.types import Way, When
from gradus.progression.conditions import CONDITIONS
from gradus.progression.ways import WAYS
from gradus.progression.words import WORDS
from gradus.record.parts import ShownItem
from tests.training import Life

PATH = "progression/steps.toml"
TOP: dict[str, Any] = {
    "exercise": "goblet-squat",
    "dose": {"sets": 3, "amount": 12, "load_kg": 10.0},
    "weights": [10.0, 10.5],
    "sessions": [{"day": 0}, {"day": 3}],
}
OF_WAYS = {"days", "percent", "load", "top", "reserve"}
"""Words that a way brings, because only it knows them."""


def overlaid(old: str, new: str) -> Library:
    """The packaged library under a table with one text changed."""
    text = packaged()[PATH]
    assert text.count(old) == 1
    return read(packaged(), Overlay("clinic", {PATH: text.replace(old, new)}))


def shown(course: dict[str, Any], library: Library) -> ShownItem:
    prescribed = Life(course, library).ask()
    return (*prescribed.items, *prescribed.left_out)[0]


def test_every_condition_and_every_way_that_a_table_may_name_is_one_function() -> None:
    assert set(CONDITIONS) == set(get_args(When))
    assert set(WAYS) == set(get_args(Way))


def test_the_packaged_table_names_every_condition_and_every_way(library: Library) -> None:
    rows = [row for part in library.steps.parts.values() for row in part]
    assert {each for row in rows for each in (*row.when, *row.unless)} == set(CONDITIONS)
    assert {row.dose for row in rows} - {None} == set(WAYS)


def test_every_sentence_of_the_table_names_known_words(library: Library) -> None:
    rules = {row.reason for part in library.steps.parts.values() for row in part} - {None}
    own = {rule for rule in rules if rule in READY}
    holes = {
        f"{rule}: {name}"
        for rule in rules - own
        for _, name, _, _ in Formatter().parse(library.rules[rule].says)  # type: ignore[index]
        if name is not None and name not in WORDS and name not in OF_WAYS
    }
    assert holes == set()


READY = {
    "locked-by-clinician",
    "retired-for-now",
    "calm-only-until-seen",
    "limit-stands-against",
    "support-not-there",
    "equipment-gone",
    "position-gone",
    "flare-not-better",
    "flares-too-many",
}
"""Reasons that come with their sentence made."""


def test_a_row_put_first_goes_first(library: Library) -> None:
    assert shown(TOP, library).dose.load_kg == 10.5
    row = '    { dose = "heavier-weight", step = "progress", reason = "heavier-load" },\n'
    harder_first = (
        '    { unless = ["named-by-the-programme"], dose = "harder-rung", step = "progress",'
        ' reason = "harder-rung" },\n'
    )
    bridge = {"exercise": "glute-bridge", "dose": {"amount": 15, "top": 15}, "sessions": TOP["sessions"]}
    assert shown(bridge, library).exercise == "bridge-march"
    never_harder = shown(bridge, overlaid(harder_first, ""))
    assert (never_harder.exercise, never_harder.because[0].rule) == ("glute-bridge", "no-harder-step-open")
    assert shown(TOP, overlaid(row, "")).because[0].rule == "stays-at-the-top"


def test_a_stricter_row_holds_what_would_have_risen(library: Library) -> None:
    row = '    { dose = "reserve-comes-back", step = "progress", reason = "reserve-comes-back" },\n'
    stricter = '    { when = ["morning-after-unknown"], step = "hold", reason = "morning-unknown" },\n'
    course = TOP | {"dose": {"sets": 3, "amount": 10}, "sessions": [{"day": 0, "morning": "untold"}]}
    course |= {"mornings": [{"day": 2, "pain": "untold"}]}
    assert shown(course, library).because[0].rule == "a-little-more"
    assert shown(course, overlaid(row, stricter + row)).because[0].rule == "morning-unknown"


def test_parts_in_another_order_decide_in_another_order(library: Library) -> None:
    flared = {
        "exercise": "bird-dog",
        "dose": {"sets": 4, "amount": 8},
        "sessions": [{"day": 0}],
        "on": 20,
        "flares": [{"day": 19}],
    }
    assert [each.rule for each in shown(flared, library).because] == ["back-after-weeks", "flare-calm"]
    order = '    "nothing-new-in-a-flare",\n    "flare",\n'
    away = '    "time-away",\n'
    other = overlaid(away + order, order + away)
    assert [each.rule for each in shown(flared, other).because] == ["flare-calm", "back-after-weeks"]


def test_what_a_table_asks_of_a_turn_before_there_is_one_does_not_hold() -> None:
    library = overlaid(
        "last-time = [\n",
        'last-time = [\n    { when = ["sore-after"], step = "pause", reason = "sore-after" },\n',
    )
    assert shown({"exercise": "bird-dog", "on": 0}, library).step == "start"
