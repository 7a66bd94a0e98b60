"""A number that decides about doses is named by a rule that speaks of it, so that asking why shows it."""

from gradus.library.library import Library
from gradus.vocabulary.ids import ThresholdId

UNSPOKEN = {
    ThresholdId(
        "progression/raises.machine_step"
    ): "a step of a stack of weights; the sentence tells the weight",
}
"""Numbers that decide and that no rule names, each with the reason."""


def test_every_number_of_progression_and_review_is_named_by_a_rule(library: Library) -> None:
    named = {id_ for rule in library.rules.values() for id_ in rule.goes_by}
    decide = {id_ for id_ in library.thresholds if id_.startswith(("progression/", "reviews/"))}
    assert sorted(decide - named - UNSPOKEN.keys()) == []
    assert not named & UNSPOKEN.keys()
