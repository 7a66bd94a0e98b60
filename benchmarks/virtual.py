"""Virtual people: person-weeks a second, plans included and plans given, and where the time goes.

Aims on two cores: 10,000 people for 16 weeks in 15 minutes with plans, which is 178 person-weeks a second;
1,000 person-weeks a second with plans given. It writes the figures of docs/virtual/profile.md.
"""

import cProfile
import pstats
import re
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from multiprocessing import get_context
from os import getloadavg
from pathlib import Path
from time import perf_counter, process_time

from benchmarks.people import WORKERS, people, shown
from benchmarks.telling import machine
from gradus.simulation.given import forget
from gradus.simulation.lab import Setting
from gradus_cli.simulate.archetypes import archetypes
from gradus_cli.simulate.running import Part, Run, laboratory, work

PEOPLE = 400
WEEKS = 16
WITH_PLANS, GIVEN = 10_000 * WEEKS / 900, 1_000.0
PROFILED = 2
PAGE = Path(__file__).parents[1] / "docs" / "virtual" / "profile.md"
MARKS = re.compile(r"(<!-- figures: begin -->\n).*?(\n<!-- figures: end -->)", re.DOTALL)
PARTS_OF_IT = {
    "the safety screen": "/screening/outcome.py:screen",
    "making plans": "/planning/planner.py:plan",
    "what the doses of a day rest on": "/progression/session.py:upcoming",
    "next doses": "/progression/session.py:prescribe",
    "of these: how sets were borne": "/progression/judging.py:borne",
    "of these: the turns of an exercise": "/progression/courses.py:course_of",
    "of these: the table of steps": "/progression/table.py:decide",
    "the history, folded anew": "/simulation/diary.py:so_far",
    "what the person does and tells": "/simulation/life.py:_train",
    "pain, from day to day": "/simulation/pain.py:next_day",
    "the body, from night to night": "/simulation/body.py:sleep",
}


@dataclass(frozen=True, slots=True)
class Took:
    """Seconds of a part: with its plans to be made, and again with them given; and of the processor alone."""

    made: float
    given: float
    made_cpu: float
    given_cpu: float


def main() -> None:
    """Print the pace and the shares, and write the page."""
    run = Run(
        people=people(PEOPLE), policies=("ours",), archetypes=tuple(archetypes()), settings=(Setting(),)
    )
    busy = getloadavg()[0]
    took = _timed(run.parts())
    weeks = run.people * WEEKS
    rows = [
        _pace(
            "plans included",
            weeks,
            sum(each.made for each in took),
            sum(e.made_cpu for e in took),
            WITH_PLANS,
        ),
        _pace("plans given", weeks, sum(each.given for each in took), sum(e.given_cpu for e in took), GIVEN),
    ]
    head = ["what", "person-weeks a second", "were both cores free", "aim"]
    lines = [
        f"{machine()}; {run.people} people, {WEEKS} weeks, {WORKERS} processes; {busy:.1f} programs "
        "wanted the processor when it began.",
        "",
        shown(head),
        "|" + "---|" * len(head),
        *map(shown, rows),
        "",
        shown(["part", "share, plans included", "share, plans given"]),
        "|---|---|---|",
        *map(shown, _profiles(run.parts()[:PROFILED])),
    ]
    told = "\n".join(lines)
    print(told)
    text = PAGE.read_text(encoding="utf-8")
    PAGE.write_text(MARKS.sub(lambda mark: f"{mark[1]}\n{told}\n{mark[2]}", text), encoding="utf-8")


def _timed(parts: Sequence[Part]) -> list[Took]:
    """Each part on one of two processes that run all the while, as in the laboratory."""
    with ProcessPoolExecutor(WORKERS, mp_context=get_context("spawn")) as pool:
        list(pool.map(_warm, range(WORKERS)))
        return list(pool.map(_took, parts))


def _warm(_: int) -> None:
    """A process with everything read in and no plan made."""
    work(Run(people=1, policies=("ours",), archetypes=("amina",), settings=(Setting(),), days=1).parts()[0])


def _took(part: Part) -> Took:
    seconds = []
    for _ in range(2):
        began, cpu = perf_counter(), process_time()
        work(part)
        seconds.append((perf_counter() - began, process_time() - cpu))
    (made, made_cpu), (given, given_cpu) = seconds
    return Took(made, given, made_cpu, given_cpu)


def _pace(name: str, weeks: int, seconds: float, cpu: float, aim: float) -> list[str]:
    """Seconds are those of all processes together."""
    alone, free = weeks / seconds * WORKERS, weeks / cpu * WORKERS
    return [name, f"{alone:.0f}", f"{free:.0f}", f"{aim:.0f}"]


def _profiles(parts: Sequence[Part]) -> list[list[str]]:
    """The share of each part of the work, when plans are made and when they are given. The profiler makes
    small functions dearer than they are."""
    work(parts[0])
    forget(laboratory(parts[0].run).library)
    made, given = _shares(parts), _shares(parts)
    return [[name, f"{made[name]:.0%}", f"{given[name]:.0%}"] for name in PARTS_OF_IT]


def _shares(parts: Sequence[Part]) -> dict[str, float]:
    profile = cProfile.Profile()
    profile.enable()
    for part in parts:
        work(part)
    profile.disable()
    stats = pstats.Stats(profile)
    whole = stats.total_tt  # type: ignore[attr-defined]
    return {
        name: sum(
            row[3]
            for key, row in stats.stats.items()  # type: ignore[attr-defined]
            if key[0].endswith(place.partition(":")[0]) and key[2] == place.partition(":")[2]
        )
        / whole
        for name, place in PARTS_OF_IT.items()
    }
