"""Which flares there were, where the latest stands, and when one asks for someone to look."""

from datetime import timedelta
from typing import Any

import pytest

from gradus.library.library import Library
from gradus.progression.flare import Episode, episodes, flaring, is_long_past
from gradus.record.facts import Flare, MorningCheckIn
from tests.build import START
from tests.training import Life

BEGAN, OVER = "began", "over"


def told(library: Library, *words: tuple[int, Any], on: int = 40) -> list[tuple[int, int | None]]:
    """The flares up to the day, as numbers of days; a truth value is told with a morning."""
    life = Life({"exercise": "bird-dog", "usual": "untold", "on": on}, library)
    for day, word in words:
        if isinstance(word, bool):
            life.add(MorningCheckIn, day, pain_0_10=4, flare=word)
        else:
            life.add(Flare, day, state=word)
    found = episodes(life.history, life.today)
    return [
        ((each.began - START).days, None if each.over is None else (each.over - START).days) for each in found
    ]


@pytest.mark.parametrize(
    ("words", "flares"),
    [
        ([], []),
        ([(3, BEGAN)], [(3, None)]),
        ([(3, BEGAN), (5, OVER)], [(3, 5)]),
        ([(3, BEGAN), (3, BEGAN)], [(3, None)]),
        ([(3, BEGAN), (4, BEGAN)], [(3, None), (4, None)]),
        ([(3, BEGAN), (5, OVER), (8, BEGAN)], [(3, 5), (8, None)]),
        ([(3, BEGAN), (5, OVER), (6, OVER)], [(3, 5)]),
        ([(3, OVER)], []),
        ([(3, True)], [(3, None)]),
        ([(3, True), (4, True)], [(3, None)]),
        ([(3, True), (4, False)], [(3, 4)]),
        ([(3, BEGAN), (4, True)], [(3, None)]),
        ([(3, True), (4, BEGAN)], [(3, None), (4, None)]),
        ([(3, False)], []),
        ([(40, BEGAN)], [(40, None)]),
        ([(41, BEGAN)], []),
        ([(41, True)], []),
        ([(40, True)], [(40, None)]),
        ([(5, OVER), (3, BEGAN)], [(3, 5)]),
    ],
)
def test_a_flare_begins_and_ends_by_the_persons_word(
    library: Library, words: list[tuple[int, Any]], flares: list[tuple[int, int | None]]
) -> None:
    assert told(library, *words) == flares


@pytest.mark.parametrize(
    ("on", "over", "morning", "expected"),
    [
        (3, None, None, ("calm", False)),
        (6, None, 2, ("calm", True)),
        (6, 5, 2, ("return", True)),
        (7, None, 2, ("return", True)),
        (7, None, 3, ("return", True)),
        (7, None, 4, ("return", False)),
        (7, None, None, ("return", False)),
        (7, 5, None, ("return", True)),
        (7, 5, 4, ("return", False)),
        (38, None, 2, ("return", True)),
        (39, None, 2, None),
        (26, 5, 2, ("return", True)),
        (27, 5, 2, None),
    ],
)
def test_the_latest_flare_is_calm_then_on_its_way_back(
    library: Library, on: int, over: int | None, morning: int | None, expected: tuple[str, bool] | None
) -> None:
    mornings: list[dict[str, Any]] = [{"day": day, "pain": "untold"} for day in range(4, on + 1)]
    if morning is not None:
        mornings.append({"day": on, "pain": morning})
    words = [{"day": 3}, *([] if over is None else [{"day": over, "state": "over"}])]
    life = Life({"exercise": "bird-dog", "on": on, "flares": words, "mornings": mornings}, library)
    around = life.ground().around
    found = flaring(episodes(life.history, life.today), around.mornings, library, life.today)
    assert (None if found is None else (found.stage, found.may_rise)) == expected


@pytest.mark.parametrize(("told_on", "rises"), [(9, True), (8, True), (7, False)])
def test_the_morning_that_allows_a_step_is_of_today_or_yesterday(
    library: Library, told_on: int, rises: bool
) -> None:
    mornings = [{"day": day, "pain": 2 if day <= told_on else "untold"} for day in range(4, 10)]
    life = Life({"exercise": "bird-dog", "on": 9, "flares": [{"day": 3}], "mornings": mornings}, library)
    flare = life.ground().flare
    assert flare is not None
    assert flare.may_rise is rises


def test_without_a_baseline_from_before_no_morning_allows_a_step(library: Library) -> None:
    given = {"exercise": "bird-dog", "on": 9, "flares": [{"day": 3}], "usual": "untold"}
    flare = Life(given | {"mornings": [{"day": 9, "pain": 0}]}, library).ground().flare
    assert flare is not None
    assert not flare.may_rise


@pytest.mark.parametrize(("days", "past"), [(34, False), (35, False), (36, True)])
def test_a_flare_that_was_never_over_counts_as_over_when_someone_should_have_looked(
    library: Library, days: int, past: bool
) -> None:
    assert is_long_past(Episode(began=START), library, START + timedelta(days=days)) is past


def stop(library: Library, *days: int, on: int, **more: Any) -> str | None:
    given = {"exercise": "bird-dog", "on": on, "usual": "untold", "flares": [{"day": day} for day in days]}
    why = Life(given | more, library).ground().stop
    return None if why is None else why.says


def test_what_stops_counts_its_days_and_flares(library: Library) -> None:
    assert stop(library, 0, on=13) is None
    assert "14 days" in (stop(library, 0, on=14) or "")
    assert "15 days" in (stop(library, 0, on=15) or "")
    assert stop(library, 0, 5, on=6) is None
    many = stop(library, 0, 5, 9, on=10) or ""
    assert ("3" in many or "three" in many.lower(), "6 weeks" in many) == (True, True)


@pytest.mark.parametrize(
    ("day", "rules", "stops"),
    [(3, ["flares-too-many"], False), (9, ["flares-too-many"], False), (9, ["flare-not-better"], True)],
)
def test_a_clearance_for_this_ends_it(library: Library, day: int, rules: list[str], stops: bool) -> None:
    seen = stop(library, 0, 1, 2, on=10, clearances=[{"day": day, "rules": rules}])
    assert (seen is not None) is stops
    assert stop(library, 0, 1, 2, on=10, clearances=[{"day": 1, "rules": rules}]) is not None
    assert stop(library, 0, 1, 2, on=10, clearances=[{"day": 11, "rules": rules}]) is not None
