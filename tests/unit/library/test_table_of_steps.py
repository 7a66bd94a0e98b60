"""A table of steps that cannot be right is refused when it is loaded, and says where."""

import pytest

from gradus.library.faults import ContentFault
from gradus.library.load import Overlay, packaged, read

PATH = "progression/steps.toml"
TEXT = packaged()[PATH]


def faults(*changes: tuple[str, str]) -> list[str]:
    """The faults of the table with these texts in the places of others, each as "where says"."""
    text = TEXT
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    try:
        read(packaged(), Overlay("clinic", {PATH: text}))
    except ContentFault as error:
        return [f"{each.where} {each.says}" for each in error.faults]
    return []


def row(reason: str) -> str:
    """The only row with this reason, with its line's end."""
    (line,) = [line for line in TEXT.splitlines(keepends=True) if f'reason = "{reason}"' in line]
    return line


def without(reason: str) -> tuple[str, str]:
    return row(reason), ""


MISSES = row("not-all-done")
LIMIT = row("pain-above-limit")
RISE = row("a-little-more")


def test_the_table_as_it_stands_has_no_fault() -> None:
    assert faults() == []


@pytest.mark.parametrize(
    ("reason", "guard"),
    [
        ("leg-symptoms", "leg-symptoms"),
        ("pain-above-limit", "pain-above-limit"),
        ("pain-while-irritable", "pain-while-irritable"),
        ("start-dose", "first-time"),
        ("not-all-done", "not-all-done"),
        ("pain-not-told", "pain-not-told"),
        ("something-new-holds", "something-new"),
        ("morning-was-worse", "morning-was-worse"),
        ("mornings-hold", "mornings-stay-worse"),
        ("reserve-not-told", "reserve-not-told"),
        ("reserve-too-small", "reserve-too-small"),
    ],
)
def test_what_stands_before_a_rise_cannot_be_taken_away(reason: str, guard: str) -> None:
    assert any(f'stops at "{guard}" alone' in each for each in faults(without(reason)))


def test_nor_can_the_holding_in_the_middle_band() -> None:
    old = '    { when = ["pain-in-the-middle"], then = "pain-in-the-middle" },\n'
    assert any('stops at "pain-in-the-middle" alone' in each for each in faults((old, "")))


def test_nor_moved_behind_the_rises() -> None:
    later = faults((MISSES, ""), (RISE, RISE + MISSES))
    assert any('stops at "not-all-done" alone' in each for each in later)


def test_nor_be_narrowed_by_a_further_condition() -> None:
    narrow = MISSES.replace('when = ["not-all-done"]', 'when = ["not-all-done", "walking"]')
    assert any('stops at "not-all-done" alone' in each for each in faults((MISSES, narrow)))
    narrow = MISSES.replace('step = "hold"', 'unless = ["walking"], step = "hold"')
    assert any('stops at "not-all-done" alone' in each for each in faults((MISSES, narrow)))


def test_nor_may_it_hold_where_it_should_lower() -> None:
    milder = '    { when = ["pain-above-limit"], step = "hold", reason = "pain-above-limit" },\n'
    assert any('stops at "pain-above-limit" alone' in each for each in faults((LIMIT, milder)))


def test_nothing_that_holds_goes_before_what_lowers_after_red() -> None:
    found = faults((MISSES, ""), (LIMIT, MISSES + LIMIT))
    assert any("goes before what lowers after red" in each for each in found)


def test_a_bigger_step_waits_for_the_top_twice_running() -> None:
    assert any('unless "top-often-enough"' in each for each in faults(without("top-once")))


def test_a_rise_is_called_a_rise() -> None:
    renamed = RISE.replace('step = "progress"', 'step = "hold"')
    assert any('write step = "progress"' in each for each in faults((RISE, renamed)))


def test_what_is_no_rise_is_not_called_one() -> None:
    renamed = MISSES.replace('step = "hold"', 'step = "progress"')
    assert any("calls a rise what is none" in each for each in faults((MISSES, renamed)))


def test_only_a_first_time_is_called_a_start() -> None:
    renamed = MISSES.replace('step = "hold"', 'step = "start"')
    assert any('ask for "first-time"' in each for each in faults((MISSES, renamed)))


def test_what_was_lowered_is_not_given_back_at_once() -> None:
    undone = (
        '{ when = ["is-lowered"], dose = "as-last-time", step = "hold", reason = "goes-on" },\n]\n\n# Half'
    )
    assert any('gives a dose back by "as-last-time"' in each for each in faults(("]\n\n# Half", undone)))


@pytest.mark.parametrize("part", ["someone-must-look", "time-away", "flare", "clinician-confirms"])
def test_no_part_that_lowers_or_stops_can_be_left_out(part: str) -> None:
    assert any("nowhere, or not for this step" in each for each in faults((f'    "{part}",\n', "")))


def test_what_may_not_be_done_is_asked_last() -> None:
    assert any('without asking "kept-out"' in each for each in faults(('    "may-it-be-done",\n]', "]")))


def test_an_unknown_condition_is_told_with_the_nearest_one() -> None:
    (found,) = faults(('["sore-after"]', '["sore-afterr"]'))
    assert found.startswith("parts.last-time[")
    assert 'did you mean "sore-after"' in found


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ('"sore-after" },', '"sore-afters" },', "which rules/ does not have"),
        ('then = "why-not"', 'then = "why-nots"', "is no part of the table"),
        ('"wider-range"', '"wider-rang"', "parts.last-time["),
        (
            '{ dose = "easier-rung-that-fits", step = "swap", reason = "easier-rung" }',
            '{ then = "why-not" }',
            "leads back",
        ),
        ("lighter = [", "forgotten = []\nlighter = [", "is asked nowhere"),
    ],
)
def test_what_is_not_there_or_leads_in_circles_is_told(old: str, new: str, says: str) -> None:
    assert any(says in each for each in faults((old, new)))


def test_a_row_that_leads_nowhere_or_two_ways_is_told() -> None:
    assert any("leads nowhere" in each for each in faults((MISSES, '    { when = ["not-all-done"] },\n')))
    both = LIMIT.replace("then =", 'step = "hold", then =')
    assert any("gives a step too" in each for each in faults((LIMIT, both)))


def test_every_decision_has_a_reason() -> None:
    silent = '    { when = ["not-all-done"], step = "hold" },\n'
    assert any("gives no reason" in each for each in faults((MISSES, silent)))


def test_every_situation_ends_in_a_decision() -> None:
    assert any("can end without a decision" in each for each in faults(without("stays-at-the-top")))
