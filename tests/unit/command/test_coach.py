"""`gradus coach`: a line in, a line out, whatever the line holds."""

import ast
import json
from pathlib import Path
from typing import Any

import msgspec
import pytest

from gradus.library.library import Library
from gradus.record.codec import decode, encode
from gradus.record.facts import DecisionShown, MorningCheckIn, PlanMade, Profile, ScreenAnswers
from gradus_cli import coach as module
from gradus_cli.coach import ASKS, KEYS, Coach
from gradus_cli.exits import Exit
from tests.build import Facts
from tests.generate import SCHEMAS
from tests.lives import Told
from tests.replies import PLANS, AnyReply, coach_schema
from tests.unit.command.conftest import Run

ON = "2026-03-02"


@pytest.fixture
def talk(library: Library) -> Coach:
    return Coach(library)


def send(talk: Coach, line: Any) -> Any:
    """The reply as a table; each has the promised fields and no other."""
    given = line if isinstance(line, bytes) else json.dumps(line).encode()
    reply = talk.reply(given)
    assert reply.endswith(b"\n")
    assert reply.count(b"\n") == 1
    msgspec.json.decode(reply, type=AnyReply)
    return json.loads(reply)


def ask(talk: Coach, what: str, on: str = ON, **more: Any) -> Any:
    return send(talk, {"ask": what, "on": on, **more})


def begin(talk: Coach, *lines: dict[str, Any]) -> None:
    for fact in Told([{"day": 0, "screen": {}}, *lines], talk.library).facts:
        assert send(talk, encode(fact))["reply"] == "kept"


def know(talk: Coach, **values: Any) -> None:
    make = Facts()
    make.made = 50
    assert send(talk, encode(make(Profile, **values)))["reply"] == "kept"


def test_the_numbers_to_call_are_those_of_the_country(talk: Coach) -> None:
    make = Facts()
    send(talk, encode(make(ScreenAnswers, occasion="intake", answers={"saddle-numbness": "yes"})))
    assert "your local emergency number" in json.dumps(ask(talk, "today"))
    send(talk, encode(make(Profile, country="GB")))
    for what in ("today", "screen"):
        told = json.dumps(ask(talk, what))
        assert "999 (or 112)" in told
        assert "your local emergency number" not in told


ANOTHER = "01990000-0000-7000-8000-0000000000aa"


def morning(pain: int = 3, /, **values: Any) -> dict[str, Any]:
    return json.loads(encode(Facts()(MorningCheckIn, pain_0_10=pain))) | values  # type: ignore[no-any-return]


class TestEveryQuestion:
    def test_is_answered_for_a_person_of_whom_nothing_is_known(self, talk: Coach) -> None:
        assert ask(talk, "today")["action"] == "screen"
        assert ask(talk, "screen")["cleared"] is None
        assert ask(talk, "plan")["found"] is False
        assert ask(talk, "review")["weeks"] == 0
        assert ask(talk, "why", exercise="bird-dog")["reasons"]
        assert ask(talk, "why-not", exercise="bird-dog")["reasons"]

    def test_gives_the_tag_back(self, talk: Coach) -> None:
        for tag in (1, "one", None, ["a", {"b": 2.5}]):
            assert ask(talk, "today", tag=tag)["tag"] == tag
            assert send(talk, {"ask": "nothing", "tag": tag})["tag"] == tag
        assert "tag" not in ask(talk, "today")

    def test_tells_the_versions(self, talk: Coach) -> None:
        reply = ask(talk, "today")
        assert (reply["v"], reply["library"]) == (1, talk.library.version)

    def test_of_a_plan_has_the_fields_that_go_together(self, talk: Coach) -> None:
        def fields(reply: dict[str, Any]) -> set[str]:
            return set(reply) - {"v", "gradus", "library", "reply", "found", "store"}

        assert fields(ask(talk, "plan")) == PLANS["not now"]
        begin(talk)
        reply = ask(talk, "plan")
        assert fields(reply) == PLANS["found"]
        assert {reason["slot"] for reason in reply["reasons"] if "slot" in reason}
        know(talk, minutes=5, equipment=("chair",))
        assert fields(ask(talk, "plan")) == PLANS["nothing fits"]

    def test_of_a_programme_by_name(self, talk: Coach) -> None:
        begin(talk)
        know(talk, minutes=45, equipment=("band", "wall", "chair"), bands=("red",))
        assert ask(talk, "plan", programme="hip-abductor-band")["programme"] == "hip-abductor-band"

    def test_names_each_part_of_a_session_set_by_set(self, talk: Coach) -> None:
        begin(talk, {"day": 0, "plan": ["monday"], "exercises": ["four-point-lift"]})
        items = ask(talk, "today")["items"]
        assert [(item["set"], item["side"]) for item in items[:3]] == [(1, "left"), (1, "right"), (2, "left")]
        assert {item["rest_s"] for item in items} == {45}

    def test_of_a_session_tells_the_cues_of_limits(self, talk: Coach) -> None:
        osteoporosis = {"yes": ["osteoporosis"], "numbers": {"age-years": 60}}
        for fact in Told([{"day": 0, "screen": osteoporosis}], talk.library).facts:
            send(talk, encode(fact))
        assert ask(talk, "today")["cues"]


class TestStore:
    def test_of_a_plan_is_a_fact_that_can_be_sent_back(self, talk: Coach) -> None:
        begin(talk)
        (fact,) = ask(talk, "plan")["store"]
        (read,) = decode(json.dumps(fact).encode()).facts
        assert isinstance(read, PlanMade)
        assert send(talk, fact) == send(talk, fact) | {"again": False}
        assert ask(talk, "today")["plan"] == fact["id"]

    def test_of_a_session_is_the_same_fact_however_often_it_is_asked(self, talk: Coach) -> None:
        begin(talk, {"day": 0, "plan": ["monday", "thursday"]})
        (first,), (second,) = ask(talk, "today")["store"], ask(talk, "today")["store"]
        assert first == second
        (read,) = decode(json.dumps(first).encode()).facts
        assert isinstance(read, DecisionShown)
        assert send(talk, first)["again"] is False
        assert send(talk, second)["again"] is True

    def test_is_not_told_on_a_day_without_training(self, talk: Coach) -> None:
        assert "store" not in ask(talk, "today")

    def test_asking_changes_nothing(self, talk: Coach) -> None:
        begin(talk, {"day": 0, "plan": ["monday", "thursday"]})
        before = talk.history
        for what in ASKS:
            ask(talk, what, **({"exercise": "bird-dog"} if what.startswith("why") else {}))
        assert talk.history is before


WRONG: list[tuple[Any, str]] = [
    (b"not json", "$: is not JSON"),
    (b"{", "breaks off before its end"),
    (b"[1]", "$: is [1], not a fact"),
    (b"12", "not a fact"),
    (b"\xef\xbb\xbf", "$: is empty"),
    (b'{"kind": "\xff"}', "$: holds bytes that are not UTF-8 text"),
    (b'{"a":' * 50_000, "$:"),
    (b'{"ask": "today", "on": "2026-03-02", "tag": NaN}', "$.tag: is NaN, which is not a number"),
    ({}, "$.kind: is missing"),
    ({"ask": "tomorrow", "on": ON}, "ask: 'tomorrow' is no question; allowed: screen, plan"),
    ({"ask": [], "on": ON}, "ask: [] is no question"),
    ({"ask": None, "on": ON}, "ask: None is no question"),
    ({"ask": "today"}, "on: None is not a date"),
    ({"ask": "today", "on": "2026-02-30"}, "on: '2026-02-30' is not a date"),
    ({"ask": "today", "on": "20260302"}, "is not a date"),
    ({"ask": "today", "on": 5}, "on: 5 is not a date"),
    ({"ask": "today", "on": ["2026-03-02"]}, "is not a date"),
    ({"ask": "today", "on": "9999-12-31"}, "is too far away"),
    ({"ask": "today", "on": "0001-01-01"}, "is too far away"),
    ({"ask": "today", "on": ON, "when": 1}, "when: is not a key here; allowed: ask, exercise, instead, low"),
    ({"ask": "today", "on": ON, "minutes": 4}, "minutes: 4 is not from 5 to 180, in whole minutes"),
    ({"ask": "today", "on": ON, "minutes": True}, "minutes: True is not from 5 to 180"),
    ({"ask": "today", "on": ON, "minutes": 15.0}, "minutes: 15.0 is not from 5 to 180"),
    ({"ask": "today", "on": ON, "low": 1}, "low: 1 is not true or false"),
    ({"ask": "today", "on": ON, "\ud800": 1}, "is not a key here"),
    ({"ask": "why", "on": ON}, "exercise: None is not in the library"),
    ({"ask": "why", "on": ON, "exercise": ["bird-dog"]}, "is not in the library"),
    ({"ask": "why-not", "on": ON, "exercise": "birddog"}, "exercise: 'birddog' is not in the library"),
    ({"ask": "plan", "on": ON, "programme": "mine"}, "programme: 'mine' is not one; there are"),
    ({"ask": "plan", "on": ON, "programme": []}, "programme: [] is not one"),
    (morning(pain_0_10=11), "$.pain_0_10: is 11; write a whole number from 0 to 10"),
    (morning(pian=3), '$: "pian" is not a key here; allowed: kind, pain_0_10'),
    (morning(day="2026-02-30"), "$.day"),
    ({"kind": "evening"}, '$.kind: is "evening", which is not known here'),
]


@pytest.mark.parametrize(("line", "says"), WRONG)
def test_a_wrong_line_names_its_fault_and_the_conversation_goes_on(talk: Coach, line: Any, says: str) -> None:
    reply = send(talk, line)
    assert reply["reply"] == "error"
    assert says in reply["fault"]
    assert not talk.history.received
    assert ask(talk, "today")["action"] == "screen"


class TestAFact:
    def test_is_kept_and_told(self, talk: Coach) -> None:
        reply = send(talk, morning())
        assert (reply["reply"], reply["fact"], reply["again"]) == ("kept", morning()["id"], False)
        assert send(talk, morning())["again"] is True
        assert len(talk.history.received) == 1

    def test_with_other_content_under_one_id_is_refused_and_the_first_stays(self, talk: Coach) -> None:
        send(talk, morning(3))
        reply = send(talk, morning(9))
        assert "came before with other content; the first one stays" in reply["fault"]
        assert [fact.pain_0_10 for fact in talk.history.of(MorningCheckIn)] == [3]

    def test_of_another_person_is_refused(self, talk: Coach) -> None:
        send(talk, morning())
        other = morning(id=ANOTHER, person="01980000-0000-7000-8000-00000000d07a")
        assert "begin another one" in send(talk, other)["fault"]
        assert len(talk.history.received) == 1

    def test_of_a_newer_version_is_kept_and_used_for_nothing(self, talk: Coach) -> None:
        reply = send(talk, {"id": "x", "kind": "sleep", "v": 7, "hours": 8})
        assert (reply["reply"], reply["fact"]) == ("kept", "x")
        assert "newer version" in reply["why"]
        assert len(talk.history.unknown) == 1

    def test_changes_the_answers_at_once(self, talk: Coach) -> None:
        begin(talk, {"day": 0, "plan": ["monday", "thursday"]})
        assert ask(talk, "today")["action"] == "train"
        alarm = json.loads(encode(Facts()(ScreenAnswers, occasion="request", answers={"fever": "no"})))
        alarm |= {"id": ANOTHER, "answers": {"saddle-numbness": "yes"}}
        send(talk, alarm)
        assert ask(talk, "today")["action"] == "locked"


class TestTheCommand:
    def test_answers_line_by_line_and_passes_over_blank_lines(self, run: Run) -> None:
        result = run("coach", input=b'{"ask": "today", "on": "2026-03-02"}\n\n   \nnonsense\n')
        assert [json.loads(line)["reply"] for line in result.out.splitlines()] == ["today", "error"]
        assert (result.code, result.err) == (Exit.DONE, "")
        assert not run.record.exists()

    def test_begins_with_a_record(self, run: Run) -> None:
        run.plan()
        before = run.bytes()
        result = run("coach", "--record", run.record, input=b'{"ask": "today", "on": "2026-03-02"}\n')
        assert json.loads(result.out)["action"] == "train"
        assert run.bytes() == before

    def test_begins_with_no_record_that_is_not_there(self, run: Run) -> None:
        result = run("coach", "--record", run.record)
        assert result.code == Exit.NOT_FOUND
        assert f"There is no file {run.record}" in " ".join(result.told.split())
        assert not run.record.exists()

    def test_does_not_read_a_record_that_was_not_named(self, run: Run) -> None:
        run.plan()
        result = run("coach", input=b'{"ask": "today", "on": "2026-03-02"}\n')
        assert json.loads(result.out)["action"] == "screen"


def test_the_clock_is_never_read() -> None:
    """Neither the module nor what it imports from the command says the name of a clock."""
    tree = ast.parse(Path(module.__file__).read_text(encoding="utf-8"))
    names = {node.attr for node in ast.walk(tree) if isinstance(node, ast.Attribute)}
    assert not names & {"now", "today", "time", "monotonic", "utcnow"}
    imported = {node.module for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
    assert "gradus_cli.clock" not in imported


def test_the_page_names_every_field_and_every_question() -> None:
    page = (Path(__file__).parents[3] / "docs" / "coach.md").read_text(encoding="utf-8")
    parts = coach_schema()["$defs"].values()
    fields = {name for part in parts for name in part["properties"]}
    values = {
        each for part in parts for field in part["properties"].values() for each in field.get("enum", ())
    }
    words = {*fields, *values, *ASKS, *KEYS} - {1}
    assert sorted(word for word in words if f"`{word}`" not in page) == []


def test_the_schema_is_as_the_types_make_it() -> None:
    committed = json.loads((SCHEMAS / "coach.schema.json").read_text(encoding="utf-8"))
    assert committed == coach_schema()
