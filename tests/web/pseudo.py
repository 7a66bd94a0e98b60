"""A language in which every translated text stands in brackets, and what of a page stands outside them."""

import json
import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import fields, is_dataclass
from functools import cache
from gettext import NullTranslations
from html.parser import HTMLParser
from typing import Any

import pytest
from django.utils.translation import gettext, trans_real

from gradus.vocabulary.certainty import CERTAINTY, VERDICTS
from gradus_web.content import library

BEGIN, END = "⟦", "⟧"
ENGLISH = "en-gb"
IN_CONTEXT = "\x04"
"""Between a context and a text, where Django asks for both."""
SPOKEN = ("alt", "aria-label", "title", "placeholder")
NAMES = ("gradus", "english", "deutsch")
"""The same in every language."""
LIKE_WORDS = re.compile(r" |\A[A-Z][a-z]+\Z")
"""In what a page brings for its scripts; the rest of that are keys and numbers."""
DAY = re.compile(r"\d{1,2} [A-Z][a-z]{2,8}( \d{4})?")
BETWEEN = re.compile(r"[–,·:()“”]|[.?](?= |\Z)|(?<=[.?]) ")
CUT = "…"


class Pseudo(NullTranslations):
    """Every text in brackets."""

    def gettext(self, message: str) -> str:
        return f"{BEGIN}{message.rpartition(IN_CONTEXT)[2]}{END}"

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return self.gettext(msgid1 if n == 1 else msgid2)

    def language(self) -> str:
        return "en-gb"

    def to_language(self) -> str:
        return "en-gb"


def speak(monkeypatch: pytest.MonkeyPatch, *, but: Collection[str] = ()) -> None:
    """From now on every language is this one, whichever a page is asked for in, `but` for some by their
    codes. What is spoken where nothing was chosen is looked up before."""
    gettext("Today")
    real = trans_real.translation
    monkeypatch.setattr(trans_real, "translation", lambda code: real(code) if code in but else Pseudo())
    spoken: Any = vars(trans_real)["_active"]
    monkeypatch.setattr(spoken, "value", Pseudo(), raising=False)


class Outside(HTMLParser):
    """The words of a page that no brackets enclose: its title, what is told of it elsewhere, and its body
    from header to footer, with what it brings for its scripts."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []
        self.deep, self.inside = 0, ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        told = {name: said or "" for name, said in attrs}
        if tag in ("title", "body", "script"):
            self.inside = tag
        if told.get("name") == "description":
            self._looks_at(told["content"])
        for name, said in told.items():
            if name in SPOKEN or (name.startswith("data-") and LIKE_WORDS.search(said)):
                self._looks_at(said)

    def handle_endtag(self, tag: str) -> None:
        self.inside = "body" if tag == "script" else self.inside

    def handle_data(self, data: str) -> None:
        if self.inside == "script":
            for said in _texts(json.loads(data)) if data.strip() else ():
                if " " in said:
                    self._looks_at(said)
            return
        outside = ""
        for sign in data:
            self.deep += (sign == BEGIN) - (sign == END)
            outside += sign if self.deep == 0 and sign != END else ""
        self._finds(outside)

    def _looks_at(self, said: str) -> None:
        self._finds(re.sub(f"{BEGIN}.*{END}", "", said, flags=re.DOTALL))

    def _finds(self, outside: str) -> None:
        if any(sign.isalpha() for sign in outside):
            self.found.append(" ".join(outside.split()))


def outside(page: str, known: Collection[str] = ()) -> list[str]:
    """What could not be translated on the page; `known` are words of the content, and those of the person."""
    found = Outside()
    found.feed(page)
    assert (found.inside, found.deep) == ("body", 0)
    return [said for said in found.found if not _is_known(said, known)]


def _is_known(said: str, known: Collection[str]) -> bool:
    """Whether it is one known text, or several with a mark, a number or a day between them."""
    said = DAY.sub("", said).strip().casefold()
    if not any(map(str.isalpha, said)) or said in known or said in NAMES:
        return True
    if said.endswith(CUT):
        return any(each.startswith(said.removesuffix(CUT)) for each in known)
    marks = BETWEEN.finditer(said)
    return any(
        _is_known(said[: mark.start()], known) and _is_known(said[mark.end() :], known) for mark in marks
    )


@cache
def content() -> frozenset[str]:
    """Every text of the library and of its scales, as a page shows it but for capitals."""
    told = {*_texts(library()), *CERTAINTY.values(), *VERDICTS.values()}
    return frozenset(words for text in told for words in (text.casefold(), text.casefold().replace("-", " ")))


def _texts(thing: Any) -> Iterator[str]:
    if isinstance(thing, str):
        yield " ".join(thing.split())
    elif is_dataclass(thing):
        for each in fields(thing):
            yield from _texts(getattr(thing, each.name))
    elif isinstance(thing, Mapping):
        yield from _texts(list(thing.values()))
    elif isinstance(thing, list | tuple | set | frozenset):
        for each in thing:
            yield from _texts(each)
