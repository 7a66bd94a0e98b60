"""`gradus today --minutes` and `--low`, `log` of such a day, `technique`, running days, rest-day offers."""

import json
from typing import TypeVar

import pytest

from gradus.record.codec import decode
from gradus.record.envelope import Envelope
from gradus.record.facts import DecisionShown, Profile, SessionDone, TechniqueChecked
from gradus.vocabulary.scales import Weekday
from gradus_cli.exits import Exit
from tests.unit.command.conftest import DAY, Run

F = TypeVar("F", bound=Envelope)


def facts(run: Run, kind: type[F]) -> list[F]:
    return [fact for fact in decode(run.bytes()).facts if isinstance(fact, kind)]


class TestAShortDay:
    def test_with_less_time_says_what_waits_and_writes_nothing(self, run: Run) -> None:
        run.plan()
        before = run.bytes()
        result = run("today", "--minutes", "15")
        assert "You have 15 minutes today." in result.told
        assert "Not today" in result.told
        assert "is left out today to save time" in result.told
        assert run.bytes() == before

    def test_as_json_names_what_is_left_out(self, run: Run) -> None:
        run.plan()
        usual, short = run("today", "--json").json, run("today", "--minutes", "15", "--json").json
        assert (usual["short"], usual["left_out"]) == ("no", [])
        assert short["short"] == "less-time"
        left = {each["exercise"] for each in short["left_out"]}
        done = {each["exercise"] for each in short["items"]}
        assert left
        assert left | done == {each["exercise"] for each in usual["items"]}
        told = {each["exercise"] for each in short["reasons"] if each["rule"] == "left-out-today"}
        assert told == left

    def test_a_low_day_is_told_as_one(self, run: Run) -> None:
        run.plan()
        assert "A low day: half the sets" in run("today", "--low").told

    @pytest.mark.parametrize("minutes", ["4", "181", "few"])
    def test_minutes_out_of_bounds_are_refused(self, run: Run, minutes: str) -> None:
        assert run("today", "--minutes", minutes).code == Exit.USAGE

    def test_logged_with_the_same_wish_it_is_kept_as_short(self, run: Run) -> None:
        run.plan()
        run("log", "four-point-lift", "6", "--low", "--pain", "0", "--reserve", "5")
        run("log", "--finish")
        (shown,), (end,) = facts(run, DecisionShown), facts(run, SessionDone)
        assert (shown.short, end.short, end.ended) == ("low-day", "low-day", "finished")
        assert run("today", "--json", on="2026-03-05").json["number"] == 2

    def test_a_session_begun_whole_can_be_called_short_at_its_end(self, run: Run) -> None:
        run.plan()
        run("log", "four-point-lift", "6", "6", "--pain", "0")
        run("log", "--finish", "--minutes", "15")
        (end,) = facts(run, SessionDone)
        assert end.short == "less-time"

    def test_with_time_enough_it_is_a_whole_session(self, run: Run) -> None:
        run.plan()
        run("log", "four-point-lift", "6", "--minutes", "90", "--finish")
        (shown,), (end,) = facts(run, DecisionShown), facts(run, SessionDone)
        assert (shown.short, end.short) == ("no", "no")

    def test_a_session_left_out_is_not_short(self, run: Run) -> None:
        run.plan()
        run("log", "--skip", "--low")
        (end,) = facts(run, SessionDone)
        assert (end.ended, end.short) == ("skipped", "no")


class TestARestDay:
    def test_offers_a_walk_and_easy_movement(self, run: Run) -> None:
        run.plan()
        run("log", "--finish")
        reply = run("today", "--json", on="2026-03-03").json
        assert [each["rule"] for each in reply["offers"]] == ["offer-a-walk", "offer-easy-movement"]
        assert reply["offers"][1]["minutes"] == [10, 15]
        assert "If you feel like it: a walk" in run("today", on="2026-03-03").told


class TestRunningDays:
    def test_are_kept_and_shown(self, run: Run) -> None:
        result = run("profile", "--runs-on", "tuesday,saturday", "--long-run-on", "saturday")
        (fact,) = facts(run, Profile)
        assert fact.runs_on == (Weekday.TUESDAY, Weekday.SATURDAY)
        assert fact.long_run_on == (Weekday.SATURDAY,)
        assert "days of a long or fast run saturday" in result.told


class TestTechnique:
    def test_is_stored_with_who_watched(self, run: Run) -> None:
        run.plan()
        result = run("technique", "barbell-squat", "--watched-by", " Sam, my coach ")
        (fact,) = facts(run, TechniqueChecked)
        assert (fact.exercise, fact.watched_by, str(fact.day)) == ("barbell-squat", "Sam, my coach", DAY)
        assert "Sam, my coach watched you do Squat with a barbell" in result.told

    def test_why_not_says_what_is_missing_still(self, run: Run) -> None:
        run.plan()
        before = {each["rule"] for each in run("why-not", "barbell-squat", "--json").json["reasons"]}
        run("technique", "barbell-squat", "--watched-by", "Sam")
        after = {each["rule"] for each in run("why-not", "barbell-squat", "--json").json["reasons"]}
        assert before - after == {"heavy-after-a-check"}
        assert {"heavy-after-strengthening", "heavy-after-calm-weeks"} <= after

    def test_of_nobody_is_refused(self, run: Run) -> None:
        result = run("technique", "barbell-squat", "--watched-by", "  ")
        assert result.code == Exit.BAD_INPUT
        assert not run.record.exists()

    def test_of_a_day_to_come_is_refused(self, run: Run) -> None:
        assert (
            run("technique", "barbell-squat", "--watched-by", "Sam", on="2099-01-01").code == Exit.BAD_INPUT
        )

    def test_of_an_unknown_exercise_is_refused(self, run: Run) -> None:
        assert run("technique", "flying", "--watched-by", "Sam").code == Exit.NOT_FOUND


def test_the_coach_gives_the_short_session_to_store(run: Run) -> None:
    run.plan()
    asked = json.dumps({"ask": "today", "on": DAY, "low": True, "minutes": 20})
    result = run("coach", "--record", run.record, input=asked + "\n")
    reply = json.loads(result.out)
    assert reply["short"] == "low-day"
    (stored,) = reply["store"]
    assert stored["short"] == "low-day"
    assert len(stored["whole"]) >= len(stored["items"])
