"""Every page of the reference."""

from collections.abc import Iterator

from gradus_cli.reference.book import Book
from gradus_cli.reference.examples import example_pages
from gradus_cli.reference.exercises import exercise_pages
from gradus_cli.reference.knowledge import knowledge_pages
from gradus_cli.reference.markdown import bullets, heading, link, page
from gradus_cli.reference.measures import measure_pages
from gradus_cli.reference.places import STUDIES, TRACE, VIRTUAL
from gradus_cli.reference.programmes import programme_pages
from gradus_cli.reference.rules import rule_pages
from gradus_cli.reference.screening import screening_pages
from gradus_cli.reference.signing import alarms, made
from gradus_cli.reference.studies import study_pages
from gradus_cli.reference.trace import trace_page
from gradus_cli.reference.virtual import virtual_pages

CONTENTS = {
    "Exercises": "exercises/index.md",
    "Programmes": "programmes/index.md",
    "Measures": "measures/index.md",
    "Rules": "rules/index.md",
    "Claims that were checked": "claims/index.md",
    "Answers": "answers/index.md",
    "Sources": "sources.md",
    "Worked examples": "examples/index.md",
    "The safety trace": TRACE,
    "What virtual people are made of": VIRTUAL,
    "What studies that are run again are made of": STUDIES,
}


def pages(book: Book) -> dict[str, str]:
    """The Markdown of every page, by path. The same book makes the same pages."""
    return dict(_pages(book))


def _pages(book: Book) -> Iterator[tuple[str, str]]:
    yield "index.md", _index(book)
    yield from exercise_pages(book)
    yield from programme_pages(book)
    yield from measure_pages(book)
    yield from screening_pages(book)
    yield from rule_pages(book)
    yield from knowledge_pages(book)
    yield from example_pages(book)
    yield TRACE, trace_page(book)
    yield from virtual_pages(book)
    yield from study_pages(book)


def _index(book: Book) -> str:
    unsigned, signed = len(book.review.unsigned), len(book.review.signed)
    return page(
        heading(1, "Reference"),
        "The whole content of Gradus, made from its files. Gradus supports self-management; it does not "
        "diagnose and is not a certified medical device.",
        alarms(book.review.overdue),
        f"Files not yet clinically reviewed: {unsigned}. Reviewed: {signed}.",
        bullets(link(words, target) for words, target in CONTENTS.items()),
        made(book),
    )
