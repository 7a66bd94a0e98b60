"""Numbers to call that an overlay brings: what helps nobody is a fault."""

from dataclasses import replace

import pytest

from gradus.library.emergency import elsewhere, spoken_in
from gradus.library.library import Library
from tests.unit.library.small import told

PATH = "words/emergency-numbers.toml"
ENTRY = '{ country = "AA", name = "Aland", numbers = ["1", "22"] }'


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ('"AA"', '"Aa"', 'entries[0].country  is "Aa"; write two capital letters'),
        (ENTRY, f"{ENTRY}, {ENTRY}", 'entries[1].country  is "AA" a second time; keep one'),
        ('"22"', '"call me"', 'entries[0].numbers[1]  is "call me"; write what is dialled, in digits'),
        ('"your local number"', '"local"', 'unknown  is "local"; write a phrase of several words'),
        (
            '"your local number"',
            '"whom you know"',
            'unknown  is "whom you know", which no line of A0 tells people to call; '
            "write it as it stands there",
        ),
    ],
)
def test_a_number_that_helps_nobody_is_a_fault(old: str, new: str, says: str) -> None:
    assert told(PATH, old, new) == [f"{PATH}  {says}"]


def test_a_brace_in_the_words_is_a_brace(library: Library) -> None:
    odd = replace(library.emergency, elsewhere="{country} {name} {0} {")
    assert elsewhere("GB", odd) == "United Kingdom {name} {0} {"


def test_a_phrase_that_stands_in_names_changes_no_rule(library: Library) -> None:
    odd = replace(library, emergency=replace(library.emergency, unknown="e"))
    for id_, rule in spoken_in("GB", odd).screen_rules.items():
        before = library.screen_rules[id_]
        assert (rule.id, rule.when, rule.limits, rule.cites) == (
            before.id,
            before.when,
            before.limits,
            before.cites,
        )
