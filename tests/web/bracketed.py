"""The content and a record with each text in brackets of their own, so that a page shows which of its words
it did not say itself."""

import re
from collections.abc import Mapping
from dataclasses import fields, is_dataclass, replace
from typing import Any

import msgspec

from gradus.library.later import ReadLater
from gradus.library.library import Library

OPEN, CLOSE = "⟪", "⟫"
NAMES = frozenset({"id", "code", "unit", "when", "tempo", "numbers", "unknown", "country", "reviewed_by"})
"""Keys that hold no words, or words that others look for."""
WORDS = re.compile(r"\s|\A[A-Z]")
TOLD = ("screens", "items", "actions", "safety_net", "contradictions", "limits", "screen_rules")
INNERMOST = re.compile(f"{OPEN}[^{OPEN}{CLOSE}<]*{CLOSE}")


def bracketed(thing: Any) -> Any:
    """The thing with every text of it in brackets."""
    if type(thing) is str:
        return f"{OPEN}{thing}{CLOSE}" if WORDS.search(thing) else thing
    if isinstance(thing, tuple):
        return tuple(map(bracketed, thing))
    if isinstance(thing, Mapping):
        return {key: bracketed(value) for key, value in thing.items()}
    if isinstance(thing, msgspec.Struct):
        told = {name: getattr(thing, name) for name in thing.__struct_fields__ if name not in NAMES}
        return msgspec.structs.replace(thing, **{name: bracketed(value) for name, value in told.items()})
    if is_dataclass(thing) and not isinstance(thing, type):
        told = {each.name: getattr(thing, each.name) for each in fields(thing) if each.name not in NAMES}
        return replace(thing, **{name: bracketed(value) for name, value in told.items()})
    return thing


def bracketed_library(library: Library) -> Library:
    """The library with its texts in brackets, each when it is asked for where there are many."""
    later = ("exercises", "programmes", "measures", "rules", "sources")
    return replace(
        library,
        emergency=bracketed(library.emergency),
        **{name: bracketed(getattr(library, name)) for name in TOLD},
        **{name: _later(getattr(library, name)) for name in later},
    )


def _later(things: Mapping[Any, Any]) -> Any:
    return ReadLater({id_: id_ for id_ in things}, lambda id_: bracketed(things[id_]))


def without_content(page: str) -> str:
    """The page without the texts in these brackets, in what it brings for its scripts too."""
    for sign in (OPEN, CLOSE):
        page = page.replace(f"\\u{ord(sign):x}", sign)
    while INNERMOST.search(page):
        page = INNERMOST.sub("", page)
    assert OPEN not in page
    assert CLOSE not in page
    return page
