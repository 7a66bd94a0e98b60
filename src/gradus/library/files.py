"""The files of a loaded library: what stands at which path."""

from collections.abc import Callable, Mapping
from functools import cache, partial
from typing import Any, get_args

from gradus.library.describe import hints
from gradus.library.later import ReadLater
from gradus.library.library import Library
from gradus.library.places import FOLDERS, SINGLES, Kind


def files(library: Library) -> Mapping[str, Any]:
    """Everything that was loaded, by path, in order of path, each read when it is first asked for."""
    held: dict[str, Callable[[], Any]] = {
        path: partial(getattr, library, _field(kind)) for path, kind in SINGLES.items()
    }
    for folder, kind in FOLDERS.items():
        things = _by_id(getattr(library, _field(kind)))
        held |= {f"{folder}/{id_}.toml": partial(things.__getitem__, id_) for id_ in things}
    return ReadLater({path: path for path in sorted(held)}, lambda path: held[path]())


@cache
def _field(kind: Kind) -> str:
    """The field of a library that holds things of this kind."""
    return next(name for name, hint in hints(Library).items() if kind in (hint, *get_args(hint)))


def _by_id(things: Any) -> Mapping[str, Any]:
    if isinstance(things, ReadLater):
        return things
    return {each.id: each for each in (things.values() if isinstance(things, Mapping) else things)}
