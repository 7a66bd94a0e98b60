"""Words that follow their number: `1 week` and `2 weeks`; `once`, `twice` and `3 times`."""

import re
from collections.abc import Mapping
from functools import lru_cache

TIMES = "times"
SENTENCES = 4096
"""So many sentences are kept in mind; a library has some hundred."""

ADVERBS = {"1": "once", "2": "twice"}
COUNTED = re.compile(
    r"\{(?P<name>\w+)\} (?P<kind>(?:calm |good |lighter |planned )?)"
    rf"(?P<noun>{TIMES}|(?:day|exercise|flare|hour|minute|morning|place|point|repetition|second|session|set|week|year)s)\b"
)
"""A name in braces before what it counts."""


def agreeing(sentence: str, values: Mapping[str, object]) -> str:
    """The sentence with what is counted in the singular where its number is one. The braces stay."""
    return COUNTED.sub(lambda found: _agreeing(found, values), sentence) if _counts(sentence) else sentence


@lru_cache(SENTENCES)
def _counts(sentence: str) -> bool:
    """Whether anything is counted in it."""
    return COUNTED.search(sentence) is not None


def _agreeing(found: re.Match[str], values: Mapping[str, object]) -> str:
    number = str(values[found["name"]])
    if found["noun"] == TIMES:
        return ADVERBS.get(number, found[0])
    return found[0].removesuffix("s") if number == "1" else found[0]


def singular(unit: str, number: float) -> str:
    """A unit in words as its number asks for it: `days`, but `1 day`."""
    return unit.removesuffix("s") if number == 1 else unit
