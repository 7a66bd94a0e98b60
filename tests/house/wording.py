"""What makes a text stamped, a promise, or frightening."""

import re
from collections.abc import Iterable, Mapping
from functools import cache

LONG = 6
"""A sentence of more words than this is long enough to look stamped."""
MOST_FILES = 3
ALIKE = 0.7
"""Two texts that share this part of their words say the same thing."""

END = re.compile(r"(?<=[.!?:;])\s+")
OVERSOLD = re.compile(r"\bcure[sd]?\b|\bguarantee|\bpain[- ]free\b|\bwill fix\b", re.IGNORECASE)
DENIED = re.compile(r"\b(not|no|nor|never|nobody|nothing|cannot|without)\b|n't\b", re.IGNORECASE)
PERCENT = r"(?:%|\bper ?cent\b)"
FORETOLD = re.compile(
    rf"\byou(?:'ll| will| can expect)\b.*{PERCENT}|{PERCENT}.*\byour (?:back|pain)\b"
    rf"|\byour (?:back|pain)\b.*{PERCENT}",
    re.IGNORECASE,
)
"""A percentage that the reader could take for what awaits them."""
SCARES = re.compile(
    r"\bdamag|\bslipped discs?\b|\bcrumbl|\bunstable spine|\bwear and tear|\bdegenerat|\bruptur|\bmisalign"
    r"|\bworn(?:[- ]out)? (?:disc|joint|spine|back|bone)|\bout of (?:line|alignment)\b"
    r"|\b(?:bad|poor|wrong) posture",
    re.IGNORECASE,
)


def words(text: str) -> tuple[str, ...]:
    """The words of a text in lower case."""
    return tuple(re.findall(r"[a-z0-9']+", text.lower().replace("’", "'")))


def sentences(parts: Iterable[str]) -> list[str]:
    return [each for part in parts for each in END.split(part) if words(each)]


def stamped(read: Mapping[str, Iterable[str]]) -> dict[tuple[str, ...], list[str]]:
    """The long sentences that stand in too many files, with the files; `read` is what each file says."""
    found: dict[tuple[str, ...], set[str]] = {}
    for name, parts in read.items():
        for sentence in map(words, sentences(parts)):
            if len(sentence) > LONG:
                found.setdefault(sentence, set()).add(name)
    return {sentence: sorted(names) for sentence, names in found.items() if len(names) > MOST_FILES}


def alike(one: str, other: str) -> bool:
    """Whether two texts say the same in nearly the same words."""
    first, second = _bag(one), _bag(other)
    return len(first & second) >= ALIKE * len(first | second)


@cache
def _bag(text: str) -> frozenset[str]:
    return frozenset(words(text))


def promises(parts: Iterable[str]) -> list[str]:
    """The sentences that promise: a cure that is not denied, or a percentage for the reader."""
    return [
        each
        for each in sentences(parts)
        if FORETOLD.search(each) or (OVERSOLD.search(each) and not DENIED.search(each))
    ]


def scares(parts: Iterable[str]) -> list[str]:
    """The sentences that say something frightening, denied or not: what is denied is still read."""
    return [each for each in sentences(parts) if SCARES.search(each)]
