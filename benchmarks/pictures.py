"""The pictures of all exercises: how long one takes to draw, how large it is; and the command that draws one.

Times of drawing are of the processor, which other programs on the machine disturb less. Aims: 5 ms in the
mean over all exercises, 15,360 bytes for each.
"""

import os
import subprocess
import sys
from pathlib import Path
from statistics import mean, median
from time import perf_counter, process_time

from benchmarks.telling import tell
from gradus.journey.moving import drawn
from gradus.library.load import load
from gradus.library.types import Exercise

ROUNDS, RUNS = 15, 15
_AS_USUAL = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
"""Compiled once, as everywhere but on machines that forbid it."""
AIM_MS = 5
MOST_BYTES = 15_360


def main() -> None:
    """Print the mean over all exercises with its spread, the largest picture, and the command's time."""
    exercises = [exercise for _, exercise in sorted(load().exercises.items())]
    sizes = {each.id: len(drawn(each).encode()) for each in exercises}
    rounds = [[_took(each) for each in exercises] for _ in range(ROUNDS)]
    tell(f"a picture, in the mean over {len(exercises)}", [mean(each) for each in rounds], aim_ms=AIM_MS)
    usual = {each.id: median(took) for each, took in zip(exercises, zip(*rounds, strict=True), strict=True)}
    slowest, largest = max(usual, key=usual.__getitem__), max(sizes, key=sizes.__getitem__)
    slow = f"the slowest {usual[slowest] * 1e3:.1f} ms ({slowest})"
    print(f"  the usual one {median(usual.values()) * 1e3:.1f} ms, {slow}")
    small = sum(size <= MOST_BYTES for size in sizes.values())
    print(
        f"  {small} of {len(sizes)} within {MOST_BYTES:,} bytes, the largest {sizes[largest]:,} ({largest})"
    )
    tell("gradus movement draw, whole process", [_run() for _ in range(RUNS)])


def _took(exercise: Exercise) -> float:
    begun = process_time()
    drawn(exercise)
    return process_time() - begun


def _run() -> float:
    gradus = Path(sys.executable).with_name("gradus")
    begun = perf_counter()
    command = [str(gradus), "movement", "draw", "bird-dog"]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, env=_AS_USUAL)
    return perf_counter() - begun
