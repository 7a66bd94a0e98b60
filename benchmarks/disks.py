"""A disk that fails under a server: nothing that it confirmed is lost, and it goes on when the disk does.

Two dozen people tell sets without a pause, while strace lets each so many-th write fail: of a
broken disk (EIO), then of a full one (ENOSPC). Times nothing.
"""

import asyncio
import os
import shutil
import signal
import tempfile
from collections import Counter
from contextlib import suppress
from pathlib import Path

from tests.crowd import Server, Somebody, tell_a_set

from benchmarks.crowd import DAY, settled
from benchmarks.kills import PEOPLE, all_say_it_again, counted

FAULTS = (("EIO", "fdatasync", 9), ("ENOSPC", "pwrite64", 83))
"""What fails, in which call, and each how many-th time."""
FAULTY_FOR_S = 45.0


def main() -> None:
    """Print what was confirmed and what is there."""
    if shutil.which("strace") is None:
        print("strace is not here: no disk fails")
        return
    with tempfile.TemporaryDirectory() as named:
        folder = Path(named)
        crowd = settled(folder, PEOPLE)
        for fault in FAULTS:
            _fails(folder, crowd, fault)


def _fails(folder: Path, crowd: list[Somebody], fault: tuple[str, str, int]) -> None:
    """The disk fails now and then; what was not confirmed is told again once it is well."""
    error, call, nth = fault
    trace = folder / f"trace-{error}"
    words = ("strace", "-f", "-qq", "-o", str(trace), "-e", f"trace={call}")
    server = Server(folder, DAY, *words, "-e", f"inject={call}:error={error}:when={nth}+{nth}")
    try:
        server.answers()
        statuses = asyncio.run(_for_a_while(server, crowd))
    finally:
        _end_all(server)
    failed = trace.read_text(errors="replace").count("(INJECTED)")
    server = Server(folder, DAY)
    try:
        server.answers()
        asyncio.run(all_say_it_again(server, crowd))
    finally:
        server.end()
    counted(f"{failed} times {error} in {call}, answers {dict(sorted(statuses.items()))}", folder, crowd)


async def _for_a_while(server: Server, crowd: list[Somebody]) -> Counter[int]:
    statuses: Counter[int] = Counter()
    until = asyncio.get_running_loop().time() + FAULTY_FOR_S

    async def tells(who: Somebody) -> None:
        while asyncio.get_running_loop().time() < until:
            statuses.update(each.status for each in await tell_a_set(server.port, who, tries=1))

    await asyncio.gather(*map(tells, crowd))
    return statuses


def _end_all(server: Server) -> None:
    """strace and what it watches."""
    for pid in server.workers():
        with suppress(ProcessLookupError):
            os.kill(pid, signal.SIGTERM)
    server.process.wait(timeout=60)
