"""The worked examples: the same files that the tests run."""

import json
from collections.abc import Iterator, Mapping
from itertools import groupby
from typing import Any

from gradus_cli.reference.book import Book
from gradus_cli.reference.markdown import block, bullets, code, heading, link, page, text
from gradus_cli.reference.numbers import cited
from gradus_cli.reference.places import example_page, place_of, relative, to_example
from gradus_cli.reference.signing import made
from gradus_cli.reference.words import sentence

INDEX = "examples/index.md"
NOT_HERE = "The worked examples come with the source tree, not with the installed command."


def example_pages(book: Book) -> Iterator[tuple[str, str]]:
    """The index and each file of worked examples, by path."""
    yield INDEX, _index(book)
    for path, spec in book.examples.items():
        yield example_page(path), _page(book, path, spec)


def _index(book: Book) -> str:
    parts = [heading(1, "Worked examples"), "" if book.examples else NOT_HERE]
    for room, paths in groupby(book.examples, key=lambda path: path.partition("/")[0]):
        lines = [f"{to_example(path, at=INDEX)}: {text(book.examples[path]['title'])}" for path in paths]
        parts += [heading(2, sentence(room)), bullets(lines)]
    return page(*parts, made(book))


def _page(book: Book, path: str, spec: Mapping[str, Any]) -> str:
    at = example_page(path)
    return page(
        link("All worked examples", relative(INDEX, at=at)),
        heading(1, text(spec["title"])),
        text(spec.get("why", "")),
        bullets(_about(book, spec, at=at)),
        *(part for example in spec["example"] for part in _example(example)),
        f"<small>{code(f'specs/{path}')}</small>",
        made(book),
    )


def _about(book: Book, spec: Mapping[str, Any], *, at: str) -> Iterator[str]:
    yield f"Asks: {code(spec['ask'])}"
    rules = {each.id: path for path, each in book.rules.items()}
    numbers = {address: path for path, each in book.numbers.items() for address in each}
    for words, key, known in (("Rules", "rules", rules), ("Numbers", "thresholds", numbers)):
        named = ", ".join(_named(book, each, known, at=at) for each in spec.get(key, ()))
        if named:
            yield f"{words}: {named}"
    sources = cited(book, spec.get("cites", ()), at=at)
    if sources:
        yield f"Sources: {sources}"


def _named(book: Book, id_: str, known: Mapping[Any, str], *, at: str) -> str:
    """A link to where a rule or a number stands, under its own name."""
    path = known.get(id_)
    return code(id_) if path is None else link(code(id_), relative(place_of(book, path), at=at))


def _example(example: Mapping[str, Any]) -> Iterator[str]:
    yield heading(2, text(example["name"]))
    if "why" in example:
        yield text(example["why"])
    shown = {"given": example.get("given"), "expect": example.get("expect")}
    lines = (f"{key}: {json.dumps(value, ensure_ascii=False, default=str)}" for key, value in shown.items())
    yield block("\n".join(lines))
