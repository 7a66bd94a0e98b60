"""Many people at one real server: a site with people who trained for a while, the server that docs/site.md
names, and what each of them sends: a set under an id of its own, until the site has said yes."""

import asyncio
import os
import re
import secrets
import socket
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from urllib.parse import urlencode
from uuid import UUID, uuid4

from gradus.record.ids import name_based

SETTINGS = "benchmarks.moved"
DATABASE = "gradus.sqlite3"
UUIDS = re.compile(rb"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")
EXERCISE = re.compile(r'name="exercise" value="([^"]+)"')
ID = re.compile(rb'"id":"([0-9a-f-]{36})"')
INSERT = "INSERT INTO people_factline (record_id, fact, line, received) VALUES (%s, %s, %s, '2026-01-01')"
PATIENCE_S = 120
PAUSE_S = 0.05
"""Before somebody asks again where nobody answered."""


@dataclass(slots=True)
class Somebody:
    """A person in a browser. `told` are the sets that they told, `heard` those to which the site said yes."""

    session: str
    secret: str = field(default_factory=lambda: secrets.token_hex(16))
    exercise: str = ""
    told: list[str] = field(default_factory=list)
    heard: list[str] = field(default_factory=list)

    @property
    def cookies(self) -> str:
        return f"gradus={self.session}; gradus-form={self.secret}"


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back, and after how many seconds. 0 is no answer."""

    status: int
    text: str
    took_s: float


def environment(folder: Path, day: date) -> dict[str, str]:
    """What the site is told there: it is that day."""
    kept = {
        name: said for name, said in os.environ.items() if not name.startswith(("GRADUS_SITE_", "DJANGO"))
    }
    site = {"GRADUS_SITE_DATA": str(folder), "GRADUS_SITE_HTTPS": "off"}
    return kept | site | {"DJANGO_SETTINGS_MODULE": SETTINGS, "GRADUS_BENCH_DAY": day.isoformat()}


def copies(lines: bytes, count: int) -> Iterator[bytes]:
    """So many lives like this one, each under ids of its own."""
    for nth in range(count):
        known: dict[bytes, bytes] = {}

        def anew(found: re.Match[bytes], known: dict[bytes, bytes] = known, nth: int = nth) -> bytes:
            if found[0] not in known:
                known[found[0]] = name_based(b"%08d" % nth, found[0]).encode()
            return known[found[0]]

        yield UUIDS.sub(anew, lines)


def settle(lines: bytes, count: int) -> list[Somebody]:
    """So many people with that life behind them, each signed in. Django is set up, its tables are there."""
    from django.db import connection, transaction  # noqa: PLC0415 once its settings are said
    from django.test import Client  # noqa: PLC0415

    from gradus_web.people.actions import BACKEND  # noqa: PLC0415
    from gradus_web.people.models import Record, User  # noqa: PLC0415

    found = []
    for life in copies(lines, count):
        each = life.splitlines()
        person = re.search(rb'"person":"([^"]+)"', each[0])
        assert person is not None
        with transaction.atomic(), connection.cursor() as cursor:
            user = User.objects.guest()
            row = UUID(person[1].decode())
            Record.objects.create(id=row, owner=user)
            kept = [
                (row.hex, ids[1].replace(b"-", b"").decode(), line)
                for line in each
                if (ids := ID.search(line))
            ]
            cursor.executemany(INSERT, kept)
            browser = Client()
            browser.force_login(user, backend=BACKEND)
        found.append(Somebody(browser.cookies["gradus"].value))
    connection.close()
    return found


class Server:
    """The server of that folder, as docs/site.md starts it; `before` are the words of what watches it."""

    def __init__(self, folder: Path, day: date, *before: str) -> None:
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port: int = free.getsockname()[1]
        self.folder, self.day, self.before = folder, day, before
        self.process = self._begun()

    def _begun(self) -> "subprocess.Popen[bytes]":
        words = [sys.executable, "-m", "gradus_web.main", "serve", "--port", str(self.port)]
        log = (self.folder / "served").open("ab")
        process = subprocess.Popen(
            [*self.before, *words], env=environment(self.folder, self.day), stdout=log, stderr=log
        )
        log.close()
        return process

    def workers(self) -> list[int]:
        """The processes that answer."""
        told = Path(f"/proc/{self.process.pid}/task/{self.process.pid}/children").read_text("ascii")
        return [int(each) for each in told.split()]

    def again(self) -> None:
        """Begun once more, after it was killed whole."""
        self.process.wait(timeout=PATIENCE_S)
        self.process = self._begun()

    def answers(self) -> None:
        """Waits until it does."""
        until = time.monotonic() + PATIENCE_S
        while time.monotonic() < until:
            try:
                with socket.create_connection(("127.0.0.1", self.port), timeout=1) as line:
                    line.sendall(b"HEAD / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
                    if line.recv(12).startswith(b"HTTP/1.1"):
                        return
            except OSError:
                time.sleep(PAUSE_S)
        raise RuntimeError("the site did not serve in time")

    def end(self) -> None:
        """Ended as an operator would."""
        self.process.terminate()
        self.process.wait(timeout=PATIENCE_S)

    def log(self) -> str:
        """What it printed."""
        return (self.folder / "served").read_text(errors="replace")


async def ask(port: int, who: Somebody, path: str, form: dict[str, str] | None = None) -> Answer:
    """One request on a line of its own."""
    body = urlencode(form | {"csrfmiddlewaretoken": who.secret}).encode() if form is not None else b""
    way = "GET" if form is None else "POST"
    head = f"{way} {path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nCookie: {who.cookies}\r\n"
    if body:
        head += f"Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {len(body)}\r\n"
    began = time.perf_counter()
    try:
        reads, writes = await asyncio.open_connection("127.0.0.1", port)
        writes.write(head.encode() + b"\r\n" + body)
        told = await reads.read()
        writes.close()
    except OSError:
        return Answer(0, "", time.perf_counter() - began)
    status = int(told[9:12]) if told.startswith(b"HTTP/1.1 ") else 0
    return Answer(status, told.decode(errors="replace"), time.perf_counter() - began)


async def tell_a_set(port: int, who: Somebody, *, tries: int = 10_000) -> list[Answer]:
    """A set, sent under its id until the site says yes; every answer."""
    if not who.exercise:
        page = await ask(port, who, "/session")
        found = EXERCISE.search(page.text)
        if found is None:
            return [page]
        who.exercise = found[1]
    id_, answers = str(uuid4()), list[Answer]()
    who.told.append(id_)
    for _ in range(tries):
        answers.append(
            await ask(port, who, "/session/set", {"exercise": who.exercise, "amount": "8", "id": id_})
        )
        if answers[-1].status == 302:
            who.heard.append(id_)
            break
        await asyncio.sleep(PAUSE_S)
    return answers


def kept(folder: Path, ids: list[str]) -> dict[str, int]:
    """How often each of these stands in the database."""
    found: dict[str, int] = {}
    with closing(sqlite3.connect(folder / DATABASE)) as database:
        for id_ in ids:
            told = database.execute("SELECT count(*) FROM people_factline WHERE fact = ?", (UUID(id_).hex,))
            found[id_] = told.fetchone()[0]
    return found


def is_whole(folder: Path) -> bool:
    """Whether SQLite finds nothing wrong with the database."""
    with closing(sqlite3.connect(folder / DATABASE)) as database:
        told: list[tuple[str]] = database.execute("PRAGMA integrity_check").fetchall()
    return told == [("ok",)]
