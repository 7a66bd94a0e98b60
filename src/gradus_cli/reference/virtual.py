"""The person model: what virtual people are made of, every number with what it rests on, on one page."""

from collections.abc import Iterator
from itertools import groupby

from gradus.library.types import PersonModel, Threshold
from gradus.vocabulary.ids import PersonModelId, ThresholdId
from gradus_cli.reference.book import Book
from gradus_cli.reference.markdown import heading, page, table, text
from gradus_cli.reference.numbers import ROW_HEAD, row
from gradus_cli.reference.places import VIRTUAL
from gradus_cli.reference.signing import foot, made
from gradus_cli.reference.words import sentence

ABOUT = (
    "These numbers make the people on whom the rules are tried. They treat nobody. Most of them are assumed: "
    "where the basis says our default, nobody has measured it, and it is tried over a range.",
    "The link from an overload to a flare, how far people differ in what they bear, and what pain during a "
    "session tells of it are not known at all.",
)


def virtual_pages(book: Book) -> Iterator[tuple[str, str]]:
    """The page of the person models."""
    parts = [heading(1, "What virtual people are made of"), *ABOUT]
    for id_, model in book.library.person_models.items():
        parts += [
            heading(2, text(id_), id_),
            *_themes(book, id_, model),
            foot(book, f"simulation/{id_}.toml"),
        ]
    yield VIRTUAL, page(*parts, made(book))


def _themes(book: Book, id_: PersonModelId, model: PersonModel) -> Iterator[str]:
    numbers = book.numbers[f"simulation/{id_}.toml"]
    for theme, each in groupby(numbers.items(), key=lambda entry: _key(entry[0]).split(".")[0]):
        yield heading(3, sentence(theme.replace("_", " ")))
        yield table(ROW_HEAD, [_row(book, address, threshold) for address, threshold in each])


def _row(book: Book, address: ThresholdId, threshold: Threshold) -> list[str]:
    words = _key(address).partition(".")[2].replace(".", ", ").replace("_", " ").replace("-", " ")
    return row(book, text(words), threshold, at=VIRTUAL)


def _key(address: ThresholdId) -> str:
    """The address within its file, without the file."""
    return address.partition(".")[2]
