"""The example people: invented lives, read from files and labelled as what they are."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from math import exp
from pathlib import Path
from statistics import fmean
from typing import Any

import tomli

from gradus.library.types import Exercise
from gradus.vocabulary.scales import Weekday
from gradus.vocabulary.week import WEEK

WEEKS = 16
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


@dataclass(frozen=True, slots=True)
class Flare:
    """From the day on which the person says that it began to the day on which they say that it is over."""

    day: int
    over: int
    pain: int


@dataclass(frozen=True, slots=True)
class Away:
    """Days without training, both included, and why: as a pause of the record names it."""

    first: int
    last: int
    why: str


@dataclass(frozen=True, slots=True)
class Habit:
    """Another activity on its days of every week."""

    what: str
    days: tuple[Weekday, ...]
    minutes: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Life:
    """The weeks as authored. Days count from 0. A short day has its minutes, or None for a low day; on
    the days of `made_up` a missed session is made up for."""

    mornings: tuple[int | None, ...] = ()
    during: tuple[tuple[int | None, ...], ...] = ()
    missed: Mapping[int, str] = field(default_factory=dict)
    made_up: frozenset[int] = frozenset()
    short: Mapping[int, int | None] = field(default_factory=dict)
    away: tuple[Away, ...] = ()
    flares: tuple[Flare, ...] = ()
    activities: tuple[Habit, ...] = ()
    tired: frozenset[int] = frozenset()
    slept_badly: frozenset[int] = frozenset()
    watched: Mapping[int, Mapping[str, str]] = field(default_factory=dict)
    milestones: Mapping[int, str] = field(default_factory=dict)

    @property
    def weeks(self) -> int:
        """How many weeks were authored: sixteen, or more where somebody keeps up what they have gained."""
        return max(WEEKS, len(self.mornings) // WEEK)

    def is_away(self, nth: int) -> bool:
        """Whether the person is away on that day."""
        return any(away.first <= nth <= away.last for away in self.away)

    def usual_pain(self, nth: int) -> int | None:
        """What the person calls usual on that day: their mornings of two weeks, on average and those in a
        flare left out; None where none was told."""
        days = range(max(0, nth - 2 * WEEK + 1), min(nth + 1, len(self.mornings)))
        quiet = [day for day in days if not any(flare.day <= day < flare.over for flare in self.flares)]
        told = [pain for day in quiet if (pain := self.mornings[day]) is not None]
        return int(fmean(told) + 0.5) if told else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Later:
    """What is otherwise from a day on: answers and numbers that the next screen gets, points of the profile
    and a programme that are told on the day, and whether the person asks for the screen themselves."""

    answers: Mapping[str, str] = field(default_factory=dict)
    numbers: Mapping[str, float] = field(default_factory=dict)
    profile: Mapping[str, Any] = field(default_factory=dict)
    programme: str | None = None
    asks_for_the_screen: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ExamplePerson:
    """An invented person. `capacity` is by pattern or, going before it, by exercise; `later` by its day;
    `finds_kg` is the first weight that they find by trying, by exercise."""

    id: str
    name: str
    label: str
    story: str
    starts_on: date
    answers: Mapping[str, str]
    numbers: Mapping[str, float]
    profile: Mapping[str, Any]
    programme: str | None
    later: Mapping[int, Later]
    tests: Mapping[int, Mapping[str, Any]]
    life: Life
    capacity: Mapping[str, Capacity]
    finds_kg: Mapping[str, float]

    def day(self, nth: int) -> date:
        return self.starts_on + timedelta(days=nth)

    def answers_on(self, nth: int) -> dict[str, str]:
        """The answers that a screen of that day gets; what is not among them is "no"."""
        answers = dict(self.answers)
        for change in self._until(nth):
            answers |= change.answers
        return answers

    def numbers_on(self, nth: int) -> dict[str, float]:
        """The numbers that a screen of that day gets."""
        numbers = dict(self.numbers)
        for change in self._until(nth):
            numbers |= change.numbers
        return numbers

    def comes_on(self, nth: int) -> bool:
        """Whether the person trains on that day when a session is due: on their own days of the week, and to
        make up for a missed session where their life says so."""
        told = [self.profile, *(change.profile for change in self._until(nth))]
        days = [profile["days"] for profile in told if "days" in profile]
        own = {Weekday(day).number for day in days[-1]} if days else set()
        return nth in self.life.made_up or self.day(nth).weekday() in own

    def can_do(self, exercise: Exercise, week: float) -> float | None:
        """What the person could do at most; None when nothing was written for it."""
        found = self.capacity.get(exercise.id) or self.capacity.get(exercise.pattern)
        return None if found is None else found.at(week)

    def _until(self, nth: int) -> list[Later]:
        return [change for day, change in sorted(self.later.items()) if day <= nth]


def people() -> dict[str, ExamplePerson]:
    """Every example person by id, in order of name."""
    folder = PACKAGED if PACKAGED.is_dir() else IN_THE_TREE
    found = [read(path.read_text(encoding="utf-8")) for path in sorted(folder.glob("*.toml"))]
    return {person.id: person for person in found}


def moved(person: ExamplePerson, weeks: int, until: date) -> ExamplePerson:
    """The person with the same life begun later or earlier, on the same day of the week, so that on that day
    as many weeks are over, and less than one more."""
    begun = until - timedelta(days=weeks * WEEK)
    return replace(person, starts_on=begun - timedelta(days=(begun - person.starts_on).days % WEEK))


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
        programme=table.get("programme"),
        later={int(week) * WEEK: Later(**change) for week, change in table.get("later", {}).items()},
        tests={int(week) * WEEK: results for week, results in table.get("tests", {}).items()},
        life=_life(table.get("life", {})),
        capacity={name: Capacity(**curve) for name, curve in table.get("capacity", {}).items()},
        finds_kg=table.get("finds_kg", {}),
    )


def _life(table: Mapping[str, Any]) -> Life:
    return Life(
        mornings=tuple(map(_pain, table.get("mornings", "").replace(" ", ""))),
        during=tuple(tuple(map(_pain, group)) for group in table.get("during", "").split()),
        missed={each["day"]: each["why"] for each in table.get("missed", ())},
        made_up=frozenset(each["made_up"] for each in table.get("missed", ()) if "made_up" in each),
        short={each["day"]: each.get("minutes") for each in table.get("short", ())},
        away=tuple(Away(each["from"], each["until"], each["why"]) for each in table.get("away", ())),
        flares=tuple(Flare(**each) for each in table.get("flares", ())),
        activities=tuple(map(_habit, table.get("activities", ()))),
        tired=frozenset(table.get("tired", ())),
        slept_badly=frozenset(table.get("slept_badly", ())),
        watched={each["day"]: {each["exercise"]: each["by"]} for each in table.get("watched", ())},
        milestones={each["day"]: each["words"] for each in table.get("milestones", ())},
    )


def _habit(table: Mapping[str, Any]) -> Habit:
    return Habit(table["what"], tuple(map(Weekday, table["days"])), float(table["minutes"]))


def _pain(sign: str) -> int | None:
    """A digit is 0 to 9, `a` is 10, a dot is nothing told."""
    return None if sign == "." else int(sign, 11)
