"""What somebody might send on purpose: nothing breaks, nothing is believed that a dose or a lock hangs on."""

import json
import subprocess
import sys
from collections.abc import Callable
from datetime import date, datetime, timedelta, timezone
from typing import Any

import pytest

from gradus.library.library import Library
from gradus.library.load import packaged
from gradus.record import facts
from gradus.record.codec import decode, encode, encode_all
from gradus.record.facts import (
    Clearance,
    Fact,
    Flare,
    Lock,
    MorningCheckIn,
    Override,
    Pause,
    PlanMade,
    Profile,
    ScreenAnswers,
    SessionDone,
    SetDone,
)
from gradus_cli import content
from gradus_cli.coach import ASKS, Coach
from gradus_cli.exits import Exit
from gradus_cli.show.page import plain
from gradus_cli.signs import harmless
from gradus_cli.store import NotSaved, Store
from tests.lives import EXERCISE, Told, a_plan, start_dose
from tests.unit.command.conftest import Run

STEERING = "\x1b]0;pwned\x07\x1b[31mred[bold]\u009b2J\u202egnp\r\b"


@pytest.fixture
def told(library: Library) -> Told:
    return Told([{"day": 0, "screen": {}}, {"day": 0, "plan": ["monday", "thursday"]}], library)


def all_answered(library: Library, *lines: bytes) -> list[Any]:
    talk = Coach(library)
    replies = [json.loads(talk.reply(line)) for line in lines]
    for what in ASKS:
        asked = {"ask": what, "on": "2026-03-05"} | ({"exercise": EXERCISE} if what.startswith("why") else {})
        replies.append(json.loads(talk.reply(json.dumps(asked).encode())))
    return replies


FAR: dict[str, Callable[[Told, dict[str, Any]], Fact]] = {
    "session": lambda t, when: t.make(SessionDone, **when, plan=t.newest(PlanMade).id, shape="a"),
    "set": lambda t, when: t.make(SetDone, **when, session=t.facts[0].id, exercise=EXERCISE, nth=1, reps=8),
    "morning": lambda t, when: t.make(MorningCheckIn, **when, pain_0_10=5, flare=True),
    "flare": lambda t, when: t.make(Flare, **when, state="began"),
    "pause": lambda t, when: t.make(Pause, **when, why="other", until=date.max),
    "clearance": lambda t, when: t.make(
        Clearance, **when, rules=("fever",), examined_by="x", examined_on=date.min, said="x"
    ),
    "screen": lambda t, when: t.make(ScreenAnswers, **when, occasion="intake"),
    "test": lambda t, when: t.make(facts.TestResult, **when, measure="side-bridge-hold", value=3.0),
    "plan": lambda t, when: a_plan(t.make, t.library, when["day"]),
}


@pytest.mark.parametrize("kind", FAR)
@pytest.mark.parametrize("day", [date.min, date.min + timedelta(days=1), date.max])
@pytest.mark.parametrize("hours", [-23, 23])
def test_the_first_and_last_day_of_the_calendar_break_nothing(
    told: Told, kind: str, day: date, hours: int
) -> None:
    if kind == "plan" and day == date.max:
        when: dict[str, Any] = {"day": day}
    else:
        at = datetime(day.year, day.month, day.day, 12, tzinfo=timezone(timedelta(hours=hours)))
        when = {"day": day, "at": at}
    fact = FAR[kind](told, when)
    replies = all_answered(told.library, *map(encode, [*told.facts, fact]))
    assert [each["reply"] for each in replies[-len(ASKS) :]] == list(ASKS)


class TestALongWhy:
    @pytest.mark.parametrize("kind", [Lock, Override])
    def test_is_cut_in_the_reason_and_the_promise_is_kept(self, told: Told, kind: Any) -> None:
        values = {"dose": start_dose(told.library, EXERCISE)} if kind is Override else {}
        fact = told.make(kind, 1, by="clinician:Chidi", exercise=EXERCISE, why="w" * 2000, **values)
        replies = all_answered(told.library, *map(encode, [*told.facts, fact]))
        assert any(each["says"].endswith("…") for each in replies[-4]["reasons"])


class TestADoseUnderADisguisedKey:
    """JSON may write any letter of a key as an escape."""

    @pytest.mark.parametrize("key", [rb'"\u0064ose"', rb'"d\u006Fse"', rb'"do\u0073e"', rb'"dos\u0065"'])
    @pytest.mark.parametrize(
        ("name", "value"), [("sets", -3), ("sets", 3_000_000), ("amount", -8), ("load_kg", -5), ("bogus", 1)]
    )
    def test_is_looked_into(self, told: Told, key: bytes, name: str, value: int) -> None:
        dose = start_dose(told.library, EXERCISE)
        line = json.loads(encode(told.make(Override, exercise=EXERCISE, dose=dose)))
        good = json.dumps(line).encode().replace(b'"dose"', key)
        line["dose"][name] = value
        bad = json.dumps(line).encode().replace(b'"dose"', key)
        assert len(decode(good).facts) == 1
        assert decode(bad).faulty == 1
        assert decode(good + b"\n" + bad).faulty == 1


class TestACoach:
    @pytest.mark.parametrize("tag", [b"1e400", b"-1e400", b"[1e999]"])
    def test_answers_nothing_that_is_not_json(self, library: Library, tag: bytes) -> None:
        reply = Coach(library).reply(b'{"ask":"screen","on":"2026-03-02","tag":' + tag + b"}")
        assert b"Infinity" not in reply
        assert json.loads(reply)["reply"] == "error"

    def test_takes_no_answer_that_is_given_twice(self, told: Told) -> None:
        alarm = told.screen({"day": 0, "screen": {"yes": ["weak-leg"]}})
        yes = b'"weak-leg":"yes"'
        line = encode(alarm).replace(yes, yes + b',"weak-leg":"no"')
        talk = Coach(told.library)
        assert "gives the key 'weak-leg' twice" in json.loads(talk.reply(line))["fault"]
        assert not talk.history.received

    @pytest.mark.parametrize("key", ["ask", "on", "exercise", "programme", "x" * 100_000])
    def test_does_not_send_a_long_text_back(self, library: Library, key: str) -> None:
        asked = {"ask": "plan" if key == "programme" else "why", "on": "2026-03-02", key: "x" * 100_000}
        reply = Coach(library).reply(json.dumps(asked).encode())
        assert json.loads(reply)["reply"] == "error"
        assert len(reply) < 1000


class TestSignsThatSteerATerminal:
    def test_are_shown_as_unknown(self) -> None:
        assert harmless("a\x1b[31mb\u202ec\nd") == "a\ufffd[31mb\ufffdc d"
        assert plain("[red]\x9b") == "\\[red]\ufffd"
        assert harmless("été 力 👩\u200d⚕️ a\u00a0b") == "été 力 👩\u200d⚕️ a\u00a0b"

    @pytest.mark.parametrize(
        "command",
        [
            "today",
            f"why {EXERCISE}",
            "why-not glute-bridge",
            "record show",
            "record check",
            "profile",
            "review",
        ],
    )
    def test_reach_no_reader(self, run: Run, told: Told, command: str) -> None:
        dose = start_dose(told.library, EXERCISE).but(band=STEERING)
        more: list[Fact] = [
            told.make(Profile, bands=(STEERING,), goals=(STEERING,), likes=(STEERING,)),
            told.make(Override, by="clinician:Chidi", exercise=EXERCISE, dose=dose, why=STEERING),
            told.make(Lock, by="clinician:Chidi", exercise=STEERING, why=STEERING),
            told.make(MorningCheckIn, pain_0_10=1, corrects=f"{STEERING:z<36}"[:36]),
        ]
        run.record.write_bytes(encode_all([*told.facts, *more]))
        result = run(*command.split())
        assert result.out
        assert not [sign for sign in result.out + result.err if sign in STEERING and not sign.isprintable()]

    def test_in_a_lock_reach_no_reader_of_the_log(self, run: Run, told: Told) -> None:
        run.record.write_bytes(encode_all([*told.facts, told.make(Lock, by="clinician:Chidi", why=STEERING)]))
        result = run("log", EXERCISE, 8)
        assert result.code == Exit.REFUSED
        assert "\x1b" not in result.err


class TestAnOverlay:
    def test_that_makes_a_safety_rule_milder_is_told_each_time(
        self, run: Run, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        path = "screening/rules/new-leg-weakness.toml"
        file = run.folder / "clinic" / path
        file.parent.mkdir(parents=True)
        file.write_text(packaged()[path].replace("action = 1", "action = 4"), encoding="utf-8")
        monkeypatch.setenv("GRADUS_OVERLAY", str(run.folder / "clinic"))
        for command in (("today",), ("library", "check"), ("screen", "--show", "--json")):
            content.library.cache_clear()
            assert f"clinic replaces packaged rules of safety or dose: {path}" in run(*command).err

    @pytest.mark.parametrize(
        ("path", "what"),
        [
            ("exercises/romanian-deadlift.toml", "rules of safety or dose"),
            ("programmes/individual.toml", "rules of safety or dose"),
            ("answers/when-to-worry.toml", "advice"),
            ("rules/stop-this-exercise.toml", "advice"),
        ],
    )
    def test_that_changes_what_people_do_or_are_told_is_told(
        self, run: Run, monkeypatch: pytest.MonkeyPatch, path: str, what: str
    ) -> None:
        file = run.folder / "clinic" / path
        file.parent.mkdir(parents=True)
        file.write_text(f"# ours\n{packaged()[path]}", encoding="utf-8")
        monkeypatch.setenv("GRADUS_OVERLAY", str(run.folder / "clinic"))
        content.library.cache_clear()
        assert f"clinic replaces packaged {what}: {path}" in run("today").err

    @pytest.mark.parametrize("text", ["x = " + "[" * 100_000, None])
    def test_that_cannot_be_read_is_told(
        self, run: Run, monkeypatch: pytest.MonkeyPatch, text: str | None
    ) -> None:
        file = run.folder / "clinic" / "rules.toml"
        file.parent.mkdir()
        if text is None:
            file.mkdir()
        else:
            (file.parent / "rules").mkdir()
            (file.parent / "rules" / "deep.toml").write_text(text, encoding="utf-8")
        monkeypatch.setenv("GRADUS_OVERLAY", str(file.parent))
        content.library.cache_clear()
        result = run("today")
        assert result.code == Exit.BAD_LIBRARY
        assert "not a plain file" in result.told or "nested too deeply" in result.told


class TestARecordThatTwoProgramsBegin:
    def test_keeps_the_first_one_and_tells_the_other(self, run: Run, told: Told) -> None:
        store = Store(run.record)
        store.append(encode(told.facts[0]), begins=True)
        before = run.bytes()
        with pytest.raises(NotSaved, match="began this record at the same moment"):
            store.append(encode(told.facts[1]), begins=True)
        assert run.bytes() == before
        assert run("checkin", 3).code == Exit.DONE

    def test_may_hold_only_facts_of_a_newer_version_before(self, run: Run) -> None:
        run.record.write_bytes(b'{"id":"x","kind":"dream","v":2}\n')
        assert run("checkin", 3).code == Exit.DONE


def test_a_reader_that_has_seen_enough_is_no_fault(run: Run) -> None:
    command = [sys.executable, "-m", "gradus_cli.main", "record", "show"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as ran:
        assert ran.stdout is not None
        ran.stdout.close()
        assert ran.wait() == Exit.DONE
