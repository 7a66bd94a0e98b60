"""Which texts are in a language: those that it says, with whatever was filled in."""

import re
from collections.abc import Callable, Iterator

from gradus.library.languages.texts import Said
from gradus.library.languages.translation import Translation

HOLE = re.compile(r"\\\{\w+\\\}")
"""A name in braces, once the sentence is written as a pattern."""


def teller(translation: Translation) -> Callable[[str], bool]:
    """Tells whether a text, as it was shown or as a record keeps it, is one of this language. What was filled
    in and the emergency numbers of a country may be anything; whose numbers they are may stand behind it."""
    said = frozenset(_every(translation))
    call = _one(translation, "unknown")
    filled = "|".join(sorted(_pattern(text, call) for text in said if "{" in text or (call and call in text)))
    pattern = re.compile(filled, re.DOTALL)
    whose = re.compile(f" {_pattern(_one(translation, 'elsewhere'), call)}$")

    def tells(text: str) -> bool:
        bare = whose.sub("", text)
        return bare in said or bool(filled and pattern.fullmatch(bare))

    return tells


def _pattern(text: str, call: str) -> str:
    whole = HOLE.sub(".+", re.escape(text))
    return whole.replace(re.escape(call), ".+") if call else whole


def _one(translation: Translation, place: str) -> str:
    wording = translation.files.get("words/emergency-numbers.toml")
    found: Said = "" if wording is None else wording.fresh.get(place, "")
    return found if isinstance(found, str) else ""


def _every(translation: Translation) -> Iterator[str]:
    """Every text that is shown; not the phrases that only stand inside others."""
    for wording in translation.files.values():
        for place, said in wording.fresh.items():
            if place not in ("unknown", "several"):
                yield from (said,) if isinstance(said, str) else said
