"""What is counted follows its number."""

import pytest

from gradus.library.agreeing import agreeing, singular
from gradus.library.library import Library
from gradus.vocabulary.ids import RuleId


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (0, "for 0 weeks, 0 times"),
        (1, "for 1 week, once"),
        (2, "for 2 weeks, twice"),
        (3, "for 3 weeks, 3 times"),
        (11, "for 11 weeks, 11 times"),
        ("1.5", "for 1.5 weeks, 1.5 times"),
    ],
)
def test_a_number_and_what_it_counts(number: object, words: str) -> None:
    values = {"n": number}
    assert agreeing("for {n} weeks, {n} times", values).format_map(values) == words


def test_a_word_between_them_stays() -> None:
    assert agreeing("{n} planned sessions", {"n": 1}) == "{n} planned session"


def test_what_is_not_counted_stays_as_it_is() -> None:
    sentence = "{exercise} is {n} % of {n} kg; in week {n} it was {times}s"
    assert agreeing(sentence, {"n": 1, "exercise": "A", "times": 1}) == sentence


def test_braces_in_a_value_are_no_names() -> None:
    values = {"n": 1, "why": "{n} weeks"}
    assert agreeing("{n} days: {why}", values).format_map(values) == "1 day: {n} weeks"


def test_a_unit_follows_its_number() -> None:
    assert (singular("days", 1), singular("days", 2), singular("kg", 1)) == ("day", "days", "kg")


def test_a_rule_says_it_so(library: Library) -> None:
    said = [library.reason(RuleId("day-moved"), days=days).says for days in (1, 2)]
    assert "for 1 day." in said[0]
    assert "for 2 days." in said[1]
