"""What was told without a network arrives: each thing once, with a verdict, in the session it belongs to."""

import json
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.test import Client
from hypothesis import HealthCheck, given
from hypothesis import strategies as st

from gradus.progression.occasions import occasions
from gradus.record.facts import (
    Correction,
    DecisionShown,
    MorningCheckIn,
    Pause,
    PlanMade,
    SessionDone,
    SetDone,
)
from gradus_web.people.models import User
from gradus_web.pwa.seal import opened, sealed_small
from tests.tries import tries
from tests.web import clock
from tests.web.conftest import MONDAY, account, client_of, here_of

pytestmark = pytest.mark.django_db
DAY = "2026-03-02"


class Phone:
    """A phone that was told things without a network."""

    def __init__(self, browser: Client) -> None:
        self.browser = browser
        self.bundle = browser.get("/offline/sessions").json()
        self.queue: list[dict[str, Any]] = []

    def tell(self, what: str, *, nth: int = 0, way: str = "usual", at: datetime = MONDAY, **more: Any) -> str:
        session = self.bundle["sessions"][nth]
        told = {
            "id": str(uuid4()),
            "what": what,
            "at": at.isoformat(),
            "day": at.date().isoformat(),
            "seal": session[way]["seal"],
        }
        self.queue.append({**told, **more})
        return str(told["id"])

    def set(self, item: int = 0, **more: Any) -> str:
        found = self.bundle["sessions"][more.get("nth", 0)][more.get("way", "usual")]["items"][item]
        fields = {"exercise": found["exercise"], "amount": str(found["amount"]), **more.pop("fields", {})}
        return self.tell("set", fields=fields, side=found["sides"][0], **more)

    def send(self, **more: Any) -> list[str]:
        seals = list({each["seal"] for each in self.queue if "seal" in each})
        told = [each | {"seal": seals.index(each["seal"])} if "seal" in each else each for each in self.queue]
        said = {"whose": self.bundle["whose"], "sent_at": clock.now().isoformat(), "seals": seals}
        said |= {"told": told, **more}
        answer = self.browser.post("/offline/told", json.dumps(said), content_type="application/json")
        assert answer.status_code == 200, answer.content
        return [each["verdict"] for each in answer.json()["verdicts"]]


@pytest.fixture
def phone(browser: Client) -> Phone:
    return Phone(browser)


def test_a_promise_sealed_as_it_once_was_is_taken(phone: Phone, monday: Callable[..., datetime]) -> None:
    carried = phone.bundle["sessions"][0]["usual"]
    found = opened(carried["seal"])
    assert found is not None
    session, shown, days = found
    small = sealed_small(session, shown, days)
    assert opened(small) == found
    carried["seal"] = small
    phone.set()
    monday(minutes=9)
    assert phone.send() == ["kept"]


def of_today(user: User, kind: type[Any]) -> list[Any]:
    return [fact for fact in here_of(user).history.of(kind) if fact.day.isoformat() == DAY]


def test_each_thing_is_kept_once_however_often_it_is_sent(
    phone: Phone, owner: User, monday: Callable[..., datetime]
) -> None:
    ids = [phone.set(), phone.set(at=MONDAY + timedelta(minutes=1))]
    phone.tell("end", fields={"how": "finished", "pain": "2"})
    monday(minutes=9)
    assert phone.send() == ["kept", "kept", "kept"]
    assert phone.send() == ["had", "had", "had"]
    assert [fact.id for fact in of_today(owner, SetDone)] == ids
    assert [fact.nth for fact in of_today(owner, SetDone)] == [1, 2]
    (done,) = of_today(owner, SessionDone)
    assert (done.ended, done.pain_after_0_10) == ("finished", 2)
    assert {fact.session for fact in of_today(owner, SetDone)} == {done.id}
    assert len(of_today(owner, DecisionShown)) == 1


def test_a_session_that_began_with_a_network_goes_on_without_one(browser: Client, owner: User) -> None:
    step = browser.get("/session").context["s"].step
    browser.post("/session/set", {"exercise": step.item.exercise, "amount": "8"})
    phone = Phone(browser)
    assert [each[0] for each in phone.bundle["told"]] == [step.item.exercise]
    phone.set()
    assert phone.send() == ["kept"]
    assert len({fact.session for fact in of_today(owner, SetDone)}) == 1
    assert len(of_today(owner, DecisionShown)) == 1


def test_two_phones_that_trained_apart_tell_of_one_session(browser: Client, owner: User) -> None:
    one, two = Phone(browser), Phone(browser)
    one.set()
    two.set(way="low")
    for phone in (one, two):
        phone.tell("end", fields={"how": "finished"})
    assert one.send() == ["kept", "kept"]
    assert two.send() == ["kept", "had"]
    assert len({fact.session for fact in of_today(owner, SetDone)}) == 1
    assert len(of_today(owner, SessionDone)) == 1


def test_a_set_that_was_sent_is_taken_back(phone: Phone, owner: User) -> None:
    set_id = phone.set()
    phone.send()
    phone.tell("undo", set=set_id)
    assert phone.send() == ["had", "kept"]
    assert of_today(owner, SetDone) == []


def test_what_is_taken_back_twice_is_taken_back_once_and_past_midnight_too(
    phone: Phone, owner: User, monday: Callable[..., datetime]
) -> None:
    set_id = phone.set(at=MONDAY.replace(hour=23, minute=58))
    phone.tell("undo", at=MONDAY.replace(day=3, hour=0, minute=1), set=set_id)
    monday(days=1)
    assert phone.send() == ["kept", "kept"]
    assert phone.send() == ["had", "had"]
    assert of_today(owner, SetDone) == []
    assert len([fact for fact in here_of(owner).history.ever(Correction) if fact.corrects == set_id]) == 1


def test_of_two_ends_of_one_session_the_worse_pain_stands_whichever_comes_first(
    browser: Client, owner: User
) -> None:
    one, two = Phone(browser), Phone(browser)
    for phone, pain, note in ((one, "7", "it pulled"), (two, "1", "")):
        phone.set()
        phone.tell("end", fields={"how": "finished", "pain": pain, "note": note})
    assert two.send() == ["kept", "kept"]
    assert one.send() == ["kept", "kept"]
    assert one.send() == two.send() == ["had", "had"]
    (done,) = of_today(owner, SessionDone)
    (session,) = {fact.session for fact in of_today(owner, SetDone)}
    assert (done.session, done.pain_after_0_10, done.note) == (session, 7, "it pulled")
    assert occasions(here_of(owner).history, here_of(owner).history.of(PlanMade)[-1])[-1].pain_after == 7


def test_a_session_stays_one_when_the_clock_of_the_phone_is_set_in_its_middle(
    phone: Phone, owner: User, monday: Callable[..., datetime]
) -> None:
    run = phone.set()
    phone.set(at=MONDAY + timedelta(days=5), run=run)
    phone.queue[-1]["day"] = DAY
    phone.tell("end", at=MONDAY + timedelta(days=5), run=run, fields={"how": "finished", "pain": "8"})
    monday(days=5, minutes=1)
    assert phone.send() == ["kept", "kept", "kept"]
    assert len({fact.session for fact in of_today(owner, SetDone)}) == 1
    assert len(of_today(owner, SetDone)) == 2
    (done,) = of_today(owner, SessionDone)
    assert done.pain_after_0_10 == 8


def test_more_sets_than_anybody_does_stop_nothing(phone: Phone, owner: User) -> None:
    for _ in range(102):
        phone.set()
    phone.queue, rest = phone.queue[:100], phone.queue[100:]
    assert phone.send() == ["kept"] * 100
    phone.queue = rest
    assert phone.send() == ["kept"] * 2
    assert sorted(fact.nth for fact in of_today(owner, SetDone))[-3:] == [100, 100, 100]


def test_later_sessions_belong_to_the_day_on_which_they_were_done(
    phone: Phone, owner: User, monday: Callable[..., datetime]
) -> None:
    phone.set()
    later = MONDAY + timedelta(days=3)
    phone.set(nth=1, at=later)
    phone.tell("end", nth=1, at=later, fields={"how": "finished"})
    monday(days=4)
    assert phone.send() == ["kept", "kept", "kept"]
    history = here_of(owner).history
    days = [fact.day for fact in history.of(SetDone) if fact.day >= MONDAY.date()]
    assert days == [MONDAY.date(), later.date()]
    shown = [fact.day for fact in history.of(DecisionShown) if fact.day >= MONDAY.date()]
    assert shown == days


def test_past_midnight_it_is_still_the_session_of_the_day_before(
    phone: Phone, owner: User, monday: Callable[..., datetime]
) -> None:
    phone.set(at=MONDAY.replace(hour=23, minute=58))
    phone.set(at=MONDAY.replace(day=3, hour=0, minute=4))
    phone.queue[-1]["day"] = DAY
    monday(days=1)
    assert phone.send() == ["kept", "kept"]
    sets = [fact for fact in here_of(owner).history.of(SetDone) if fact.day >= MONDAY.date()]
    assert len({fact.session for fact in sets}) == 1


def test_a_clock_that_is_wrong_is_put_right_and_nothing_is_told_of_the_future(
    phone: Phone, owner: User
) -> None:
    wrong = MONDAY + timedelta(days=400)
    phone.set(at=wrong)
    assert phone.send(sent_at=(wrong + timedelta(minutes=5)).isoformat()) == ["kept"]
    phone.queue.clear()
    phone.set(at=MONDAY + timedelta(days=2))
    assert phone.send() == ["kept"]
    assert all(fact.at <= clock.now() for fact in of_today(owner, SetDone))
    assert len(of_today(owner, SetDone)) == 2


def test_what_is_bad_is_refused_with_words_and_keeps_nothing_else_back(phone: Phone, owner: User) -> None:
    phone.set(fields={"amount": "-3"})
    phone.set(fields={"exercise": "barbell-squat"})
    phone.set()
    phone.tell("set", fields={}, seal="x" + phone.bundle["sessions"][0]["usual"]["seal"])
    phone.tell("dance", fields={})
    phone.set()
    phone.queue[-1]["id"] = "no id"
    phone.set()
    phone.queue[-1]["at"] = "yesterday"
    assert phone.send() == ["refused", "refused", "kept", "refused", "refused", "refused", "refused"]
    assert len(of_today(owner, SetDone)) == 1


def test_nobody_keeps_what_belongs_to_another(phone: Phone) -> None:
    phone.set()
    other = client_of(account("other@example.org"))
    said = {"whose": phone.bundle["whose"], "sent_at": clock.now().isoformat(), "told": phone.queue}
    assert other.post("/offline/told", json.dumps(said), content_type="application/json").status_code == 409
    said["whose"] = other.get("/offline/told").json()["whose"]
    answer = other.post("/offline/told", json.dumps(said), content_type="application/json")
    assert [each["verdict"] for each in answer.json()["verdicts"]] == ["refused"]


def test_a_later_session_raises_nothing_and_each_has_a_lower_one(phone: Phone) -> None:
    first, *later = phone.bundle["sessions"]
    asked = {item["exercise"]: item for item in first["usual"]["items"]}
    assert later
    for session in phone.bundle["sessions"]:
        usual = {item["exercise"]: item for item in session["usual"]["items"]}
        for item in session["low"]["items"]:
            before = usual[item["exercise"]]
            assert item["sets"] <= before["sets"]
            assert item["amount"] <= before["amount"]
        for item in session["usual"]["items"] if session is not first else ():
            if item["exercise"] in asked:
                assert item["sets"] <= asked[item["exercise"]]["sets"]
                assert item["amount"] <= asked[item["exercise"]]["amount"]


def test_a_morning_is_kept_once_on_its_own_day(
    phone: Phone, owner: User, monday: Callable[..., datetime]
) -> None:
    fields = {"pain": "3", "slept_badly": "on", "note": "slept on a sofa"}
    phone.tell("morning", fields=fields)
    phone.tell("morning", at=MONDAY + timedelta(days=1), fields={"pain": "6", "ill": "on"})
    monday(days=2)
    assert phone.send() == ["kept", "kept"]
    assert phone.send() == ["had", "had"]
    history = here_of(owner).history
    first, second = (fact for fact in history.of(MorningCheckIn) if fact.day >= MONDAY.date())
    assert (first.day.isoformat(), first.pain_0_10, first.sleep) == (DAY, 3, "poor")
    assert first.note == "slept on a sofa"
    assert (second.day - first.day, second.pain_0_10) == (timedelta(days=1), 6)
    (ill,) = (fact for fact in history.of(Pause) if fact.day >= MONDAY.date())
    assert (ill.day, ill.until, ill.why) == (second.day, second.day, "illness")


def test_a_morning_that_is_no_number_is_refused(phone: Phone, owner: User) -> None:
    for fields in ({}, {"pain": "11"}, {"pain": "3", "note": "x" * 1001}, {"pain": "3", "flare": "maybe"}):
        phone.tell("morning", fields=fields)
    assert phone.send() == ["refused"] * 4
    assert of_today(owner, MorningCheckIn) == []


def test_the_same_morning_from_a_page_and_from_the_phone_is_one(
    phone: Phone, browser: Client, owner: User
) -> None:
    told = phone.tell("morning", fields={"pain": "4"})
    assert browser.post("/morning", {"pain": "4", "id": told}).status_code == 302
    assert phone.send() == ["had"]
    assert browser.post("/morning", {"pain": "4", "id": told}).status_code == 302
    assert [fact.id for fact in of_today(owner, MorningCheckIn)] == [told]


def test_every_morning_is_answered_beforehand_and_none_raises(phone: Phone) -> None:
    for session in phone.bundle["sessions"]:
        table = session["mornings"]
        assert len(table["by_pain"]) == 11
        assert table["ill"]["usual"] is None
        assert table["ill"]["says"].startswith("You told us that you are away or unwell")
        usual = {item["exercise"]: item for item in session["usual"]["items"]}
        for cell in table["by_pain"]:
            for name in (cell["usual"], cell["low"]):
                for item in session[name]["items"] if name else ():
                    before = usual.get(item["exercise"], item)
                    assert item["exercise"] in phone.bundle["parts"]
                    assert item["amount"] <= before["amount"]
                    assert item["sets"] <= before["sets"]
    worst = phone.bundle["sessions"][0]["mornings"]["by_pain"][10]
    assert worst["flare"]
    assert worst["usual"] not in (None, "usual")
    assert worst["says"]


def test_a_set_of_the_way_that_a_morning_left_is_kept_as_it_was_promised(phone: Phone, owner: User) -> None:
    way = phone.bundle["sessions"][0]["mornings"]["by_pain"][10]["usual"]
    phone.tell("morning", fields={"pain": "10"})
    phone.set(way=way, at=MONDAY + timedelta(minutes=1))
    clock.AT["now"] += timedelta(minutes=5)
    assert phone.send() == ["kept", "kept"]
    (shown,) = of_today(owner, DecisionShown)
    items = phone.bundle["sessions"][0][way]["items"]
    assert [(item.exercise, item.dose.amount) for item in shown.items] == [
        (item["exercise"], item["amount"]) for item in items
    ]


def test_while_a_session_runs_no_morning_is_answered_beforehand(browser: Client) -> None:
    step = browser.get("/session").context["s"].step
    browser.post("/session/set", {"exercise": step.item.exercise, "amount": "8"})
    assert [each["mornings"] for each in Phone(browser).bundle["sessions"]] == [None] * len(
        Phone(browser).bundle["sessions"]
    )


def test_looking_writes_nothing(phone: Phone, owner: User) -> None:
    before = len(here_of(owner).history.received)
    phone.browser.get("/offline/sessions")
    phone.browser.get("/offline/told")
    assert len(here_of(owner).history.received) == before


things = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=9),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=6), inner, max_size=3),
    max_leaves=8,
)
ages_ago = datetime(1, 1, 1, tzinfo=UTC).isoformat()
told = st.fixed_dictionaries(
    {
        "id": things | st.uuids().map(str),
        "what": things | st.sampled_from(["set", "end", "undo", "morning"]),
        "at": things | st.sampled_from([ages_ago, MONDAY.isoformat()]),
        "day": things | st.sampled_from([DAY, "0001-01-01"]),
        "fields": things,
    }
)


@tries(12, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(batch=st.lists(told, min_size=1, max_size=3), sealed=st.booleans(), whole=things)
def test_nothing_that_is_sent_breaks_it(
    phone: Phone, batch: list[dict[str, Any]], sealed: bool, whole: Any
) -> None:
    seal = phone.bundle["sessions"][0]["usual"]["seal"]
    phone.queue = [each | {"seal": seal} if sealed else each for each in batch]
    assert len(phone.send()) == len(batch)
    assert len(phone.send(seals=whole)) == len(batch)
    for body in (json.dumps(whole), json.dumps({"told": whole, "sent_at": whole, "whose": whole}), "{"):
        answer = phone.browser.post("/offline/told", body, content_type="application/json")
        assert answer.status_code in (400, 409)
