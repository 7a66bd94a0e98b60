"""Safety is whole or not at all: what of the safety screen a language does not say."""

from collections.abc import Iterator, Mapping
from typing import Any

from gradus.library import types
from gradus.library.files import files
from gradus.library.languages.texts import texts_of
from gradus.library.languages.translation import Translation
from gradus.library.library import Library
from gradus.library.places import Kind
from gradus.vocabulary.ids import RuleId

STOP = RuleId("stop-this-exercise")
ASK = RuleId("stop-and-ask")
FAILED = RuleId("rule-failed")
ALARMS = frozenset({STOP, ASK, FAILED})
"""Rules of other rooms that stop somebody: answers of the stop tables, and the fault that blocks a day."""
SCREENING: Mapping[Kind, frozenset[str]] = {
    types.ActionText: frozenset(),
    types.Contradiction: frozenset(),
    types.EmergencyNumbers: frozenset(),
    types.LimitSpec: frozenset(),
    types.SafetyNet: frozenset(),
    types.Screen: frozenset(),
    types.ScreenRule: frozenset({"notices"}),
    types.Rule: frozenset({"notices", "together"}),
}
"""The kinds that the safety screen is made of, each with what is no part of it: `notices` is for the pages
about rules, `together` for plans."""


def unsaid(library: Library, translation: Translation) -> tuple[str, ...]:
    """Every question, follow-up, contradiction, action, alarm, stop and emergency text of the safety screen
    that the language does not say, or that it says of an English text that has changed since: path and place
    of each, in order. Whoever is offered a language reads all of them in it, so it is offered only where this
    is empty."""
    return tuple(_unsaid(library, translation))


def is_safety(thing: Any) -> bool:
    """Whether what stands in this file is part of the safety screen."""
    if isinstance(thing, types.Rule):
        return thing.room == "screening" or thing.id in ALARMS
    return type(thing) in SCREENING


def _unsaid(library: Library, translation: Translation) -> Iterator[str]:
    for path, thing in files(library).items():
        if is_safety(thing):
            wording = translation.files.get(path)
            for place in texts_of(thing):
                said = wording is not None and place in wording.fresh
                if not said and place not in SCREENING[type(thing)]:
                    yield f"{path} {place}"


def unsigned(library: Library, translation: Translation) -> tuple[str, ...]:
    """The files of the safety screen that nobody has signed in this language, by path."""
    told = translation.files
    return tuple(
        path
        for path, thing in files(library).items()
        if is_safety(thing) and not (path in told and told[path].reviewed_by.strip())
    )
