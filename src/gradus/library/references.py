"""Which content names which: found by type, so that a new key that holds an id is followed by itself."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, NewType, get_args

from gradus.library.describe import hints
from gradus.library.parts import Parts, at
from gradus.library.places import Kind
from gradus.vocabulary.ids import (
    ClaimId,
    ExerciseId,
    ItemId,
    LimitId,
    MeasureId,
    ProgrammeId,
    RuleId,
    SourceId,
)

ITEMS = "screening/screens"
"""Items live on screens, not in files of their own."""

FOLLOWED: Mapping[Any, str] = {
    ClaimId: "claims",
    ExerciseId: "exercises",
    ItemId: ITEMS,
    LimitId: "screening/limits",
    MeasureId: "measures",
    ProgrammeId: "programmes",
    RuleId: "rules",
    SourceId: "sources",
}


@dataclass(frozen=True, slots=True)
class Reference:
    """One name of one thing, in a file at a key; `folder` is where the named thing lives."""

    path: str
    where: str
    folder: str
    name: str


def references(path: str, parts: Parts) -> Iterator[Reference]:
    """Every name of other content in the things of a file."""
    for inside, part in parts:
        kind: Kind = type(part)
        for key, folder in _naming(kind):
            where = at(inside, key)
            value = getattr(part, key)
            if isinstance(value, str):
                yield Reference(path, where, folder, value)
            elif isinstance(value, tuple):
                for nth, name in enumerate(value):
                    if isinstance(name, str):
                        yield Reference(path, f"{where}[{nth}]", folder, name)


@cache
def _naming(kind: Kind) -> tuple[tuple[str, str], ...]:
    """The keys of a kind that hold ids of other things, each with the folder the ids live in."""
    found = ((key, _folder(hint)) for key, hint in hints(kind).items() if key != "id")
    return tuple((key, folder) for key, folder in found if folder)


def _folder(hint: Any) -> str | None:
    if isinstance(hint, NewType):
        return FOLLOWED.get(hint)
    return next((folder for inner in get_args(hint) if (folder := _folder(inner))), None)
