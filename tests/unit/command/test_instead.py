"""`gradus today --instead`, `log --instead` and `log EXERCISE --skip`: the plan stays as it is."""

import json

from gradus.record.facts import DecisionShown, SetDone
from gradus_cli.coach import Coach
from gradus_cli.exits import Exit
from tests.unit.command.conftest import Run
from tests.unit.command.test_short_day import facts


def exercises(run: Run, on: str | None = None) -> list[str]:
    return list(dict.fromkeys(each["exercise"] for each in run("today", "--json", on=on).json["items"]))


def first_option(run: Run, exercise: str) -> str:
    return str(run("today", "--instead", exercise, "--json").json["options"][0]["exercise"])


class TestInstead:
    def test_names_at_most_three_with_doses_and_writes_nothing(self, run: Run) -> None:
        run.plan()
        before = run.bytes()
        result = run("today", "--instead", "sit-to-stand", "--json")
        assert 1 <= len(result.json["options"]) <= 3
        assert all(option["items"] for option in result.json["options"])
        assert "your plan stays as it is" in run("today", "--instead", "sit-to-stand").told
        assert run.bytes() == before

    def test_what_was_done_instead_ties_to_the_place_for_that_day_alone(self, run: Run) -> None:
        run.plan()
        usual = exercises(run)
        other = first_option(run, "sit-to-stand")
        assert run("log", other, "15", "15", "--instead", "sit-to-stand", "--pain", "1").code == 0
        run("log", "--finish")
        (shown,) = facts(run, DecisionShown)
        assert [item.exercise for item in shown.items] == [
            other if each == "sit-to-stand" else each for each in usual
        ]
        days = (run("today", "--json", on=day).json for day in ("2026-03-05", "2026-03-09"))
        later = {item["exercise"]: item["step"] for day in days for item in day["items"]}
        assert other not in later
        assert later["sit-to-stand"] == "start"

    def test_it_may_be_changed_after_the_first_sets(self, run: Run) -> None:
        run.plan()
        other = first_option(run, "sit-to-stand")
        first = exercises(run)[0]
        run("log", first, "8", "8", "--pain", "1")
        assert run("log", other, "15", "--instead", "sit-to-stand").code == 0
        assert run("log", other, "15", "--instead", "sit-to-stand").code == 0
        assert len({fact.session for fact in facts(run, SetDone)}) == 1
        assert "Not logged" in run("log", "--finish").told
        assert other not in exercises(run, "2026-03-05")

    def test_what_may_not_stand_in_is_refused(self, run: Run) -> None:
        run.plan()
        before = run.bytes()
        result = run("log", "plank", "10", "--instead", "sit-to-stand")
        assert result.code == Exit.BAD_INPUT
        assert "cannot take the place" in result.told
        assert run("today", "--instead", "plank").code == Exit.NOT_FOUND
        assert run.bytes() == before


class TestLeavingOneOut:
    def test_is_no_miss_and_lowers_nothing(self, run: Run) -> None:
        run.plan()
        assert "left out today" in run("log", "sit-to-stand", "--skip").told
        for each in exercises(run):
            if each != "sit-to-stand":
                run("log", each, "8", "8", "--pain", "1", "--reserve", "4")
        assert "Not logged" not in run("log", "--finish").told
        days = (run("today", "--json", on=day).json for day in ("2026-03-05", "2026-03-09"))
        steps = {item["exercise"]: item["step"] for day in days for item in day["items"]}
        assert steps["sit-to-stand"] == "start"

    def test_sets_that_were_done_are_not_left_out(self, run: Run) -> None:
        run.plan()
        assert run("log", "sit-to-stand", "8", "--skip").code == Exit.BAD_INPUT
        assert run("log", "plank", "--skip").code == Exit.NOT_FOUND


def test_the_coach_names_them_with_the_promise_that_chooses_each(run: Run) -> None:
    run.plan()
    coach = Coach(run.library)
    for line in run.bytes().splitlines():
        coach.reply(line)
    ask = {"ask": "today", "on": "2026-03-02", "instead": "sit-to-stand"}
    reply = json.loads(coach.reply(json.dumps(ask).encode()))
    assert reply["instead"]["options"][0]["store"][0]["kind"] == "decision"
    bad = json.loads(coach.reply(json.dumps(ask | {"instead": "plank"}).encode()))
    assert "no exercise of today" in bad["fault"]
