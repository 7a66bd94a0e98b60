"""Odd answers and odd conditions: what the examples do not say."""

from dataclasses import replace
from math import inf, nan

import pytest

from gradus.library.library import Library
from gradus.library.types import AllOf, AnyOf, AtLeast, Condition, Item, ScreenRule
from gradus.record.bounds import Answer
from gradus.screening.judge import judge
from gradus.screening.truth import Truth, truth
from gradus.vocabulary.ids import ItemId, RuleId
from gradus.vocabulary.scales import Basis

ONE, TWO, THREE = ItemId("one"), ItemId("two"), ItemId("three")
HEART = ItemId("heart-signs")


def library_of(library: Library, *items: Item, when: Condition = ONE, action: int = 1) -> Library:
    """The packaged library with these questions only, and one rule about them."""
    rule = ScreenRule(
        id=RuleId("rule"),
        notices="something",
        action=action,
        when=when,
        says="It was noticed.",
        do="Nothing.",
        basis=Basis.DEFAULT,
        reviewed_by="",
    )
    return replace(library, items={item.id: item for item in items}, screen_rules={rule.id: rule})


def event(id_: ItemId, after: ItemId | None = None) -> Item:
    return Item(id=id_, kind="event", words=f"Question {id_}", after=after)


def fires(library: Library, *yes: ItemId) -> bool:
    return bool(judge(dict.fromkeys(yes, "yes"), {}, library).fired)


def test_an_answer_to_a_question_that_is_not_asked_here_is_passed_over(library: Library) -> None:
    found = judge({ItemId("from-a-newer-library"): "yes"}, {ItemId("another"): 3.0}, library)
    assert found.fired == ()
    assert found.ask == judge({}, {}, library).ask


@pytest.mark.parametrize("number", [nan, inf, -inf, -1.0, 120.5])
def test_a_number_that_makes_no_sense_is_asked_again(library: Library, number: float) -> None:
    age = ItemId("age-years")
    found = judge({}, {age: number}, library)
    assert age in found.ask
    assert found.fired == ()


def test_yes_to_a_question_for_a_number_is_no_answer(library: Library) -> None:
    age = ItemId("age-years")
    found = judge({age: "yes"}, {}, library)
    assert age in found.ask
    assert found.fired == ()


def test_a_number_given_for_a_tick_is_no_answer(library: Library) -> None:
    found = judge({}, {HEART: 1.0}, library)
    assert HEART in found.ask
    assert found.fired == ()


def test_a_number_without_bounds_takes_any_number(library: Library) -> None:
    free = library_of(library, Item(id=ONE, kind="number", words="How many?", unit="count"))
    assert judge({}, {ONE: -1e9}, free).ask == ()
    assert judge({}, {ONE: nan}, free).ask == (ONE,)


def test_a_question_after_a_number_is_asked_when_the_number_was_given(library: Library) -> None:
    number = Item(id=ONE, kind="number", words="How many?", optional=True)
    after = library_of(library, number, event(TWO, after=ONE))
    assert judge({}, {}, after).ask == ()
    assert judge({}, {ONE: 2.0}, after).ask == (TWO,)


def test_a_follow_up_of_a_follow_up_waits_for_both(library: Library) -> None:
    chain = library_of(library, event(ONE), event(TWO, after=ONE), event(THREE, after=TWO))
    assert judge({}, {}, chain).ask == (ONE,)
    assert judge({ONE: "yes"}, {}, chain).ask == (TWO,)
    assert judge({ONE: "yes", TWO: "unsure"}, {}, chain).ask == (THREE,)
    assert judge({ONE: "no"}, {}, chain).complete


@pytest.mark.parametrize("when", [AnyOf(any=()), AllOf(all=()), AtLeast(at_least=1, of=())])
def test_a_condition_about_nothing_never_holds(library: Library, when: Condition) -> None:
    assert not fires(library_of(library, event(ONE), when=when), ONE)


def test_more_than_there_is_never_holds(library: Library) -> None:
    three_of_two = AtLeast(at_least=3, of=(ONE, TWO))
    assert not fires(library_of(library, event(ONE), event(TWO), when=three_of_two), ONE, TWO)


@pytest.mark.parametrize(("yes", "expected"), [((ONE,), False), ((ONE, TWO), True)])
def test_both_of_two(library: Library, yes: tuple[ItemId, ...], expected: bool) -> None:
    both = AtLeast(at_least=2, of=(ONE, TWO))
    assert fires(library_of(library, event(ONE), event(TWO), when=both), *yes) is expected


@pytest.mark.parametrize("answer", ["no", "gone"])
def test_what_is_no_or_gone_is_not_known_to_hold(answer: Answer) -> None:
    assert truth(event(ONE), answer) is Truth.NOT_KNOWN


@pytest.mark.parametrize(
    ("yes", "expected"),
    [((), False), ((ONE,), False), ((ONE, TWO), True), ((TWO, THREE), True), ((ONE, TWO, THREE), True)],
)
def test_two_of_three(library: Library, yes: tuple[ItemId, ...], expected: bool) -> None:
    two = AtLeast(at_least=2, of=(ONE, TWO, THREE))
    assert fires(library_of(library, event(ONE), event(TWO), event(THREE), when=two), *yes) is expected


def test_a_finding_names_the_answers_that_it_stands_on_in_page_order(library: Library) -> None:
    either = AnyOf(any=(THREE, AllOf(all=(TWO, ONE))))
    several = library_of(library, event(ONE), event(TWO), event(THREE), when=either)
    found = judge({TWO: "yes", ONE: "yes", THREE: "unsure"}, {}, several).fired
    assert [finding.items for finding in found] == [(ONE, TWO)]


def test_still_not_sure_about_something_that_is_no_emergency_is_not_sure(library: Library) -> None:
    single = library_of(library, event(ONE), action=1)
    assert [finding.rule for finding in judge({ONE: "still-unsure"}, {}, single).fired] == [
        "not-sure-same-day"
    ]


def test_an_emergency_rule_completed_by_a_doubt_is_for_the_same_day(library: Library) -> None:
    single = library_of(library, event(ONE), action=0)
    assert [finding.action for finding in judge({ONE: "unsure"}, {}, single).fired] == [1]


def test_a_doubt_is_told_after_the_words_of_what_it_follows(library: Library) -> None:
    pair = library_of(library, event(ONE), event(TWO, after=ONE), when=TWO)
    (finding,) = judge({ONE: "yes", TWO: "unsure"}, {}, pair).fired
    assert "“Question one: Question two”" in finding.because.says
