"""`gradus record`: show, export, import, correct, check."""

import sys
from collections import Counter
from pathlib import Path

import click

from gradus.record.checks import faults
from gradus.record.codec import canonical, decode, encode_all
from gradus.record.facts import Correction, Fact
from gradus.record.reading import read
from gradus.vocabulary.ids import FactId
from gradus_cli.common import Here, with_record
from gradus_cli.exits import Exit, Failure
from gradus_cli.given import given_bytes
from gradus_cli.names import counted
from gradus_cli.opening import bytes_of, store
from gradus_cli.signs import harmless


@click.group(
    epilog="\b\nExamples:\n  gradus record check\n  gradus record export copy.jsonl\n"
    "  gradus record import copy.jsonl"
)
def record() -> None:
    """Show, export, import, correct or check a record.

    A record is one file of facts, one a line. It is only ever added to.
    """


@record.command()
@with_record
def show(here: Here) -> None:
    """How much of what the record holds, and its latest facts."""
    history = here.history
    counts = Counter(
        {kind.__struct_config__.tag: len(facts) for kind, facts in history.standing.items() if facts}
    )
    latest = sorted(history.received.values(), key=lambda fact: (fact.day, fact.at, fact.id))[-10:]
    reply = {
        "path": str(here.path),
        "person": here.opened.person,
        "facts": len(history.received),
        "standing": dict(sorted(counts.items())),
        "unknown": len(history.unknown),
        "conflicts": sorted(history.conflicts),
        "latest": [{"id": fact.id, "kind": _kind(fact), "day": fact.day.isoformat()} for fact in latest],
    }

    def say() -> None:
        from gradus_cli.show.records import show_record

        show_record(reply)

    here.tell(reply, say)


def _kind(fact: Fact) -> str:
    return str(type(fact).__struct_config__.tag)


@record.command()
@click.argument("file", type=click.Path(path_type=Path))
@with_record
def export(here: Here, file: Path) -> None:
    """Write the whole record to FILE (`-` for the screen); reading it back gives the same history."""
    history = here.history
    every = sorted(history.received.values(), key=lambda fact: (fact.day, fact.at, fact.id))
    apart = [fact for versions in history.conflicts.values() for fact in versions]
    lines = encode_all([*every, *apart, *history.unknown])
    if not lines:
        raise Failure(Exit.NOT_FOUND, f"{here.path} holds no facts yet. Nothing was written.")
    if str(file) == "-":
        sys.stdout.buffer.write(lines)
        return
    if file.exists():
        raise Failure(Exit.BAD_INPUT, f"{file} exists already; choose another name. Nothing was written.")
    store(file, lines)
    count = lines.count(b"\n")
    here.tell(
        {"file": str(file), "facts": count},
        lambda: click.echo(f"{counted(count, 'fact')} written to {file}."),
    )


@record.command(name="import")
@click.argument("file", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@with_record
def import_(here: Here, file: Path) -> None:
    """Add the facts of FILE; what is already there is not added twice.

    A bad line, a fact of another person, or another content under a known id is told and left in FILE; the
    rest is added.
    """
    decoded = decode(given_bytes(file))
    known = here.history.received
    person = here.opened.person or (decoded.facts[0].person if decoded.facts else None)
    fresh: dict[FactId, Fact] = {}
    refused = [fault.says for fault in decoded.faults]
    there = 0
    for fact in decoded.facts:
        had = known.get(fact.id) or fresh.get(fact.id)
        if fact.person != person:
            refused.append(f"{fact.id}: belongs to another person; a record holds one")
        elif had is None:
            fresh[fact.id] = fact
        elif canonical(had) == canonical(fact):
            there += 1
        else:
            refused.append(f"{fact.id}: other content under an id that is known; the first one stays")
    newer = [each for each in decoded.unknown if each not in here.history.unknown]
    if fresh or newer:
        store(here.path, encode_all([*fresh.values(), *newer]), begins=here.opened.is_empty)
    reply = {
        "added": len(fresh) + len(newer),
        "already_there": there,
        "refused": refused,
        "refused_in_all": decoded.faulty - len(decoded.faults) + len(refused),
    }

    def say() -> None:
        click.echo(f"{counted(len(fresh) + len(newer), 'fact')} added, {there} there already.")
        for line in refused:
            click.echo(f"  not added: {harmless(line)}")
        if decoded.faulty > len(decoded.faults):
            click.echo(f"  and {counted(decoded.faulty - len(decoded.faults), 'more bad line')}")

    here.tell(reply, say)
    if refused:
        raise Failure(Exit.BAD_INPUT, "" if here.as_json else "What was not added is still in the file.")


@record.command()
@click.argument("fact")
@click.option("--why", default="", help="Why it is taken back.")
@with_record
def correct(here: Here, fact: str, why: str) -> None:
    """Take back the FACT of that id. It stays in the file; it no longer counts.

    Safety answers are never taken back: answer the questions again with `gradus screen`.
    """
    found = here.history.received.get(FactId(fact))
    if found is None:
        raise Failure(Exit.NOT_FOUND, f"There is no fact {fact!r} in {here.path}. Nothing was stored.")
    if _kind(found) == "screen":
        raise Failure(Exit.REFUSED, "Safety answers are not taken back. Answer again: gradus screen")
    taken = here.stamp(found.day).fact(Correction, corrects=found.id, why=why)
    here.save(taken)
    here.tell({"stored": [taken.id], "corrects": found.id}, lambda: click.echo("Taken back."))


@record.command()
@with_record
def check(here: Here) -> None:
    """Read every line and tell what is wrong with the record, if anything is."""
    decoded, history = read(bytes_of(here.path))
    found = [fault.says for fault in decoded.faults]
    found += [fault.says for fault in faults(history, here.now.date())]
    more = decoded.faulty - len(decoded.faults)
    reply = {
        "facts": len(decoded.facts),
        "from_newer_versions": len(decoded.unknown),
        "faults": found,
        "more_bad_lines": more,
    }

    def say() -> None:
        newer = f", {len(decoded.unknown)} from a newer version (kept)" if decoded.unknown else ""
        click.echo(f"{here.path}: {counted(len(decoded.facts), 'fact')}{newer}")
        for line in found:
            click.echo(f"  {harmless(line)}")
        if more:
            click.echo(f"  and {counted(more, 'more bad line')}")
        click.echo("Nothing is wrong." if not found else f"{counted(len(found) + more, 'fault')}.")

    here.tell(reply, say)
    if found:
        raise Failure(Exit.BAD_RECORD, "")
