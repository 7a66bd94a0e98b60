"""Reminders by mail: off until they are wanted, each sent once, and ended by one tap without signing in."""

import email
import re
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
from allauth.account.models import EmailAddress
from click.testing import CliRunner
from django.core import mail
from django.test import Client

from gradus.record.facts import MorningCheckIn, Pause, PlanMade, SessionDone
from gradus_web.main import main
from gradus_web.people.models import FactLine, User
from gradus_web.reminders import sending
from gradus_web.reminders.due import due
from gradus_web.reminders.models import Reminders, Way
from gradus_web.reminders.sending import Told, send_due
from tests.web import clock
from tests.web.conftest import account, client_of, here_of, pass_screen
from tests.web.test_routes import faults

pytestmark = pytest.mark.django_db
SITE = "https://gradus.example.org"
LOCAL = "django.core.mail.backends.locmem.EmailBackend"
NONE, ONE = Told(0, 0), Told(1, 0)


class Broken:
    """A mail server that takes nothing."""

    def __init__(self, **_: Any) -> None: ...

    def send_messages(self, _: Any) -> int:
        raise OSError("no such server")


BROKEN = f"{Broken.__module__}.{Broken.__name__}"


@pytest.fixture(autouse=True)
def address(settings: Any) -> None:
    """The site knows where it is found."""
    settings.ADDRESS = SITE


@pytest.fixture
def confirmed(owner: User) -> User:
    """The owner, who has confirmed their address."""
    EmailAddress.objects.create(user=owner, email=owner.email, verified=True, primary=True)
    return owner


@pytest.fixture
def wanting(confirmed: User) -> User:
    """The owner, who wants mail at nine on training days, an hour after the clock stands; today is one."""
    switch_on(client_of(confirmed))
    return confirmed


def switch_on(browser: Client, days: str = "training", at: str = "09:00") -> int:
    """The status of the answer to the form."""
    told = {"do": "keep", "at": at, "days": days, "mail": "on"}
    return browser.post("/you/reminders/ways", told).status_code


def at(hour: int, minute: int = 0, second: int = 0, day: int = 2) -> datetime:
    """Sets the clock to that moment of March."""
    clock.AT["now"] = datetime(2026, 3, day, hour, minute, second, tzinfo=UTC)
    return clock.AT["now"]


def sent_at(hour: int, minute: int = 0, second: int = 0, day: int = 2) -> Told:
    """What a call at that moment sends."""
    return send_due(at(hour, minute, second, day))


def train(user: User) -> None:
    """The session of the day as done."""
    here = here_of(user)
    here.keep(here.fact(SessionDone, plan=here.history.of(SessionDone)[-1].plan))


def test_the_mail_speaks_the_language_of_the_account(wanting: User) -> None:
    User.objects.update(language="de")
    assert send_due(at(9)) == ONE
    assert mail.outbox[0].subject == "Die Erinnerung, um die Sie gebeten haben"


def test_it_is_off_until_somebody_switches_it_on(confirmed: User) -> None:
    assert not Reminders.objects.exists()
    client_of(confirmed).post("/you/reminders/calendar", {"do": "keep", "train_at": "09:00"})
    assert sent_at(9) == NONE
    assert switch_on(client_of(confirmed)) == 302
    assert sent_at(9) == ONE
    assert mail.outbox[0].to == ["owner@example.org"]


@pytest.mark.parametrize(
    ("hour", "minute", "second", "told"),
    [(8, 59, 59, NONE), (9, 0, 0, ONE), (10, 59, 59, ONE), (11, 0, 0, NONE)],
)
def test_it_comes_at_its_hour_or_up_to_two_later(
    wanting: User, hour: int, minute: int, second: int, told: Told
) -> None:
    assert sent_at(hour, minute, second) == told


def test_it_comes_once(wanting: User) -> None:
    assert [sent_at(9), sent_at(9), sent_at(9, 30)] == [ONE, NONE, NONE]
    assert len(mail.outbox) == 1


def test_of_two_calls_that_both_found_it_due_one_sends(
    wanting: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    both = list(due(at(9))) * 2
    assert len(both) == 2
    monkeypatch.setattr(sending, "due", lambda moment: iter(both))
    assert send_due(at(9)) == ONE


def test_who_ended_it_meanwhile_gets_none(wanting: User, monkeypatch: pytest.MonkeyPatch) -> None:
    found = list(due(at(9)))
    assert len(found) == 1
    client_of(wanting).post("/you/reminders/ways", {"do": "end"})
    monkeypatch.setattr(sending, "due", lambda moment: iter(found))
    assert send_due(at(9)) == NONE


def test_the_hour_is_that_of_the_persons_zone(confirmed: User) -> None:
    browser = client_of(confirmed)
    browser.cookies["zone"] = "America%2FNew_York"
    switch_on(browser)
    assert [sent_at(9), sent_at(13, 59, 59), sent_at(14)] == [NONE, NONE, ONE]


def test_what_could_not_be_sent_is_sent_by_the_next_call(wanting: User, settings: Any) -> None:
    settings.EMAIL_BACKEND = BROKEN
    assert sent_at(9) == Told(0, 1)
    settings.EMAIL_BACKEND = LOCAL
    assert [sent_at(9, 5), sent_at(9, 10)] == [ONE, NONE]


def test_a_done_session_needs_no_reminder(wanting: User) -> None:
    train(wanting)
    assert sent_at(9) == NONE


def test_on_a_day_of_rest_only_the_morning_is_asked_for_and_only_of_who_wants_it(wanting: User) -> None:
    train(wanting)
    assert sent_at(9, day=3) == NONE
    switch_on(client_of(wanting), "every")
    assert sent_at(9, day=3) == ONE
    at(8, day=4)
    here = here_of(wanting)
    here.keep(here.fact(MorningCheckIn, pain_0_10=2))
    assert sent_at(9, day=4) == NONE


def test_a_review_calls_on_a_day_of_rest_too_unless_somebody_is_away(wanting: User) -> None:
    """Four weeks after the plan, and on no day beside it."""
    assert here_of(wanting).history.of(PlanMade)[0].day == date(2026, 2, 9)
    at(8, day=8)
    train(wanting)
    told = [sent_at(9, day=8)]
    at(8, day=9)
    pass_screen(client_of(wanting))
    told += [sent_at(9, day=9), sent_at(9, day=10)]
    assert told == [NONE, ONE, NONE]
    assert "4 weeks are behind you" in client_of(wanting).get("/today").content.decode()
    Way.objects.update(sent_on=None)
    at(8, day=9)
    here = here_of(wanting)
    here.keep(here.fact(Pause, why="holiday", until=date(2026, 3, 20)))
    assert sent_at(9, day=9) == NONE


def test_whoever_has_not_begun_is_asked_to(db: None) -> None:
    newcomer = account("new@example.org")
    EmailAddress.objects.create(user=newcomer, email=newcomer.email, verified=True, primary=True)
    switch_on(client_of(newcomer))
    assert sent_at(9) == ONE


def test_nobody_is_called_while_training_is_stopped(wanting: User) -> None:
    browser = client_of(wanting)
    address = browser.get("/screen?anew=1").headers["Location"]
    while "/screen/page/" in address:
        page = browser.get(address).context["shown"]
        asked = [question.item.id for question in page.page.questions]
        told = {"yes": "bladder-change"} if "bladder-change" in asked else {"none": "1"}
        numbers = {f"number-{each.item.id}": "44" for each in page.asked_numbers if not each.item.optional}
        address = browser.post(address, {"asked": asked, **told, **numbers}).headers["Location"]
    assert browser.get("/today").context["d"].answer.action == "locked"
    switch_on(browser, "every")
    assert sent_at(9) == NONE


@pytest.mark.parametrize(("day", "told"), [(14, ONE), (15, NONE)])
def test_who_was_long_away_is_left_alone(wanting: User, day: int, told: Told) -> None:
    """The last word was on the first of March."""
    assert max(fact.day for fact in here_of(wanting).history.received.values()).day == 1
    assert sent_at(9, day=day) == told


def test_a_record_that_cannot_be_read_calls_nobody(wanting: User) -> None:
    FactLine.objects.create(record=here_of(wanting).row, fact=wanting.pk, line=b'{"kind":"morning"\n')
    assert sent_at(9) == NONE


def test_mail_goes_only_to_a_confirmed_address(owner: User, guest: User) -> None:
    for user in (owner, guest):
        assert switch_on(client_of(user)) == 422
    EmailAddress.objects.create(user=owner, email=owner.email, verified=False, primary=True)
    assert switch_on(client_of(owner)) == 422
    page = client_of(owner).get("/you/reminders").content.decode()
    assert "an address that you have confirmed" in page
    assert 'href="/you/entry"' in page
    assert client_of(owner).get("/you/entry").status_code == 200
    assert not Reminders.objects.exists()


def test_an_address_that_is_confirmed_no_more_gets_none(wanting: User) -> None:
    EmailAddress.objects.update(verified=False)
    assert sent_at(9) == NONE


def test_without_an_address_of_the_site_none_is_offered(confirmed: User, settings: Any) -> None:
    settings.ADDRESS = ""
    assert switch_on(client_of(confirmed)) == 422
    assert "has not set up mail" in client_of(confirmed).get("/you/reminders").content.decode()


@pytest.mark.parametrize("hour", ["", "x", "03:59", "22:01"])
def test_an_hour_that_is_none_is_asked_again(confirmed: User, hour: str) -> None:
    assert switch_on(client_of(confirmed), at=hour) == 422
    assert not Reminders.objects.exists()


def test_the_mail_says_nothing_of_why(wanting: User) -> None:
    sent_at(9)
    text = f"{mail.outbox[0].subject} {mail.outbox[0].body}".lower()
    assert f"{SITE}/today\n" in text
    for word in ("pain", "back", "train", "exercise", "health", "session", "gradus"):
        assert word not in text.replace(SITE, ""), word


def off_link() -> str:
    """The path that ends the mails, as a mail program finds it in the headers (RFC 8058)."""
    sent = email.message_from_bytes(mail.outbox[0].message().as_bytes())
    assert sent["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    found = re.fullmatch(f"<{SITE}(/mail/off/[0-9a-f]+)>", sent["List-Unsubscribe"].strip())
    assert found
    assert f"{SITE}{found[1]}\n" in mail.outbox[0].body
    return found[1]


def test_one_form_ends_it_without_signing_in(wanting: User) -> None:
    sent_at(9)
    stranger = Client(enforce_csrf_checks=True)
    assert stranger.get(off_link()).status_code == 200
    assert Way.objects.exists()
    for _ in range(2):
        answer = stranger.post(off_link(), {"List-Unsubscribe": "One-Click"})
        assert (answer.status_code, "No mail comes" in answer.content.decode()) == (200, True)
        assert not answer.cookies
    assert not Way.objects.exists()
    assert sent_at(9, day=5) == NONE


def test_the_pages_are_sound(wanting: User) -> None:
    sent_at(9)
    client_of(wanting).post("/you/reminders/calendar", {"do": "keep", "train_at": "09:00"})
    assert list(faults(Client(), off_link())) == []
    assert list(faults(client_of(wanting), "/you/reminders")) == []


def test_another_link_ends_nothing(wanting: User) -> None:
    path = "/mail/off/" + "0" * 96
    assert [Client().get(path).status_code, Client().post(path).status_code] == [404, 404]
    assert Way.objects.exists()


def test_a_box_that_is_not_ticked_ends_the_mail_and_keeps_the_hour(wanting: User) -> None:
    client_of(wanting).post("/you/reminders/ways", {"do": "keep", "at": "10:00", "days": "every"})
    assert sent_at(10) == NONE
    assert (Reminders.objects.get().at.hour, Way.objects.exists()) == (10, False)


def test_it_is_switched_off_on_the_page(wanting: User) -> None:
    client_of(wanting).post("/you/reminders/ways", {"do": "end"})
    assert sent_at(9) == NONE


def test_a_link_of_an_erased_person_ends_nothing(wanting: User) -> None:
    sent_at(9)
    client_of(wanting).post("/you/forget", {"word": "erase"})
    assert Client().post(off_link()).status_code == 404
    assert sent_at(9, day=5) == NONE


def test_the_command_says_what_is_missing(settings: Any, tmp_path: Path) -> None:
    settings.ADDRESS, settings.DATA = "", tmp_path
    told = CliRunner().invoke(main, ["remind"])
    assert (told.exit_code, "GRADUS_SITE_ADDRESS" in told.output) == (1, True)
    settings.ADDRESS = SITE
    told = CliRunner().invoke(main, ["remind"])
    assert (told.exit_code, "gradus-site init" in told.output) == (1, True)


def test_the_command_tells_what_it_sent_and_what_it_could_not(
    wanting: User, settings: Any, tmp_path: Path
) -> None:
    settings.DATA = tmp_path
    (tmp_path / "secret-key").write_text("x" * 60)
    at(9)
    settings.EMAIL_BACKEND = BROKEN
    told = CliRunner().invoke(main, ["remind"])
    assert (told.exit_code, "1 could not be sent" in told.output) == (1, True)
    settings.EMAIL_BACKEND = LOCAL
    told = CliRunner().invoke(main, ["remind"])
    assert (told.exit_code, told.output) == (0, "1 sent.\n")
    assert CliRunner().invoke(main, ["remind"]).output == ""
