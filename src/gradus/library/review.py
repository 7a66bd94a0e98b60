"""Who has reviewed the clinical content, and how long ago."""

from dataclasses import dataclass
from datetime import date

from gradus.library.files import files
from gradus.library.library import Library


@dataclass(frozen=True, slots=True)
class Signed:
    """A file that a clinician signed, and the day."""

    path: str
    by: str
    on: date


@dataclass(frozen=True, slots=True)
class ReviewState:
    """Every clinical file is `unsigned` or `signed`; `overdue` are the signed ones whose review is old."""

    unsigned: tuple[str, ...]
    signed: tuple[Signed, ...]
    overdue: tuple[Signed, ...]


def review_state(library: Library, today: date, older_than_days: int) -> ReviewState:
    """The state of review on a day; a review is overdue when it is more than so many days old."""
    unsigned: list[str] = []
    signed: list[Signed] = []
    for path, thing in files(library).items():
        by = getattr(thing, "reviewed_by", None)
        if by is not None and by.strip():
            signed.append(Signed(path, by, thing.reviewed_on))
        elif by is not None:
            unsigned.append(path)
    overdue = (each for each in signed if (today - each.on).days > older_than_days)
    return ReviewState(tuple(unsigned), tuple(signed), tuple(overdue))
