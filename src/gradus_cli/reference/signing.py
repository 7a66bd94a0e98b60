"""Who reviewed a file, and the line at the end of a page that says where it was made from."""

from typing import Any

from gradus.library.review import Signed
from gradus_cli.reference.book import Book
from gradus_cli.reference.markdown import alarm, code, text

NOT_YET = "not yet clinically reviewed"


def state(book: Book, path: str) -> str:
    """The state of review of a file in a few words; empty for what needs no review."""
    thing: Any = book.files[path]
    by = getattr(thing, "reviewed_by", None)
    if by is None:
        return ""
    if not by.strip():
        return NOT_YET
    late = "**review overdue**: " if is_overdue(book, path) else ""
    return f"{late}reviewed by {text(by)} on {thing.reviewed_on}"


def is_overdue(book: Book, path: str) -> bool:
    """Whether the review of a file is older than the limit."""
    return any(each.path == path for each in book.review.overdue)


def alarms(overdue: tuple[Signed, ...]) -> str:
    """A box in red with the reviews that are overdue; empty when none is."""
    lines = (f"{code(each.path)}: reviewed by {text(each.by)} on {each.on}" for each in overdue)
    return alarm("Review overdue", lines) if overdue else ""


def overdue_on(book: Book, *paths: str) -> str:
    """The box for a page that shows these files."""
    return alarms(tuple(each for each in book.review.overdue if each.path in paths))


def mark(book: Book, path: str) -> str:
    """A few words where a file is an overlay's; empty for a packaged one."""
    layer = book.overlaid.get(path)
    return f"from the overlay {text(layer)}" if layer else ""


def foot(book: Book, path: str) -> str:
    """The end of a page or section made from one file: the file, its overlay, its review."""
    said = [code(path), mark(book, path), state(book, path)]
    return f"<small>{' · '.join(each for each in said if each)}</small>"


def made(book: Book) -> str:
    """The line that says of a page that it was made."""
    return (
        f"<small>Made from library {code(book.library.version)}. Changes go into the content files.</small>"
    )
