"""The example people: invented lives, read from files and labelled as what they are."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from math import exp
from pathlib import Path
from typing import Any

import tomli

from gradus.library.types import Exercise
from gradus.vocabulary.scales import Weekday

WEEKS = 16
WEEK = 7
PACKAGED = Path(__file__).parents[1] / "people"
IN_THE_TREE = Path(__file__).parents[3] / "examples" / "people"


@dataclass(frozen=True, slots=True)
class Capacity:
    """How much the person could do at most in a set with the load it starts with, along a written curve."""

    start: float
    gain: float
    weeks: float

    def at(self, week: float) -> float:
        """Repetitions or seconds after so many weeks of training."""
        return self.start * (1 + self.gain * (1 - exp(-week / self.weeks)))


@dataclass(frozen=True, slots=True, kw_only=True)
class Life:
    """Sixteen weeks as authored. Days count from 0."""

    mornings: tuple[int | None, ...] = ()
    during: tuple[tuple[int | None, ...], ...] = ()
    missed: Mapping[int, str] = field(default_factory=dict)
    holiday: tuple[int, int] | None = None
    flare: tuple[int, int, int] | None = None
    walks: tuple[Weekday, ...] = ()
    walk_minutes: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class ExamplePerson:
    """An invented person. `capacity` is by pattern or, going before it, by exercise."""

    id: str
    name: str
    label: str
    story: str
    starts_on: date
    answers: Mapping[str, str]
    numbers: Mapping[str, float]
    profile: Mapping[str, Any]
    tests: Mapping[int, Mapping[str, Any]]
    life: Life
    capacity: Mapping[str, Capacity]

    def day(self, nth: int) -> date:
        return self.starts_on + timedelta(days=nth)

    def can_do(self, exercise: Exercise, week: float) -> float | None:
        """What the person could do at most; None when nothing was written for it."""
        found = self.capacity.get(exercise.id) or self.capacity.get(exercise.pattern)
        return None if found is None else found.at(week)


def people() -> dict[str, ExamplePerson]:
    """Every example person by id, in order of name."""
    folder = PACKAGED if PACKAGED.is_dir() else IN_THE_TREE
    found = [read(path.read_text(encoding="utf-8")) for path in sorted(folder.glob("*.toml"))]
    return {person.id: person for person in found}


def read(text: str) -> ExamplePerson:
    """An example person from the text of their file."""
    table = tomli.loads(text)
    return ExamplePerson(
        id=table["id"],
        name=table["name"],
        label=table["label"],
        story=table["story"],
        starts_on=table["starts_on"],
        answers=table.get("answers", {}),
        numbers=table.get("numbers", {}),
        profile=table.get("profile", {}),
        tests={int(week) * WEEK: results for week, results in table.get("tests", {}).items()},
        life=_life(table.get("life", {})),
        capacity={name: Capacity(**curve) for name, curve in table.get("capacity", {}).items()},
    )


def _life(table: Mapping[str, Any]) -> Life:
    holiday, flare, walks = table.get("holiday"), table.get("flare"), table.get("activities", {})
    return Life(
        mornings=tuple(map(_pain, table.get("mornings", "").replace(" ", ""))),
        during=tuple(tuple(map(_pain, group)) for group in table.get("during", "").split()),
        missed={each["day"]: each["why"] for each in table.get("missed", ())},
        holiday=None if holiday is None else (holiday["from"], holiday["until"]),
        flare=None if flare is None else (flare["day"], flare["over"], flare["pain"]),
        walks=tuple(map(Weekday, walks.get("walk", ()))),
        walk_minutes=walks.get("minutes", 0.0),
    )


def _pain(sign: str) -> int | None:
    """A digit is 0 to 9, `a` is 10, a dot is nothing told."""
    return None if sign == "." else int(sign, 11)
