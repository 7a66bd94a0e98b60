"""Reads content that was checked before, without checking it again: the quick way to the same library."""

from collections.abc import Callable, Mapping
from dataclasses import is_dataclass
from enum import StrEnum
from functools import cache
from typing import Any, get_args, get_origin

import tomli

from gradus.library.describe import bare, hints, meant, members_of
from gradus.library.places import Kind, kind_at

Reader = Callable[[Any], Any]


def reader(texts: Mapping[str, str]) -> Callable[[str], Any]:
    """Tells what the file at a path holds, and reads it once. Only texts that the strict reader took may come
    here: what is wrong in them is not told, and may pass."""
    return cache(lambda path: _thing(kind_at(path), tomli.loads(texts[path])))


def _thing(kind: Kind, table: Mapping[str, Any]) -> Any:
    read = {key: reader(table[key]) for key, reader in _changing(kind) if key in table}
    return kind(**{**table, **read})


@cache
def _changing(kind: Kind) -> tuple[tuple[str, Reader], ...]:
    """The keys of a kind whose values are not as TOML gives them, each with its reader."""
    found = ((key, _reader(hint)) for key, hint in hints(kind).items())
    return tuple((key, reader) for key, reader in found if reader is not _itself)


@cache
def _reader(hint: Any) -> Reader:
    """What makes a value of this type from what TOML gives."""
    inner, _ = bare(hint)
    if members := members_of(inner):
        return lambda value: _member(members, value)
    if is_dataclass(inner):
        return lambda table: _thing(inner, table)
    if isinstance(inner, type) and issubclass(inner, float | StrEnum):
        return inner
    if get_origin(inner) is tuple:
        part = _reader(get_args(inner)[0])
        return lambda values: tuple(map(part, values))
    if get_origin(inner) is Mapping:
        name, entry = map(_reader, get_args(inner))
        return lambda table: {name(key): entry(value) for key, value in table.items()}
    return _itself


def _itself(value: Any) -> Any:
    return value


def _member(members: tuple[Any, ...], value: Any) -> Any:
    """The value of a union: a text is itself, a table is of the member that was meant."""
    return value if isinstance(value, str) else _thing(meant(members, value), value)
