"""`gradus plan`, `why`, `why-not` and `review`."""

from typing import Any

import pytest

from gradus.library.library import Library
from gradus_cli.exits import Exit
from tests.unit.command.conftest import Run


def in_every_session(plan: Any) -> str:
    """An exercise counted in repetitions that each session of the plan has."""
    weeks: list[set[str]] = [
        {item["exercise"] for item in each["items"] if item["reps"]} for each in plan["sessions"]
    ]
    return min(set.intersection(*weeks))


class TestPlan:
    def test_needs_finished_questions(self, run: Run) -> None:
        result = run("plan")
        assert result.code == Exit.REFUSED
        assert "No plan can be made now." in result.told
        reply = run("plan", "--json")
        assert (reply.code, reply.json["found"]) == (Exit.REFUSED, False)
        assert reply.json["open_questions"] > 0

    def test_is_shown_with_what_to_expect_and_stored(self, run: Run) -> None:
        run.clear()
        result = run("plan")
        assert result.code == Exit.DONE
        assert "What to expect" in result.told
        assert "Stored. What to do today: gradus today" in result.told
        assert run("record", "show", "--json").json["standing"]["plan"] == 1

    def test_as_json_tells_why_each_exercise_is_there(self, run: Run) -> None:
        reply = run.plan().json
        assert (reply["found"], reply["change"], reply["replaces"]) == (True, "started", None)
        placed = {(item["exercise"]) for session in reply["sessions"] for item in session["items"]}
        assert placed == {reason["exercise"] for reason in reply["reasons"]} - {None}
        assert len(reply["stored"]) == 1

    def test_tried_is_not_stored(self, run: Run) -> None:
        run.clear()
        before = run.bytes()
        assert "Nothing was stored." in run("plan", "--try").told
        assert run("plan", "--try", "--json").json["stored"] == []
        assert run.bytes() == before

    def test_made_again_replaces_the_one_before(self, run: Run) -> None:
        first = run.plan().json
        again = run("plan", "--json").json
        assert (again["change"], again["replaces"]) == ("changed", first["stored"][0])

    def test_of_a_published_programme(self, run: Run) -> None:
        run.plan()
        reply = run("plan", "--programme", "hip-abductor-band", "--json").json
        assert (reply["programme"], reply["change"]) == ("hip-abductor-band", "started")

    def test_others_are_told_with_the_command_that_takes_them_and_nothing_is_stored(self, run: Run) -> None:
        run.plan()
        before = run.bytes()
        reply = run("plan", "--others", "--json").json["others"]
        told = run("plan", "--others").told
        assert reply
        for each in reply:
            assert each["new"] > 0
            assert f"gradus plan --programme {each['programme']} --try" in told
        assert run.bytes() == before

    def test_others_wait_for_the_questions(self, run: Run) -> None:
        result = run("plan", "--others")
        assert result.code == Exit.REFUSED
        assert "No plan can be made now." in result.told
        assert run("plan", "--others", "--json").json["found"] is False

    def test_where_no_other_fits_it_says_what_opens_them(self, run: Run) -> None:
        run.plan()
        run("profile", "--equipment", "none", "--minutes", 5)
        run("profile", "--cannot-take", "floor,kneeling,prone,supine,side-lying,four-point")
        assert "no other programme fits now" in run("plan", "--others").told

    def test_of_an_unknown_programme_names_those_that_are(self, run: Run) -> None:
        result = run("plan", "--programme", "hips")
        assert result.code == Exit.NOT_FOUND
        assert "individual" in result.told

    def test_that_does_not_fit_names_what_collides_and_what_frees_it(self, run: Run) -> None:
        run.clear()
        run("profile", "--equipment", "chair", "--minutes", 5)
        before = run.bytes()
        result = run("plan")
        assert result.code == Exit.NO_PLAN
        assert "No plan fits yet." in result.told
        assert "The smallest change that frees it:" in result.told
        reply = run("plan", "--json")
        assert (reply.code, reply.json["found"]) == (Exit.NO_PLAN, False)
        assert reply.json["change"]
        assert reply.json["reasons"]
        assert run.bytes() == before

    def test_while_a_review_is_due_is_calm(self, run: Run) -> None:
        run.clear(**{"opioids-or-sedatives": "yes", "opioids-rising": "yes"})
        assert run("plan", "--json").json["phase"] == "calm"


class TestWhy:
    def test_of_a_planned_exercise(self, run: Run) -> None:
        run.plan()
        result = run("why", "glute-bridge")
        assert "Bridge: 2 × 10" in result.told
        assert "rule start-dose" in result.told
        reply = run("why", "glute-bridge", "--json").json
        assert (reply["step"], reply["in_plan"], reply["dose"]["reps"]) == ("start", True, 10)
        assert reply["reasons"]

    def test_of_an_exercise_without_a_dose_says_why_there_is_none(self, run: Run) -> None:
        run.plan()
        assert "Bird dog has no dose now." in run("why", "bird-dog").told

    def test_shows_the_sets_the_pain_and_the_numbers_it_rests_on(self, run: Run) -> None:
        name = in_every_session(run.plan().json)
        run("log", name, 10, 9, "--reserve", 4, "--pain", 3)
        run("log", "--finish")
        run("checkin", 2, on="2026-03-03")
        told = run("why", name, on="2026-03-05").told
        assert "rule pain-holds" in told
        assert "goes by: comfortable during 2 of 10, acceptable during 5 of 10" in told
        assert "Monday 2 March 2026, " in told
        assert "10, 9 (4 in reserve after the last set)" in told
        assert "Pain up to 3 of 10." in told
        assert "The morning after: pain 2, usual not known yet." in told
        reply = run("why", name, "--json", on="2026-03-05").json
        assert {each["reps"] for each in reply["grounds"]["before"][0]["sets"]} == {10, 9}
        assert "progression/pain-limits.acceptable_during" in [each["number"] for each in reply["numbers"]]

    def test_of_a_past_day_tells_what_was_shown_then(self, run: Run) -> None:
        name = in_every_session(run.plan().json)
        run("log", name, 10, 10, "--reserve", 6, "--pain", 0)
        run("log", "--finish")
        then = run("why", name, "--json").json
        assert run("why", name, "--json", on="2026-03-05").json["step"] != then["step"]
        run("log", name, 11, 11, "--reserve", 6, "--pain", 7, on="2026-03-05")
        run("log", "--finish", on="2026-03-05")
        assert run("why", name, "--json").json == then
        assert "As it was shown on Monday 2 March 2026." in run("why", name, on="2026-03-04").told

    def test_of_a_day_away_says_so(self, run: Run) -> None:
        run.plan()
        run("pause", "holiday", "--until", "2026-03-08", on="2026-03-05")
        told = run("why", on="2026-03-05").told
        assert "Thursday 5 March 2026: a day away" in told
        assert "You told us that you are away or unwell" in told

    def test_of_a_session_that_nobody_noted_says_so_once_the_record_goes_on(self, run: Run) -> None:
        run.plan()
        nothing = "Nothing of this session is on record"
        assert nothing not in run("why").told
        run("checkin", 2, on="2026-03-04")
        assert nothing in run("why").told
        assert nothing not in run("why", on="2026-03-04").told

    def test_of_no_exercise_is_of_the_day(self, run: Run) -> None:
        run.plan()
        told = run("why").told
        assert "Monday 2 March 2026: a day to train" in told
        assert "rule training-day" in told
        assert "Bridge: 2 × 10" in told
        run("log", "glute-bridge", 10, 10, "--finish")
        rest = run("why", on="2026-03-03").told
        assert "Tuesday 3 March 2026: a rest day" in rest
        assert "Last training before: Monday 2 March 2026." in rest
        assert "Next training day: Thursday 5 March 2026." in rest
        reply = run("why", "--json", on="2026-03-02").json
        assert (reply["action"], reply["shown"]) == ("train", True)

    @pytest.mark.parametrize("command", [("why",), ("why", "bird-dog"), ("why-not", "bird-dog")])
    def test_under_an_alarm_says_first_what_to_do(self, run: Run, command: tuple[str, ...]) -> None:
        run.clear(**{"saddle-numbness": "yes"})
        told = run(*command).told
        assert "Get help now" in told
        assert "rule bladder-or-saddle-change" in told
        assert "gradus screen" not in told

    def test_names_its_sources(self, run: Run, library: Library) -> None:
        run.plan()
        told = run("why", "glute-bridge").told
        assert "our default, no study behind it" in told or "certainty" in told

    @pytest.mark.parametrize("command", ["why", "why-not"])
    def test_of_an_unknown_exercise_names_the_nearest(self, run: Run, command: str) -> None:
        result = run(command, "birddog")
        assert result.code == Exit.NOT_FOUND
        assert "Did you mean bird-dog" in result.told

    @pytest.mark.parametrize("command", ["why", "why-not"])
    def test_never_leaves_an_exercise_without_a_reason(
        self, run: Run, library: Library, command: str
    ) -> None:
        run.plan()
        for exercise in library.exercises:
            assert run(command, exercise, "--json").json["reasons"], exercise

    @pytest.mark.parametrize("command", ["why", "why-not"])
    def test_before_the_questions_says_so(self, run: Run, command: str) -> None:
        reply = run(command, "bird-dog", "--json").json
        assert reply["reasons"]
        assert reply.get("dose") is None


class TestReview:
    def test_without_a_plan_says_where_to_begin(self, run: Run) -> None:
        assert "Begin with: gradus plan" in run("review").told
        reply = run("review", "--json").json
        assert (reply["began_on"], reply["weeks"], reply["morning_pain"]) == (None, 0, [])

    def test_counts_no_sessions_before_any_was_planned(self, run: Run) -> None:
        run.plan()
        told = run("review").told
        assert "Looking back week 1" in told
        assert "planned sessions" not in told

    def test_shows_pain_tests_doses_and_sessions(self, run: Run) -> None:
        run("measure", "chair-stand-30s", 10)
        run("measure", "side-bridge-hold", 20, "--side", "left")
        run.plan()
        run("log", "glute-bridge", 10, 10, "--finish")
        for day in range(2, 9):
            run("checkin", 0, on=f"2026-03-{day:02}")
        run("measure", "chair-stand-30s", 16, on="2026-03-16")
        result = run("review", on="2026-03-16")
        told = result.told
        assert "Looking back week 2, since 02 March 2026" in told
        assert "week 1 · 0.0 0.0 to 0.4, 7 of 7" in told
        assert "week 2 no mornings told" in told
        assert "Chair stands in 30 seconds, repetitions 10 16 +6, 60 % 3 clearly better" in told
        assert "one result" in told
        assert "week 2 to 15 no mornings told" in run("review", on="2026-06-15").told
        assert "Bridge 2 × 10 1" in told
        assert "You did 1 of 4 planned sessions (25 percent)." in told
        reply = run("review", "--json", on="2026-03-16").json
        assert reply["sessions"] == {"planned": 4, "done": 1, "percent": 25.0}
        assert reply["morning_pain"][1] is None
        assert reply["morning_pain"][0]["first_day"] == "2026-03-02"
        assert {test["measure"] for test in reply["tests"]} == {"chair-stand-30s", "side-bridge-hold"}
