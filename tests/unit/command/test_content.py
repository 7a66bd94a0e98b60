"""`gradus library` and `gradus schema`."""

import json
import re
from pathlib import Path

import pytest

from gradus.library.library import Library
from gradus.vocabulary.ids import ExerciseId, MeasureId, ProgrammeId
from gradus_cli import content
from gradus_cli.exits import Exit
from tests.unit.command.conftest import Run


@pytest.fixture
def overlay(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "our-clinic"
    folder.mkdir()
    monkeypatch.setenv("GRADUS_OVERLAY", str(folder))
    content.library.cache_clear()
    return folder


class TestCheck:
    def test_tells_the_version_and_who_signed(self, run: Run, library: Library) -> None:
        result = run("library", "check")
        assert result.code == Exit.DONE
        assert f"Library {library.version}" in result.told
        assert "Not yet clinically reviewed" in result.told
        reply = run("library", "check", "--json").json
        assert (reply["version"], reply["faults"], reply["signed"]) == (library.version, 0, 0)

    def test_of_an_overlay_names_it(self, run: Run, overlay: Path) -> None:
        (overlay / "rules").mkdir()
        text = 'id = "rest-day"\nroom = "today"\nnotices = "A rest."\nsays = "Rest."\nbasis = "default"\n'
        (overlay / "rules" / "rest-day.toml").write_text(f'{text}reviewed_by = ""\n', encoding="utf-8")
        assert [layer["name"] for layer in run("library", "check", "--json").json["layers"]][
            1
        ] == "our-clinic"

    def test_of_a_broken_overlay_tells_all_faults_at_once(self, run: Run, overlay: Path) -> None:
        (overlay / "rules").mkdir()
        (overlay / "rules" / "one.toml").write_text("idd = 1\n", encoding="utf-8")
        (overlay / "rules" / "two.toml").write_text("[", encoding="utf-8")
        result = run("library", "check")
        assert result.code == Exit.BAD_LIBRARY
        assert "one.toml" in result.told
        assert "two.toml" in result.told

    def test_of_an_overlay_that_is_no_text(self, run: Run, overlay: Path) -> None:
        (overlay / "rules.toml").write_bytes(b"\xff")
        assert run("today").code == Exit.BAD_LIBRARY

    def test_of_an_overlay_that_is_not_there(
        self, run: Run, overlay: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setenv("GRADUS_OVERLAY", str(overlay / "nowhere"))
        result = run("today")
        assert result.code == Exit.NOT_FOUND
        assert "is not a folder" in result.told


class TestList:
    def test_of_all_kinds(self, run: Run, library: Library) -> None:
        assert f"exercises {len(library.exercises)}" in run("library", "list").told

    def test_of_one_kind(self, run: Run, library: Library) -> None:
        assert "bird-dog" in run("library", "list", "exercises").told
        listed = run("library", "list", "exercises", "--json").json
        assert set(listed["kinds"]["exercises"]) == set(library.exercises)

    def test_of_answers_and_claims_has_their_words(self, run: Run, library: Library) -> None:
        assert "Is sitting bad for my back?" in run("library", "list", "answers").told
        claims = run("library", "list", "claims").told
        assert all(" ".join(claim.claim.split()) in claims for claim in library.claims.values())

    def test_of_no_kind_that_is(self, run: Run) -> None:
        result = run("library", "list", "recipes")
        assert result.code == Exit.NOT_FOUND
        assert "exercises" in result.told


class TestShow:
    def test_an_exercise_as_instructions(self, run: Run, library: Library) -> None:
        told = run("library", "show", "bird-dog").told
        texts = library.exercises[ExerciseId("bird-dog")].en
        assert " ".join(texts.steps[0].split()) in told
        assert "Stop if" in told
        assert "not yet clinically reviewed" in told

    @pytest.mark.parametrize(
        "name", ["pain-limits", "progression/pain-limits", "progression/pain-limits.toml"]
    )
    def test_a_thing_by_id_or_path(self, run: Run, name: str) -> None:
        assert "acceptable_during" in run("library", "show", name).told
        assert run("library", "show", name, "--json").json["things"][0]["acceptable_during"]["value"] == 5

    def test_an_answer_by_its_question(self, run: Run) -> None:
        told = run("library", "show", "is sitting bad for my back?").told
        assert "How sure: very uncertain" in told
        assert told.count("not yet clinically reviewed") == 1

    def test_a_programme_with_how_to_try_it(self, run: Run, library: Library) -> None:
        told = run("library", "show", "hip-abductor-band").told
        programme = library.programmes[ProgrammeId("hip-abductor-band")]
        for words in (programme.for_whom, programme.cannot_say, *programme.ours):
            assert " ".join(words.split()) in told
        assert "Standing band, leg to the side, 2 sets of 10 to 15 repetitions" in told
        assert "gradus plan --try --programme hip-abductor-band" in told

    def test_a_measure_with_how_to_write_it_down(self, run: Run, library: Library) -> None:
        told = run("library", "show", "measures/side-bridge-hold").told
        steps = library.measures[MeasureId("side-bridge-hold")].protocol
        assert all(" ".join(step.split()) in told for step in steps)
        assert "gradus measure side-bridge-hold NUMBER --side left" in told

    def test_a_claim_with_what_became_of_it(self, run: Run) -> None:
        assert "When checked: no source found." in run("library", "show", "tight-hips-tilt-pelvis").told

    @pytest.mark.parametrize(
        "kind", ["claims", "measures", "programmes", "progression", "screening/rules", "sources"]
    )
    def test_nothing_as_a_program_would_write_it(self, run: Run, kind: str) -> None:
        for name in run("library", "list", kind, "--json").json["kinds"][kind]:
            told = run("library", "show", f"{kind}/{name}").told
            assert not re.search(r"<[A-Z]\w+\.|\{'|\['", told), name

    def test_everything_there_is(self, run: Run) -> None:
        kinds = run("library", "list", "--json").json["kinds"]
        for folder, names in kinds.items():
            name = next(iter(names))
            assert run("library", "show", f"{folder}/{name}").code == Exit.DONE
            (thing,) = run("library", "show", f"{folder}/{name}", "--json").json["things"]
            assert thing["path"] == f"{folder}/{name}.toml"

    def test_an_exercise_names_the_number_of_the_persons_country(self, run: Run) -> None:
        assert "your local emergency number" in run("library", "show", "walking-intervals").told
        run("profile", "--country", "GB")
        assert "call 999 (or 112) at once" in run("library", "show", "walking-intervals").told

    def test_two_things_of_one_name_are_one_reply(self, run: Run) -> None:
        reply = run("library", "show", "single-leg-bridge", "--json").json
        paths = ["exercises/single-leg-bridge.toml", "measures/single-leg-bridge.toml"]
        assert [thing["path"] for thing in reply["things"]] == paths

    @pytest.mark.parametrize(
        ("name", "says"), [("bird-dogg", "Did you mean bird-dog"), ("zzz", "library list")]
    )
    def test_what_is_not_there(self, run: Run, name: str, says: str) -> None:
        result = run("library", "show", name)
        assert result.code == Exit.NOT_FOUND
        assert says in result.told


class TestEffect:
    def test_names_thresholds_examples_and_rules(self, run: Run) -> None:
        told = run("library", "effect", "progression/pain-limits.toml").told
        assert "acceptable_during = 5 pain_0_10" in told
        assert "example" in told
        reply = run("library", "effect", "progression/pain-limits.toml", "--json").json
        assert "progression/pain-limits.acceptable_during" in {each["id"] for each in reply["thresholds"]}

    def test_names_the_pages_that_speak_of_the_file(self, run: Run) -> None:
        told = run("library", "effect", "progression/flare.toml").told
        assert "page CONTRIBUTING.md" in " ".join(told.split())
        assert run("library", "effect", "progression/flare.toml", "--json").json["pages"] == [
            "CONTRIBUTING.md",
            "docs/how/progression.md",
        ]
        assert run("library", "effect", "sources/gill-2022.toml", "--json").json["pages"] == []

    def test_of_a_source_names_what_cites_it(self, run: Run) -> None:
        told = run("library", "effect", "sources/silbernagel-2007.toml").told
        assert "named by" in told

    def test_of_a_file_named_as_it_lies_in_the_clone(self, run: Run) -> None:
        name = "src/gradus_library/progression/pain-limits.toml"
        assert (
            run("library", "effect", name).out == run("library", "effect", "progression/pain-limits.toml").out
        )

    def test_of_no_file_that_is(self, run: Run) -> None:
        assert run("library", "effect", "nothing.toml").code == Exit.NOT_FOUND


class TestSchema:
    def test_names_what_there_is(self, run: Run) -> None:
        assert "facts answers" in run("schema").told

    def test_of_facts_and_of_content(self, run: Run) -> None:
        assert json.loads(run("schema", "facts").out)["title"] == "A fact"
        assert "lumbar_rank" in run("schema", "exercises").out

    def test_of_nothing_that_is(self, run: Run) -> None:
        assert run("schema", "recipes").code == Exit.NOT_FOUND
