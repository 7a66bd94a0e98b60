"""`gradus screen` and `gradus clearance`."""

import json
from pathlib import Path

import pytest

from gradus.journey.screens import all_pages
from gradus.library.emergency import emergency_words
from gradus.library.library import Library
from gradus.record.codec import decode
from gradus.record.facts import ScreenAnswers
from gradus.vocabulary.ids import ItemId, LimitId, RuleId
from gradus.vocabulary.scales import Action
from gradus_cli.exits import Exit
from gradus_cli.show.page import NEW_OR_WORSE
from tests.unit.command.conftest import Run

ABOUT_YOU = "0\n40\n\n\n"
"""Nothing on the first page, an age, and no blood pressure."""

NOTHING = "0\n" * 40
"""None of these, as often as it is asked for."""


def saved(run: Run) -> list[ScreenAnswers]:
    facts = decode(run.bytes()).facts
    return [fact for fact in facts if isinstance(fact, ScreenAnswers)]


def no_exercise_is_named(told: str, library: Library) -> bool:
    return not any(each.en.name in told or each.id in told for each in library.exercises.values())


AFTER_PREGNANT = (
    "pregnancy-bleeding-or-waters",
    "pregnancy-warning-signs",
    "baby-moving-less",
    "pregnancy-dizzy",
    "pregnant-20-weeks",
    "pregnancy-told-of-problem",
)
AFTER_OSTEOPOROSIS = ("spine-fracture", "strain-with-osteoporosis")


class TestAnsweredInTheTerminal:
    def test_none_of_these_and_an_age_are_a_whole_screen(self, run: Run, library: Library) -> None:
        result = run("screen", input=ABOUT_YOU + NOTHING)
        assert result.code == Exit.DONE
        assert result.told.count("Nothing in your answers speaks against training") == 1
        assert "You may train." in result.told
        assert library.safety_net.title in result.told
        assert [page.screen for page in all_pages(library)] == list(library.screens)[: len(saved(run))]
        assert {fact.occasion for fact in saved(run)} == {"intake"}

    def test_pressures_that_changed_places_are_typed_again_before_they_are_stored(self, run: Run) -> None:
        result = run("screen", input="0\n40\n80\n125\n40\n125\n80\n" + NOTHING)
        assert result.code == Exit.DONE
        assert "Perhaps the two changed places" in result.told
        assert saved(run)[0].numbers == {"age-years": 40, "systolic-mmhg": 125, "diastolic-mmhg": 80}

    def test_a_contradiction_is_asked_about_and_confirmed(self, run: Run) -> None:
        run.clear(pregnant="yes", **dict.fromkeys(AFTER_PREGNANT, "no"))
        assert run("today").told.count("left “Female” open") == 1
        shown = run("screen", "--show", "--json").json
        assert shown["contradictions"][0]["items"] == ["pregnant", "female"]
        result = run("screen", input="y\nn\n")
        assert "Are both right as they stand?" in result.told
        assert saved(run)[-1].confirmed == ("pregnant-and-not-female",)
        assert run("screen", "--show", "--json").json["contradictions"] == []

    def test_a_contradiction_is_asked_about_and_answered_otherwise(self, run: Run) -> None:
        run.clear(pregnant="yes", **dict.fromkeys(AFTER_PREGNANT, "no"))
        result = run("screen", input="n\n1 2\n" + NOTHING)
        assert result.code == Exit.DONE
        assert saved(run)[1].answers == {"female": "yes", "pregnant": "yes"}

    def test_what_cannot_be_is_never_confirmed_and_a_number_can_be_withdrawn(self, run: Run) -> None:
        run.clear(numbers={"systolic-mmhg": 80, "diastolic-mmhg": 90})
        result = run("screen", input="\n90\n")
        assert "Are both right" not in result.told
        assert saved(run)[-1].answers == {"systolic-mmhg": "unsure"}
        assert run("screen", "--show", "--json").json["contradictions"] == []

    def test_a_lasting_condition_not_ticked_is_asked_about_once_more(self, run: Run) -> None:
        run.clear(osteoporosis="yes", **dict.fromkeys(AFTER_OSTEOPOROSIS, "no"))
        run.clear(on="2026-03-30")
        shown = run("screen", "--show", on="2026-03-30")
        assert shown.code == Exit.REFUSED
        assert "Told before and not ticked now: “Osteoporosis" in shown.told
        (page,) = run("screen", "--show", "--json", on="2026-03-30").json["ask"]
        assert page["items"][0]["answers"] == ["yes", "gone", "unsure"]
        assert page["items"][0]["words"].startswith("Still so?")
        result = run("screen", input="0\n", on="2026-03-30")
        assert result.code == Exit.DONE
        assert "No longer there: “Osteoporosis" in result.told
        assert saved(run)[-1].answers == {"osteoporosis": "gone"}

    def test_a_tick_on_the_emergency_page_stops_at_once(self, run: Run, library: Library) -> None:
        result = run("screen", input=ABOUT_YOU + "1 3\n")
        assert result.code == Exit.REFUSED
        assert library.actions[Action.EMERGENCY_NOW].title in result.told
        assert "lock: bladder-or-saddle-change, since 02 March 2026" in result.told
        assert saved(run)[-1].answers[ItemId("bladder-change")] == "yes"
        assert saved(run)[-1].answers[ItemId("bowel-change")] == "no"
        assert no_exercise_is_named(result.told, library)

    def test_not_sure_is_asked_again_in_other_words_and_then_settled(
        self, run: Run, library: Library
    ) -> None:
        result = run("screen", input=ABOUT_YOU + "?1\n" + NOTHING)
        assert library.items[ItemId("bladder-change")].again[:40] in result.told
        assert result.code == Exit.DONE
        assert run("screen", "--show").code == Exit.DONE

    def test_not_sure_twice_is_no_go(self, run: Run) -> None:
        result = run("screen", input=ABOUT_YOU + "?1\n0\n0\n0\n0\n0\n?1\n" + NOTHING)
        assert result.code == Exit.REFUSED
        assert "not-sure-same-day" in result.told

    def test_whether_an_alarm_is_there_now_is_asked_at_once(self, run: Run, library: Library) -> None:
        result = run("screen", input=ABOUT_YOU + "0\n0\n1\n1\n")
        assert library.items[ItemId("chest-pain-now")].words in result.told
        assert library.actions[Action.EMERGENCY_NOW].title in result.told
        assert [len(each.answers) for each in saved(run)] == [4, 4, 7, 5, 2]

    def test_a_follow_up_of_a_follow_up_is_asked_at_once_too(self, run: Run, library: Library) -> None:
        result = run("screen", input=ABOUT_YOU + "0\n0\n0\n1\n3\n1\n")
        assert library.items[ItemId("smokes-now")].words in result.told
        assert saved(run)[-1].answers == {"smokes-now": "yes"}
        assert result.code == Exit.REFUSED

    def test_limits_are_told_in_their_own_words(self, run: Run, library: Library) -> None:
        told = run.clear(**{"weight-loss": "yes"}).told
        assert library.limits[LimitId("reserve-at-least-4")].says in told
        reply = run("screen", "--show", "--json").json
        assert [each["limit"] for each in reply["limits"]] == ["reserve-at-least-4"]

    def test_in_an_emergency_what_to_do_is_read_first_and_last(self, run: Run, library: Library) -> None:
        told = run("screen", input=ABOUT_YOU + "1\n").told
        title, net = library.actions[Action.EMERGENCY_NOW].title, library.safety_net.title
        assert told.index(title) < told.index(net) < told.rindex(title)

    def test_a_plain_cold_rests_and_needs_no_appointment(self, run: Run, library: Library) -> None:
        after = ("very-ill", "fever-and-worse-back", "fever-without-everyday-cause", "fever-with-raised-risk")
        told = run.clear(fever="yes", **dict.fromkeys(after, "no")).told
        assert library.screen_rules[RuleId("fever-today")].do in told
        assert library.actions[Action.REVIEW_FIRST].title not in told
        assert "walking and easy, unloaded movement only" not in told

    def test_wrong_input_is_told_and_asked_again(self, run: Run) -> None:
        result = run("screen", input="0\nforty\n400\n40\n\n\n99\nyes please\n\nnone\n" + NOTHING)
        assert result.told.count("Please type a number from 0 to 120.") == 2
        assert result.told.count("Please type numbers from 1 to 4, ?2 for not sure, or 0 for none.") == 3
        assert saved(run)[0].numbers == {"age-years": 40}
        assert result.code == Exit.DONE

    def test_a_low_mood_brings_one_more_question_and_help_at_once(self, run: Run, library: Library) -> None:
        last = sum(item.after is None for item in library.screens[6].items)
        nothing = ABOUT_YOU + "0\n" * 5
        result = run("screen", input=nothing + f"{last}\n" + "3\n" + "1\n")
        assert result.code == Exit.REFUSED
        assert library.items[ItemId("thoughts-of-self-harm")].words in result.told
        assert library.screen_rules[RuleId("thoughts-of-self-harm")].do in result.told
        assert no_exercise_is_named(result.told, library)

    def test_what_limits_or_is_noted_tells_what_to_do_too(self, run: Run, library: Library) -> None:
        told = run.clear(**{"weight-loss": "yes", "fall-in-last-year": "yes"}).told
        for rule in ("weight-loss-alone", "fall-in-the-last-year"):
            found = library.screen_rules[RuleId(rule)]
            assert found.says in told
            assert found.do in told

    def test_only_whoever_was_examined_is_told_what_counts_since_then(
        self, run: Run, library: Library
    ) -> None:
        since = "count only what is new or worse since then."
        assert since not in run("screen", input=ABOUT_YOU + "1\n").told
        told = ("--by", "Dr A", "--said", "May train", "--examined", "2026-03-03")
        run("clearance", "bladder-or-saddle-change", *told, on="2026-03-03")
        assert since in run("screen", input=ABOUT_YOU + NOTHING, on="2026-03-03").told

    def test_ticks_may_be_told_with_commas_and_numbers_of_a_follow_up_are_asked(self, run: Run) -> None:
        result = run("screen", input="1\n40\n165\n102\n" + NOTHING)
        assert saved(run)[0].answers[ItemId("female")] == "yes"
        assert saved(run)[0].numbers == {"age-years": 40, "systolic-mmhg": 165, "diastolic-mmhg": 102}
        assert result.code == Exit.DONE

    def test_an_end_of_input_keeps_what_was_answered(self, run: Run) -> None:
        result = run("screen", input=ABOUT_YOU)
        assert result.code == Exit.STOPPED
        assert "The pages answered before are kept. Go on with: gradus screen" in result.told
        assert len(saved(run)) == 1
        assert run("plan").code == Exit.REFUSED

    def test_up_to_date_answers_are_only_asked_when_something_changed(self, run: Run) -> None:
        run.clear()
        before = run.bytes()
        assert "Your answers are up to date." in run("screen", input="n\n").told
        assert run.bytes() == before
        result = run("screen", input="y\n0\n41\n\n\n" + NOTHING)
        assert result.code == Exit.DONE
        assert saved(run)[1].numbers == {"age-years": 41}


class TestAnsweredInAFile:
    def test_a_whole_screen(self, run: Run) -> None:
        result = run.clear()
        assert result.code == Exit.DONE
        assert "Next: gradus profile" in result.told

    def test_as_json(self, run: Run) -> None:
        run.clear()
        reply = run("screen", "--json").json
        assert (reply["action"], reply["cleared"], reply["ask"], reply["locks"]) == (None, "full", [], [])
        assert reply["due"] == "2026-03-30"

    def test_as_toml(self, run: Run, tmp_path: Path) -> None:
        file = tmp_path / "some.toml"
        file.write_text('[answers]\nfever = "no"\n[numbers]\nage-years = 40\n', encoding="utf-8")
        result = run("screen", "--answers", file, "--json")
        assert result.code == Exit.REFUSED
        asked = [item["id"] for page in result.json["ask"] for item in page["items"]]
        assert "fever" not in asked
        assert "bladder-change" in asked

    @pytest.mark.parametrize(
        ("given", "says"),
        [
            ({"answers": {"fevr": "no"}}, "fevr is not a question of the screen"),
            ({"answers": {"fever": "maybe"}}, '"maybe"; write one of: gone, no, still-unsure, unsure, yes'),
            ({"numbers": {"age-years": "old"}}, 'age-years: is "old"; write a number'),
            ({"numbers": {"age-years": 400}}, "age-years: 400 is outside 0 to 120 years"),
            ({"numbers": {"fever": 38}}, "fever is answered with yes, no or unsure"),
            ({"answers": {"age-years": "no"}, "numbers": {"age-years": 40}}, "in words and with a number"),
            ({"answer": {}}, "answer is not a table here; allowed: answers, numbers, confirmed"),
            ({"answers": 5}, "answers: is 5; write a table"),
            ([1], "write a table"),
        ],
    )
    def test_what_cannot_be_an_answer_is_told_and_nothing_is_stored(
        self, run: Run, tmp_path: Path, given: object, says: str
    ) -> None:
        file = tmp_path / "wrong.json"
        file.write_text(json.dumps(given), encoding="utf-8")
        result = run("screen", "--answers", file)
        assert result.code == Exit.BAD_INPUT
        assert says in result.told
        assert "Nothing was stored." in result.told
        assert run.bytes() == b""

    @pytest.mark.parametrize(
        ("text", "says"),
        [
            (b"[numbers]\nage-years = nan\n", "is NaN, which is not a number"),
            (b"[answers\n", "Expected ']'"),
            (b"\xff\xfe", "is not UTF-8 text"),
            (b"a=" + b"[" * 100_000, "Nothing was stored."),
        ],
    )
    def test_a_file_that_cannot_be_read_is_told(
        self, run: Run, tmp_path: Path, text: bytes, says: str
    ) -> None:
        file = tmp_path / "wrong.toml"
        file.write_bytes(text)
        result = run("screen", "--answers", file)
        assert result.code == Exit.BAD_INPUT
        assert says in result.told
        assert run.bytes() == b""


class TestALock:
    @pytest.mark.parametrize(
        "command",
        [
            ("plan",),
            ("today",),
            ("log", "bird-dog", "8"),
            ("why",),
            ("why", "four-point-lift"),
            ("why-not", "four-point-lift"),
            ("screen", "--show"),
        ],
    )
    def test_shows_no_exercise_before_or_after_a_plan(
        self, run: Run, library: Library, command: tuple[str, ...]
    ) -> None:
        run.plan()
        run("log", "four-point-lift", 6, "--finish")
        assert run.clear(**{"saddle-numbness": "yes"}).code == Exit.REFUSED
        result, told = run(*command), run(*command, "--json")
        named = {each for each in library.exercises if each in command}
        said = result.told
        for each in named:
            said = said.replace(each, "").replace(library.exercises[each].en.name, "")
        assert no_exercise_is_named(said, library)
        assert '"load_kg"' not in told.out
        assert '"reps"' not in told.out

    @pytest.mark.parametrize("command", [("plan",), ("log", "bird-dog", "8")])
    def test_refuses_and_stores_nothing(self, run: Run, command: tuple[str, ...]) -> None:
        run.clear(**{"saddle-numbness": "yes"})
        before = run.bytes()
        assert run(*command).code == Exit.REFUSED
        assert run.bytes() == before

    def test_says_what_to_do_now(self, run: Run, library: Library) -> None:
        run.clear(**{"saddle-numbness": "yes"})
        result = run("today")
        assert result.code == Exit.DONE
        assert "Please do not train now" in result.told
        assert all(
            " ".join(line.split()) in unboxed(result.out) for line in library.actions[Action.EMERGENCY_NOW].do
        )

    @pytest.mark.parametrize("command", [("today",), ("screen", "--show")])
    def test_asks_nothing_beside_an_emergency(self, run: Run, command: tuple[str, ...]) -> None:
        assert NEW_OR_WORSE in run(*command).told
        run.clear(**{"saddle-numbness": "yes"})
        told = run(*command).told
        assert "Gradus does not diagnose" in told
        assert NEW_OR_WORSE not in told

    def test_names_the_command_that_ends_it_after_what_to_do_first(self, run: Run, library: Library) -> None:
        run.clear(**{"saddle-numbness": "yes"})
        first, command, after = run("today").told.partition(
            "gradus clearance bladder-or-saddle-change --by NAME --examined DATE --said WORDS"
        )
        assert command
        assert library.screen_rules[RuleId("bladder-or-saddle-change")].do in first
        assert "but not on the day of the emergency itself" in first
        assert "Get help now" not in after

    def test_that_no_clearance_can_end_names_no_command(self, run: Run) -> None:
        run.clear(numbers={"age-years": 12})
        assert run("today", "--json").json["action"] == "locked"
        assert "gradus clearance" not in run("today").told

    def test_does_not_end_by_answering_again(self, run: Run) -> None:
        run.clear(**{"saddle-numbness": "yes"})
        assert run.clear(on="2026-03-20").code == Exit.REFUSED
        assert run("today", "--json", on="2026-03-20").json["action"] == "locked"

    def test_waits_for_review_with_calm_work_only(self, run: Run) -> None:
        result = run.clear(**{"opioids-or-sedatives": "yes", "opioids-rising": "yes"})
        assert result.code == Exit.DONE
        assert "walking and easy, unloaded movement only" in result.told
        assert run("screen", "--json").json["cleared"] == "calm"


def unboxed(text: str) -> str:
    """What a panel holds, without its frame."""
    return " ".join(text.replace("│", " ").split())


class TestACountry:
    """Where the country is known, the number to call stands in the place of the words for it."""

    @pytest.mark.parametrize("command", [("today",), ("screen", "--show")])
    def test_that_is_known_gives_its_number(
        self, run: Run, library: Library, command: tuple[str, ...]
    ) -> None:
        run("profile", "--country", "at")
        run.clear(**{"saddle-numbness": "yes"})
        told = unboxed(run(*command).out)
        assert emergency_words("AT", library.emergency) in told
        assert library.emergency.unknown not in told
        assert "(Austria)" in told

    @pytest.mark.parametrize("country", [(), ("profile", "--country", "XX")])
    def test_that_is_not_known_keeps_the_words(
        self, run: Run, library: Library, country: tuple[str, ...]
    ) -> None:
        if country:
            run(*country)
        run.clear(**{"saddle-numbness": "yes"})
        assert library.emergency.unknown in unboxed(run("today").out)

    def test_stands_in_the_reply_too(self, run: Run, library: Library) -> None:
        run("profile", "--country", "US")
        run.clear(**{"saddle-numbness": "yes"})
        (lock,) = run("screen", "--json").json["locks"]
        assert "911" in lock["do"]
        assert library.emergency.unknown not in lock["do"]


class TestAClearance:
    TOLD = ("clearance", "bladder-or-saddle-change", "--by", "Dr A. Example", "--said", "May train")

    def test_of_the_same_day_is_refused(self, run: Run) -> None:
        run.clear(**{"saddle-numbness": "yes"})
        before = run.bytes()
        result = run(*self.TOLD, "--examined", "2026-03-02")
        assert result.code == Exit.REFUSED
        assert run.bytes() == before

    def test_of_the_next_day_brings_the_questions_back(self, run: Run) -> None:
        run.clear(**{"saddle-numbness": "yes"})
        result = run(*self.TOLD, "--examined", "2026-03-03", on="2026-03-03")
        assert result.code == Exit.DONE
        assert "Please answer the safety questions again: gradus screen" in result.told
        assert run("today", "--json", on="2026-03-03").json["action"] == "screen"
        assert run.clear(on="2026-03-03").code == Exit.DONE
        assert run("today", "--json", on="2026-03-03").json["action"] == "plan"

    def test_as_json(self, run: Run) -> None:
        run.clear(**{"saddle-numbness": "yes"})
        reply = run(*self.TOLD, "--examined", "2026-03-03", "--json", on="2026-03-03").json
        assert (reply["cleared"], reply["locks"]) == (None, [])

    @pytest.mark.parametrize(
        ("change", "says", "code"),
        [
            ({"--examined": "yesterday"}, "'yesterday' is not a date", Exit.BAD_INPUT),
            ({"--examined": "2026-03-09"}, "on 2026-03-09 lies in the future", Exit.BAD_INPUT),
            ({"--examined": "2026-02-01"}, "", Exit.REFUSED),
            ({"--said": " "}, "", Exit.REFUSED),
            ({"--by": ""}, "", Exit.REFUSED),
        ],
    )
    def test_that_cannot_be_true_is_refused(
        self, run: Run, change: dict[str, str], says: str, code: Exit
    ) -> None:
        run.clear(**{"saddle-numbness": "yes"})
        before = run.bytes()
        given = {"--by": "Dr A", "--examined": "2026-03-03", "--said": "May train", **change}
        words = [word for pair in given.items() for word in pair]
        result = run("clearance", "bladder-or-saddle-change", *words, on="2026-03-03")
        assert result.code == code
        assert says in result.told
        assert run.bytes() == before

    def test_of_another_name_is_told_the_names_that_stand(self, run: Run) -> None:
        run.clear(**{"saddle-numbness": "yes", "fever": "yes"})
        told = run("clearance", "saddle", *self.TOLD[2:], "--examined", "2026-03-03", on="2026-03-03").told
        standing = [lock["rule"] for lock in run("screen", "--json").json["locks"]]
        assert standing
        assert f"These stand now: {', '.join(standing)}. Nothing was stored." in told

    def test_of_an_examination_to_come_is_told_so(self, run: Run) -> None:
        run.clear(**{"saddle-numbness": "yes"})
        told = run(*self.TOLD, "--examined", "2026-03-09").told
        assert "The examination on 2026-03-09 lies in the future; this is told on 2026-03-02." in told

    def test_of_nothing_that_is_locked_is_refused(self, run: Run) -> None:
        run.clear()
        result = run(*self.TOLD, "--examined", "2026-03-02")
        assert result.code == Exit.REFUSED
        assert "No lock stands now. Nothing was stored." in result.told
