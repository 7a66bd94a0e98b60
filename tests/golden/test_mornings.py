"""The calculation behind docs/morning-test.md: a small run goes as it went, and the page tells the same.

It changes only by `./dev golden`, which also puts the tables of the full run into the page (two minutes).
Read what the page says about them again before you commit it.
"""

import os
import re
from functools import cache
from pathlib import Path

import numpy as np
import pytest
from benchmarks.mornings import PEOPLE, tables
from benchmarks.mornings.agreement import checked
from benchmarks.mornings.people import Setting, draw
from benchmarks.mornings.rules import Rule, Told, rules
from benchmarks.mornings.shares import Share, by_day, in_order

from gradus.library.library import Library
from gradus.library.load import load

GOLDEN = Path(__file__).parent / "mornings.md"
PAGE = Path(__file__).parents[2] / "docs" / "morning-test.md"
BEGIN, END = "<!-- tables: begin -->\n\n", "\n\n<!-- tables: end -->"
WRITES = os.environ.get("GRADUS_GOLDEN") == "write"
FEW = 500
COURSES = 90
POINTS = 9.0
"""Four standard errors of a share of FEW."""
NUMBER = re.compile(r"\d+\.\d+")
CALM = "33333333333333"


@cache
def content() -> Library:
    return load()


@cache
def small() -> list[str]:
    return list(tables(content(), people=FEW))


@cache
def named() -> dict[str, Rule]:
    return {rule.key: rule for rule in rules(content())}


def on_page() -> list[str]:
    text = PAGE.read_text(encoding="utf-8")
    return text.partition(BEGIN)[2].partition(END)[0].splitlines()


def stands(key: str, told: str) -> bool:
    """Whether the rule stands at the last of these mornings, one sign each, a dot for one not told."""
    signs = np.array([[-1 if sign == "." else int(sign) for sign in told]], dtype=np.int8)
    is_told = signs >= 0
    mornings = Told(in_order(signs, is_told), int(content().mornings.fewest_for_a_baseline.value))
    return bool(by_day(named()[key].stands(mornings), is_told)[0, -1])


def test_a_small_run_goes_as_it_went() -> None:
    if WRITES:
        GOLDEN.write_text("\n".join(small()) + "\n", encoding="utf-8")
    assert small() == GOLDEN.read_text(encoding="utf-8").splitlines()


def test_the_page_tells_what_a_small_run_finds() -> None:
    if WRITES:
        text = PAGE.read_text(encoding="utf-8")
        head, _, rest = text.partition(BEGIN)
        full = "\n".join(tables(content(), people=PEOPLE))
        PAGE.write_text(head + BEGIN + full + END + rest.partition(END)[2], encoding="utf-8")
    page = on_page()
    assert len(page) == len(small())
    for told, found in zip(page, small(), strict=True):
        if "people in each column" in found:
            assert told == found.replace(f"{FEW:,}", f"{PEOPLE:,}")
            continue
        assert NUMBER.sub("", told) == NUMBER.sub("", found)
        for many, few in zip(shares_of(told), shares_of(found), strict=True):
            assert many == pytest.approx(few, abs=POINTS), told


@pytest.mark.parametrize(("nth", "missing"), [(0, "15 % of mornings missing"), (1, "none missing")])
def test_the_answer_of_the_page_stands_in_its_tables(nth: int, missing: str) -> None:
    name = f"| {named()['decides'].says} |"
    row = [line.removeprefix(name) for line in on_page() if line.startswith(name)][nth]
    text = PAGE.read_text(encoding="utf-8")
    for first, what in enumerate(("false", "found")):
        told = " | ".join(f"{share} %" for share in shares_of(row)[first::2])
        assert f"| {what}, {missing} | {told} |" in text


def shares_of(line: str) -> list[float]:
    """The shares of a line, without their intervals."""
    return [float(each) for each in NUMBER.findall(re.sub(r"\(.*?\)", "", line))]


def test_asked_of_many_at_once_the_rules_say_what_the_core_says(library: Library) -> None:
    differ, lowers, days = checked(library, COURSES, seed=1)
    assert differ == 0
    assert 0 < lowers < days


@pytest.mark.parametrize(
    ("key", "told", "expected"),
    [
        ("worse", CALM + "4", False),
        ("worse", CALM + "5", True),
        ("mean-3-14-2", CALM + "554", False),
        ("mean-3-14-2", CALM + "555", True),
        ("mean-3-14-2", "333333" + "999", False),
        ("mean-3-14-2", "3333333" + "999", True),
        ("mean-3-14-2", "3333333.3333333" + "5.5.5.", True),
        ("mean-3-14-2", CALM + "339", True),
        ("former", CALM + "339", False),
        ("former", CALM + "357", True),
        ("decides", CALM + "554", False),
        ("decides", CALM + "555", True),
        ("decides", CALM + "339", False),
        ("decides", CALM + "348", True),
        ("decides", "333333" + "999", False),
        ("decides", "606051333333333333333" + "555", False),
        ("decides", "6060514242423333333" + "556", True),
        ("2-of-3-mean-7", "3333333" + "355", True),
        ("2-of-3-mean-7", "3333333" + "445", False),
        ("2-of-3-median-14", CALM + "553", True),
        ("3-of-3-median-14", CALM + "553", False),
        ("3-of-3-median-14", CALM + "555", True),
        ("mean-3-14-2-two", CALM + "339", False),
        ("mean-3-14-2-two", CALM + "348", True),
        ("mean-3-14-2-sd-1.5-two", CALM + "555", True),
        ("mean-3-14-2-sd-1.5-two", "15151515151515" + "555", False),
        ("mean-3-14-2-sd-1.5-two", "15151515151515" + "777", True),
        ("mean-5-14-1.75-two", CALM + "55554", True),
        ("mean-5-14-1.75-two", CALM + "55544", False),
    ],
)
def test_a_rule_stands_where_it_should(key: str, told: str, expected: bool) -> None:
    assert stands(key, told) is expected


def test_a_rule_asked_on_a_day_without_a_morning_says_what_it_said_before() -> None:
    assert stands("mean-3-14-2", CALM + "555..")
    assert not stands("mean-3-14-2", CALM + "554..")


def test_the_same_seed_draws_the_same_people() -> None:
    setting = Setting(rho=0.3, missing=0.15)
    one, same, other = (draw(setting, 50, (seed,)) for seed in (1, 1, 2))
    assert (one.stable == same.stable).all()
    assert (one.told == same.told).all()
    assert (one.stable != other.stable).any()


def test_a_rise_is_added_from_its_day_on_and_never_leaves_the_scale() -> None:
    lives = draw(Setting(rho=0.5), 500, (3,))
    later = np.arange(lives.stable.shape[1]) >= lives.rise_day[:, None]
    more = lives.risen - lives.stable
    assert (more[~later] == 0).all()
    assert set(more[later].tolist()) == {0, 1, 2}
    assert lives.risen.max() == 10
    assert lives.stable.min() == 0


def test_the_interval_is_that_of_wilson() -> None:
    low, high = Share(81, 263).within
    assert (round(low, 2), round(high, 2)) == (25.53, 36.62)
