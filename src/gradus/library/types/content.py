"""How a kind of content is made: a frozen dataclass, whose methods are written once for all.

`dataclass` writes and compiles them anew for each; for seventy kinds that was a sixth of a short command.
"""

from collections.abc import Callable, Mapping
from dataclasses import MISSING, FrozenInstanceError, dataclass, fields
from functools import cache
from typing import Any, NoReturn, TypeVar, dataclass_transform

T = TypeVar("T")
_set: Callable[[object, str, object], None] = object.__setattr__


@dataclass_transform(frozen_default=True, kw_only_default=True)
def content(kind: type[T]) -> type[T]:
    """The class as a slotted dataclass that is made by keyword and fixed from then on. Two of one kind are
    equal when their fields are, and those that hold nothing that can change have a hash."""
    for name, method in _METHODS.items():
        setattr(kind, name, method)
    return dataclass(init=False, repr=False, eq=False, slots=True, kw_only=True)(kind)


def _made(self: object, **given: object) -> None:
    """Each field as given, else its default; TypeError where one has neither or is not known."""
    kind: Any = type(self)
    usual, anew = _defaults(kind)
    values = {**usual, **given}
    for name, make in anew.items():
        if name not in given:
            values[name] = make()
    if values.keys() != _names(kind):
        wrong = sorted(values.keys() ^ _names(kind))
        raise TypeError(f"{kind.__name__}: missing, or not known: {', '.join(wrong)}")
    for name, value in values.items():
        _set(self, name, value)


@cache
def _names(kind: Any) -> frozenset[str]:
    return frozenset(each.name for each in fields(kind))


@cache
def _defaults(kind: Any) -> tuple[Mapping[str, object], Mapping[str, Callable[[], object]]]:
    """The defaults of a kind, and what makes those that each thing has for itself."""
    known = {each.name: each.default for each in fields(kind) if each.default is not MISSING}
    made = {each.name: each.default_factory for each in fields(kind) if each.default_factory is not MISSING}
    return known, made


def _fixed(self: object, name: str, *_: object) -> NoReturn:
    raise FrozenInstanceError(f"{name} of a {type(self).__name__} is fixed")


def _restored(self: Any, state: tuple[object, ...]) -> None:
    for each, value in zip(fields(self), state, strict=True):
        _set(self, each.name, value)


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
    return tuple(getattr(thing, each.name) for each in fields(thing))


_METHODS: Mapping[str, object] = {
    "__init__": _made,
    "__setattr__": _fixed,
    "__delattr__": _fixed,
    "__getstate__": _values,
    "__setstate__": _restored,
    "__eq__": _is_equal,
    "__hash__": _hash,
    "__repr__": _told,
}
