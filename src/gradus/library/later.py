"""Mappings that are made when they are first needed: a command that answers one question reads few files."""

from collections.abc import Callable, ItemsView, Iterator, Mapping, ValuesView
from functools import cached_property
from typing import Any, TypeVar

K = TypeVar("K")
V = TypeVar("V")


class ReadLater(Mapping[K, V]):
    """Things by key, each read from its place when it is first asked for, and then kept."""

    def __init__(self, places: Mapping[K, str], read: Callable[[str], Any]) -> None:
        self._places = places
        self._read = read
        self._kept: dict[K, V] = {}

    def __getitem__(self, key: K) -> V:
        try:
            return self._kept[key]
        except KeyError:
            found: V = self._read(self._places[key])
            self._kept[key] = found
            return found

    @cached_property
    def _whole(self) -> dict[K, V]:
        return {key: self[key] for key in self._places}

    def items(self) -> ItemsView[K, V]:
        return self._whole.items()

    def values(self) -> ValuesView[V]:
        return self._whole.values()

    def __contains__(self, key: object) -> bool:
        return key in self._places

    def __iter__(self) -> Iterator[K]:
        return iter(self._places)

    def __len__(self) -> int:
        return len(self._places)

    def __repr__(self) -> str:
        return repr(dict(self))


class MadeLater(Mapping[K, V]):
    """A mapping that is made as a whole when it is first looked at."""

    def __init__(self, make: Callable[[], Mapping[K, V]]) -> None:
        self._make = make

    @cached_property
    def _made(self) -> Mapping[K, V]:
        return self._make()

    def __getitem__(self, key: K) -> V:
        return self._made[key]

    def __iter__(self) -> Iterator[K]:
        return iter(self._made)

    def __len__(self) -> int:
        return len(self._made)

    def __repr__(self) -> str:
        return repr(dict(self))
