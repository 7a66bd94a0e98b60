"""What every command shares: where the record is, which day it is, and how the answer is given."""

import os
import secrets
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import cached_property, wraps
from pathlib import Path
from typing import Any

import click

from gradus.journey.stamp import Stamp
from gradus.record.facts import Fact
from gradus.record.history import History
from gradus.vocabulary.ids import PersonId
from gradus_cli.clock import now
from gradus_cli.exits import Exit, Failure
from gradus_cli.given import given_day
from gradus_cli.ids import new_id
from gradus_cli.opening import Opened, open_record, save

DEFAULT = "~/.local/share/gradus/record.jsonl"
RECORD_HELP = f"The record's file; GRADUS_RECORD, else {DEFAULT}."


@dataclass
class Here:
    """One run of the command: the record's path, the day it is about, and the form of the answer. `opened` is
    the record as it stands, with what this run has saved."""

    path: Path
    on: date | None
    as_json: bool
    stamped: int = 0
    """How many facts this run has stamped: each is written a moment after the one before, so that they stand
    in the order in which they were told."""

    @cached_property
    def now(self) -> datetime:
        """The moment at which this run writes, whatever day it is about."""
        return now()

    @property
    def day(self) -> date:
        """The day that this run is about."""
        return self.on or self.now.date()

    @property
    def is_about_today(self) -> bool:
        return self.day == self.now.date()

    @cached_property
    def opened(self) -> Opened:
        return open_record(self.path)

    @property
    def history(self) -> History:
        return self.opened.history

    @cached_property
    def newcomer(self) -> PersonId:
        """The id of a person whose record is still empty."""
        return PersonId(new_id(self.now, secrets.token_bytes))

    @property
    def person(self) -> PersonId:
        return self.opened.person or self.newcomer

    @property
    def envelope(self) -> dict[str, Any]:
        """The envelope of one fact to come, as a line of a record writes it."""
        stamp = self.stamp()
        place = {"id": stamp.id, "person": stamp.person, "device": stamp.device}
        return {**place, "at": stamp.at.isoformat(), "day": stamp.day.isoformat()}

    def stamp(self, day: date | None = None) -> Stamp:
        """A fresh envelope; `day` when the fact is about another day than this run. A failure when that day
        has not come yet."""
        self.refuse_ahead(day or self.day)
        at = self.now + timedelta(microseconds=self.stamped)
        self.stamped += 1
        id_ = new_id(at, secrets.token_bytes)
        return Stamp(id=id_, person=self.person, at=at, day=day or self.day, device="command")

    def refuse_ahead(self, day: date) -> None:
        """A failure when the day lies in the future: what has not happened is not written down."""
        last = min(self.day, self.now.date())
        if day > last:
            raise Failure(Exit.BAD_INPUT, f"{day} lies in the future; today is {last}. Nothing was stored.")

    def save(self, *facts: Fact) -> History:
        """Store these facts; the history with them."""
        opened = self.opened
        save(self.path, facts, begins=opened.is_empty)
        self.opened = opened.with_facts(facts)
        return self.opened.history

    def tell(self, reply: dict[str, Any], show: Callable[[], None]) -> None:
        """The reply as JSON with the version of all replies, or shown to a reader."""
        if self.as_json:
            from gradus_exchange.replies import as_text

            click.echo(as_text(reply))
        else:
            show()


def _day(_ctx: click.Context, _param: click.Parameter, value: str | None) -> date | None:
    return None if value is None else given_day(value)


def with_record(command: Callable[..., None]) -> Callable[..., None]:
    """Give a command its record, its day and `--json`."""

    @click.option("--record", type=click.Path(path_type=Path), envvar="GRADUS_RECORD", help=RECORD_HELP)
    @click.option(
        "--on",
        callback=_day,
        envvar="GRADUS_ON",
        metavar="DATE",
        help="Answer, or write, for this day instead of today.",
    )
    @click.option("--json", "as_json", is_flag=True, help="Answer as JSON.")
    @wraps(command)
    def run(record: Path | None, on: date | None, as_json: bool, **rest: Any) -> None:
        path = record or Path(os.path.expanduser(DEFAULT))
        command(Here(path, on, as_json), **rest)

    return run
