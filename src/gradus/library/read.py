"""Reads one file's text into its type of content, or tells every fault in it."""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, is_dataclass
from datetime import date
from functools import cache
from itertools import chain
from typing import Any, get_args

import tomli
from pydantic import ConfigDict, TypeAdapter, ValidationError

from gradus.library.describe import bare, choices, describe, hints, meant, members_of
from gradus.library.faults import Fault
from gradus.library.near import did_you_mean
from gradus.library.places import FOLDERS, SINGLES, Kind, id_at, kind_at

STRICT = ConfigDict(strict=True, extra="forbid", allow_inf_nan=False)
ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
"""A name that is harmless as a file, in an address and on a page."""
STEERING = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
"""Signs that steer a terminal, or turn the direction of writing for all that follows."""
NOT_UTF_8 = "\N{REPLACEMENT CHARACTER}"
MISSING = object()
SHOWN = 40
"""So many letters of a wrong value are shown."""


@cache
def adapter(kind: Kind) -> TypeAdapter[Any]:
    """The strict reader of a kind, built once; it reads a list of one, where settings reach inner types."""
    return TypeAdapter(tuple[kind], config=STRICT)


def read_file(path: str, text: str) -> tuple[Any, Mapping[str, Any], tuple[Fault, ...]]:
    """What the file holds (None when it has faults), its plain table, and its faults."""
    kind = kind_at(path)
    if kind is None:
        return None, {}, (_misplaced(path),)
    if NOT_UTF_8 in text:
        line = text[: text.index(NOT_UTF_8)].count("\n") + 1
        return None, {}, (Fault(path, f"line {line}", "has a character that is not UTF-8; save it as UTF-8"),)
    try:
        table = tomli.loads(text)
    except tomli.TOMLDecodeError as error:
        return None, {}, (Fault(path, f"line {error.lineno}", _unreadable(error.msg)),)
    except RecursionError:
        return None, {}, (Fault(path, "file", "is nested too deeply; no content needs that, write it flat"),)
    return _typed(path, kind, table)


def _typed(path: str, kind: Kind, table: dict[str, Any]) -> tuple[Any, Mapping[str, Any], tuple[Fault, ...]]:
    wrong: tuple[Fault, ...] = ()
    if "id" in kind.__dataclass_fields__ and isinstance(id_ := table.get("id"), str) and id_ != id_at(path):
        wrong = (Fault(path, "id", f'is "{id_}"; write "{id_at(path)}", the name of the file'),)
    wrong = (*wrong, *_unfit(path, table))
    try:
        (thing,) = adapter(kind).validate_json(_as_json(kind, table))
    except ValidationError as error:
        found = error.errors(include_url=False, include_context=False, include_input=False)
        told = [_fault(path, kind, table, each["loc"][1:]) for each in found]
        return None, table, (*wrong, *_innermost([each for each in told if each is not None]))
    return (None if wrong else thing), table, wrong


def _unfit(path: str, table: Mapping[str, Any]) -> Iterator[Fault]:
    """A name that cannot stand everywhere, and texts that are not fit to be shown."""
    if not ID.fullmatch(id_at(path)):
        says = "has a name that cannot be used; write small letters, digits and single hyphens"
        yield Fault(path, "file", says)
    for key, value in table.items():
        if any(STEERING.search(text) for text in _texts_in(value)):
            says = "has a sign that is not seen and steers a terminal or turns the writing; take it out"
            yield Fault(path, key, says)


def _texts_in(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        yield from value
        yield from chain.from_iterable(map(_texts_in, value.values()))
    elif isinstance(value, list):
        yield from chain.from_iterable(map(_texts_in, value))


def _as_json(kind: Kind, table: Mapping[str, Any]) -> str:
    """JSON keeps the strict reading of enums and lists from text. A date is only let through where one is
    asked for, and only unquoted; anywhere else it becomes a table that no type of content takes."""
    dated = _dated(kind)
    told = {
        key: (value.isoformat() if type(value) is date else []) if key in dated else value
        for key, value in table.items()
    }
    return json.dumps([told], default=lambda _: {"a date": None})


@cache
def _dated(kind: Kind) -> frozenset[str]:
    return frozenset(name for name, hint in hints(kind).items() if hint in (date, date | None))


def _innermost(faults: Sequence[Fault]) -> Iterator[Fault]:
    """Each place once; a list with a fault in a part is not called too short because that part fell out."""
    places = {fault.where: fault for fault in faults}
    for where, fault in places.items():
        if not any(other.startswith((f"{where}[", f"{where}.")) for other in places):
            yield fault


def _misplaced(path: str) -> Fault:
    places = (*(f"{folder}/<id>.toml" for folder in FOLDERS), *SINGLES)
    stem, _, _ = path.rpartition("/")[-1].partition(".")
    near = did_you_mean(path, (*SINGLES, *(f"{folder}/{stem}.toml" for folder in FOLDERS)))
    return Fault(path, "file", f"is in no known place; move it to one of: {', '.join(places)}{near}")


def _unreadable(message: str) -> str:
    if message == "Cannot overwrite a value":
        return "gives a key that is already given above; keep one of the two"
    return f"is not TOML: {message[0].lower()}{message[1:]}; mend this line or the one before"


# --- from where pydantic met a fault to a sentence ---


@dataclass(slots=True)
class _Place:
    """A place in a table: its path in words, the type asked for there, and what stands there."""

    where: str
    hint: Any
    value: Any
    owner: Any = None


def _fault(path: str, kind: Kind, table: Mapping[str, Any], loc: Sequence[int | str]) -> Fault | None:
    """The fault in words; None when it belongs to a member of a union that was not meant."""
    place = _Place("", kind, table)
    steps = iter(loc)
    while True:
        hint, _ = bare(place.hint)
        if members := members_of(hint):
            member = meant(members, place.value)
            if member is None:
                break
            if next(steps) != member.__name__:
                return None
            place.hint = member
            continue
        step = next(steps, None)
        if step is None or not isinstance(place.value, list | Mapping):
            break
        place = _enter(place, hint, step)
    return Fault(path, place.where, _says(place))


def _enter(place: _Place, hint: Any, step: int | str) -> _Place:
    if isinstance(step, int):
        args = get_args(hint)
        inner = args[0] if args[-1] is ... else args[step]
        value = place.value[step] if step < len(place.value) else MISSING
        return _Place(f"{place.where}[{step}]", inner, value)
    value = place.value.get(step, MISSING)
    where = f"{place.where}.{step}" if place.where else step
    if is_dataclass(hint):
        return _Place(where, hints(hint).get(step), value, owner=hint)
    return _Place(where, get_args(hint)[1], value)


def _says(place: _Place) -> str:
    if place.hint is None:
        allowed = tuple(hints(place.owner))
        name = place.where.rpartition(".")[-1]
        return f"is not a key here; allowed: {', '.join(allowed)}{did_you_mean(name, allowed)}"
    advice = f"write {describe(place.hint)}"
    if place.value is MISSING:
        return f"is missing; {advice}"
    near = did_you_mean(place.value, choices(place.hint)) if isinstance(place.value, str) else ""
    return f"is {shown(place.value)}; {advice}{near}"


def shown(value: Any) -> str:
    """A value as its file writes it, long ones cut short."""
    if isinstance(value, Mapping):
        return f"a table with {', '.join(value) or 'nothing'}"
    if isinstance(value, list):
        return f"a list of {len(value)}"
    if isinstance(value, str):
        return f'"{value}"' if len(value) <= SHOWN else f'"{value[:SHOWN]}…"'
    return str(value).lower()


def missing_singles(paths: Mapping[str, Any]) -> Iterator[Fault]:
    """A fault for each file that must stand and does not."""
    for path, kind in SINGLES.items():
        if path not in paths:
            yield Fault(path, "file", f"is missing; write it: {describe(kind)}")
