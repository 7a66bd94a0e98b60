"""What a reader sees: words of people as they are, limits with every session, and units."""

import json
from dataclasses import replace
from typing import ClassVar

import pytest
from msgspec.structs import asdict

from gradus.library.library import Library
from gradus.record.codec import encode_all
from gradus.record.facts import DecisionShown, Lock
from gradus.vocabulary.dose import Dose
from gradus.vocabulary.ids import ExerciseId, RuleId
from gradus.vocabulary.scales import DoseKind
from gradus_cli.demo.people import people
from gradus_cli.demo.telling import tell
from gradus_cli.exits import Exit
from gradus_cli.show.page import amount, bullet, dose_words, page
from tests.lives import Line, Told, start_dose
from tests.unit.command.conftest import Run

BRACKETS = "[/b] [bold red]here[/]"


def live(run: Run, library: Library, *lines: Line) -> Told:
    told = Told([{"day": 0, "screen": {}}, *lines], library)
    run.record.write_bytes(encode_all(told.facts))
    return told


class TestWordsOfPeople:
    def test_in_a_profile_stay_as_they_were_typed(self, run: Run) -> None:
        assert BRACKETS in run("profile", "--goals", BRACKETS, "--bands", "[red],[/green]").told
        assert "[red], [/green]" in run("profile").told

    def test_of_a_clinician_stay_as_they_were_written(self, run: Run, library: Library) -> None:
        live(run, library, {"day": 0, "stopped": True, "why": BRACKETS})
        assert f"for now ({BRACKETS})" in run("today").told

    def test_in_a_band_stay_as_they_are(self) -> None:
        dose = Dose(kind=DoseKind.REPS, sets=2, amount=8, low=8, top=12, rest_s=60, band="[red]")
        assert "\\[red] band" in dose_words(dose)


class TestASession:
    def test_shows_the_cues_of_limits(self, run: Run, library: Library) -> None:
        osteoporosis = {"yes": ["osteoporosis"], "numbers": {"age-years": 60}}
        run.record.write_bytes(
            encode_all(
                Told([{"day": 0, "screen": osteoporosis}, {"day": 0, "plan": ["monday"]}], library).facts
            )
        )
        told, screened = run("today").told, run("screen", "--show").told
        assert "For you, in every exercise" in told
        cues = run("today", "--json").json["cues"]
        assert cues
        assert all(" ".join(cue.split()) in told for cue in cues)
        assert all(" ".join(cue.split()) in screened for cue in cues)

    def test_asks_whether_a_bad_morning_is_a_flare(self, run: Run, library: Library) -> None:
        mornings: list[Line] = [{"day": day, "morning": 9 if day == 7 else 2} for day in range(8)]
        live(run, library, {"day": 0, "plan": ["monday"]}, *mornings)
        assert "Is this a flare? Only you can say." in run("today", on="2026-03-09").told

    def test_of_a_finished_phase_says_what_comes_next(self, run: Run, library: Library) -> None:
        live(run, library, {"day": 0, "plan": ["monday"], "sessions_to_do": 1}, {"day": 0, "trained": True})
        assert "Next: gradus plan" in run("today", on="2026-03-03").told

    def test_of_an_exercise_that_the_library_has_no_more_is_told_by_its_id(
        self, run: Run, library: Library
    ) -> None:
        told = live(run, library, {"day": 0, "plan": ["monday"]})
        dose = start_dose(library, next(iter(library.exercises)))
        item = {"slot": "s0", "exercise": "old-exercise", "dose": dose, "step": "hold"}
        shown = told.make(
            DecisionShown,
            0,
            action="train",
            plan=None,
            shape=None,
            number=1,
            items=(),
            because=(),
            library="x",
        )
        line = encode_all([shown]).replace(b'"items":[]', b'"items":[' + _json(item) + b"]")
        run.record.write_bytes(run.bytes() + line)
        assert "old-exercise" in run("review").told

    def test_says_once_why_several_doses_stay(self, run: Run, library: Library) -> None:
        run.plan()
        for exercise in {item["exercise"] for item in run("today", "--json").json["items"]}:
            run("log", exercise, 1)
        reply = run("today", "--json", on="2026-03-09").json
        told = run("today", on="2026-03-09").told
        kept = {item["exercise"] for item in reply["items"] if item["step"] != "start"}
        rules = [reason["rule"] for reason in reply["reasons"] if reason["exercise"] in kept]
        several = {rule for rule in rules if rules.count(rule) > 1}
        assert several
        for rule in several:
            together = library.rules[RuleId(rule)].together
            assert together is not None
            assert told.count(together) == 1

    def test_breaks_lines_of_a_list_under_their_first_word(self, capsys: pytest.CaptureFixture[str]) -> None:
        page.cache_clear()
        page().width = 20
        bullet("one two three four five")
        page.cache_clear()
        assert capsys.readouterr().out == "  • one two three\n    four five\n"

    def test_under_two_locks_tells_each(self, run: Run, library: Library) -> None:
        told = live(run, library, {"day": 0, "plan": ["monday"]})
        lock = told.make(Lock, 0, exercise=told.facts[1].sessions[0].items[0].exercise, by="clinician:Chidi")
        run.record.write_bytes(run.bytes() + encode_all([lock]))
        assert run("today").code == Exit.DONE


def _json(item: dict[str, object]) -> bytes:
    dose = item["dose"]
    assert isinstance(dose, Dose)
    return json.dumps({**item, "dose": asdict(dose)}).encode()


def _flare(began: int) -> tuple[tuple[int, str], tuple[int, str]]:
    return (began, "began"), (began + 3, "over")


class TestAWaitForSomeoneToLook:
    FLARES: ClassVar[list[Line]] = [
        {"day": 0, "plan": ["monday"]},
        *({"day": day, "flare": said} for began in (1, 10, 20) for day, said in _flare(began)),
        {"day": 28, "screen": {}},
    ]

    def test_names_the_command_that_ends_it(self, run: Run, library: Library) -> None:
        live(run, library, *self.FLARES)
        told = run("today", on="2026-03-30").told
        assert "Please see someone before you go on" in told
        assert "gradus clearance flares-too-many --by NAME --examined DATE --said WORDS" in told
        assert "not on the day" not in told

    def test_is_named_to_a_clearance_of_another_name(self, run: Run, library: Library) -> None:
        live(run, library, *self.FLARES)
        seen = ("--by", "Dr A", "--examined", "2026-03-30", "--said", "May train")
        assert "These stand now: flares-too-many." in run("clearance", "x", *seen, on="2026-03-30").told
        assert run("clearance", "flares-too-many", *seen, on="2026-03-30").code == Exit.DONE


class TestAScreen:
    def test_that_is_unfinished_tells_how_much_is_open(self, run: Run) -> None:
        result = run("screen", "--show")
        assert result.code == Exit.REFUSED
        assert "questions are still open." in result.told

    def test_of_one_open_number_asks_for_it_alone(self, run: Run) -> None:
        run.clear(numbers={})
        file = run.folder / "answers.json"
        file.write_text(file.read_text(encoding="utf-8").replace('"age-years": 40', ""), encoding="utf-8")
        run("screen", "--answers", file, on="2026-04-20")
        result = run("screen", input="nan\n40\n\n\n", on="2026-04-20")
        assert "Please type a number from 0 to 120." in result.told
        assert "true for me:" not in result.told
        assert result.code == Exit.DONE


class TestAPlan:
    def test_of_a_published_programme_tells_what_its_study_found_and_cannot_say(
        self, run: Run, library: Library
    ) -> None:
        run.plan()
        told = run("plan", "--programme", "hip-abductor-band", "--try").told
        study = library.programmes["hip-abductor-band"]  # type: ignore[index]
        assert all(" ".join(text.split()) in told for text in (study.found, study.cannot_say, *study.ours))

    def test_says_once_what_holds_for_several_exercises(self, run: Run, library: Library) -> None:
        run.plan()
        reasons: dict[str, list[tuple[str, str]]] = {}
        for each in run("plan", "--try", "--json").json["reasons"]:
            if each["exercise"] is not None:
                place = f"{each['session']}/{each['slot']}"
                reasons.setdefault(place, []).append((each["rule"], each["exercise"]))
        second = {both[1] for both in reasons.values() if len(both) > 1}
        rules = [rule for rule, _ in second]
        several = {rule for rule in rules if rules.count(rule) > 1}
        assert several
        told = run("plan", "--try").told
        for rule in several:
            assert told.count(library.rules[RuleId(rule)].together or "") == 1

    def test_says_which_places_stay_empty_and_why(self, run: Run) -> None:
        run.clear()
        run("profile", "--equipment", "", "--minutes", "60", "--days", "monday,thursday")
        reply = run("plan", "--try", "--json").json
        told = run("plan", "--try").told
        placed = [
            reason
            for reason in reply["reasons"]
            if f"{reason.get('session')}/{reason.get('slot')}" in reply["left_empty"]
        ]
        assert all(" ".join(reason["says"].split()) in told for reason in placed)
        assert len(placed) >= len(reply["left_empty"])


@pytest.mark.parametrize(
    ("kind", "many", "words"),
    [
        (DoseKind.DISTANCE, 20, "20 m"),
        (DoseKind.TIME, 119, "119 s"),
        (DoseKind.TIME, 120, "2 min"),
        (DoseKind.TIME, 150, "2 min 30 s"),
        (DoseKind.TIME, 125, "2 min 5 s"),
        (DoseKind.REPS, 8, "8"),
    ],
)
def test_an_amount_has_its_unit(kind: DoseKind, many: int, words: str) -> None:
    assert amount(Dose(kind=kind, sets=1, amount=many, low=1, top=200, rest_s=60)) == words


@pytest.mark.parametrize(
    ("name", "sets", "many", "words"),
    [
        ("wall-sit", 1, 30, "1 × 30 s"),
        ("wall-sit", 2, 30, "2 × 30 s"),
        ("walking-intervals", 1, 900, "15 min"),
        ("side-bridge-knees", 1, 10, "1 × 10 s each side"),
        ("glute-bridge", 1, 8, "1 × 8"),
    ],
)
def test_a_dose_tells_its_sets_unless_it_is_a_walk(
    library: Library, name: str, sets: int, many: int, words: str
) -> None:
    exercise = library.exercises[ExerciseId(name)]
    dose = Dose(kind=exercise.dose.kind, sets=sets, amount=many, low=1, top=2000, rest_s=60)
    assert dose_words(dose, exercise) == words


def test_a_life_for_which_no_plan_fits_says_so(
    run: Run, library: Library, capsys: pytest.CaptureFixture[str]
) -> None:
    amina = people()["amina"]
    short = replace(amina, profile={**amina.profile, "minutes": 5})
    tell(short, library, weeks=1, as_json=False)
    assert "No plan fits yet." in capsys.readouterr().out
