"""What of the content is said to people, and where each text of it stands."""

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any, TypeAlias

from gradus.library import types
from gradus.library.parts import at
from gradus.library.places import Kind

Said: TypeAlias = str | tuple[str, ...]
"""A text, or a list of texts that stay together."""

SPOKEN: Mapping[Kind, tuple[str, ...]] = {
    types.ActionText: ("title", "do", "training", "ends"),
    types.Answer: ("question", "short", "longer", "certain_because", "see_someone"),
    types.Contradiction: ("asks",),
    types.CountryNumbers: ("name",),
    types.EmergencyNumbers: ("unknown", "several", "elsewhere", "entries"),
    types.Exercise: ("muscles", "en"),
    types.ExerciseTexts: (
        "name", "purpose", "setup", "steps", "feel", "breathing", "mistakes", "stop_if", "alone",
    ),
    types.Item: ("words", "again"),
    types.LimitSpec: ("says", "cues"),
    types.Measure: ("title",),
    types.Mistake: ("what", "feels", "instead"),
    types.Programme: ("title", "for_whom", "what", "found", "cannot_say"),
    types.Rule: ("notices", "says", "together"),
    types.SafetyNet: ("title", "says", "watch_for"),
    types.Screen: ("title", "ask", "once_examined", "items"),
    types.ScreenRule: ("notices", "says", "do"),
}  # fmt: skip
"""The fields of each kind that another language may say; of anything else nothing is translated."""
ENGLISH = "en"
"""The table of a file that holds nothing but its words. Another language has its own in that place."""


def texts_of(thing: Any) -> dict[str, Said]:
    """Every text of a thing of content that another language may say, by where it stands, as in
    `items.bladder-change.words`. What has a name is found by its name, and not by its place in a list."""
    return dict(_texts(thing, ""))


def with_texts(thing: Any, texts: Mapping[str, Said]) -> Any:
    """The thing with these texts where they stand; everything else is as it was."""
    return _with(thing, "", texts)


def fingerprint(said: Said) -> str:
    """Twelve hex digits that tell whether an English text is still the one that was translated."""
    whole = said if isinstance(said, str) else "\0".join(said)
    return hashlib.sha256(whole.encode()).hexdigest()[:12]


def _texts(thing: Any, where: str) -> Iterator[tuple[str, Said]]:
    for name in SPOKEN.get(type(thing), ()):
        value, place = getattr(thing, name), _place(where, name)
        if _is_said(value):
            yield place, value
        elif value:
            for key, part in _parts(value):
                yield from _texts(part, f"{place}{key}")


def _with(thing: Any, where: str, texts: Mapping[str, Said]) -> Any:
    changed: dict[str, Any] = {}
    for name in SPOKEN.get(type(thing), ()):
        value, place = getattr(thing, name), _place(where, name)
        if _is_said(value):
            changed[name] = texts.get(place, value)
        elif isinstance(value, tuple):
            changed[name] = tuple(_with(part, f"{place}{key}", texts) for key, part in _parts(value))
        elif value:
            changed[name] = _with(value, place, texts)
    return replace(thing, **changed)


def _place(where: str, name: str) -> str:
    return where if name == ENGLISH else at(where, name)


def _is_said(value: Any) -> bool:
    """Whether it is a text, or a list of nothing but texts."""
    listed = value if isinstance(value, tuple) else (value,)
    return bool(value) and all(isinstance(each, str) for each in listed)


def _parts(value: Any) -> Iterator[tuple[str, Any]]:
    """The things inside, each with what is written after the place of the whole."""
    if not isinstance(value, tuple):
        yield "", value
        return
    for nth, part in enumerate(value):
        name = getattr(part, "id", None) or getattr(part, "country", None)
        yield (f".{name}" if name else f"[{nth}]"), part
