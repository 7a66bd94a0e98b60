"""`gradus today`, `log`, `checkin`, `flare`, `pause` and `activity`."""

from typing import TypeVar

import pytest

from gradus.record.codec import decode
from gradus.record.envelope import Envelope
from gradus.record.facts import DecisionShown, MorningCheckIn, SessionDone, SetDone
from gradus_cli.exits import Exit
from tests.unit.command.conftest import Run

F = TypeVar("F", bound=Envelope)


def facts(run: Run, kind: type[F]) -> list[F]:
    return [fact for fact in decode(run.bytes()).facts if isinstance(fact, kind)]


class TestToday:
    def test_of_an_empty_record_asks_for_the_questions_and_writes_nothing(self, run: Run) -> None:
        result = run("today")
        assert result.code == Exit.DONE
        assert "A few safety questions first" in result.told
        assert "gradus screen" in result.told
        assert not run.record.exists()

    def test_without_a_plan_says_what_comes_next(self, run: Run) -> None:
        run.clear()
        assert "Next: gradus plan" in run("today").told

    def test_shows_the_session_and_its_reasons_and_writes_nothing(self, run: Run) -> None:
        run.plan()
        before = run.bytes()
        result = run("today")
        assert "Today: train Monday 02 March 2026" in result.told
        assert "Hands-and-knees leg lift" in result.told
        assert "How was your back this morning" in result.told
        assert run.bytes() == before

    def test_as_json_tells_each_set_with_its_unit(self, run: Run) -> None:
        run.plan()
        reply = run("today", "--json").json
        assert (reply["action"], reply["day"], reply["number"]) == ("train", "2026-03-02", 1)
        lifts = [item for item in reply["items"] if item["exercise"] == "four-point-lift"]
        assert [(item["set"], item["side"]) for item in lifts] == [
            (1, "left"),
            (1, "right"),
            (2, "left"),
            (2, "right"),
        ]
        assert {(item["reps"], item["seconds"]) for item in lifts} == {(6, None)}
        assert reply["reasons"]
        assert reply["ask"] == ["morning"]

    def test_asks_for_usual_pain_again_and_names_the_command(self, run: Run) -> None:
        run.plan()
        run("profile", "--usual-pain", 7, "--eases-within", 30)
        assert "usual-pain" not in run("today", "--json", on="2026-03-15").json["ask"]
        assert "usual-pain" in run("today", "--json", on="2026-03-16").json["ask"]
        assert "gradus profile --usual-pain 4 --eases-within 30" in run("today", on="2026-03-16").told
        run("profile", "--usual-pain", 4, "--eases-within", 30, on="2026-03-16")
        assert "usual-pain" not in run("today", "--json", on="2026-03-16").json["ask"]

    def test_on_a_rest_day_names_the_next_day(self, run: Run) -> None:
        run.plan()
        run("log", "--finish")
        result = run("today", on="2026-03-03")
        assert "Today: rest" in result.told
        assert "Next training day: Thursday 05 March" in result.told

    def test_calls_new_only_what_was_never_shown(self, run: Run) -> None:
        run.plan()
        assert "What is new begins with a dose" in run("today").told
        run("log", "four-point-lift", 6, "--finish")
        run("plan", "--programme", "hip-abductor-band", on="2026-03-05")
        run("log", "--finish", on="2026-03-05")
        run("plan", "--programme", "individual", on="2026-03-09")
        rows = run("today", on="2026-03-09").out.splitlines()
        signs = {row.split()[0] for row in rows if "Hands-and-knees" in row or "Bridge " in row}
        assert signs == {"plan"}


class TestLog:
    def test_a_band_that_is_not_said_is_the_one_that_was_shown(self, run: Run) -> None:
        run.plan()
        banded = [item for item in run("today", "--json").json["items"] if item["band"]]
        assert banded
        run("log", banded[0]["exercise"], "10", "--pain", "1")
        run("log", banded[0]["exercise"], "10", "--pain", "1", "--band", "green")
        assert [fact.band for fact in facts(run, SetDone)][:1] == [banded[0]["band"]]
        assert [fact.band for fact in facts(run, SetDone)][-1:] == ["green"]

    def test_stores_the_sets_and_what_was_promised_once(self, run: Run) -> None:
        run.plan()
        first = run("log", "four-point-lift", 6, 6, "--reserve", 4, "--pain", 1, "--json")
        assert first.code == Exit.DONE
        assert first.json["sets"] == 4
        second = run("log", "glute-bridge", 10, 10, "--finish", "--json")
        assert second.json["session"] == first.json["session"]
        assert len(facts(run, DecisionShown)) == 1
        assert len(facts(run, SetDone)) == 6
        (done,) = facts(run, SessionDone)
        assert (done.id, done.ended, done.shape) == (first.json["session"], "finished", "a")

    def test_counts_on_from_the_sets_before(self, run: Run) -> None:
        run.plan()
        run("log", "glute-bridge", 10)
        run("log", "glute-bridge", 9, 8)
        assert [fact.nth for fact in facts(run, SetDone)] == [1, 2, 3]

    def test_each_side_counts_its_own_sets(self, run: Run) -> None:
        run.plan()
        run("log", "four-point-lift", 6, 6, "--side", "left")
        run("log", "four-point-lift", 6, "--side", "right")
        assert [(fact.side, fact.nth) for fact in facts(run, SetDone)] == [
            ("left", 1),
            ("left", 2),
            ("right", 1),
        ]

    def test_sets_of_one_run_stand_in_the_order_in_which_they_were_told(self, run: Run) -> None:
        run.plan()
        run("log", "glute-bridge", 10, 9, 8)
        moments = [fact.at for fact in facts(run, SetDone)]
        assert moments == sorted(set(moments))

    def test_of_another_day_is_another_session(self, run: Run) -> None:
        run.plan()
        first = run("log", "glute-bridge", 10, "--json").json["session"]
        assert run("log", "glute-bridge", 10, "--json").json["session"] == first
        assert run("log", "glute-bridge", 10, "--json", on="2026-03-05").json["session"] != first
        assert [fact.nth for fact in facts(run, SetDone)] == [1, 2, 1]

    def test_of_one_side_only(self, run: Run) -> None:
        run.plan()
        assert run("log", "side-bridge-knees", 20, "--side", "left").told == "1 set stored."
        (fact,) = facts(run, SetDone)
        assert (fact.seconds, fact.reps, fact.side) == (20, None, "left")

    @pytest.mark.parametrize(
        ("word", "ended", "says"),
        [
            ("--finish", "finished", "Session finished. Not logged: "),
            ("--stop", "stopped", "Session stopped."),
            ("--skip", "skipped", "Session left out."),
        ],
    )
    def test_ends_the_session(self, run: Run, word: str, ended: str, says: str) -> None:
        run.plan()
        assert run("log", word).told.startswith(says)
        (done,) = facts(run, SessionDone)
        assert done.ended == ended

    def test_of_a_skipped_session_rests_today_and_asks_again_later(self, run: Run) -> None:
        run.plan()
        run("log", "--skip")
        assert run("today", "--json").json["action"] == "rest"
        assert run("today", "--json", on="2026-03-05").json["number"] == 1

    def test_on_a_day_without_training_is_kept_and_says_so(self, run: Run) -> None:
        run.clear()
        result = run("log", "glute-bridge", 10)
        assert result.code == Exit.DONE
        assert "What you log is kept." in result.told
        assert len(facts(run, SetDone)) == 1

    @pytest.mark.parametrize(
        ("words", "code", "says"),
        [
            ((), Exit.USAGE, "Say which exercise"),
            (("glute-bridge",), Exit.USAGE, "How many?"),
            (("glute-bridg", 8), Exit.NOT_FOUND, "Did you mean glute-bridge"),
            (("zzzzzz", 8), Exit.NOT_FOUND, "gradus library list exercises"),
            (("glute-bridge", 8.5), Exit.BAD_INPUT, "Repetitions are whole numbers"),
            (("glute-bridge", "--kg", -5, 8), Exit.USAGE, "-5"),
            (("glute-bridge", "nan"), Exit.USAGE, "nan is not a number"),
            (("glute-bridge", 8, "--kg", "nan"), Exit.USAGE, "nan is not a number"),
            (("glute-bridge", 8, "--kg", "inf"), Exit.USAGE, "inf"),
            (("glute-bridge", 8, "--pain", 11), Exit.USAGE, "11"),
            (("glute-bridge", "many"), Exit.USAGE, "many"),
            (("glute-bridge", 8, "--band", "b" * 200), Exit.BAD_INPUT, "a text of 1 to 120 characters"),
            (("glute-bridge", *[1] * 101), Exit.BAD_INPUT, "a whole number from 1 to 100"),
        ],
    )
    def test_refuses_what_cannot_be(self, run: Run, words: tuple[object, ...], code: Exit, says: str) -> None:
        run.clear()
        before = run.bytes()
        result = run("log", *words)
        assert result.code == code
        assert says in result.told
        assert run.bytes() == before

    def test_before_the_questions_is_refused(self, run: Run) -> None:
        result = run("log", "glute-bridge", 8)
        assert result.code == Exit.REFUSED
        assert "safety questions are open" in result.told
        assert run.bytes() == b""


class TestOtherDays:
    def test_a_morning(self, run: Run) -> None:
        run.clear()
        assert run("checkin", 3, "--sleep", "good", "--not-tired").code == Exit.DONE
        (fact,) = facts(run, MorningCheckIn)
        assert (fact.pain_0_10, fact.flare, fact.sleep, fact.tired) == (3, None, "good", False)

    def test_say_what_was_stored(self, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
        run.plan()
        morning = run("checkin", 4, "--flare", "--sleep", "poor", "--tired").told
        day = "on the morning of Monday 02 March 2026"
        assert morning.startswith(f"Stored: pain 4 of 10 {day}, a flare, sleep poor, tired.")
        assert run("flare", "over", "--pain", 2).told.startswith("Stored: the flare is over, pain 2 of 10.")
        away = run("pause", "holiday", "--until", "2026-03-20").told
        assert away.startswith("Stored: a pause (holiday), until Friday 20 March 2026.")
        ran = run("activity", "run", "--metres", 3000, "--minutes", 20, "--pain", 1).told
        assert ran == "Stored: run, 20 minutes, 3000 metres, pain 1 of 10."
        monkeypatch.delenv("GRADUS_ON")
        assert run("checkin", 0).told.startswith("Stored: pain 0 of 10 this morning.")

    def test_a_morning_as_json_answers_with_today(self, run: Run) -> None:
        run.plan()
        assert run("checkin", 3, "--json").json["ask"] == []

    def test_a_flare_brings_the_questions_back_and_over_does_not(self, run: Run) -> None:
        run.plan()
        assert run("flare", "began", "--pain", 7, "--json").json["action"] == "screen"
        run.clear()
        assert run("flare", "over", "--json").json["action"] != "screen"

    def test_a_pause(self, run: Run) -> None:
        run.plan()
        result = run("pause", "holiday", "--until", "2026-03-20")
        assert "away or unwell" in result.told
        assert "Next training day: Saturday 21 March" in result.told

    def test_a_pause_without_an_end_names_no_next_day(self, run: Run) -> None:
        run.plan()
        assert run("pause", "illness", "--json").json["next_on"] is None

    def test_a_pause_to_the_end_of_days_is_borne(self, run: Run) -> None:
        run.plan()
        assert run("pause", "other", "--until", "2199-12-31").code == Exit.DONE
        assert run("today").code == Exit.DONE

    @pytest.mark.parametrize("until", ["2026-03-01", "soon", "2026-02-30", "20260320", "9999-12-31"])
    def test_a_pause_with_a_wrong_end_is_refused(self, run: Run, until: str) -> None:
        result = run("pause", "holiday", "--until", until)
        assert result.code == Exit.BAD_INPUT
        assert "Nothing was stored." in result.told
        assert run.bytes() == b""

    def test_an_activity(self, run: Run) -> None:
        assert run("activity", "walk", "--minutes", 30).told == "Stored: walk, 30 minutes."
        assert len(run("activity", "run", "--metres", 3000, "--pain", 2, "--json").json["stored"]) == 1

    @pytest.mark.parametrize("words", [("--minutes", "nan"), ("--metres", -1), ("--pain", "x")])
    def test_an_activity_that_cannot_be_is_refused(self, run: Run, words: tuple[object, ...]) -> None:
        assert run("activity", "walk", *words).code == Exit.USAGE
        assert run.bytes() == b""
