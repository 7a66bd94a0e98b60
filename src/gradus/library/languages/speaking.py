"""The library in another language: the same rules and numbers, with the words that the language has."""

from collections.abc import Mapping
from dataclasses import replace
from typing import TypeVar

from gradus.library import types
from gradus.library.languages.texts import with_texts
from gradus.library.languages.translation import Translation
from gradus.library.later import ReadLater
from gradus.library.library import Library
from gradus.library.places import SINGLES, Kind, path_of

K = TypeVar("K", bound=str)
V = TypeVar("V")


def in_language(library: Library, translation: Translation) -> Library:
    """The library with the words of this language wherever they are there and fresh, and with English ones
    elsewhere. Version, rules and numbers are the same. What may be many is told when it is first asked for.
    """

    def told(thing: V, path: str) -> V:
        wording = translation.files.get(path)
        found: V = with_texts(thing, wording.fresh) if wording else thing
        return found

    def every(kind: Kind, things: Mapping[K, V]) -> Mapping[K, V]:
        places = {id_: path_of(kind, id_) for id_ in things}
        names = {path: id_ for id_, path in places.items()}
        return ReadLater(places, lambda path: told(things[names[path]], path))

    screens = tuple(told(screen, path_of(types.Screen, screen.id)) for screen in library.screens)
    return replace(
        library,
        screens=screens,
        items={item.id: item for screen in screens for item in screen.items},
        actions={
            level: told(text, path_of(types.ActionText, text.id)) for level, text in library.actions.items()
        },
        safety_net=told(library.safety_net, _single(types.SafetyNet)),
        emergency=told(library.emergency, _single(types.EmergencyNumbers)),
        screen_rules=every(types.ScreenRule, library.screen_rules),
        limits=every(types.LimitSpec, library.limits),
        contradictions=every(types.Contradiction, library.contradictions),
        rules=every(types.Rule, library.rules),
        answers=every(types.Answer, library.answers),
        exercises=every(types.Exercise, library.exercises),
        programmes=every(types.Programme, library.programmes),
        measures=every(types.Measure, library.measures),
    )


def _single(kind: Kind) -> str:
    return next(path for path, held in SINGLES.items() if held is kind)
