"""Reads the words of a language strictly, beside the English ones: every fault is told at once."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

import tomli

from gradus.library.faults import ContentFault, Fault
from gradus.library.files import files
from gradus.library.languages.agreeing import Calls, disagreements
from gradus.library.languages.texts import Said, fingerprint, texts_of
from gradus.library.languages.translation import Translation, Wording
from gradus.library.library import Library
from gradus.library.near import did_you_mean
from gradus.library.parts import at
from gradus.library.read import NOT_UTF_8, STEERING, shown

MADE_FROM = "made_from"
REVIEW = ("reviewed_by", "reviewed_on")
STAMP = "./dev languages writes it"
EMERGENCY = "words/emergency-numbers.toml"


def read_language(language: str, texts: Mapping[str, str], library: Library) -> Translation:
    """The words of a language, from the text of its files by the path of the English ones; raises
    ContentFault with all faults. A text whose English was changed since is no fault: it is not used."""
    english, read, faults = files(library), dict[str, Wording](), list[Fault]()
    calls = Calls(library.emergency.unknown, _call(language, texts.get(EMERGENCY, "")))
    for path, text in sorted(texts.items()):
        reader = _Reader(language, calls)
        if path in english:
            read[path] = reader.wording(text, texts_of(english[path]))
        else:
            reader.fault("file", f"translates no file{did_you_mean(path, english)}; take it out, or move it")
        faults += [Fault(f"languages/{language}/{path}", where, says) for where, says in reader.faults]
    if faults:
        raise ContentFault(faults)
    return Translation(language=language, files=read)


class _Reader:
    """Reads one file and remembers its faults."""

    def __init__(self, language: str, calls: Calls) -> None:
        self.language, self.calls = language, calls
        self.faults: list[tuple[str, str]] = []

    def fault(self, where: str, says: str) -> None:
        self.faults.append((where, says))

    def wording(self, text: str, english: Mapping[str, Said]) -> Wording:
        """The words of the file beside the English ones."""
        table = self._table(text)
        allowed = (self.language, MADE_FROM, *REVIEW)
        for key in table.keys() - set(allowed):
            says = f"is not a key here; allowed: {', '.join(allowed)}{did_you_mean(key, allowed)}"
            self.fault(key, f"{says}. No number, rule or name of a thing is translated")
        said = dict(self._said(table.get(self.language), english))
        made_from = self._made_from(table.get(MADE_FROM, {}), said)
        fresh = {
            where: each for where, each in said.items() if made_from[where] == fingerprint(english[where])
        }
        for where, each in fresh.items():
            for says in disagreements(english[where], each, self.calls):
                self.fault(at(self.language, where), says)
        stale = tuple(where for where in said if where not in fresh)
        return Wording(fresh, stale, *self._review(table))

    def _table(self, text: str) -> Mapping[str, Any]:
        if NOT_UTF_8 in text:
            self.fault("file", "has a character that is not UTF-8; save it as UTF-8")
        try:
            return tomli.loads(text)
        except tomli.TOMLDecodeError as error:
            self.fault(f"line {error.lineno}", f"is not TOML: {error.msg}; mend this line or the one before")
            return {"reviewed_by": "", self.language: {}}

    def _said(self, table: Any, english: Mapping[str, Said]) -> Iterator[tuple[str, Said]]:
        """The texts that can be used, by where they stand."""
        if not isinstance(table, Mapping):
            self.fault(self.language, f"is missing; write the table [{self.language}] with the words")
            return
        for where, value in flat(table):
            place = at(self.language, where)
            if where not in english:
                near = did_you_mean(where, english)
                self.fault(place, f"is no text of the English file; it has: {', '.join(english)}{near}")
                continue
            said = tuple(value) if isinstance(value, list) else value
            if says := _unfit(said, english[where]):
                self.fault(place, says)
            else:
                yield where, said

    def _made_from(self, table: Any, said: Mapping[str, Said]) -> dict[str, str]:
        """The fingerprint of the English text that each was made from; an empty one where none is given."""
        given = table if isinstance(table, Mapping) else {}
        for where in given.keys() - said.keys():
            self.fault(at(MADE_FROM, where), f"tells of no text that stands here; {STAMP} anew")
        for where in said.keys() - given.keys():
            self.fault(at(MADE_FROM, where), f"is missing: which English text was translated; {STAMP}")
        return {where: str(given.get(where, "")) for where in said}

    def _review(self, table: Mapping[str, Any]) -> tuple[str, date | None]:
        by, on = (table.get(key) for key in REVIEW)
        if not isinstance(by, str):
            self.fault("reviewed_by", "is missing; write the name of who has read it, or nothing in quotes")
            by = ""
        if on is not None and type(on) is not date:
            self.fault("reviewed_on", f"is {shown(on)}; write a date such as 2026-03-01, without quotes")
        elif bool(by.strip()) != (on is not None):
            self.fault("reviewed_on", "and reviewed_by stand together; write both, or neither")
        return by, on if type(on) is date else None


def _call(language: str, text: str) -> str | None:
    """The words of the language for the emergency number, as far as they can be read."""
    try:
        table = tomli.loads(text).get(language)
    except tomli.TOMLDecodeError:
        return None
    found = table.get("unknown") if isinstance(table, Mapping) else None
    return found if isinstance(found, str) else None


def flat(table: Mapping[str, Any], where: str = "") -> Iterator[tuple[str, Any]]:
    """What stands in a table and in the tables inside it, each with its place."""
    for key, value in table.items():
        place = at(where, key)
        if isinstance(value, Mapping):
            yield from flat(value, place)
        elif isinstance(value, list) and value and all(isinstance(each, Mapping) for each in value):
            for nth, each in enumerate(value):
                yield from flat(each, f"{place}[{nth}]")
        else:
            yield place, value


def _unfit(said: Any, english: Said) -> str:
    """What is wrong with a text for the place of this English one; nothing where it fits."""
    listed = said if isinstance(said, tuple) else (said,)
    if isinstance(said, tuple) != isinstance(english, tuple) or not all(isinstance(s, str) for s in listed):
        asked = "text in quotes" if isinstance(english, str) else "a list of texts in quotes"
        return f"is {shown(list(said) if isinstance(said, tuple) else said)}; write {asked}"
    if not listed or not all(each.strip() for each in listed):
        return "is empty; write the words, or take it out, and the English is shown"
    if any(STEERING.search(each) for each in listed):
        return "has a sign that is not seen and steers a terminal or turns the writing; take it out"
    return ""
