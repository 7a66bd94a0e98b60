"""`gradus coach`."""

import sys
from pathlib import Path

import click

from gradus_cli.common import RECORD_HELP
from gradus_cli.content import library
from gradus_cli.exits import Exit, Failure
from gradus_cli.opening import open_record


@click.command(
    epilog="\b\nExample:\n  gradus coach < examples/coach/first-week.in.jsonl\n\n"
    "What goes in and comes out stands in docs/coach.md."
)
@click.option("--record", type=click.Path(path_type=Path), help=f"Begin with a record. {RECORD_HELP}")
def coach(record: Path | None) -> None:
    """The engine for other programs: JSON lines in, JSON lines out.

    Facts go in, one a line, and questions such as {"ask": "today", "on": "2026-03-02"}. Each line gets one
    reply. Nothing is stored; the caller keeps the facts. The clock is never read: a question says its day.
    """
    from gradus_cli.coach import Coach

    if record is not None and not record.exists():
        raise Failure(Exit.NOT_FOUND, f"There is no file {record}. Without --record it begins with no facts.")
    talk = Coach(library(), None if record is None else open_record(record))
    for line in sys.stdin.buffer:
        if line.strip():
            sys.stdout.buffer.write(talk.reply(line))
            sys.stdout.buffer.flush()
