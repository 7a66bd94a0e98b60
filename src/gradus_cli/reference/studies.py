"""Studies that are run again: their numbers on one page, and what they came to on the pages of programmes."""

from collections.abc import Iterator, Mapping
from itertools import groupby
from typing import Any

from gradus.library.types import Programme, Study, Threshold
from gradus.vocabulary.ids import StudyId, ThresholdId
from gradus_cli.reference.book import Book
from gradus_cli.reference.markdown import bullets, heading, link, page, table, text
from gradus_cli.reference.numbers import ROW_HEAD, row
from gradus_cli.reference.places import STUDIES, relative
from gradus_cli.reference.signing import foot, made
from gradus_cli.simulate.words import SIZE_HEAD, head, needed, opening, otherwise, picture, rows, size_rows

ABOUT = (
    "A published study, or one that nobody has done, lived again many times by virtual people. These numbers "
    "say how large it was, how well each thing can be measured, and what its arms are assumed to do."
)


def study_pages(book: Book) -> Iterator[tuple[str, str]]:
    """The page of all studies that can be run again."""
    parts = [heading(1, "What studies that are run again are made of"), ABOUT]
    for id_, study in book.library.studies.items():
        path = f"simulation/studies/{id_}.toml"
        parts += [
            heading(2, text(study.title), id_),
            heading(3, "What it cannot tell"),
            bullets(map(text, study.cannot_tell)),
            *_came_to(book, study),
            *_numbers(book, path),
            foot(book, path),
        ]
    yield STUDIES, page(*parts, made(book))


def _came_to(book: Book, study: Study) -> Iterator[str]:
    own = [each for each in book.studies if each["study"] == study.id and each["course"] == study.course]
    for reply in own:
        yield heading(3, "What its runs came to")
        yield came_to(reply)
        yield bullets(text(otherwise(each)) for each in _otherwise(book, reply))


def _numbers(book: Book, path: str) -> Iterator[str]:
    for theme, each in groupby(book.numbers[path].items(), key=lambda entry: _theme(book, entry[0], path)):
        yield heading(3, text(theme))
        yield table(ROW_HEAD, [_row(book, address, path, number) for address, number in each])


def _theme(book: Book, address: ThresholdId, path: str) -> str:
    kind, *rest = _key(address, path).split(".")
    return str(book.files[path].outcomes[rest[0]].title) if kind == "outcomes" else "The study"


def _row(book: Book, address: ThresholdId, path: str, number: Threshold) -> list[str]:
    key = _key(address, path)
    words = key.split(".", 2)[2] if key.startswith("outcomes.") else key
    return row(book, text(words.replace(".", ", ").replace("-", " ")), number, at=STUDIES)


def _key(address: ThresholdId, path: str) -> str:
    return address.removeprefix(f"{path.removesuffix('.toml')}.")


def of_study(book: Book, id_: str, course: str | None = None) -> Mapping[str, Any]:
    """What a study came to, with its own course or another; a LookupError where it was not run so."""
    wanted = course or book.library.studies[StudyId(id_)].course
    for each in book.studies:
        if each["study"] == id_ and each["course"] == wanted:
            return each
    raise KeyError(id_)


def came_to(reply: Mapping[str, Any]) -> str:
    """What many runs came to: how it was run, its tables, and the whole picture in words."""
    tables = [table(head(reply), map(_plain, rows(reply)))]
    if sizes := list(size_rows(reply)):
        tables += ["How many people each question needs:", table(SIZE_HEAD, map(_plain, sizes))]
    return page(text(opening(reply)), text(picture(reply)), *tables).rstrip()


def could_have_found(book: Book, programme: Programme, *, at: str) -> Iterator[str]:
    """What the trial of a programme could have found, and what another study would need; nothing where none
    was run again."""
    for reply in book.studies:
        study = book.library.studies[StudyId(reply["study"])]
        if programme.id not in study.programmes or reply["course"] != study.course:
            continue
        place = relative(f"{STUDIES}#{study.id}", at=at)
        if study.document != programme.document:
            yield f"{text(needed(reply))} {link('How this was found', place)}."
            continue
        yield heading(2, "What its trial could have found")
        yield bullets(map(text, study.cannot_tell))
        yield came_to(reply)
        yield bullets(text(otherwise(each)) for each in _otherwise(book, reply))
        yield link("What these runs are made of, number by number", place) + "."


def _otherwise(book: Book, reply: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    """The same study with people whose pain takes another course."""
    return [each for each in book.studies if each["study"] == reply["study"] and each is not reply]


def _plain(cells: list[str]) -> list[str]:
    return [text(each) for each in cells]
