"""A bad line in plain words: where, what, and what to do. Read only when something is wrong."""

import json
import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, get_args

import msgspec
from msgspec import DecodeError, Struct

from gradus.record.facts import Fact

KINDS: dict[str, type[Struct]] = {kind.__struct_config__.tag: kind for kind in get_args(Fact)}
"""Every kind of fact that this code knows, by its name in the lines."""

LONGEST = 60
"""So many characters of somebody's line are shown, not more."""

_PLACE = re.compile(r" - at (?:`key` in )?`\$(?:\[\d+\])?(?P<path>[^`]*)`$")
"""The decoder's word for a place; it counts the facts of the line first."""
_UNKNOWN_KEY = re.compile(r"^Object contains unknown field `(?P<key>.*)`$", re.DOTALL)
_MISSING_KEY = re.compile(r"^Object missing required field `(?P<key>.*)`$")
_BYTE = re.compile(r"\(byte (?P<at>\d+)\)$")
_NO_NUMBER = re.compile(rb"-?(NaN|Infinity)")
_KEY_BEFORE = re.compile(rb'"(?P<key>\w{1,60})"\s*:\s*-?$')
_ONE_OBJECT = "each line is one fact, a JSON object in braces; mend or remove this line"


@dataclass(frozen=True, slots=True)
class LineFault:
    """One bad line: its number from 1, the place in it (`$` is the whole line), what is there, what to do."""

    line: int
    where: str
    what: str
    advice: str

    @property
    def says(self) -> str:
        """The fault as one sentence."""
        return f"line {self.line}, {self.where}: {self.what}; {self.advice}"


def explain(number: int, line: bytes, error: Exception) -> LineFault:
    """Why this line is no fact, for a reader who did not write the program."""
    if isinstance(error, UnicodeDecodeError):
        return LineFault(number, "$", "holds bytes that are not UTF-8 text", "save it as UTF-8")
    if isinstance(error, RecursionError):
        return LineFault(number, "$", "is nested too deeply to be a fact", _ONE_OBJECT)
    try:
        loose = msgspec.json.decode(line)
    except (DecodeError, UnicodeDecodeError, RecursionError) as worse:
        return _not_json(number, line, str(worse))
    if not isinstance(loose, dict):
        return LineFault(number, "$", f"is {_shown(loose)}, not a fact", _ONE_OBJECT)
    return _not_a_fact(number, loose, str(error))


def _not_json(number: int, line: bytes, error: str) -> LineFault:
    if "truncated" in error:
        return LineFault(number, "$", "breaks off before its end", "send the whole line again")
    if "out of range" in error:
        return LineFault(number, "$", "holds a number too large for any fact", "write an ordinary number")
    at = int(found["at"]) if (found := _BYTE.search(error)) else 0
    if token := _NO_NUMBER.match(line, at):
        before = _KEY_BEFORE.search(line, 0, at)
        where = f"$.{before['key'].decode()}" if before else "$"
        what = f"is {token[0].decode()}, which is not a number"
        return LineFault(number, where, what, "leave the key out when the value is not known")
    start = line[:LONGEST].decode(errors="replace")
    what = f"is not JSON from byte {at} on; it begins with {start!r}"
    return LineFault(number, "$", what, _ONE_OBJECT)


def _not_a_fact(number: int, loose: dict[str, Any], error: str) -> LineFault:
    path = found["path"] if (found := _PLACE.search(error)) else ""
    says = _PLACE.sub("", error)
    kind = loose.get("kind")
    if not isinstance(kind, str) or kind not in KINDS:
        return _kindless(number, loose)
    # Only a bad line pays for the import of these.
    from gradus.record.wanted import keys_at, place_of, wanted  # noqa: PLC0415

    place = place_of(KINDS[kind], path, loose)
    if unknown := _UNKNOWN_KEY.match(says):
        allowed = list(keys_at(place.type))
        advice = f"allowed: {', '.join(allowed)}{_did_you_mean(unknown['key'], allowed)}"
        return LineFault(number, place.where, f"{_shown(unknown['key'])} is not a key here", advice)
    if missing := _MISSING_KEY.match(says):
        advice = f"add it: {wanted(keys_at(place.type)[missing['key']])}"
        return LineFault(number, f"{place.where}.{missing['key']}", "is missing", advice)
    return LineFault(number, place.where, f"is {_shown(place.value)}", f"write {wanted(place.type)}")


def _kindless(number: int, loose: dict[str, Any]) -> LineFault:
    known = ", ".join(sorted(KINDS))
    if "kind" not in loose:
        return LineFault(number, "$.kind", "is missing", f"say what it is, one of: {known}")
    what = f"is {_shown(loose['kind'])}, which is not known here, and has no id and version to be kept by"
    advice = f"write one of: {known}{_did_you_mean(str(loose['kind']), KINDS)}"
    return LineFault(number, "$.kind", what, advice)


def _shown(value: object) -> str:
    """A value as its line writes it, cut when it is long, without signs that could steer a terminal."""
    text = json.dumps(value, ensure_ascii=False)
    short = text if len(text) <= LONGEST else f"{text[:LONGEST]}…"
    return "".join(sign if sign.isprintable() else "�" for sign in short)


def _did_you_mean(word: str, allowed: Iterable[str]) -> str:
    from difflib import get_close_matches  # noqa: PLC0415

    close = get_close_matches(word[:LONGEST], allowed, n=1, cutoff=0.7)
    return f"; did you mean {close[0]}?" if close else ""
