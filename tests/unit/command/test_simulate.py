"""`gradus simulate`: one person before and after, and the laboratory."""

import json
from pathlib import Path

import pytest

from tests.unit.command.conftest import Run

MOVED = "progression/raises.reps_at_a_time=3"


def test_one_person_before_and_after_as_table_and_drawing(run: Run, tmp_path: Path) -> None:
    drawn = tmp_path / "weeks.svg"
    said = run("simulate", "person", "kofi", "--set", MOVED, "-o", str(drawn))
    assert "These people are invented" in said.told
    assert said.told.count("Strength gained") == 2
    svg = drawn.read_text(encoding="utf-8")
    assert svg.startswith("<svg")
    assert svg.count("<polyline") >= 8


def test_the_laboratory_says_who_is_better_off(run: Run) -> None:
    said = run("simulate", "lab", "--people", "4", "--archetype", "amina", "--set", MOVED, "--workers", "1")
    assert "changed beside ours" in said.told


def test_the_laboratory_as_plain_values(run: Run) -> None:
    said = run(
        "simulate", "lab", "--people", "2", "--archetype", "amina", "--policy", "ours", "--policy", "lowest",
        "--workers", "1", "--hazard-ratio", "4", "--json",
    )  # fmt: skip
    (setting,) = json.loads(said.out)["settings"]
    assert setting["hazard_ratio"] == 4
    assert [each["policy"] for each in setting["policies"]] == ["ours", "lowest"]
    assert setting["compared"][0]["other"] == "ours"


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("person", "nobody"), "There is no example person 'nobody' who trains"),
        (("person", "kofi", "--set", "progression/raises.nothing=3"), "There is no number"),
        (("person", "kofi", "--set", "progression/raises.reps_at_a_time=many"), "is no number"),
        (("lab", "--policy", "best"), "There is no policy 'best'"),
    ],
)
def test_what_is_wrong_is_told(run: Run, words: tuple[str, ...], says: str) -> None:
    said = run("simulate", *words)
    assert said.code != 0
    assert says in said.told
    assert "Traceback" not in said.told
