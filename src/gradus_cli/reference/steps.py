"""The table of steps, part by part, in the order in which it is asked."""

from collections.abc import Iterator

from gradus.library.types import StepRow
from gradus_cli.reference.book import Book
from gradus_cli.reference.markdown import code, link, page, table, text
from gradus_cli.reference.places import place

HEAD = ("", "when", "then", "dose", "says")


def steps_tables(book: Book) -> str:
    """Each part of the order with its rows; a part that another goes on to follows where first named."""
    told: set[str] = set()
    parts: list[str] = []
    for nth, name in enumerate(book.library.steps.order, 1):
        again = " (asked once more)" if name in told else ""
        parts.append(f"**{nth}. {_words(name)}**{again}")
        parts += _rows(book, name, told)
    return page(*parts).rstrip()


def _rows(book: Book, name: str, told: set[str]) -> Iterator[str]:
    """The table of a part, then those of the parts that it goes on to, each once."""
    if name in told:
        return
    told.add(name)
    rows = book.library.steps.parts[name]
    yield table(HEAD, [[str(nth), *_row(book, row)] for nth, row in enumerate(rows, 1)])
    for on in dict.fromkeys(row.then for row in rows):
        if on is not None and on not in told:
            yield f"*{_words(on)}*"
            yield from _rows(book, on, told)


def _row(book: Book, row: StepRow) -> list[str]:
    reasons = [row.reason] if row.reason else []
    says = ", ".join(link(code(each), place(book, "rules", each)) for each in (*reasons, *row.found))
    then = [row.step.value] if row.step else []
    then += [f"go on to “{_words(row.then)}”"] if row.then else []
    dose = "" if row.dose is None else row.dose.replace("-", " ")
    return [_when(row), text("; ".join(then)), text(dose), says]


def _when(row: StepRow) -> str:
    holds = " and ".join(each.replace("-", " ") for each in row.when)
    unless = " or ".join(each.replace("-", " ") for each in row.unless)
    return text(", ".join(each for each in (holds, f"unless {unless}" if unless else "") if each) or "always")


def _words(name: str) -> str:
    return name.replace("-", " ")
