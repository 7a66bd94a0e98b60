"""A server that is killed under load, again and again: nothing that it confirmed is lost.

Two dozen people tell sets without a pause. 200 times all workers are killed hard, each tenth time the whole
server, and begun again; SQLite looks at the database each time. Times nothing. GRADUS_KILLS says how often.
"""

import asyncio
import os
import random
import signal
import tempfile
from contextlib import suppress
from pathlib import Path

from tests.crowd import Answer, Server, Somebody, ask, is_whole, kept, tell_a_set

from benchmarks.crowd import DAY, settled

PEOPLE = 24
KILLS = int(os.environ.get("GRADUS_KILLS", "200"))
WHOLE_EVERY = 10
LONGEST_S = 60.0
"""So long it is waited for sets to be confirmed, before it is killed all the same."""
MOST_BETWEEN = 12
"""Sets that are confirmed between two kills, at the most when it is quiet."""
STEP_S = 0.02


def main() -> None:
    """Print what was confirmed and what is there."""
    with tempfile.TemporaryDirectory() as named:
        folder = Path(named)
        crowd = settled(folder, PEOPLE)
        killed(folder, crowd, KILLS)


def killed(folder: Path, crowd: list[Somebody], kills: int) -> None:
    """Killed so often; raises where anything that was confirmed is not there, once."""
    dice, server = random.Random(7), Server(folder, DAY)
    try:
        server.answers()
        for nth in range(1, kills + 1):
            asyncio.run(_under_load(server, crowd, dice, whole=nth % WHOLE_EVERY == 0))
            if nth % WHOLE_EVERY == 0:
                server.again()
            server.answers()
            assert is_whole(folder), nth
        asyncio.run(all_say_it_again(server, crowd))
    finally:
        server.end()
    counted(f"{kills} kills", folder, crowd)


def counted(name: str, folder: Path, crowd: list[Somebody]) -> None:
    heard = [id_ for each in crowd for id_ in each.heard]
    found = kept(folder, [id_ for each in crowd for id_ in each.told])
    lost, twice = [id_ for id_ in heard if not found[id_]], [id_ for id_, many in found.items() if many > 1]
    told = f"{len(heard)} sets confirmed, {len(lost)} lost, {len(twice)} twice; whole: {is_whole(folder)}"
    print(f"{name}: {told}", flush=True)
    assert not lost
    assert not twice


async def _under_load(server: Server, crowd: list[Somebody], dice: random.Random, *, whole: bool) -> None:
    """All tell sets; when some were confirmed whoever answers is killed. What was not is told again later."""
    telling = [asyncio.create_task(_tells(server, each)) for each in crowd]
    enough, waited = _heard(crowd) + dice.randint(1, MOST_BETWEEN), 0.0
    while _heard(crowd) < enough and waited < LONGEST_S:
        await asyncio.sleep(STEP_S)
        waited += STEP_S
    await asyncio.sleep(dice.uniform(0, STEP_S))
    for pid in ([server.process.pid] if whole else []) + server.workers():
        with suppress(ProcessLookupError):
            os.kill(pid, signal.SIGKILL)
    for each in telling:
        each.cancel()
    await asyncio.gather(*telling, return_exceptions=True)


def _heard(crowd: list[Somebody]) -> int:
    return sum(len(each.heard) for each in crowd)


async def _tells(server: Server, who: Somebody) -> None:
    while True:
        await say_again(server, who)
        await tell_a_set(server.port, who, tries=1)


async def say_again(server: Server, who: Somebody) -> None:
    """What was told and not confirmed, under the same ids."""
    for id_ in sorted(set(who.told) - set(who.heard)):
        if who.exercise and (await _says(server, who, id_)).status == 302:
            who.heard.append(id_)


async def _says(server: Server, who: Somebody, id_: str) -> Answer:
    return await ask(server.port, who, "/session/set", {"exercise": who.exercise, "amount": "8", "id": id_})


async def all_say_it_again(server: Server, crowd: list[Somebody]) -> None:
    for who in crowd:
        while set(who.told) - set(who.heard):
            await say_again(server, who)
