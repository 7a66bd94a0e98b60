"""The example people can be read as examples/people/README.md says, and name only what the library has."""

import tomllib
from datetime import date
from pathlib import Path
from statistics import mean, stdev
from typing import Any

import pytest

from gradus.library.library import Library
from gradus.record.person import Person
from gradus.vocabulary.scales import Pattern, Weekday
from gradus_cli.demo.people import Later

FOLDER = Path(__file__).parents[2] / "examples" / "people"
PEOPLE = {path.stem: tomllib.loads(path.read_text(encoding="utf-8")) for path in FOLDER.glob("*.toml")}
ALIVE = sorted(name for name, file in PEOPLE.items() if "life" in file)
WEEKS = 16
KEYS = {"id", "name", "label", "story", "starts_on", "answers", "numbers"}
MAY_HAVE = {"programme", "profile", "later", "tests", "life", "capacity", "finds_kg"}
LIFE = {"mornings", "during", "missed", "away", "flares", "activities"}
LIFE_MAY_HAVE = {"short", "tired", "slept_badly", "watched", "milestones"}
USUAL_SPREAD = (0.9, 1.6)
"""Standard deviation of the mornings of a week, on average: about 1.2 in people with back pain."""


@pytest.fixture(params=ALIVE)
def life(request: pytest.FixtureRequest) -> dict[str, Any]:
    return PEOPLE[request.param]


def test_the_cast_is_whole() -> None:
    others = {"farid", "gerda", "hana", "joris", "kofi", "magda", "noor", "tomas", "walter"}
    assert set(PEOPLE) == {"amina", "ben"} | others
    assert set(PEOPLE) - set(ALIVE) == {"ben"}


@pytest.mark.parametrize("name", sorted(PEOPLE))
def test_each_says_that_it_is_an_example_and_begins_on_a_monday(name: str) -> None:
    file = PEOPLE[name]
    assert file["id"] == name
    assert file["label"] == "example person, not a real one"
    assert isinstance(file["starts_on"], date)
    assert file["starts_on"].weekday() == Weekday.MONDAY.number
    assert set(file) - KEYS <= MAY_HAVE


@pytest.mark.parametrize("name", sorted(PEOPLE))
def test_answers_and_numbers_are_asked_by_the_screen(name: str, library: Library) -> None:
    for told in (PEOPLE[name], *PEOPLE[name].get("later", {}).values()):
        answers, numbers = told.get("answers", {}), told.get("numbers", {})
        assert set(answers.values()) <= {"yes", "no", "unsure"}
        assert all(library.items[id_].kind != "number" for id_ in answers)
        assert all(library.items[id_].kind == "number" for id_ in numbers)


def weeks_of(life: dict[str, Any]) -> int:
    return len(life["life"]["mornings"].split())


def test_sixteen_weeks_or_more_of_mornings_and_sessions(life: dict[str, Any]) -> None:
    mornings, during = life["life"]["mornings"].split(), life["life"]["during"].split()
    assert weeks_of(life) >= WEEKS
    assert {len(week) for week in mornings} == {7}
    assert len(during) == weeks_of(life)
    assert {len(week) for week in during} in ({nth} for nth in range(2, 8))
    assert set("".join(mornings)) <= set("0123456789a.")
    assert set("".join(during)) <= set("0123456789.")


def test_mornings_go_up_and_down_within_a_week_as_mornings_do(life: dict[str, Any]) -> None:
    weeks = ([int(sign, 11) for sign in week if sign != "."] for week in life["life"]["mornings"].split())
    spread = mean(stdev(week) for week in weeks if len(week) > 3)
    lowest, highest = USUAL_SPREAD
    assert lowest <= spread <= highest


def test_days_lie_in_the_weeks_that_are_lived(life: dict[str, Any]) -> None:
    lived = life["life"]
    assert set(lived) - LIFE_MAY_HAVE == LIFE
    days = weeks_of(life) * 7
    told = [
        each["day"] for key in ("missed", "short", "watched", "milestones") for each in lived.get(key, ())
    ]
    assert all(0 <= day < days for day in (*told, *lived.get("tired", ()), *lived.get("slept_badly", ())))
    assert all(0 <= away["from"] < away["until"] < WEEKS * 7 for away in lived["away"])
    assert all(0 <= flare["day"] < flare["over"] < days for flare in lived["flares"])


def test_nobody_is_spared_a_flare_days_away_and_missed_sessions(life: dict[str, Any]) -> None:
    lived = life["life"]
    assert all(lived[key] for key in ("away", "flares", "missed"))
    assert "." in lived["mornings"]


def test_what_is_told_of_a_session_falls_on_training_days(life: dict[str, Any]) -> None:
    for each in (*life["life"]["missed"], *life["life"].get("short", ())):
        profiles = [life["profile"], *(told.get("profile", {}) for told in later_until(life, each["day"]))]
        days = [profile["days"] for profile in profiles if "days" in profile][-1]
        assert each["day"] % 7 in {Weekday(day).number for day in days}


def later_until(life: dict[str, Any], day: int) -> list[dict[str, Any]]:
    return [change for week, change in life.get("later", {}).items() if int(week) * 7 <= day]


def test_the_morning_of_a_flare_tells_the_pain_of_the_flare(life: dict[str, Any]) -> None:
    signs = life["life"]["mornings"].replace(" ", "")
    assert all(int(signs[flare["day"]], 11) == flare["pain"] for flare in life["life"]["flares"])


def test_what_is_tapped_in_the_morning_falls_on_a_check_in(life: dict[str, Any]) -> None:
    signs, lived = life["life"]["mornings"].replace(" ", ""), life["life"]
    assert all(signs[day] != "." for day in (*lived.get("tired", ()), *lived.get("slept_badly", ())))


def test_the_profile_names_points_of_the_profile(life: dict[str, Any], library: Library) -> None:
    later = life.get("later", {}).values()
    for profile in (life["profile"], *(change.get("profile", {}) for change in later)):
        assert set(profile) <= set(Person.__dataclass_fields__)
    assert set(life["profile"]["likes"]) <= set(library.exercises)


def test_what_comes_later_is_known(life: dict[str, Any], library: Library) -> None:
    later = life.get("later", {})
    assert all(0 < int(week) < weeks_of(life) for week in later)
    assert all(set(change) <= set(Later.__dataclass_fields__) for change in later.values())
    chosen = {told["programme"] for told in (life, *later.values()) if "programme" in told}
    assert chosen <= set(library.programmes)


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
    assert set(life.get("finds_kg", {})) <= set(library.exercises)
    assert set(life["capacity"]) - set(Pattern) <= set(library.exercises)
    assert all(set(each) == {"start", "gain", "weeks"} for each in life["capacity"].values())
