"""Where each thing stands in the reference, what it is called there, and links between the two."""

import posixpath
from typing import Any

from gradus.library.places import SINGLES, id_at
from gradus.library.types import Answer, Claim, Exercise, Rule, ScreenRule, Source
from gradus.vocabulary.ids import ItemId
from gradus_cli.reference.book import ITEMS, Book
from gradus_cli.reference.markdown import link, text

OWN_PAGES = ("answers", "exercises", "measures", "programmes")
"""Folders of which each thing has a page of its own."""
SHARED_PAGES = {
    "rules": "rules/decisions.md",
    "screening/actions": "rules/screening.md",
    "screening/contradictions": "rules/questions.md",
    "screening/limits": "rules/limits.md",
    "screening/rules": "rules/screening.md",
    ITEMS: "rules/questions.md",
    "simulation": "virtual/person.md",
    "simulation/studies": "virtual/studies.md",
    "sources": "sources.md",
}
"""Folders whose things share a page."""
NUMBERS = "rules/numbers.md"
VIRTUAL = SHARED_PAGES["simulation"]
STUDIES = SHARED_PAGES["simulation/studies"]
TRACE = "safety/trace.md"


def place(book: Book, folder: str, id_: str) -> str:
    """The page of a thing, with its place on the page where it shares it."""
    if folder in OWN_PAGES:
        return f"{folder}/{id_}.md"
    if folder == "claims":
        return f"claims/{book.files[f'claims/{id_}.toml'].document}.md#{id_}"
    return f"{SHARED_PAGES[folder]}#{id_}"


def place_of(book: Book, path: str) -> str:
    """The page of what a file holds."""
    if path in SINGLES:
        return f"{NUMBERS}#{path.removesuffix('.toml').replace('/', '-')}"
    return place(book, path.rpartition("/")[0], id_at(path))


def example_page(spec: str) -> str:
    """The page of a file of worked examples."""
    return f"examples/{spec.removesuffix('.toml')}.md"


def relative(target: str, *, at: str) -> str:
    """A place as seen from the page `at`."""
    page, mark, anchor = target.partition("#")
    if page == at and mark:
        return f"#{anchor}"
    return posixpath.relpath(page, posixpath.dirname(at) or ".") + mark + anchor


def to(book: Book, folder: str, id_: str, *, at: str) -> str:
    """A link to a thing under its name; only its name where the library has no such thing."""
    if folder == ITEMS:
        item = book.library.items.get(ItemId(id_))
        return link(text(item.words), relative(place(book, folder, id_), at=at)) if item else text(id_)
    return to_file(book, f"{folder}/{id_}.toml", at=at)


def to_file(book: Book, path: str, *, at: str) -> str:
    """A link to what a file holds, under its name."""
    if path not in book.files:
        return text(id_at(path))
    return link(text(name(path, book.files[path])), relative(place_of(book, path), at=at))


def to_example(spec: str, *, at: str) -> str:
    """A link to worked examples."""
    return link(text(spec.removesuffix(".toml")), relative(example_page(spec), at=at))


def name(path: str, thing: Any) -> str:
    """What a thing is called in a link."""
    match thing:
        case Source() | Rule() | ScreenRule():
            return thing.id
        case Exercise():
            return thing.en.name
        case Answer():
            return thing.question
        case Claim():
            return thing.claim
        case _:
            known = getattr(thing, "title", None) or getattr(thing, "says", None)
            return id_at(path).replace("-", " ") if path in SINGLES else known or id_at(path)
