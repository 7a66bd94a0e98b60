"""How a kind of content is made: a frozen dataclass, whose comparing and telling are written once for all.

`dataclass` writes and compiles them anew for each; for seventy kinds that was a fifteenth of a short command.
"""

from dataclasses import dataclass, fields
from typing import Any, TypeVar, dataclass_transform

T = TypeVar("T")


@dataclass_transform(frozen_default=True, kw_only_default=True)
def content(kind: type[T]) -> type[T]:
    """The class as a frozen, slotted dataclass, made by keyword. Two of one kind are equal when their fields
    are, and those that hold nothing that can change have a hash."""
    kind.__eq__ = _is_equal  # type: ignore[method-assign]
    kind.__hash__ = _hash  # type: ignore[method-assign]
    kind.__repr__ = _told  # type: ignore[method-assign]
    return dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)(kind)


def _is_equal(self: Any, other: object) -> bool:
    if self is other:
        return True
    return _values(self) == _values(other) if type(self) is type(other) else NotImplemented


def _hash(self: Any) -> int:
    return hash(_values(self))


def _told(self: Any) -> str:
    inner = ", ".join(f"{each.name}={getattr(self, each.name)!r}" for each in fields(self))
    return f"{type(self).__qualname__}({inner})"


def _values(thing: Any) -> tuple[object, ...]:
    return tuple(getattr(thing, name) for name in thing.__slots__)
