"""Whom to call in an emergency, and content that says so for one country."""

from dataclasses import replace
from typing import Any

from gradus.library.later import ReadLater
from gradus.library.library import Library
from gradus.library.types import ActionText, CountryNumbers, EmergencyNumbers
from gradus.vocabulary.ids import AnswerId, ExerciseId

NAMES = frozenset({"id", "when", "limits", "cites"})
"""Keys that hold names of things. A phrase that stands in one is no text to be changed."""


def numbers_of(country: str | None, emergency: EmergencyNumbers) -> CountryNumbers | None:
    """The entry of the country with this code of two capital letters; None where there is none."""
    return next((entry for entry in emergency.entries if entry.country == country), None)


def emergency_words(country: str | None, emergency: EmergencyNumbers) -> str:
    """What to call in this country, as it stands in a sentence: `999 (or 112)`, or the words for a country
    that is not known."""
    entry = numbers_of(country, emergency)
    if entry is None:
        return emergency.unknown
    first, *others = entry.numbers
    return emergency.several.format(first=first, others=", ".join(others)) if others else first


def elsewhere(country: str | None, emergency: EmergencyNumbers) -> str:
    """Whose numbers are shown, and what to do in another country; nothing where no numbers are shown."""
    entry = numbers_of(country, emergency)
    return "" if entry is None else emergency.elsewhere.replace("{country}", entry.name)


def spoken_in(country: str | None, library: Library) -> Library:
    """The library with the numbers of this country in everything that it says when it is urgent: actions, the
    safety net, the rules of the screen and their limits, and answers and exercises, each when it is asked
    for. Actions and safety net also say whose numbers they are. The library itself where the country is not
    known."""
    emergency = library.emergency
    words = emergency_words(country, emergency)
    if words == emergency.unknown:
        return library

    def spoken(thing: Any) -> Any:
        return _with(thing, emergency.unknown, words)

    abroad = elsewhere(country, emergency)
    net = spoken(library.safety_net)
    return replace(
        library,
        actions={
            level: replace(spoken(text), do=(*spoken(text).do, abroad)) if _calls(text, emergency) else text
            for level, text in library.actions.items()
        },
        safety_net=replace(net, says=f"{net.says} {abroad}"),
        screen_rules={id_: spoken(rule) for id_, rule in library.screen_rules.items()},
        limits={id_: spoken(limit) for id_, limit in library.limits.items()},
        answers=ReadLater(
            {id_: id_ for id_ in library.answers}, lambda id_: spoken(library.answers[AnswerId(id_)])
        ),
        exercises=ReadLater(
            {id_: id_ for id_ in library.exercises}, lambda id_: spoken(library.exercises[ExerciseId(id_)])
        ),
    )


def _calls(text: ActionText, emergency: EmergencyNumbers) -> bool:
    """Whether the action tells to call."""
    return any(emergency.unknown in line for line in text.do)


def _with(thing: Any, phrase: str, words: str) -> Any:
    """The thing with other words for a phrase in each of its texts, those of the things inside it too."""
    held = {name: getattr(thing, name) for name in thing.__dataclass_fields__ if name not in NAMES}
    return replace(thing, **{name: _said(value, phrase, words) for name, value in held.items()})


def _said(value: Any, phrase: str, words: str) -> Any:
    if type(value) is str:
        return value.replace(phrase, words)
    if isinstance(value, tuple):
        return tuple(_said(each, phrase, words) for each in value)
    return _with(value, phrase, words) if hasattr(value, "__dataclass_fields__") else value
