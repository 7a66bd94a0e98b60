"""`gradus simulate trial`: what it tells, what it refuses, and what the source tree keeps of it."""

import json
from pathlib import Path

import pytest

from gradus.library.library import Library
from gradus.simulation.frozen import model_hash
from gradus.simulation.studies.running import study_hash
from gradus.vocabulary.ids import PersonModelId, StudyId
from gradus_cli.exits import Exit
from tests.unit.command.conftest import Run

RESULTS = Path(__file__).parents[3] / "benchmarks" / "studies" / "results.json"
KEPT = json.loads(RESULTS.read_text(encoding="utf-8"))


@pytest.mark.parametrize("study", ["000", "002", "003"])
def test_a_study_is_run_again(run: Run, study: str) -> None:
    result = run("simulate", "trial", study, "--runs", 20)
    assert result.code == Exit.DONE
    assert result.told.index("What this cannot tell") < result.told.index("of 100")
    assert "The whole picture" in result.told
    assert not run.record.exists()


def test_the_same_seed_gives_the_same_bytes(run: Run) -> None:
    words = ("simulate", "trial", "003", "--runs", 50, "--json")
    assert run(*words).out == run(*words).out
    assert run(*words, "--seed", 8).out != run(*words).out


def test_one_size_of_the_effects_is_told_alone(run: Run) -> None:
    reply = run("simulate", "trial", "003", "--runs", 200, "--effect", 3, "--json").json
    assert reply["times"] == [3.0]
    assert all(len(each["shares"]) == 1 for each in reply["parts"])
    assert "effects times 3" in run("simulate", "trial", "003", "--runs", 20, "--effect", 3).told


def test_a_course_changes_what_is_shown(run: Run) -> None:
    falls = {}
    for course in ("acute", "long"):
        reply = run(
            "simulate", "trial", "003", "--runs", 300, "--effect", 0, "--course", course, "--json"
        ).json
        falls[course] = reply["parts"][1]["shares"][0]["value"]
    assert falls["acute"] > falls["long"] + 0.05


def test_four_groups_are_told_with_the_people_they_need(run: Run) -> None:
    result = run("simulate", "trial", "2x2", "--runs", 2, "--effect", 3)
    assert result.code == Exit.DONE
    assert "How many people a question needs" in result.told


@pytest.mark.parametrize("effect", [0])
def test_without_an_effect_no_number_of_people_is_enough(run: Run, effect: float) -> None:
    reply = run("simulate", "trial", "2x2", "--runs", 5, "--effect", effect, "--json").json
    assert "sizes" not in reply


def test_a_study_that_is_not_there_is_refused_with_those_that_are(run: Run) -> None:
    result = run("simulate", "trial", "9999")
    assert result.code == Exit.NOT_FOUND
    assert "000, 002, 003, 2x2" in result.told


@pytest.mark.parametrize("words", [("--runs", 0), ("--effect", -1), ("--course", "short"), ("--seed", -1)])
def test_what_cannot_be_run_is_a_fault_of_use(run: Run, words: tuple[object, ...]) -> None:
    assert run("simulate", "trial", "000", *words).code == Exit.USAGE


@pytest.mark.parametrize("kept", KEPT, ids=lambda kept: f"{kept['study']}-{kept['course']}")
def test_what_is_kept_belongs_to_the_model_and_the_studies_as_they_stand(
    kept: dict[str, str], library: Library
) -> None:
    """Otherwise: `./dev bench studies`."""
    assert kept["model"] == model_hash(library.person_models[PersonModelId("person")])
    assert kept["numbers"] == study_hash(library.studies[StudyId(kept["study"])])


@pytest.mark.parametrize("study", ["000", "003"])
def test_what_is_kept_is_what_the_code_finds(run: Run, study: str) -> None:
    """The first runs of the same dice, within what chance leaves open between 1,000 runs and 10,000."""
    kept = next(each for each in KEPT if (each["study"], each["course"]) == (study, "persistent"))
    found = run("simulate", "trial", study, "--runs", 1000, "--effect", 1, "--json").json
    for ours, theirs in zip(found["parts"], kept["parts"], strict=True):
        assert ours["words"] == theirs["words"]
        wanted = theirs["shares"][kept["times"].index(1.0)]["value"]
        assert ours["shares"][0]["value"] == pytest.approx(wanted, abs=0.055)


def test_every_study_is_kept(library: Library) -> None:
    assert {each["study"] for each in KEPT} == set(library.studies)
