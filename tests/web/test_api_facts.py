"""What a program tells: each fact once, with a verdict, and nothing that is not the person's to say."""

import json
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.test import Client

from gradus.record.facts import DecisionShown, MorningCheckIn, SessionDone, SetDone
from gradus_web.api.telling import MOST
from gradus_web.people.models import User
from tests.web.conftest import MONDAY, account, client_of, here_of, pass_screen
from tests.web.entering import token_of
from tests.web.program import Program, Table, done, ended, written

pytestmark = pytest.mark.django_db


@pytest.fixture
def program(owner: User) -> Program:
    return Program(token_of(owner))


def verdict(program: Program, fact: Table, promise: str | None = None) -> tuple[str, str]:
    (found,) = program.send(fact, promise=promise)
    return found["verdict"], found["says"]


def refusal(program: Program, fact: Table, promise: str | None = None) -> str:
    """Why the fact is refused."""
    found, says = verdict(program, fact, promise)
    assert found == "refused", fact
    return says


def test_each_is_kept_once_however_often_it_is_sent(program: Program, owner: User) -> None:
    facts = [written("morning", pain_0_10=3), written("milestone", words="tie my shoes")]
    assert [each["verdict"] for each in program.send(*facts)] == ["kept", "kept"]
    assert [each["verdict"] for each in program.send(*reversed(facts), facts[0])] == ["had", "had", "had"]
    (kept,) = [fact for fact in here_of(owner).history.of(MorningCheckIn) if fact.id == facts[0]["id"]]
    assert (kept.person, kept.by, kept.device) == (here_of(owner).person, "self", "api")


def test_what_is_refused_keeps_back_nothing_else(program: Program) -> None:
    facts = [written("morning", pain_0_10=11), written("morning", pain_0_10=3), written("sleep")]
    assert [each["verdict"] for each in program.send(*facts)] == ["refused", "kept", "refused"]


def test_the_same_id_with_other_words_is_refused_and_the_first_stays(program: Program, owner: User) -> None:
    fact = written("morning", pain_0_10=3)
    program.send(fact)
    assert "another fact came under it" in refusal(program, {**fact, "pain_0_10": 4})
    assert here_of(owner).history.of(MorningCheckIn)[-1].pain_0_10 == 3


def test_what_is_kept_can_be_corrected_and_taken_back(program: Program, owner: User) -> None:
    first = program.tell("morning", pain_0_10=3)
    program.tell("morning", pain_0_10=4, corrects=first)
    assert here_of(owner).history.of(MorningCheckIn)[-1].pain_0_10 == 4
    program.tell("correction", corrects=first)
    assert here_of(owner).history.of(MorningCheckIn)[-1].day < MONDAY.date()


NOT_OURS: dict[str, Table] = {
    "kept by Gradus itself": written("decision", action="train", plan=None, shape=None, number=1, items=[],
                                     because=[], library="x"),
    "POST /api/v1/plan": written("plan", programme="individual", programme_version=1, phase="calm",
                                 change="started",
                                 sessions_to_do=6, sessions_a_week=2, objective=1, bound=1.0,
                                 proven=True, library="x", sessions=[{"id": "a", "title": "A", "day": None,
                                                                      "minutes": 10, "items": []}]),
    "only a clinician stops": written("lock"),
    "only a clinician sets": written("override", exercise="bird-dog"),
    "by: ": written("clearance", by="clinician:Dr No", rules=["x"], examined_by="Dr No",
                    examined_on="2026-03-01", said="fine"),
    "nothing to lift": written("clearance", rules=["cauda-equina"], examined_by="me",
                                 examined_on="2026-03-01", said="fine"),
    "person: ": written("morning", person=str(uuid4()), pain_0_10=3),
    "lies in the future; set the clock": written("morning", at="2026-03-02T08:03:00+00:00", pain_0_10=3),
    "lies in the future; tell it then": written("morning", day="2026-03-03", pain_0_10=3),
    "UUID in small letters": written("morning", id=str(uuid4()).upper(), pain_0_10=3),
    "is not in this record": written("correction", corrects=str(uuid4())),
    "$.pain_0_10": written("morning", pain_0_10="three"),
    '"paain" is not a key': written("morning", pain_0_10=3, paain=3),
    "does not know it": written("dream", v=1),
    "is no question": written("screen", occasion="request", answers={"nonsense": "no"}),
    "answers.bladder-change: gone": written("screen", occasion="request", answers={"bladder-change": "gone"}),
    "answers.age-years: no": written("screen", occasion="request", answers={"age-years": "no"}),
    "numbers.age-years: 400": written("screen", occasion="request", numbers={"age-years": 400}),
    "was not asked about": written("screen", occasion="request", confirmed=["any"]),
    "none that can be taken at home": written("test", measure="biering-sorensen", value=30),
    "value: ": written("test", measure="chair-stand-30s", value=9999),
    "side: ": written("test", measure="side-bridge-hold", value=30),
    "has no swimming": written("technique", exercise="swimming", watched_by="a friend"),
    "before it begins": written("pause", why="work", until="2026-03-01"),
}  # fmt: skip
"""What a program may not tell, by a part of the words that say so."""


def test_what_is_not_the_persons_to_say_is_refused_in_words(guest: User) -> None:
    browser = client_of(guest)
    pass_screen(browser)
    before = here_of(guest).history.received
    sent = {"facts": list(NOT_OURS.values())}
    verdicts = browser.post("/api/v1/facts", sent, content_type="application/json").json()["verdicts"]
    for part, found in zip(NOT_OURS, verdicts, strict=True):
        assert found["verdict"] == "refused", found
        assert part in found["says"], found
    assert here_of(guest).history.received == before


def test_sets_belong_to_the_session_that_was_promised(program: Program, owner: User) -> None:
    session = program.get("today", "today")["session"]
    first = done(session, session["items"][0])
    assert "belongs to no session" in refusal(program, first)
    assert "belongs to no session" in refusal(program, first, "invented")
    elsewhere = {**first, "session": str(uuid4())}
    assert session["id"] in refusal(program, elsewhere, session["promise"])
    other = {**first, "exercise": "barbell-squat"}
    assert "not in the session" in refusal(program, other, session["promise"])
    amounts = {**first, "reps": 3, "metres": 5}
    assert "no other amount" in refusal(program, amounts, session["promise"])
    assert "no set was told" in refusal(program, ended(session), session["promise"])
    assert verdict(program, first, session["promise"]) == ("kept", "")
    assert "they are" in refusal(program, ended(session, shape="another"))
    assert verdict(program, ended(session)) == ("kept", "")
    here = here_of(owner)
    (shown,) = [fact for fact in here.history.of(DecisionShown) if fact.day == MONDAY.date()]
    (finished,) = [fact for fact in here.history.of(SessionDone) if fact.day == MONDAY.date()]
    assert (finished.id, finished.plan) == (session["id"], shown.plan)


def test_the_promise_of_somebody_else_opens_nothing(program: Program, guest: User) -> None:
    session = program.get("today", "today")["session"]
    fact = done(session, session["items"][0])
    sent = {"facts": [fact], "promise": session["promise"]}
    answer = client_of(guest).post("/api/v1/facts", sent, content_type="application/json").json()
    assert answer["verdicts"][0]["verdict"] == "refused"
    assert not here_of(guest).history.of(SetDone)


def test_a_set_that_hurts_too_much_says_stop(program: Program) -> None:
    session = program.get("today", "today")["session"]
    found, says = verdict(program, done(session, session["items"][0], pain_0_10=9), session["promise"])
    assert found == "kept"
    assert says


def test_page_and_program_tell_of_one_session(program: Program, browser: Client, owner: User) -> None:
    exercise = browser.get("/session").context["s"].step.item.exercise
    browser.post("/session/set", {"exercise": exercise, "amount": "8"})
    session = program.get("today", "today")["session"]
    assert len(session["sets"]) == 1
    item = next(each for each in session["items"] if each["exercise"] != exercise)
    assert verdict(program, done(session, item)) == ("kept", "")
    assert (
        len({fact.session for fact in here_of(owner).history.of(SetDone) if fact.day == MONDAY.date()}) == 1
    )


def test_a_session_that_was_left_out_takes_no_sets_until_that_is_taken_back(program: Program) -> None:
    session = program.get("today", "today")["session"]
    assert verdict(program, ended(session, ended="skipped"), session["promise"]) == ("kept", "")
    left_out = program.get("today", "today")["session"]
    assert (left_out["id"], left_out["ended"]) == (session["id"], "skipped")
    first = done(session, session["items"][0])
    assert "left out" in refusal(program, first, session["promise"])
    program.tell("correction", corrects=session["id"])
    assert verdict(program, first, session["promise"]) == ("kept", "")
    assert program.get("today", "today")["session"]["id"] == session["id"]


def test_the_session_is_changed_as_on_the_page(program: Program) -> None:
    items = program.get("today", "today")["session"]["items"]
    exercises = list(dict.fromkeys(each["exercise"] for each in items))
    found = {each: program.get("session/options", "options", exercise=each)["options"] for each in exercises}
    first = next(each for each in exercises if found[each])
    by = found[first][0]["exercise"]
    changed = program.post("session/change", "change", {"exercise": first, "by": by})["session"]
    assert {first, by} & {each["exercise"] for each in changed["items"]} == {by}
    left = program.post("session/change", "change", {"exercise": by})["session"]
    assert by not in {each["exercise"] for each in left["items"]}
    added = program.get("session/options", "options")["options"][0]["exercise"]
    more = program.post("session/change", "change", {"by": added})["session"]
    assert added in {each["exercise"] for each in more["items"]}
    for wrong, status in (
        ({}, 409),
        ({"exercise": first, "by": "x"}, 409),
        ({"by": "x"}, 409),
        ({"x": 1}, 422),
    ):
        answer = program.browser.post("/api/v1/session/change", wrong, content_type="application/json")
        assert (answer.status_code, bool(answer.json()["says"])) == (status, True)
    assert program.browser.get("/api/v1/session/options?exercise=swimming").status_code == 404


def test_a_low_day_is_asked_for_and_told(program: Program) -> None:
    session = program.get("today", "today", low=True)["session"]
    assert session["short"] == "low-day"
    first = done(session, session["items"][0])
    assert verdict(program, first, session["promise"]) == ("kept", "")
    assert program.get("today", "today")["session"]["short"] == "low-day"


def test_no_exercise_is_shown_while_something_stops_all_exercise(program: Program) -> None:
    asked = {"occasion": "request", "answers": {"bladder-change": "yes"}}
    program.tell("screen", **asked)
    day = program.get("today", "today")
    assert (day["action"], day["session"], day["items"]) == ("locked", None, [])
    assert program.get("plan", "plan")["plan"] is None
    assert program.get("library", "library")["exercises"] == []
    assert program.browser.get("/api/v1/library/exercises/bird-dog").status_code == 403
    assert program.get("search", "search", q="deadlift")["withheld"] > 0
    assert program.browser.get("/api/v1/library/answers/imaging").status_code == 200
    assert "stops all exercise" in refusal(program, written("test", measure="chair-stand-30s", value=12))


def test_a_plan_is_taken_once(owner: User, program: Program) -> None:
    id_ = str(uuid4())
    first = program.post("plan", "takePlan", {"id": id_}, status=201)
    assert program.post("plan", "takePlan", {"id": id_}) == first
    assert first["plan"]["id"] == id_
    assert program.get("plan", "plan") == first
    morning = program.tell("morning", pain_0_10=3)
    assert program.browser.post("/api/v1/plan", {"id": morning}, "application/json").status_code == 409
    new = Program(token_of(account("new@example.org")))
    assert new.browser.post("/api/v1/plan", {"id": id_}, "application/json").status_code == 409
    assert (
        program.browser.post(
            "/api/v1/plan", {"id": str(uuid4()), "programme": "x"}, "application/json"
        ).status_code
        == 404
    )


BODIES = (
    (b"", 422),
    (b"[]", 422),
    (b"{}", 422),
    (b'{"facts": 1}', 422),
    (b'{"facts": [], "more": 1}', 422),
    (b'{"facts": [' + b"[" * 5000 + b"]}", 422),
    (b"\xff", 422),
    (json.dumps({"facts": [1] * (MOST + 1)}).encode(), 413),
    (json.dumps({"facts": ["x" * 300_000]}).encode(), 413),
    (json.dumps({"facts": [1] * MOST}).encode(), 200),
    (b'{"facts": [{}, null, "x", {"id": 5}, {"id": "\xff"}, {\n"kind":\n"morning"}]}', 200),
)


def test_whatever_is_sent_the_answer_is_in_words(guest: User) -> None:
    browser = client_of(guest)
    for body, status in BODIES:
        answer = browser.post("/api/v1/facts", body, content_type="application/json")
        assert answer.status_code == status, (body[:60], answer.content)
        told: dict[str, Any] = answer.json()
        assert told["says"] if status != 200 else all(each["says"] for each in told["verdicts"])


def test_an_answer_that_stays_the_same_is_not_sent_again(
    program: Program, monday: Callable[..., datetime]
) -> None:
    for path in ("today", "plan", "library", "review", "facts"):
        first = program.browser.get(f"/api/v1/{path}")
        again = program.browser.get(f"/api/v1/{path}", headers={"if-none-match": first.headers["ETag"]})
        assert (again.status_code, again.content) == (304, b""), path
    had = {"if-none-match": program.browser.get("/api/v1/facts").headers["ETag"]}
    monday(minutes=5)
    assert program.browser.get("/api/v1/facts", headers=had).status_code == 304
    program.tell("morning", pain_0_10=3)
    assert program.browser.get("/api/v1/facts", headers=had).status_code == 200


def test_the_day_is_that_of_the_zone_that_the_program_names(program: Program) -> None:
    for zone, day in (("Pacific/Kiritimati", MONDAY), ("Pacific/Pago_Pago", MONDAY - timedelta(days=1))):
        answer = program.browser.get("/api/v1/today", headers={"time-zone": zone})
        assert answer.json()["day"] == day.date().isoformat()
