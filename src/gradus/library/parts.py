"""A thing of content, and the things inside it."""

from collections.abc import Iterator, Mapping
from types import NoneType
from typing import Any, TypeAlias

PLAIN = (str, int, float, NoneType)


Parts: TypeAlias = tuple[tuple[str, Any], ...]
"""Things, each with where it stands, as in `phases[0].weeks`; the outermost stands at the empty place."""


def parts_of(thing: Any) -> Parts:
    """A thing of content and every thing inside it, outer ones first."""
    return tuple(_parts(thing, ""))


def _parts(thing: Any, where: str) -> Iterator[tuple[str, Any]]:
    yield where, thing
    for name in thing.__dataclass_fields__:
        value = getattr(thing, name)
        if value and not isinstance(value, PLAIN):
            yield from _inside(value, at(where, name))


def _inside(value: Any, where: str) -> Iterator[tuple[str, Any]]:
    if isinstance(value, tuple):
        for nth, each in enumerate(value):
            if not isinstance(each, PLAIN):
                yield from _inside(each, f"{where}[{nth}]")
    elif isinstance(value, Mapping):
        for key, each in value.items():
            yield from _inside(each, f"{where}.{key}")
    elif hasattr(value, "__dataclass_fields__"):
        yield from _parts(value, where)


def at(where: str, key: str) -> str:
    """A key inside a place."""
    return f"{where}.{key}" if where else key
