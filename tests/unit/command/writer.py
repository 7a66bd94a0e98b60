"""A program that adds facts to a record and says which are confirmed, to be killed meanwhile. It is run as
`python -m tests.unit.command.writer FILE VERB NUMBER`:

`kill N` starts N children, one after the other, that add batch after batch until they are killed, and prints
after each what it had confirmed; it waits for a line on its input before the next. `fill BYTES` adds batches
until the file may not grow any further. `add N` adds twenty batches under names that begin with N.
"""

import json
import os
import resource
import signal
import sys
import time
from datetime import UTC, datetime
from pathlib import Path

from gradus.record.codec import encode_all
from gradus.record.facts import Pause
from gradus.vocabulary.ids import FactId
from gradus_cli.store import NotSaved, Store
from tests.build import AMINA

NOTE = "a long walk by the sea " * 80
AT = datetime(2026, 3, 2, 9, tzinfo=UTC)


def batch(name: int, nth: int) -> tuple[list[FactId], bytes]:
    """Twelve facts of about two kilobytes each: several pages of the disk in one append."""
    ids = [FactId(f"01990000-{name:04x}-7000-8000-{nth:06x}{each:06x}") for each in range(12)]
    some = [Pause(id=id_, person=AMINA, at=AT, day=AT.date(), why="holiday", note=NOTE) for id_ in ids]
    return ids, encode_all(some)


def add_for_ever(path: Path, name: int, confirm: int) -> None:
    for nth in range(1_000_000):
        ids, lines = batch(name, nth)
        Store(path).append(lines)
        os.write(confirm, "".join(f"{id_}\n" for id_ in ids).encode())


def live_and_die(path: Path, name: int, lines: int, after_s: float) -> list[str]:
    """What a child confirmed that was killed so many seconds after it had confirmed so many lines."""
    hear, confirm = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(hear)
        add_for_ever(path, name, confirm)
    os.close(confirm)
    with os.fdopen(hear) as told:
        first = [told.readline() for _ in range(lines)]
        time.sleep(after_s)
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        return [line.strip() for line in (*first, *told) if line.endswith("\n")]


def fill(path: Path, limit: int) -> tuple[list[str], str]:
    """What was confirmed until the file may not grow any further, and what was said then."""
    resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
    confirmed: list[str] = []
    for nth in range(1000):
        ids, lines = batch(0, nth)
        try:
            Store(path).append(lines)
        except NotSaved as said:
            return confirmed, str(said)
        confirmed += ids
    raise AssertionError("the limit was never met")


def main() -> None:
    path, verb, number = Path(sys.argv[1]), sys.argv[2], int(sys.argv[3])
    if verb == "fill":
        print(json.dumps(fill(path, number)))
        return
    if verb == "add":
        for nth in range(20):
            Store(path).append(batch(number, nth)[1])
        return
    Store(path).append(batch(number, 0)[1])  # whatever is loaded late is loaded now, not in each child
    for nth in range(number):
        died = live_and_die(path, nth, lines=12 * (nth % 4), after_s=0.0005 + nth % 16 * 0.0011)
        print(json.dumps(died), flush=True)
        sys.stdin.readline()


if __name__ == "__main__":
    main()
