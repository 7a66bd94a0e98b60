"""`gradus log` on one day: one session, whatever comes when."""

from datetime import UTC, datetime, timedelta

import pytest

from gradus.library.library import Library
from gradus.record.codec import decode
from gradus.record.envelope import Envelope
from gradus.record.facts import DecisionShown, SessionDone, SetDone
from gradus_cli.exits import Exit
from tests.unit.command.conftest import Run
from tests.unit.command.test_daily import facts

FAR = "2199-12-31"
"""A day that no clock has come to."""


class TestTheSessionOfADay:
    def test_takes_what_is_logged_after_its_end(self, run: Run) -> None:
        run.plan()
        first = run("log", "four-point-lift", 6, "--finish", "--json").json
        later = run("log", "glute-bridge", 10)
        assert later.told == "1 set stored. They join the session that is already finished."
        assert {fact.session for fact in facts(run, SetDone)} == {first["session"]}
        assert len(facts(run, SessionDone)) == len(facts(run, DecisionShown)) == 1

    def test_counts_once_in_the_plan(self, run: Run) -> None:
        run.plan()
        run("log", "four-point-lift", 6, "--finish")
        run("log", "glute-bridge", 10, "--finish")
        assert run("today", "--json", on="2026-03-05").json["number"] == 2

    def test_that_was_finished_without_a_set_takes_sets_too(self, run: Run) -> None:
        run.plan()
        done = run("log", "--finish", "--json").json
        assert run("log", "glute-bridge", 10, "--json").json["session"] == done["session"]

    def test_that_was_left_out_takes_no_sets_but_another_one_does(self, run: Run) -> None:
        run.plan()
        skipped = run("log", "--skip", "--json").json
        trained = run("log", "glute-bridge", 10, "--finish", "--json").json
        assert trained["session"] != skipped["session"]
        assert run("log", "wall-angel", 10, "--json").json["session"] == trained["session"]
        assert [fact.shape for fact in facts(run, SessionDone)] == ["a", "a"]
        assert run("record", "check").code == Exit.DONE
        assert run("today", "--json", on="2026-03-05").json["number"] == 2

    @pytest.mark.parametrize(("first", "was"), [("--finish", "finished"), ("--stop", "stopped")])
    @pytest.mark.parametrize("again", ["--finish", "--stop"])
    def test_that_is_ended_is_not_ended_again(self, run: Run, first: str, was: str, again: str) -> None:
        run.plan()
        run("log", "glute-bridge", 10, first)
        before = run.bytes()
        result = run("log", again)
        assert (result.code, result.told) == (
            Exit.DONE,
            f"The session is already {was}. Nothing was stored.",
        )
        assert run("log", again, "--json").json["stored"] == []
        assert run.bytes() == before

    @pytest.mark.parametrize("before", [("glute-bridge", 10), ("glute-bridge", 10, "--finish"), ("--stop",)])
    def test_that_was_trained_is_not_left_out(self, run: Run, before: tuple[object, ...]) -> None:
        run.plan()
        run("log", *before)
        stored = run.bytes()
        result = run("log", "--skip")
        assert result.code == Exit.BAD_INPUT
        assert "is not left out. Nothing was stored." in result.told
        assert run.bytes() == stored

    def test_is_not_left_out_with_sets_in_one_breath(self, run: Run) -> None:
        run.plan()
        before = run.bytes()
        assert run("log", "glute-bridge", 10, "--skip").code == Exit.BAD_INPUT
        assert run.bytes() == before

    def test_that_is_left_out_is_not_left_out_again(self, run: Run) -> None:
        run.plan()
        run("log", "--skip")
        before = run.bytes()
        assert run("log", "--skip").told == "The session is already left out. Nothing was stored."
        assert run.bytes() == before

    def test_names_what_has_no_sets_when_it_is_finished(self, run: Run, library: Library) -> None:
        run.plan()
        shown = [item["exercise"] for item in run("today", "--json").json["items"]]
        first, *others = dict.fromkeys(shown)
        run("log", first, 10)
        result = run("log", others[0], 10, "--finish", "--json")
        assert result.json["not_logged"] == others[1:]

    def test_says_so_in_names(self, run: Run, library: Library) -> None:
        run.plan()
        told = run("log", "four-point-lift", 6, "--finish").told
        missing = told.partition("Not logged: ")[2]
        assert "Bridge" in missing
        assert library.exercises["four-point-lift"].en.name not in missing  # type: ignore[index]
        assert missing.endswith("Log them later today if you did them.")

    def test_says_nothing_of_it_when_it_was_stopped(self, run: Run) -> None:
        run.plan()
        told = run("log", "four-point-lift", 6, "--stop").told
        assert told == "2 sets stored (left and right). Session stopped."


class TestTwoSessionsOnADay:
    """A Monday of a programme with sessions in two places."""

    @pytest.fixture
    def runner(self, run: Run) -> Run:
        run.clear()
        run("profile", "--equipment", "chair,wall,mat,machine", "--usual-pain", "2", "--eases-within", "10")
        assert run("plan", "--programme", "runners-leg-strength", "--json").code == Exit.DONE
        return run

    def test_are_two(self, runner: Run) -> None:
        first = runner("log", "leg-press", 10, 10, 10, "--kg", 40, "--finish", "--json").json
        assert runner("today", "--json").json["shape"] == "home-1"
        second = runner("log", "wall-sit", 20, 20, 20, "--json").json
        assert second["session"] != first["session"]
        assert (
            runner("log", "single-leg-squat", 10, "--finish", "--json").json["session"] == second["session"]
        )
        assert [fact.shape for fact in facts(runner, SessionDone)] == ["clinic-1", "home-1"]
        assert runner("today", "--json").json["action"] == "rest"
        assert runner("today", "--json", on="2026-03-03").json["number"] == 3

    def test_what_only_the_first_had_joins_the_first(self, runner: Run) -> None:
        first = runner("log", "leg-press", 10, "--kg", 40, "--finish", "--json").json
        late = runner("log", "machine-hip-abduction", 10, "--kg", 20, "--json").json
        assert late["session"] == first["session"]

    def test_the_second_may_be_left_out(self, runner: Run) -> None:
        runner("log", "leg-press", 10, "--kg", 40, "--finish")
        runner("log", "--skip")
        assert runner("today", "--json").json["action"] == "rest"
        assert runner("today", "--json", on="2026-03-03").json["shape"] == "home-2"


class TestTheNote:
    def test_comes_after_what_was_stored(self, run: Run) -> None:
        run.clear()
        assert "What you log is kept." in run("log", "glute-bridge", 10).err

    @pytest.mark.parametrize("words", [("glute-bridg", 10), ("glute-bridge", 8.5), ("glute-bridge",)])
    def test_is_not_told_of_what_was_not_stored(self, run: Run, words: tuple[object, ...]) -> None:
        run.clear()
        result = run("log", *words)
        assert result.code != Exit.DONE
        assert "is kept" not in result.told


class TestOpenQuestions:
    @pytest.mark.parametrize("command", [("log", "glute-bridge", "8"), ("plan",)])
    def test_are_named_with_their_command(self, run: Run, command: tuple[str, ...]) -> None:
        result = run(*command)
        assert result.code == Exit.REFUSED
        assert "Nothing was stored. Answer the safety questions with: gradus screen" in result.told

    @pytest.mark.parametrize("command", [("log", "glute-bridge", "8"), ("plan",)])
    def test_under_a_lock_what_to_do_is_named(self, run: Run, command: tuple[str, ...]) -> None:
        run.clear(**{"saddle-numbness": "yes"})
        told = run(*command).told
        assert "Nothing was stored. What to do now: gradus today" in told
        assert "gradus screen" not in told
        assert "have no answer yet" not in told


class TestTheFuture:
    @pytest.mark.parametrize(
        "command",
        [
            ("checkin", "3"),
            ("activity", "walk"),
            ("pause", "holiday"),
            ("flare", "over"),
            ("measure", "chair-stand-30s", "13"),
            ("profile", "--minutes", "30"),
        ],
    )
    def test_is_not_written_about(self, run: Run, command: tuple[str, ...]) -> None:
        run.plan()
        before = run.bytes()
        result = run(*command, on=FAR)
        assert result.code == Exit.BAD_INPUT
        assert f"{FAR} lies in the future; today is " in result.told
        assert "Nothing was stored." in result.told
        assert run.bytes() == before

    @pytest.mark.parametrize("command", [("log", "glute-bridge", "8"), ("log", "--skip"), ("plan",)])
    def test_is_not_trained_or_planned(
        self, run: Run, command: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.delenv("GRADUS_ON")
        run.plan()
        before = run.bytes()
        result = run(*command, on=(datetime.now(UTC) + timedelta(days=3)).date().isoformat())
        assert result.code == Exit.BAD_INPUT
        assert "lies in the future" in result.told
        assert run.bytes() == before

    def test_is_not_screened(self, run: Run) -> None:
        assert run.clear(on=FAR).code == Exit.BAD_INPUT
        asked = run("screen", on=FAR, input="0\n40\n\n\n")
        assert asked.code == Exit.BAD_INPUT
        assert "true for me" not in asked.told
        assert run.bytes() == b""

    @pytest.mark.parametrize("command", [("today",), ("review",), ("plan", "--try"), ("screen", "--show")])
    def test_may_be_asked_about(self, run: Run, command: tuple[str, ...]) -> None:
        run.plan()
        result = run(*command, on=FAR)
        assert result.code in (Exit.DONE, Exit.REFUSED)
        assert "lies in the future" not in result.told


class TestTheMomentOfWriting:
    def test_is_now_whatever_day_it_is_about(self, run: Run) -> None:
        before = datetime.now(UTC)
        run("checkin", 3)
        (fact,) = decode(run.bytes()).facts
        assert before <= fact.at <= datetime.now(UTC)
        assert fact.day.isoformat() == "2026-03-02"

    def test_rises_from_fact_to_fact(self, run: Run) -> None:
        run.plan()
        run("log", "four-point-lift", 6, 6, 6)
        run("log", "glute-bridge", 6)
        written: list[Envelope] = [*facts(run, SetDone)]
        moments = [fact.at for fact in written]
        assert moments == sorted(set(moments))

    def test_later_than_the_day_is_no_fault_of_a_record(self, run: Run) -> None:
        run("checkin", 3)
        assert run("record", "check").code == Exit.DONE

    def test_puts_what_is_told_afterwards_last_in_its_day(self, run: Run) -> None:
        run("checkin", 3)
        run("checkin", 4, on="2026-03-03")
        run("checkin", 5)
        latest = run("record", "show", "--json").json["latest"]
        assert [each["day"] for each in latest] == ["2026-03-02", "2026-03-02", "2026-03-03"]
        assert latest[1]["id"] == decode(run.bytes()).facts[2].id


class TestPain:
    def test_above_the_limit_stops_the_exercise_at_once(self, run: Run) -> None:
        run.plan()
        result = run("log", "glute-bridge", 10, "--pain", 6)
        assert "Stop this exercise for today" in result.told
        assert "gradus flare began" in result.told
        assert (
            run("log", "glute-bridge", 10, "--pain", 6, "--json").json["stop"]["rule"] == "stop-this-exercise"
        )

    def test_in_a_leg_that_gets_worse_does_too(self, run: Run) -> None:
        run.plan()
        told = run("log", "glute-bridge", 10, "--pain", 1, "--leg", "further-down").told
        assert "Stop this exercise for today" in told

    def test_at_the_limit_says_nothing(self, run: Run) -> None:
        run.plan()
        assert "Stop this" not in run("log", "glute-bridge", 10, "--pain", 5).told
        assert run("log", "glute-bridge", 10, "--pain", 5, "--json").json["stop"] is None


class TestALoadInPounds:
    def test_is_kept_in_kilograms_exactly(self, run: Run) -> None:
        run.plan()
        run("log", "goblet-squat", 10, "--lb", 25)
        assert [fact.load_kg for fact in facts(run, SetDone)] == [11.33980925]

    def test_is_not_said_twice(self, run: Run) -> None:
        run.plan()
        before = run.bytes()
        assert run("log", "goblet-squat", 10, "--lb", 25, "--kg", 11).code == Exit.USAGE
        assert run.bytes() == before

    def test_that_was_shown_rounded_down_is_the_load_that_was_shown(self, run: Run) -> None:
        """22 lb is what 10 kg are shown as; they are a little more."""
        run.clear()
        here = ("--equipment", "chair,wall,mat,bench,dumbbell", "--dumbbells-kg", "10", "--unit", "lb")
        run("profile", *here, "--days", "monday,thursday", "--usual-pain", "2", "--eases-within", "10")
        run("plan", "--programme", "free-weights-16-weeks", "--json")
        items = run("today", "--json").json["items"]
        held = next((item["exercise"] for item in items if item["load_kg"] == 10.0), None)
        assert held is not None
        assert "22 lb" in run("today").told
        run("log", held, 8, "--lb", 22)
        assert {fact.load_kg for fact in facts(run, SetDone)} == {10.0}
