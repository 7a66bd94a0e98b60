"""The command in process, with a record of its own and a day that stands still."""

import io
import json
import os
import sys
from collections.abc import Iterator
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from gradus.library.library import Library
from gradus_cli import content
from gradus_cli.main import main
from gradus_cli.show.page import page

DAY = "2026-03-02"
"""A Monday."""


@dataclass(frozen=True)
class Result:
    """How one run of the command ended, and what it wrote."""

    code: int
    out: str
    err: str

    @property
    def told(self) -> str:
        """All that a reader sees, as one line, so that where lines break does not matter."""
        return " ".join(f"{self.out} {self.err}".split())

    @property
    def json(self) -> Any:
        return json.loads(self.out)


PLANNED: list[tuple[Result, bytes, bytes]] = []


class Run:
    """Runs `gradus` in process. No run may end in a traceback."""

    def __init__(self, folder: Path, library: Library) -> None:
        self.folder = folder
        self.library = library
        self.record = folder / "record.jsonl"
        self.answers = folder / "answers.json"

    def __call__(self, *args: object, on: str | None = None, input: str | bytes = b"") -> Result:
        given = input.encode() if isinstance(input, str) else input
        out, err = _stream(), _stream()
        day = [] if on is None else ["--on", on]
        code = 0
        sys.stdin, before = io.TextIOWrapper(io.BytesIO(given), encoding="utf-8"), sys.stdin
        try:
            with redirect_stdout(out), redirect_stderr(err):
                main([*map(str, args), *day])
        except SystemExit as ended:
            code = int(ended.code or 0)
        finally:
            sys.stdin = before
        result = Result(code, _text(out), _text(err))
        assert "Traceback" not in result.told
        return result

    def clear(self, on: str | None = None, **said: Any) -> Result:
        """The whole screen answered "no", but for what is said."""
        numbers = {"age-years": 40} | said.pop("numbers", {})
        asked = (item for item in self.library.items.values() if item.kind != "number" and item.after is None)
        answers = dict.fromkeys((item.id for item in asked), "no") | said
        self.answers.write_text(json.dumps({"answers": answers, "numbers": numbers}), encoding="utf-8")
        return self("screen", "--answers", self.answers, on=on)

    def plan(self) -> Result:
        """A cleared person with a profile, and their plan; written once for all tests that begin with it."""
        if self.record.exists() or "GRADUS_OVERLAY" in os.environ or os.environ.get("GRADUS_ON") != DAY:
            return self._plan()
        if not PLANNED:
            PLANNED.append((self._plan(), self.bytes(), self.answers.read_bytes()))
        result, record, answers = PLANNED[0]
        self.record.write_bytes(record)
        self.answers.write_bytes(answers)
        return result

    def _plan(self) -> Result:
        self.clear()
        days = ("--days", "monday,thursday", "--minutes", "45", "--usual-pain", "2", "--eases-within", "10")
        self("profile", "--equipment", "chair,wall,mat,band", "--bands", "red,green", *days)
        return self("plan", "--json")

    def bytes(self) -> bytes:
        return self.record.read_bytes() if self.record.exists() else b""


def _stream() -> io.TextIOWrapper:
    return io.TextIOWrapper(io.BytesIO(), encoding="utf-8", write_through=True)


def _text(stream: io.TextIOWrapper) -> str:
    stream.seek(0)
    return stream.read()


@pytest.fixture
def run(tmp_path: Path, library: Library, monkeypatch: pytest.MonkeyPatch) -> Iterator[Run]:
    made = Run(tmp_path, library)
    monkeypatch.setenv("GRADUS_RECORD", str(made.record))
    monkeypatch.setenv("GRADUS_ON", DAY)
    monkeypatch.setenv("COLUMNS", "100")
    monkeypatch.setenv("NO_COLOR", "1")
    monkeypatch.delenv("GRADUS_OVERLAY", raising=False)
    page.cache_clear()
    yield made
    page.cache_clear()
    if "GRADUS_OVERLAY" in os.environ:
        content.library.cache_clear()
