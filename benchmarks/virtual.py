"""Virtual people: person-weeks a second on two processes, plans included, and where the time goes.

Aim: 10,000 people for 16 weeks in 15 minutes on two cores, which is 178 person-weeks a second.
"""

import cProfile
import pstats
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

from gradus.simulation.lab import Setting
from gradus_cli.simulate.archetypes import archetypes
from gradus_cli.simulate.running import Run, lives, work

PEOPLE = 400
WEEKS = 16
WORKERS = 2
AIM = 10_000 * WEEKS / 900
PARTS_OF_IT = {
    "screening": "/screening/outcome.py:screen",
    "making plans": "/journey/plans.py:make",
    "next doses": "/progression/session.py:next_session",
    "the person": "/simulation/life.py:_train",
}


def main() -> None:
    """Print the pace, and the share of each part of the work in one process."""
    run = Run(people=PEOPLE, policies=("ours",), archetypes=tuple(archetypes()), settings=(Setting(),))
    with TemporaryDirectory() as folder:
        began = perf_counter()
        for _ in lives(run, Path(folder), workers=WORKERS):
            pass
        took = perf_counter() - began
    pace = PEOPLE * WEEKS / took
    met = "met" if pace >= AIM else "MISSED"
    print(
        f"{PEOPLE} people, {WEEKS} weeks, {WORKERS} processes: {took:.1f} s, {pace:.0f} person-weeks a second"
    )
    print(f"  10,000 people would take {10_000 * WEEKS / pace / 60:.1f} minutes; aim 15: {met}")
    _profile(run)


def _profile(run: Run) -> None:
    part = run.parts()[0]
    work(part)
    profile = cProfile.Profile()
    profile.enable()
    work(part)
    profile.disable()
    stats = pstats.Stats(profile)
    whole = stats.total_tt  # type: ignore[attr-defined]
    print("  where the time goes (under the profiler, which makes small functions dearer):")
    for name, place in PARTS_OF_IT.items():
        file, _, function = place.partition(":")
        spent = sum(
            row[3]
            for key, row in stats.stats.items()  # type: ignore[attr-defined]
            if key[0].endswith(file) and key[2] == function
        )
        print(f"    {name:<14} {spent / whole:.0%}")
