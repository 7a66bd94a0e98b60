"""Opening a record: bytes to a history, or a plain word about what is wrong with them."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import click

from gradus.record.codec import NotAFactError, encode_all
from gradus.record.facts import Fact
from gradus.record.history import History, add
from gradus.record.reading import read
from gradus.vocabulary.ids import PersonId
from gradus_cli.exits import Exit, Failure
from gradus_cli.store import CannotOpen, NotSaved, Store


@dataclass(frozen=True)
class Opened:
    """A record as read: its history, and the person it is of (None when it is empty)."""

    history: History
    person: PersonId | None

    @property
    def is_empty(self) -> bool:
        """Whether nothing stands in the record, not even a fact of a newer version."""
        return not self.history.received and not self.history.unknown

    def with_facts(self, facts: Sequence[Fact]) -> "Opened":
        """The record with these facts too."""
        person = self.person or (facts[0].person if facts else None)
        return Opened(add(self.history, *facts), person)


def open_record(path: Path) -> Opened:
    """The record at `path`; an absent file is an empty record. Lines that cannot be read stop everything,
    since a fact that is missing could be an alarm."""
    decoded, history = read(bytes_of(path))
    if decoded.faults:
        told = "\n".join(f"  {fault.says}" for fault in decoded.faults)
        more = decoded.faulty - len(decoded.faults)
        rest = f"\n  and {more} more bad lines" if more else ""
        raise Failure(
            Exit.BAD_RECORD, f"{path} holds lines that cannot be read; nothing was changed.\n{told}{rest}"
        )
    people = {fact.person for fact in decoded.facts}
    if len(people) > 1:
        raise Failure(
            Exit.BAD_RECORD,
            f"{path} holds facts of {len(people)} people, and a record is one person's. Nothing was changed. "
            "Keep each person's lines in a file of their own.",
        )
    return Opened(history, people.pop() if people else None)


def bytes_of(path: Path) -> bytes:
    """Every whole line of the record."""
    try:
        return Store(path).read()
    except CannotOpen as failure:
        raise Failure(Exit.BAD_RECORD, str(failure)) from None


def save(path: Path, facts: Sequence[Fact], *, begins: bool = False) -> None:
    """Store these facts, the first of the record when `begins`; when this returns they are on the disk."""
    try:
        lines = encode_all(facts)
    except NotAFactError as wrong:
        raise Failure(Exit.BAD_INPUT, f"{wrong}. Nothing was stored.") from None
    store(path, lines, begins=begins)


def store(path: Path, lines: bytes, *, begins: bool = False) -> None:
    """Add these lines to the file, the first in it when `begins`; when this returns they are on the disk.
    Tells of an unfinished line that a crash had left."""
    try:
        saved = Store(path).append(lines, begins=begins)
    except CannotOpen as failure:
        raise Failure(Exit.BAD_RECORD, str(failure)) from None
    except NotSaved as failure:
        raise Failure(Exit.NOT_SAVED, str(failure)) from None
    if saved.says:
        click.echo(saved.says, err=True)
