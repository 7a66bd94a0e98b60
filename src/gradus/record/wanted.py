"""What may stand at a place of a line, in plain words, read from the types of the facts themselves."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from msgspec import Struct, inspect

from gradus.record.bounds import COUNTRY

_SEGMENT = re.compile(r"\.(?P<key>[^.\[\]]+)|\[(?P<at>\d+|\.\.\.)\]")
_ID_LENGTH = 36


@dataclass(frozen=True, slots=True)
class Place:
    """One place of a line: its path, the type that is wanted there, and what stands there now."""

    where: str
    type: inspect.Type
    value: Any


def place_of(model: type[Struct], path: str, loose: Any) -> Place:
    """The place that this path leads to, as far as it can be followed."""
    here = Place("$", inspect.type_info(model), loose)
    for segment in _SEGMENT.finditer(path):
        step = segment["key"] if segment["key"] is not None else segment["at"]
        here = _inside(here, step)
    return here


def keys_at(wanted_type: inspect.Type) -> dict[str, inspect.Type]:
    """The keys that a table of this type may have, with their types; none when it is no table."""
    for member in _members(wanted_type):
        if isinstance(member, inspect.StructType | inspect.DataclassType):
            keys = {each.encode_name: each.type for each in member.fields}
            tag = member.tag if isinstance(member, inspect.StructType) else None
            return keys if tag is None else {"kind": inspect.LiteralType((tag,)), **keys}
    return {}


def wanted(wanted_type: inspect.Type) -> str:
    """What may stand there, such as "a whole number from 0 to 10, or null"."""
    return ", or ".join(_words(member) for member in _members(wanted_type))


def _inside(here: Place, step: str) -> Place:
    if keys := keys_at(here.type):
        value = here.value.get(step) if isinstance(here.value, dict) else None
        return Place(f"{here.where}.{step}", keys.get(step, inspect.AnyType()), value)
    for member in _members(here.type):
        if isinstance(member, inspect.VarTupleType):
            value = dict(enumerate(here.value)).get(int(step)) if isinstance(here.value, list) else None
            return Place(f"{here.where}[{step}]", member.item_type, value)
        if isinstance(member, inspect.DictType) and isinstance(here.value, dict):
            return _misfit(here, member.value_type)
    return here


def _misfit(here: Place, value_type: inspect.Type) -> Place:
    """The first value of a table that does not fit; the decoder says only that there is one."""
    for key, value in here.value.items():
        if not _fits(value, value_type):
            return Place(f"{here.where}.{key}", value_type, value)
    return here


def _fits(value: Any, value_type: inspect.Type) -> bool:
    if isinstance(value_type, inspect.LiteralType):
        return value in value_type.values
    return isinstance(value, int | float) and not isinstance(value, bool)


def _members(wanted_type: inspect.Type) -> tuple[inspect.Type, ...]:
    return wanted_type.types if isinstance(wanted_type, inspect.UnionType) else (wanted_type,)


def _words(wanted_type: inspect.Type) -> str:
    match wanted_type:
        case inspect.IntType() | inspect.FloatType():
            words = _number(wanted_type)
        case inspect.StrType():
            words = _text(wanted_type)
        case inspect.LiteralType():
            words = f"one of: {', '.join(str(each) for each in wanted_type.values)}"
        case inspect.EnumType():
            words = f"one of: {', '.join(each.value for each in wanted_type.cls)}"
        case inspect.VarTupleType():
            least = f" of at least {wanted_type.min_length}" if wanted_type.min_length else ""
            most = f" of at most {wanted_type.max_length}" if wanted_type.max_length else ""
            words = f"a list{least}{most}, each {wanted(wanted_type.item_type)}"
        case inspect.StructType() | inspect.DataclassType():
            words = f"a table with the keys {', '.join(keys_at(wanted_type))}"
        case _:
            words = _PLAIN[type(wanted_type)]
    return words


_PLAIN: Mapping[type[inspect.Type], str] = {
    inspect.NoneType: "null",
    inspect.BoolType: "true or false",
    inspect.DateType: "a date such as 2026-03-01",
    inspect.DateTimeType: "a moment with its offset from UTC, such as 2026-03-01T18:05:11+01:00",
    inspect.DictType: "a table",
}


def _number(number: inspect.IntType | inspect.FloatType) -> str:
    noun = "a whole number" if isinstance(number, inspect.IntType) else "a number"
    if number.ge is None:
        return noun
    return (
        f"{noun} from {number.ge} to {number.le}"
        if number.le is not None
        else f"{noun} of at least {number.ge}"
    )


def _text(text: inspect.StrType) -> str:
    if text.min_length == _ID_LENGTH:
        return f"an id, a UUID of {_ID_LENGTH} characters"
    if text.pattern == COUNTRY:
        return "the two capital letters of a country, such as GB"
    if text.max_length is None:
        return "a text"
    return f"a text of {text.min_length or 0} to {text.max_length} characters"
