"""The example people can be read as examples/people/README.md says, and name only what the library has."""

import tomllib
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from gradus.library.library import Library
from gradus.record.person import Person
from gradus.vocabulary.scales import Pattern, Weekday

FOLDER = Path(__file__).parents[2] / "examples" / "people"
PEOPLE = {path.stem: tomllib.loads(path.read_text(encoding="utf-8")) for path in FOLDER.glob("*.toml")}
ALIVE = sorted(name for name, file in PEOPLE.items() if "life" in file)
WEEKS = 16
KEYS = {"id", "name", "label", "story", "starts_on", "answers", "numbers"}


@pytest.fixture(params=ALIVE)
def life(request: pytest.FixtureRequest) -> dict[str, Any]:
    return PEOPLE[request.param]


def test_the_cast_is_whole() -> None:
    assert set(PEOPLE) == {"amina", "ben", "farid", "gerda", "tomas"}
    assert set(PEOPLE) - set(ALIVE) == {"ben"}


@pytest.mark.parametrize("name", sorted(PEOPLE))
def test_each_says_that_it_is_an_example_and_begins_on_a_monday(name: str) -> None:
    file = PEOPLE[name]
    assert file["id"] == name
    assert file["label"] == "example person, not a real one"
    assert isinstance(file["starts_on"], date)
    assert file["starts_on"].weekday() == Weekday.MONDAY.number
    assert set(file) - KEYS <= {"profile", "tests", "life", "capacity"}


@pytest.mark.parametrize("name", sorted(PEOPLE))
def test_answers_and_numbers_are_asked_by_the_screen(name: str, library: Library) -> None:
    file = PEOPLE[name]
    assert set(file["answers"].values()) <= {"yes", "no", "unsure"}
    assert all(library.items[id_].kind != "number" for id_ in file["answers"])
    assert all(library.items[id_].kind == "number" for id_ in file["numbers"])


def test_sixteen_weeks_of_mornings_and_sessions(life: dict[str, Any]) -> None:
    mornings, during = life["life"]["mornings"].split(), life["life"]["during"].split()
    assert [len(week) for week in mornings] == [7] * WEEKS
    assert [len(week) for week in during] == [3] * WEEKS
    assert set("".join(mornings)) <= set("0123456789a.")
    assert set("".join(during)) <= set("0123456789.")


def test_days_lie_in_the_sixteen_weeks_and_skipped_sessions_on_training_days(life: dict[str, Any]) -> None:
    lived = life["life"]
    days = {Weekday(day).number for day in life["profile"]["days"]}
    assert all(each["day"] % 7 in days for each in lived["missed"])
    assert 0 <= lived["holiday"]["from"] < lived["holiday"]["until"] < WEEKS * 7
    assert 0 <= lived["flare"]["day"] < lived["flare"]["over"] < WEEKS * 7


def test_the_morning_of_a_flare_tells_the_pain_of_the_flare(life: dict[str, Any]) -> None:
    signs = life["life"]["mornings"].replace(" ", "")
    flare = life["life"]["flare"]
    assert int(signs[flare["day"]], 16) == flare["pain"]


def test_the_profile_names_points_of_the_profile(life: dict[str, Any], library: Library) -> None:
    assert set(life["profile"]) <= set(Person.__dataclass_fields__)
    assert set(life["profile"]["likes"]) <= set(library.exercises)


def test_tests_are_measures_within_their_bounds_on_their_sides(
    life: dict[str, Any], library: Library
) -> None:
    for results in life["tests"].values():
        for id_, value in results.items():
            measure = library.measures[id_]
            assert isinstance(value, dict) == measure.sides, id_
            values = value.values() if isinstance(value, dict) else [value]
            assert all(measure.lowest <= each <= measure.highest for each in values), id_
            assert set(measure.needs) <= set(life["profile"]["equipment"]), id_


def test_capacity_is_told_for_every_pattern_and_for_known_exercises(
    life: dict[str, Any], library: Library
) -> None:
    assert set(Pattern) <= set(life["capacity"])
    assert set(life["capacity"]) - set(Pattern) <= set(library.exercises)
    assert all(set(each) == {"start", "gain", "weeks"} for each in life["capacity"].values())
