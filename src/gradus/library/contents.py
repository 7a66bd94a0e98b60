"""All files of a library once they are read, as the checks look at them."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, TypeVar

from gradus.library.parts import Parts, parts_of
from gradus.library.places import Kind, id_at, kind_at
from gradus.library.references import Reference, references

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Contents:
    """What was `read`, by path, in order of path; the things inside it, and its references to other content;
    and the `unread` tables of files that had faults (empty where no table was)."""

    read: Mapping[str, Any]
    unread: Mapping[str, Mapping[str, Any]]
    parts: Mapping[str, Parts]
    references: tuple[Reference, ...]

    def of(self, kind: type[T]) -> dict[str, T]:
        """The things of a kind that could be read, by path, in order of path."""
        return {path: thing for path, thing in self.read.items() if type(thing) is kind}

    def ids(self, folder: str) -> frozenset[str]:
        """The ids in a folder, of files with faults too, so that one fault is not told twice."""
        every = (*self.read, *self.unread)
        return frozenset(id_at(path) for path in every if path.rpartition("/")[0] == folder)

    def whole(self, *kinds: Kind) -> bool:
        """Whether every file of these kinds could be read, so that something missing is truly missing."""
        return not any(kind_at(path) in kinds for path in self.unread)


def gather(read: Mapping[str, Any], unread: Mapping[str, Mapping[str, Any]]) -> Contents:
    """The contents of these files; each thing is walked once."""
    inside = {path: parts_of(read[path]) for path in sorted(read)}
    named = tuple(each for path, parts in inside.items() for each in references(path, parts))
    return Contents({path: read[path] for path in inside}, unread, inside, named)
