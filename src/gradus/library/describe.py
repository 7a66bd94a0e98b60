"""A type of content in plain words: what to write where it is asked for."""

from collections.abc import Iterable, Mapping
from dataclasses import MISSING, fields, is_dataclass
from datetime import date
from enum import StrEnum
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, NewType, Union, get_args, get_origin, get_type_hints

from gradus.library.bounds import Bound

WORDS: Mapping[Any, str] = {
    str: "text in quotes",
    float: "a number",
    bool: "true or false",
    date: "a date such as 2026-03-01, without quotes",
}


def hints(kind: Any) -> Mapping[str, Any]:
    """The keys of a kind of content, each with its type, aliases resolved."""
    return get_type_hints(kind, include_extras=True)


def required(kind: Any) -> tuple[str, ...]:
    """The keys that must be there."""
    return tuple(
        each.name for each in fields(kind) if each.default is MISSING and each.default_factory is MISSING
    )


def bare(hint: Any) -> tuple[Any, tuple[Any, ...]]:
    """A type without its wrapping, as members (more than one only for a union), and its bounds."""
    bounds: tuple[Any, ...] = ()
    while True:
        if isinstance(hint, NewType):
            hint = hint.__supertype__
        elif get_origin(hint) is Annotated:
            hint, *more = get_args(hint)
            bounds += tuple(more)
        elif (members := members_of(hint)) and len(members) == 1:
            hint = members[0]
        else:
            return hint, bounds


def members_of(hint: Any) -> tuple[Any, ...]:
    """The members of a union but None; empty for anything else."""
    if get_origin(hint) not in (Union, UnionType):
        return ()
    return tuple(member for member in get_args(hint) if member is not NoneType)


def meant(members: Iterable[Any], value: Any) -> Any:
    """Which member of a union was meant: for a table the one that shares a key, for anything else none."""
    for member in members:
        inner, _ = bare(member)
        if is_dataclass(inner) and isinstance(value, Mapping) and inner.__dataclass_fields__.keys() & value:
            return inner
    return None


def choices(hint: Any) -> tuple[str, ...]:
    """The closed list that a type is, or nothing."""
    inner, _ = bare(hint)
    if get_origin(inner) is Literal:
        return tuple(map(str, get_args(inner)))
    if isinstance(inner, type) and issubclass(inner, StrEnum):
        return tuple(member.value for member in inner)
    return ()


def describe(hint: Any) -> str:
    """What to write for this type."""
    inner, bounds = bare(hint)
    if members := members_of(inner):
        return ", or ".join(describe(member) for member in members)
    if found := choices(inner):
        return f"one of: {', '.join(found)}" if len(found) > 1 else f'"{found[0]}"'
    if is_dataclass(inner):
        return f"a table with {', '.join(required(inner))}"
    if inner is int:
        return f"a whole number{_from(bounds)}"
    if get_origin(inner) is tuple:
        return _list(get_args(inner), bounds)
    return WORDS.get(inner) or f"a table; each entry is {describe(get_args(inner)[1])}"


def _list(args: tuple[Any, ...], bounds: Iterable[Any]) -> str:
    fewest = _bound(bounds, "min_length")
    many = f" of {fewest} or more" if fewest else ""
    size = many if args[-1] is ... else f" of {len(args)}"
    return f"a list{size}; each part is {describe(args[0])}"


def _from(bounds: Iterable[Any]) -> str:
    low, top = _bound(bounds, "ge"), _bound(bounds, "le")
    if low is None:
        return ""
    return f", {low} or more" if top is None else f" from {low} to {top}"


def _bound(bounds: Iterable[Any], key: str) -> int | None:
    return next((bound.value for bound in bounds if isinstance(bound, Bound) and bound.key == key), None)
