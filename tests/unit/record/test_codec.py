"""Lines in and out: what each bad line is told, and what is refused before it is written."""

import json
import os
from datetime import UTC, datetime
from typing import Any

import pytest

from gradus.record.codec import TOLD, NotAFactError, decode, encode, encode_all
from gradus.record.explain import KINDS, LONGEST
from gradus.record.facts import Fact, MorningCheckIn, Override, Profile, SetDone, UnknownFact
from gradus.record.schema import record_schema
from gradus.vocabulary.dose import Dose, Parts
from gradus.vocabulary.ids import FactId
from gradus.vocabulary.scales import DoseKind
from tests.build import Facts

ID = "01990000-0000-7000-8000-000000000001"
HEAD: dict[str, Any] = {
    "id": ID,
    "v": 1,
    "person": "01980000-0000-7000-8000-00000000a11a",
    "at": "2026-03-01T18:05:11+01:00",
    "day": "2026-03-01",
}
SET = HEAD | {"kind": "set", "session": ID, "exercise": "bird-dog", "nth": 1}
DOSE = {"kind": "reps", "sets": 2, "amount": 8, "low": 8, "top": 12, "rest_s": 60}


def line_of(**keys: Any) -> bytes:
    return json.dumps(keys).encode()


def a_set(**keys: Any) -> bytes:
    return line_of(**(SET | keys))


def override(**dose: Any) -> bytes:
    return line_of(**HEAD, kind="override", exercise="bird-dog", dose=DOSE | dose)


def screen(**keys: Any) -> bytes:
    return line_of(**HEAD, kind="screen", occasion="intake", **keys)


FAULTS: list[tuple[str, bytes, str, str]] = [
    ("a negative load", a_set(load_kg=-1), "$.load_kg: is -1", "write a number from 0 to 1000, or null"),
    ("pain of 11", a_set(pain_0_10=11), "$.pain_0_10: is 11", "write a whole number from 0 to 10, or null"),
    ("half a point of pain", a_set(pain_0_10=2.5), "$.pain_0_10: is 2.5", "a whole number from 0 to 10"),
    ("a load that is no number", a_set(load_kg=float("nan")), "$.load_kg: is NaN", "leave the key out"),
    ("a load without end", a_set(load_kg=float("inf")), "$.load_kg: is Infinity", "leave the key out"),
    ("a list with a NaN", a_set(load_kg=[float("nan")]), "$: is NaN", "leave the key out"),
    (
        "a number too large",
        a_set(nth=0).replace(b": 0", b": 1e999"),
        "$: holds a number",
        "an ordinary number",
    ),
    ("a misspelt key", a_set(laod_kg=4), '$: "laod_kg" is not a key here', "did you mean load_kg?"),
    ("a key like no other", a_set(zzz=4), '$: "zzz" is not a key here', "device, corrects"),
    ("a word for a number", a_set(reps="ten"), '$.reps: is "ten"', "a whole number from 0 to 100000"),
    ("a third side", a_set(side="up"), '$.side: is "up"', "write one of: left, right, or null"),
    ("a short id", a_set(id="1"), '$.id: is "1"', "write an id, a UUID of 36 characters"),
    ("no such day", a_set(day="2026-02-30"), '$.day: is "2026-02-30"', "write a date such as"),
    ("a moment anywhere", a_set(at="2026-03-01T18:05"), "$.at: is", "a moment with its offset from UTC"),
    ("no nth", line_of(**{k: v for k, v in SET.items() if k != "nth"}), "$.nth: is missing", "from 1 to 100"),
    ("no kind", line_of(**HEAD), "$.kind: is missing", "say what it is, one of: activity, clearance"),
    ("a kind that is a list", line_of(**HEAD, kind=["set"]), '$.kind: is ["set"]', "write one of"),
    ("a near kind without id", line_of(kind="sets"), '$.kind: is "sets"', "did you mean set?"),
    ("version 0", line_of(**(HEAD | {"v": 0}), kind="sleep"), '$.kind: is "sleep"', "write one of"),
    (
        "a long text",
        line_of(**HEAD, kind="pause", why="other", note="y" * 3000),
        "…",
        "of 0 to 2000 characters",
    ),
    ("a flag in words", line_of(**HEAD, kind="profile", runs="yes"), '$.runs: is "yes"', "true or false"),
    ("an eighth day", line_of(**HEAD, kind="profile", days=["monday", "x"]), '$.days[1]: is "x"', "monday"),
    (
        "days that are none",
        line_of(**HEAD, kind="profile", days=3),
        "$.days: is 3",
        "a list, each one of: mon",
    ),
    ("an answer that is none", screen(answers={"a": "yes", "b": "well"}), '$.answers.b: is "well"', "unsure"),
    ("a truth for a number", screen(numbers={"a": 1, "b": True}), "$.numbers.b: is true", "write a number"),
    ("a list of answers", screen(answers=["yes"]), '$.answers: is ["yes"]', "write a table"),
    ("a dose with a misspelt key", override(laod_kg=4), '$.dose: "laod_kg" is', "did you mean load_kg?"),
    ("a dose below nothing", override(load_kg=-4), "$.dose.load_kg: is -4", "write a number from 0 to 1000"),
    ("a dose of words", override(sets="two"), '$.dose.sets: is "two"', "a whole number from 1 to 100"),
    (
        "a dose that is a number",
        line_of(**HEAD, kind="override", exercise="x", dose=3),
        "$.dose: is 3",
        "keys kind",
    ),
    (
        "a clearance of nothing",
        line_of(
            **HEAD, kind="clearance", rules=[], examined_by="Chidi", examined_on="2026-03-01", said="fine"
        ),
        "$.rules: is []",
        "a list of at least 1, each a text",
    ),
    (
        "an item without its dose",
        line_of(
            **HEAD,
            kind="plan",
            sessions=[{"id": "a", "title": "A", "day": None, "minutes": 9, "items": [{"slot": "x"}]}],
        ),
        "$.sessions[0].items[0].exercise: is missing",
        "add it: a text",
    ),
    ("a key twice", b'{"kind":"profile","days":["x"],"days":3}', "$.days[0]: is null", "one of: monday"),
    ("answers twice", b'{"kind":"screen","answers":{"a":"x"},"answers":3}', "$.answers: is 3", "a table"),
    (
        "good answers after bad",
        b'{"kind":"screen","answers":{"a":"x"},"answers":{"a":"no"}}',
        "$.answers",
        "table",
    ),
    ("half a line", a_set()[:-9], "$: breaks off before its end", "send the whole line again"),
    ("a word", b"hello", "$: is not JSON from byte 0 on; it begins with 'hello'", "each line is one fact"),
    ("a list", b"[1]", "$: is [1], not a fact", "each line is one fact"),
    ("two lines in one", a_set() + b" and more", "$: is not JSON from byte", "mend or remove this line"),
    ("other letters", b'{"kind":"set","exercise":"\xff"}', "$: holds bytes that are not UTF-8", "save it as"),
    ("a deep hole", b'{"a":' * 100_000, "$: is nested too deeply", "mend or remove this line"),
    ("a sign for the terminal", a_set(side="\x9b31m"), '$.side: is "�31m"', "left, right"),
]


@pytest.mark.parametrize(
    ("line", "what", "advice"), [each[1:] for each in FAULTS], ids=[each[0] for each in FAULTS]
)
def test_a_bad_line_is_told_in_plain_words(line: bytes, what: str, advice: str) -> None:
    decoded = decode(b"\n" + line + b"\n")
    assert decoded.facts == ()
    assert decoded.faulty == 1
    assert decoded.faults[0].says.startswith("line 2, $")
    assert what in decoded.faults[0].says
    assert advice in decoded.faults[0].advice


def test_blank_lines_a_byte_order_mark_and_other_line_ends_are_nothing() -> None:
    assert len(decode(b"\xef\xbb\xbf" + a_set() + b"\r\n\n  \n" + a_set()).facts) == 2


def test_two_facts_that_lost_the_line_end_between_them_are_both_read() -> None:
    assert len(decode(a_set() + a_set()).facts) == 2
    assert len(decode(a_set() + a_set() + b"\nbad").facts) == 2


def test_the_same_doses_read_alike_in_any_spacing() -> None:
    spaced = override()
    tight = json.dumps(json.loads(spaced), separators=(",", ":")).encode()
    assert decode(spaced).facts == decode(tight).facts != ()


def test_a_brace_in_a_text_of_a_dose_is_only_a_text() -> None:
    fact = decode(override(band="a}b")).facts[0]
    assert isinstance(fact, Override)
    assert fact.dose is not None
    assert fact.dose.band == "a}b"


def test_lifting_a_lock_has_no_dose() -> None:
    assert len(decode(line_of(**HEAD, kind="override", exercise="bird-dog", dose=None, lifts=ID)).facts) == 1


def test_a_newer_version_of_a_known_kind_is_kept() -> None:
    decoded = decode(a_set(v=2, tempo="2-1-2") + b"\n" + a_set())
    assert len(decoded.facts) == 1
    assert decoded.unknown == (UnknownFact(id=FactId(ID), kind="set", v=2, raw=a_set(v=2, tempo="2-1-2")),)
    assert decoded.told() == ""


JUNK = {
    "dice": os.urandom(10_000_000),
    "short lines": b"x\n" * 2_000_000,
    "brackets": b"[" * 10_000_000,
    "zeros": bytes(10_000_000),
    "empty objects": b"{}\n" * 100_000,
}


@pytest.mark.parametrize("data", JUNK.values(), ids=JUNK)
def test_ten_megabytes_of_junk_make_a_short_story(data: bytes) -> None:
    told = decode(data).told()
    assert told.count("\n") <= TOLD
    assert 0 < len(told) < 10_000


def test_the_bad_lines_that_are_not_told_are_counted() -> None:
    assert decode(b"{}\n" * (TOLD + 7)).told().endswith("\nand 7 more bad lines")


def test_long_values_are_cut() -> None:
    assert len(decode(a_set(side="y" * 1_000_000)).told()) < 5 * LONGEST


def test_writing_refuses_what_would_not_come_back() -> None:
    write = Facts()
    session = FactId(ID)
    with pytest.raises(NotAFactError, match="load_kg: is -5"):
        encode(write(SetDone, session=session, exercise="x", nth=1, load_kg=-5.0))
    with pytest.raises(NotAFactError, match="a value changes when it is written"):
        encode(write(SetDone, session=session, exercise="x", nth=1, load_kg=float("nan")))
    with pytest.raises(NotAFactError, match="offset from UTC"):
        encode(write(MorningCheckIn, pain_0_10=3, at=datetime(2026, 3, 1)))  # noqa: DTZ001
    dose = Dose(kind=DoseKind.REPS, sets=2, amount=8, low=8, top=12, rest_s=-60)
    with pytest.raises(NotAFactError, match="rest_s: is -60"):
        encode(write(Override, exercise="x", dose=dose))


def test_answers_are_written_in_one_order() -> None:
    one, other = (
        decode(screen(answers=each)).facts[0] for each in ({"a": "yes", "b": "no"}, {"b": "no", "a": "yes"})
    )
    assert encode(one) == encode(other)


def test_an_instant_keeps_its_offset() -> None:
    assert b'"2026-03-01T18:05:11+01:00"' in encode(decode(a_set()).facts[0])
    assert b'"2026-03-01T09:00:00Z"' in encode(
        Facts()(MorningCheckIn, pain_0_10=1, at=datetime(2026, 3, 1, 9, tzinfo=UTC))
    )


def test_many_facts_are_many_lines() -> None:
    write = Facts()
    some: list[Fact] = [write(MorningCheckIn, day, pain_0_10=day) for day in range(5)]
    assert encode_all(some).count(b"\n") == 5
    assert decode(encode_all(some)).facts == tuple(some)


def test_a_dose_can_be_changed_in_each_of_its_parts() -> None:
    assert list(Parts.__annotations__) == list(Dose.__struct_fields__)


def test_the_schema_knows_every_kind_and_key() -> None:
    schema = record_schema()
    assert set(schema["discriminator"]["mapping"]) == set(KINDS)
    parts = schema["$defs"]
    assert set(parts["Profile"]["properties"]) == {"kind", *Profile.__struct_fields__}
    assert parts["Dose"]["properties"]["load_kg"]["anyOf"][0] == {
        "type": "number",
        "minimum": 0,
        "maximum": 1000,
    }
