"""What a machine can tell of a translation: whether it has the holes, digits and calls of the English."""

import re
from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from gradus.library.languages.texts import Said

HOLE = re.compile(r"\{\w+\}")
NUMBER = re.compile(r"\d+")


class Calls(NamedTuple):
    """The words that stand for the emergency number in English and in another language; None where that has
    none yet."""

    english: str
    other: str | None


def disagreements(english: Said, said: Said, calls: Calls) -> Iterator[str]:
    """What differs between an English text and the same in another language."""
    here, there = _listed(english), _listed(said)
    if len(here) != len(there):
        yield f"has {len(there)} texts, and the English has {len(here)}; write one for each"
        return
    for one, other in zip(here, there, strict=True):
        yield from _differing(HOLE, "names in braces", one, other)
        yield from _differing(NUMBER, "numbers in digits", one, other)
        yield from _calling(one, other, calls)


def _listed(said: Said) -> tuple[str, ...]:
    return said if isinstance(said, tuple) else (said,)


def _differing(pattern: re.Pattern[str], what: str, one: str, other: str) -> Iterator[str]:
    here, there = Counter(pattern.findall(one)), Counter(pattern.findall(other))
    missing, more = (here - there).elements(), (there - here).elements()
    if here != there:
        told = f"without {', '.join(missing) or 'none'}, and with {', '.join(more) or 'none'} more"
        yield f"has other {what} than the English: {told}; write the same"


def _calling(one: str, other: str, calls: Calls) -> Iterator[str]:
    asked = one.count(calls.english)
    if calls.other is None:
        if asked:
            yield "calls for help, and the language has no words for the number; translate those first"
    elif other.count(calls.other) != asked:
        yield (
            f'says "{calls.other}" {other.count(calls.other)} times, where the English says '
            f'"{calls.english}" {asked} times; write it as often, letter by letter'
        )
