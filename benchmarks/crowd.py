"""Two hundred people who log their sets at one real server, and what they wait for it. Aim: p99 100 ms.

The server is `gradus-site serve` with its two workers; the people ask from the same machine. First everybody
trains, a set each half a minute and the next page after it; then all two hundred press at one moment.
"""

import asyncio
import logging
import os
import random
import statistics
import subprocess
import sys
import tempfile
from datetime import timedelta
from pathlib import Path

from tests.crowd import Answer, Server, Somebody, ask, environment, is_whole, kept, settle, tell_a_set

from benchmarks.lives import BEGAN, life
from gradus.record.codec import encode_all

PEOPLE = 200
DAYS = 85
"""A Tuesday, on which they train, twelve weeks after they began."""
DAY = BEGAN + timedelta(days=DAYS)
EVERY_S = 30.0
FOR_S = 90.0
AIM_MS = 100


def main() -> None:
    """Print what they waited, and what was kept."""
    with tempfile.TemporaryDirectory() as named:
        folder = Path(named)
        crowd = settled(folder, PEOPLE)
        server = Server(folder, DAY)
        try:
            server.answers()
            asyncio.run(_measure(server, crowd))
        finally:
            server.end()
        told = [id_ for each in crowd for id_ in each.told]
        print(f"  {len(told)} sets told; kept once: {sum(n == 1 for n in kept(folder, told).values())}")
        locked, log = "database is locked", server.log()
        faults = log.count('"level": "error"') + log.count("Traceback")
        print(f"  '{locked}': {log.count(locked)}; faults: {faults}; whole: {is_whole(folder)}")
        print(f"  the machine had {os.getloadavg()[0]:.0f} processes to run at once, others' among them")


def settled(folder: Path, count: int) -> list[Somebody]:
    """A site there with so many people, who trained for twelve weeks."""
    os.environ |= environment(folder, DAY)
    subprocess.run([sys.executable, "-m", "gradus_web.main", "init"], check=True, stdout=subprocess.DEVNULL)
    import django  # noqa: PLC0415 once its settings are said

    django.setup()
    logging.disable(logging.INFO)
    return settle(encode_all(life(DAYS)), count)


async def _measure(server: Server, crowd: list[Somebody]) -> None:
    for each in crowd:
        await tell_a_set(server.port, each)
    found = [
        each for mine in await asyncio.gather(*(_trains(server, each) for each in crowd)) for each in mine
    ]
    tell("a set, while 200 train", [set_ for set_, _ in found], aim_ms=AIM_MS)
    tell("the page after it", [page for _, page in found])
    at_once = await asyncio.gather(*(tell_a_set(server.port, each) for each in crowd))
    tell("a set, all 200 at one moment", [answers[-1] for answers in at_once])


async def _trains(server: Server, who: Somebody) -> list[tuple[Answer, Answer]]:
    """A set each half a minute, more or less, and the page after it."""
    dice, found = random.Random(who.session), []
    until = asyncio.get_running_loop().time() + FOR_S
    await asyncio.sleep(dice.uniform(0, EVERY_S))
    while asyncio.get_running_loop().time() < until:
        answers = await tell_a_set(server.port, who)
        found.append((answers[-1], await ask(server.port, who, "/session")))
        await asyncio.sleep(dice.uniform(0.5, 1.5) * EVERY_S)
    return found


def tell(name: str, answers: list[Answer], *, aim_ms: float | None = None) -> None:
    """Print the median and the slow ones."""
    took = sorted(each.took_s * 1e3 for each in answers)
    cut = statistics.quantiles(took, n=100)
    aim = "" if aim_ms is None else f"   aim of p99 {aim_ms:g} ms: {'met' if cut[98] <= aim_ms else 'MISSED'}"
    statuses = sorted({each.status for each in answers})
    told = f"median {cut[49]:.0f}, p90 {cut[89]:.0f}, p99 {cut[98]:.0f}, worst {took[-1]:.0f} ms"
    print(f"{name:<32} {told} ({len(took)} times, status {statuses}){aim}", flush=True)
