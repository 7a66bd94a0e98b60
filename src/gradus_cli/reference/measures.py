"""The measures: an index, and a page for each."""

from collections.abc import Iterator

from gradus.library.types import Measure, Norm
from gradus_cli.reference.book import Book
from gradus_cli.reference.markdown import bullets, code, heading, link, numbered, page, table, text
from gradus_cli.reference.numbers import ROW_HEAD, amount, cited, ground, row
from gradus_cli.reference.places import to, to_file
from gradus_cli.reference.signing import foot, made, mark, overdue_on
from gradus_cli.reference.words import plain

NORM_HEAD = ("who", "value", "range", "basis", "note", "sources")
INDEX = "measures/index.md"
KINDS = {"reported": "told by the person", "home-test": "tested at home", "clinic-test": "tested in a clinic"}
BETTER = {"higher": "higher", "lower": "lower", "neither": "neither: no change is called anything"}
NO_ERROR = "No error of this measure is known well enough: a change is shown and never called changed."


def measure_pages(book: Book) -> Iterator[tuple[str, str]]:
    """The index and each measure, by path."""
    yield INDEX, _index(book)
    for id_, measure in book.library.measures.items():
        yield f"measures/{id_}.md", _page(book, measure)


def _index(book: Book) -> str:
    rows = [_row(book, each) for each in book.library.measures.values()]
    head = ("measure", "how it is taken", "better is", "from", "to")
    return page(heading(1, "Measures"), table(head, rows), made(book))


def _row(book: Book, measure: Measure) -> list[str]:
    name = to(book, "measures", measure.id, at=INDEX)
    marked = mark(book, f"measures/{measure.id}.toml")
    return [
        f"{name} ({marked})" if marked else name,
        KINDS[measure.kind],
        measure.better,
        f"{measure.lowest:g}",
        amount(measure.highest, measure.unit),
    ]


def _page(book: Book, measure: Measure) -> str:
    path = f"measures/{measure.id}.toml"
    at = f"measures/{measure.id}.md"
    return page(
        link("All measures", "index.md"),
        heading(1, text(measure.title)),
        overdue_on(book, path),
        heading(2, "How it is taken"),
        numbered(map(text, measure.protocol)),
        heading(2, "Facts"),
        table(("what", "value"), _facts(measure)),
        heading(2, "What counts as a change"),
        table(ROW_HEAD, _changes(book, measure, at=at)),
        "" if measure.mdc95 or measure.better == "neither" else NO_ERROR,
        *_norms(book, measure, at=at),
        *_around(book, measure, at=at),
        foot(book, path),
        made(book),
    )


def _facts(measure: Measure) -> Iterator[list[str]]:
    yield ["Id", code(measure.id)]
    yield ["How", KINDS[measure.kind]]
    yield ["From and to", f"{measure.lowest:g} to {amount(measure.highest, measure.unit)}"]
    yield ["Better is", BETTER[measure.better]]
    if measure.items:
        yield ["Questions", f"{len(measure.items)}; the value is their {measure.scoring}"]
    if measure.wording == "operator":
        says = "the operator's: none is printed here; the value is typed in until a file of theirs gives them"
        yield ["Wording", says]
    if measure.derived_from:
        yield ["Reckoned from", text(measure.derived_from)]
    if measure.sides:
        yield ["Sides", "each side for itself"]
    if measure.position:
        yield ["Position", plain(measure.position)]
    if measure.needs:
        yield ["Needs", ", ".join(map(plain, measure.needs))]
    if measure.cautions:
        yield ["Take care with", ", ".join(map(plain, measure.cautions))]


def _changes(book: Book, measure: Measure, *, at: str) -> Iterator[list[str]]:
    numbers = {
        "Error of the test in one person (MDC95): a smaller change may be chance": measure.mdc95,
        "Smallest change that people notice as one (MIC)": measure.mic,
        "The same, as a share of the first value": measure.mic_percent,
    }
    for words, each in numbers.items():
        if each is not None:
            yield row(book, words, each, at=at)


def _norms(book: Book, measure: Measure, *, at: str) -> list[str]:
    """What others reached, to compare with."""
    rows = [_norm(book, each, at=at) for each in measure.norms]
    says = "A picture to compare with, never a mark to reach."
    return [heading(2, "What others reached"), says, table(NORM_HEAD, rows)] if rows else []


def _norm(book: Book, norm: Norm, *, at: str) -> list[str]:
    value = "" if norm.value is None else f"{norm.middle} **{amount(norm.value, norm.unit)}**"
    spread = "" if norm.sd is None else f", standard deviation {norm.sd:g}"
    rests = (ground(norm), text(norm.note), cited(book, norm.cites, at=at))
    return [text(norm.who), f"{value}{spread}", _ends(norm), *rests]


def _ends(norm: Norm) -> str:
    """Where the middle half of the group lies, or the usual ends."""
    if norm.low is None and norm.high is None:
        return ""
    low = "" if norm.low is None else f"from {norm.low:g} "
    high = "" if norm.high is None else f"up to {amount(norm.high, norm.unit)}"
    what = "middle half" if norm.ends == "quartiles" else "usual"
    return f"{what}: {low}{high}".strip()


def _around(book: Book, measure: Measure, *, at: str) -> list[str]:
    def naming(within: str) -> str:
        return bullets(to_file(book, path, at=at) for path in book.naming("measures", measure.id, within))

    parts = {
        "To know": bullets(map(text, measure.notes)),
        "Exercises it opens": naming("exercises/"),
        "Programmes that use it": naming("programmes/"),
        "Answers that name it": naming("answers/"),
        "Sources": cited(book, measure.cites, at=at),
    }
    return [each for title, body in parts.items() if body for each in (heading(2, title), body)]
