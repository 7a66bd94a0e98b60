"""The files of a loaded library: what stands at which path."""

from collections.abc import Iterator, Mapping
from typing import Any

from gradus.library.library import Library
from gradus.library.places import FOLDERS, SINGLES, path_of


def files(library: Library) -> Mapping[str, Any]:
    """Everything that was loaded, by path, in order of path."""
    by_kind = {kind: path for path, kind in SINGLES.items()}
    found = {by_kind.get(type(each)) or path_of(type(each), each.id): each for each in _things(library)}
    return dict(sorted(found.items()))


def _things(library: Library) -> Iterator[Any]:
    kinds = {*FOLDERS.values(), *SINGLES.values()}
    for name in library.__dataclass_fields__:
        held = getattr(library, name)
        if type(held) in kinds:
            yield held
            continue
        rows = held.values() if isinstance(held, Mapping) else held
        yield from (row for row in rows if type(row) in kinds)
