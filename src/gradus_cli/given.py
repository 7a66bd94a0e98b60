"""What people hand to a command: days, numbers, files. A clear word when it cannot be used."""

import json
from datetime import date
from math import isnan
from pathlib import Path
from typing import Any

import click

from gradus.record.codec import decode
from gradus.record.envelope import Envelope
from gradus.record.facts import Fact
from gradus_cli.disk import why
from gradus_cli.exits import Exit, Failure

EARLIEST = date(1970, 1, 1)
LATEST = date(2199, 12, 31)


LONGEST = 60
"""So many signs of what was typed are shown, not more."""


def day_of(text: object) -> date:
    """The day that a text such as 2026-03-01 names. Raises ValueError, which says what is wrong."""
    try:
        day = date.fromisoformat(str(text))
    except ValueError:
        day = None
    if day is None or day.isoformat() != text:
        raise ValueError(f"{repr(text)[:LONGEST]} is not a date; write it as 2026-03-01")
    if not EARLIEST <= day <= LATEST:
        raise ValueError(f"{day} is too far away; days from {EARLIEST} to {LATEST} can be used")
    return day


def given_day(text: str) -> date:
    """The day that was typed; a failure when it is none."""
    try:
        return day_of(text)
    except ValueError as wrong:
        raise Failure(Exit.BAD_INPUT, f"{wrong}. Nothing was stored.") from None


class Number(click.FloatRange):
    """A number between two bounds, both included; NaN lies between none."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        found = super().convert(value, param, ctx)
        if isnan(found):
            self.fail(f"{value} is not a number.", param, ctx)
        return found


class Amount(Number):
    """What one set was: repetitions, seconds or metres."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        try:
            return super().convert(value, param, ctx)
        except click.BadParameter:
            says = "One number a set, as in: gradus log glute-bridge 10 10"
            quotes = "A name of several words goes in quotes."
            self.fail(f"{value} is not a number from 0 to {self.max:.0f}. {says}. {quotes}", param, ctx)


class Pain(click.IntRange):
    """Pain on the scale that every question of it uses."""

    def __init__(self) -> None:
        super().__init__(0, 10)

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        try:
            return super().convert(value, param, ctx)
        except click.BadParameter:
            self.fail(f"{value} will not do. Pain is a whole number from 0 to 10.", param, ctx)


def given_bytes(file: Path) -> bytes:
    """What the file holds; a failure when it cannot be read."""
    try:
        return file.read_bytes()
    except OSError as error:
        said = f"{file} cannot be read, because {why(error)}. Nothing was stored."
        raise Failure(Exit.BAD_INPUT, said) from None


def given_table(file: Path) -> dict[str, Any]:
    """The table that a TOML file holds, or a JSON file by its name; a failure when it holds none."""
    import tomli

    try:
        text = given_bytes(file).decode("utf-8")
        found = json.loads(text) if file.suffix == ".json" else tomli.loads(text)
    except UnicodeDecodeError:
        raise Failure(Exit.BAD_INPUT, f"{file} is not UTF-8 text. Nothing was stored.") from None
    except (ValueError, RecursionError) as error:
        raise Failure(Exit.BAD_INPUT, f"{file}: {error}. Nothing was stored.") from None
    if not isinstance(found, dict):
        raise Failure(Exit.BAD_INPUT, f"{file}: write a table. Nothing was stored.")
    return found


def given_fact(kind: str, envelope: dict[str, Any], given: dict[str, Any]) -> Fact:
    """A fact of that kind, read as strictly as any line of a record; a failure that names the place."""
    ours = sorted(given.keys() & {"kind", *Envelope.__struct_fields__})
    if ours:
        raise Failure(
            Exit.BAD_INPUT, f"{ours[0]}: Gradus writes this itself; leave it out. Nothing was stored."
        )
    line = json.dumps({"kind": kind, **given, **envelope}, default=str)
    decoded = decode(line.encode(errors="backslashreplace"))
    if decoded.faults:
        fault = decoded.faults[0]
        said = f"{fault.where.removeprefix('$.')}: {fault.what}; {fault.advice}"
        raise Failure(Exit.BAD_INPUT, f"{said}. Nothing was stored.")
    return decoded.facts[0]
