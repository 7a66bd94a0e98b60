"""Devices of one person that press at one moment, at a real server with two workers."""

import asyncio
import json
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path
from uuid import UUID

from benchmarks.crowd import DAY

from tests.crowd import DATABASE, Server, Somebody, tell_a_set
from tests.tries import SLOWLY

ROOT = Path(__file__).parents[2]
DEVICES = 8
SETTLED = """
import sys
from pathlib import Path
from benchmarks.crowd import settled
print(settled(Path(sys.argv[1]), 1)[0].session)
"""


@SLOWLY
def test_devices_that_begin_at_one_moment_begin_one_session(tmp_path: Path) -> None:
    words = [sys.executable, "-c", SETTLED, str(tmp_path)]
    made = subprocess.run(words, cwd=ROOT, capture_output=True, text=True, check=True)
    devices = [Somebody(made.stdout.split()[-1]) for _ in range(DEVICES)]
    server = Server(tmp_path, DAY)
    try:
        server.answers()
        asyncio.run(_at_once(server.port, devices))
    finally:
        server.end()
    ids = [UUID(id_).hex for each in devices for id_ in each.heard]
    told = [_kept(tmp_path, id_) for id_ in ids]
    assert len(told) == DEVICES
    assert len({each["session"] for each in told}) == 1, "each device began a session of its own"
    assert sorted(int(str(each["nth"])) for each in told) == list(range(1, DEVICES + 1))


async def _at_once(port: int, devices: list[Somebody]) -> None:
    await tell_a_set(port, devices[0], tries=0)
    for each in devices:
        each.exercise, each.told = devices[0].exercise, []
    await asyncio.gather(*(tell_a_set(port, each, tries=1) for each in devices))


def _kept(folder: Path, id_: str) -> dict[str, object]:
    with closing(sqlite3.connect(folder / DATABASE)) as database:
        (line,) = database.execute("SELECT line FROM people_factline WHERE fact = ?", (id_,)).fetchone()
    return dict(json.loads(line))
