"""Whole processes: `gradus --help`, and `gradus today` on a year-old record.

Aims: 150 ms and 300 ms, medians.
"""

import os
import subprocess
import sys
import tempfile
from pathlib import Path
from time import perf_counter

from benchmarks.lives import LAST_DAY, year_old
from benchmarks.telling import tell

RUNS = 15
_AS_USUAL = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
"""Compiled once, as everywhere but on machines that forbid it."""


def main() -> None:
    """Print the medians with their spread."""
    gradus = Path(sys.executable).with_name("gradus")
    with tempfile.TemporaryDirectory() as folder:
        record = Path(folder) / "record.jsonl"
        record.write_bytes(year_old())
        today = [str(gradus), "today", "--record", str(record), "--on", LAST_DAY.isoformat()]
        tell("gradus --help, whole process", [_run([str(gradus), "--help"]) for _ in range(RUNS)], aim_ms=150)
        tell("gradus today, whole process", [_run(today) for _ in range(RUNS)], aim_ms=300)


def _run(command: list[str]) -> float:
    begun = perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, env=_AS_USUAL)
    return perf_counter() - begun
