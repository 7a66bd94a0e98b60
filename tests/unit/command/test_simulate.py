"""`gradus simulate`: one person before and after, and the laboratory."""

import json
from pathlib import Path

import pytest

from gradus_cli.simulate.changing import changed
from tests.unit.command.conftest import Run

MOVED = "progression/raises.reps_at_a_time=3"
ROW = "progression/steps.last-time."


def test_one_person_before_and_after_as_table_and_drawing(run: Run, tmp_path: Path) -> None:
    drawn = tmp_path / "weeks.svg"
    said = run("simulate", "person", "kofi", "--set", MOVED, "-o", str(drawn))
    assert "These people are invented" in said.told
    assert "as it is: strength gained" in said.told
    assert "changed: strength gained" in said.told
    svg = drawn.read_text(encoding="utf-8")
    assert svg.startswith("<svg")
    assert svg.count("<polyline") >= 8


def test_without_an_archetype_they_take_turns(run: Run) -> None:
    drawn, named = (
        run("simulate", "person", *words, "--json") for words in (("--nth", "1"), ("farid", "--nth", "1"))
    )
    assert json.loads(drawn.out) == json.loads(named.out)


def test_all_eleven_example_people_are_listed_and_one_does_not_train(run: Run) -> None:
    every = json.loads(run("simulate", "people", "--json").out)["people"]
    assert len(every) == 11
    assert [each["id"] for each in every if not each["trains"]] == ["ben"]
    assert "Stopped by the safety questions" in run("simulate", "people").told


def test_the_laboratory_says_who_is_better_off(run: Run, tmp_path: Path) -> None:
    drawn = tmp_path / "who.svg"
    said = run(
        "simulate", "lab", "--people", "4", "--archetype", "amina", "--archetype", "kofi", "--set", MOVED,
        "--workers", "1", "-o", str(drawn),
    )  # fmt: skip
    assert "changed beside ours" in said.told
    assert "amina (2)" in said.told
    svg = drawn.read_text(encoding="utf-8")
    assert all(f">{who}</text>" in svg for who in ("all (4)", "amina (2)", "kofi (2)"))


def test_one_policy_alone_leaves_nothing_to_draw(run: Run, tmp_path: Path) -> None:
    said = run(
        "simulate", "lab", "--people", "2", "--archetype", "amina", "--policy", "ours", "--workers", "1",
        "-o", str(tmp_path / "no.svg"),
    )  # fmt: skip
    assert said.code != 0
    assert "nothing to draw" in said.told


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
        (("person", "nobody"), "There is no example person 'nobody'"),
        (("person", "ben"), "the safety questions stop ben"),
        (("lab", "--archetype", "ben"), "the safety questions stop ben"),
        (("person", "kofi", "--set", "progression/raises.nothing=3"), "There is no number"),
        (("person", "kofi", "--set", "progression/raises.reps_at_a_time=many"), "is no number"),
        (("lab", "--policy", "best"), "There is no policy 'best'"),
        (("person", "kofi", "--set", "progression/steps.last-time.luck=off"), "has no row last-time.luck"),
        (("person", "kofi", "--set", f"{ROW}reserve-too-small=off"), "put one there"),
    ],
)
def test_what_is_wrong_is_told(run: Run, words: tuple[str, ...], says: str) -> None:
    said = run("simulate", *words)
    assert said.code != 0
    assert says in said.told
    assert "Traceback" not in said.told


def test_a_row_of_the_table_of_steps_can_be_left_out() -> None:
    rows = {name: changed(settings).steps.parts["last-time"] for name, settings in VARIANTS.items()}
    gone = [row.reason for row in rows["as it is"] if row not in rows["without"]]
    assert gone == ["sore-after"]
    assert len(rows["without"]) == len(rows["as it is"]) - 1


VARIANTS = {"as it is": (), "without": (f"{ROW}sore-after=off",)}
