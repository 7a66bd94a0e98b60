"""What benchmarks of virtual people share: lives that are kept, so that a run that was stopped goes on."""

import os
import sys
from collections.abc import Sequence
from pathlib import Path
from time import perf_counter

from gradus.simulation.lab import Lived
from gradus_cli.simulate.keeping import read
from gradus_cli.simulate.running import Run, lives

WORKERS = 2
KEPT = Path(__file__).parents[1] / ".lives"
"""Lives are kept here until somebody throws them away; git does not look at them."""
EVERY = 20.0
"""Seconds between two words on how far it is."""


def people(usually: int) -> int:
    """How many people are lived: as GRADUS_PEOPLE says, else as many as usual."""
    return int(os.environ.get("GRADUS_PEOPLE", usually))


def lived(run: Run) -> list[list[Lived]]:
    """The lives of a run, by setting. It tells how far it is and how long it will still take."""
    every, began, told = run.parts(), perf_counter(), perf_counter()
    done = anew = 0
    for _, had_to_be_lived in lives(run, KEPT, workers=WORKERS):
        done, anew = done + 1, anew + had_to_be_lived
        now = perf_counter()
        if anew and now - told > EVERY:
            told = now
            left = (now - began) / anew * (len(every) - done)
            _say(f"  {done} of {len(every)} parts, about {left / 60:.0f} minutes left")
    folder = KEPT / run.fingerprint()
    return [
        read(folder, [part.name for part in every if part.setting == nth]) for nth in range(len(run.settings))
    ]


def weeks_a_second(run: Run, seconds: float, *, policies: int | None = None) -> float:
    """Person-weeks a second of a run that took so long."""
    many = policies or len(run.policies) + bool(run.numbers)
    return run.people * len(run.settings) * many * run.days / 7 / seconds


def shown(names: Sequence[str]) -> str:
    """Names in a row of a table."""
    return "| " + " | ".join(names) + " |"


def _say(words: str) -> None:
    print(words, file=sys.stderr, flush=True)
