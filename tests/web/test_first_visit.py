"""From the address to the end of a first session, as somebody with nothing to report."""

import pytest
from django.test import Client

from gradus.record.codec import decode
from gradus.record.facts import DecisionShown, PlanMade, Profile, ScreenAnswers, SessionDone, SetDone
from gradus.record.history import fold
from gradus_web.people.models import Record, User
from tests.unit.command.conftest import Run, run
from tests.web.conftest import PASSWORD, here_of, page_names, pass_screen

__all__ = ["run"]
pytestmark = pytest.mark.django_db

TOLD = {"days": ["monday", "thursday"], "minutes": "30", "equipment": ["chair", "wall"], "runs": "no"}


def begun() -> Client:
    """A browser in which somebody has just begun."""
    client = Client()
    answer = client.post("/begin", {"country": "GB", "consent": "on"})
    assert answer.headers["Location"] == "/screen"
    return client


def guest() -> User:
    return Record.objects.get().owner


def with_plan() -> Client:
    client = begun()
    assert pass_screen(client) == "/screen/meaning"
    assert client.post("/you/told?first=1", TOLD).headers["Location"] == "/plan/new"
    assert client.post("/plan/new").headers["Location"] == "/today"
    return client


def test_nothing_is_kept_without_consent() -> None:
    answer = Client().post("/begin", {"country": "GB"})
    assert answer.status_code == 422
    assert "Without your consent" in answer.content.decode()
    assert not User.objects.exists()


def test_the_whole_way_to_the_end_of_a_first_session() -> None:
    client = with_plan()
    today = client.get("/today").content.decode()
    assert "Train today" in today
    assert "The next seven days" in today
    address = "/session"
    sets = 0
    while (page := client.get(address)).status_code == 200:
        step = page.context["s"].step
        told = {"exercise": step.item.exercise, "amount": str(page.context["s"].filled), "pain": "1"}
        address = client.post("/session/set", told).headers["Location"]
        sets += 1
        assert sets < 60
    assert page.headers["Location"] == "/session/end"
    client.post("/session/end", {"how": "finished", "pain": "1"})
    done = client.get("/session/done").content.decode()
    assert "Well done" in done
    assert "What comes next" in done
    history = here_of(guest()).history
    assert len(history.of(SetDone)) == sets
    assert [fact.ended for fact in history.of(SessionDone)] == ["finished"]
    assert len(history.of(DecisionShown)) == 1
    assert len(history.of(PlanMade)) == 1
    assert history.of(Profile)[0].country == "GB"


def test_every_page_is_kept_at_once_and_back_shows_what_was_answered() -> None:
    client = begun()
    first, second, *_ = page_names()
    asked = ["age-years", "systolic-mmhg", "diastolic-mmhg", "female", "pregnant"]
    answer = client.post(f"/screen/page/{first}", {"asked": asked, "number-age-years": "44", "yes": "female"})
    assert answer.headers["Location"] == f"/screen/page/{second}"
    assert len(here_of(guest()).history.of(ScreenAnswers)) == 1
    again = client.get(f"/screen/page/{first}?back=1")
    assert again.context["shown"].ticked == {"female"}
    assert 'value="44"' in again.content.decode()


@pytest.mark.parametrize(
    ("told", "says"),
    [
        ({}, "press none of these"),
        ({"none": "1", "yes": "female"}, "Which is it?"),
        ({"none": "1", "number-age-years": "abc"}, "type a number"),
        ({"none": "1", "number-age-years": "-3"}, "type a number"),
        ({"none": "1", "number-age-years": "nan"}, "type a number"),
        ({"none": "1", "number-age-years": ""}, "fill this in"),
        ({"none": "1", "number-age-years": "9"}, "is that right"),
    ],
)
def test_a_page_that_is_not_answered_is_asked_again_and_nothing_is_kept(
    told: dict[str, str], says: str
) -> None:
    client = begun()
    sent = {"asked": ["age-years", "female"], "number-age-years": "44", **told}
    answer = client.post(f"/screen/page/{page_names()[0]}", sent)
    assert answer.status_code == 422
    assert says in answer.content.decode()
    assert not here_of(guest()).history.of(ScreenAnswers)


def test_what_was_not_shown_is_not_answered() -> None:
    client = begun()
    client.post(f"/screen/page/{page_names()[1]}", {"asked": "bladder-change", "none": "1"})
    (fact,) = here_of(guest()).history.of(ScreenAnswers)
    assert fact.answers == {"bladder-change": "no"}


def test_a_red_flag_leads_to_a_page_that_says_what_to_do_and_no_exercise_stands_behind_it() -> None:
    client = begun()
    assert pass_screen(client, yes=["bladder-change"]) == "/screen/meaning"
    page = client.get("/screen/meaning").content.decode()
    assert "Get help now" in page
    assert 'href="tel:999"' in page
    assert "Harder to pee" in page
    assert "2 March 2026" in page
    for address in ("/session", "/learn/exercises", "/learn/exercises/bird-dog"):
        assert client.get(address).headers["Location"] == "/today"
    assert "Get help now" in client.get("/today").content.decode()
    assert client.get("/plan/new").headers["Location"] == "/screen"
    assert client.post("/plan/new").headers["Location"] == "/plan/new"
    assert client.post("/session/set", {"exercise": "bird-dog", "amount": "8"}).status_code == 404
    assert not here_of(guest()).history.of(PlanMade)
    assert not here_of(guest()).history.of(SetDone)


def test_a_lock_ends_by_what_a_clinician_said_on_a_later_day(monday: object) -> None:
    client = begun()
    pass_screen(client, yes=["bladder-change"])
    told = {"examined_by": "Dr Example", "examined_on": "2026-03-02", "said": "Examined; no sign of it."}
    refused = client.post("/screen/examined", told)
    assert refused.status_code == 422
    monday(days=1)  # type: ignore[operator]
    told["examined_on"] = "2026-03-03"
    assert client.post("/screen/examined", told).headers["Location"] == "/screen"
    assert pass_screen(client) == "/screen/meaning"
    assert "You may train" in client.get("/screen/meaning").content.decode()


def test_a_guest_who_gives_an_address_keeps_everything() -> None:
    client = with_plan()
    before = client.get("/you/record").content
    user = guest()
    answer = client.post("/account/keep", {"email": "somebody@example.org", "password1": PASSWORD})
    assert answer.status_code == 302
    user.refresh_from_db()
    assert not user.is_guest
    assert User.objects.count() == 1
    assert client.get("/you/record").content == before
    fresh = Client()
    signed_in = fresh.post("/account/in", {"login": "somebody@example.org", "password": PASSWORD})
    assert signed_in.headers["Location"] == "/today"
    assert fresh.get("/you/record").content == before


def test_the_export_holds_everything_and_reads_back_to_the_same_state() -> None:
    client = with_plan()
    decoded = decode(client.get("/you/record").content)
    assert not decoded.faulty
    assert fold(decoded.facts).standing == here_of(guest()).history.standing


def test_the_command_imports_the_export_and_tells_the_same_day(run: Run) -> None:
    client = with_plan()
    exercise = client.get("/session").context["s"].step.item.exercise
    client.post("/session/set", {"exercise": exercise, "amount": "8", "pain": "2"})
    file = run.folder / "export.jsonl"
    file.write_bytes(client.get("/you/record").content)
    assert run("record", "import", file).code == 0
    assert fold(decode(run.bytes()).facts) == here_of(guest()).history
    told = client.get("/today").context["d"].answer
    assert run("today", "--json").json["action"] == told.action
