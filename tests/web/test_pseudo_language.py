"""In a language in which every translated text is in brackets no word of a page is outside them but those
of the content, and the person's own."""

import json
import re
from collections.abc import Collection
from typing import Any

import pytest
from allauth.account.models import EmailAddress
from django.core import mail
from django.template import Context, Template
from django.template.loader import render_to_string
from django.test import Client

from gradus_web.content import expectation
from gradus_web.people.models import User
from gradus_web.reminders.mailing import message
from tests.web.conftest import client_of, here_of
from tests.web.device import Device, at_home, plain
from tests.web.entering import signed_in, sure, token_of
from tests.web.pseudo import BEGIN, END, content, outside, speak
from tests.web.test_entry import code

pytestmark = pytest.mark.django_db
NOW = 1_770_000_000.0
NOBODYS = (
    "/",
    "/privacy",
    "/account/in",
    "/account/keep",
    "/account/password/forgotten",
    "/account/password/sent",
    "/account/password/new/1-set-password",
    "/account/password/set",
    "/account/confirm/nothing",
    "/account/sent",
    "/account/closed",
    "/offline",
    "/offline/kept",
)
LEARN = (
    "/learn/",
    "/learn/?q=is+lifting+bad",
    "/learn/?q=zzz",
    "/learn/?q=I+cannot+pee+and+my+legs+are+numb",
    "/learn/answers/imaging",
    "/learn/claims/aerobics-adds-reach",
    "/learn/mistakes",
    "/learn/exercises",
    "/learn/exercises?needs=none&position=supine",
    "/learn/exercises/bird-dog",
    "/learn/exercises/side-bridge-knees",
)
OWNERS = (
    "/you/entry",
    "/you/entry/app",
    "/you/entry/passkey",
    "/you/devices",
    "/you/programs",
    "/you/programs/new",
    "/you/reminders",
    "/you/forget",
    "/account/again",
    "/account/out",
    "/learn/",
    "/nothing",
)
ALONE = ("429.html", "broken.html", "unreadable.html", "people/phone.html", "people/erased.html")
"""Pages that few requests lead to."""
OF_THE_CORE = ("/learn/rules/paused",)
"""Pages whose words outside brackets are the core's: the names of rules, and the numbers they go by. They are
as they are until the core's words can be translated; around them all is."""


@pytest.fixture
def pseudo(monkeypatch: pytest.MonkeyPatch) -> None:
    speak(monkeypatch)


@pytest.fixture
def entered(owner: User, pseudo: None) -> Client:
    """The owner's browser: the address is confirmed, and the password was typed a moment ago."""
    EmailAddress.objects.create(user=owner, email=owner.email, verified=True, primary=True)
    return at_home(sure(signed_in(owner, "Firefox/140 Android")))


def untranslated(browser: Client, *paths: str, known: Collection[str] = ()) -> list[tuple[str, str]]:
    """The words of these pages that cannot be translated, each with its page."""
    found = []
    for path in paths:
        page = browser.get(path).content.decode()
        assert page.count(BEGIN) > 9, path
        found += [(path, words) for words in outside(page, known)]
    return found


def test_the_pages_of_nobody(db: None, pseudo: None) -> None:
    known = {expectation().casefold(), *content()}
    assert untranslated(Client(), *NOBODYS, known=known) == []


def test_what_is_known(db: None, pseudo: None) -> None:
    assert untranslated(Client(), *LEARN, known=content()) == []


def test_the_pages_of_an_account(entered: Client) -> None:
    assert untranslated(entered, *OWNERS, known=content()) == []


def test_a_second_step_is_asked_for_made_and_taken_off(entered: Client, owner: User) -> None:
    options = plain(entered.get("/you/entry/passkey").context["js_data"])["creation_options"]
    made = {"name": "mine", "credential": Device().make(options)}
    assert entered.post("/you/entry/passkey", made).status_code == 302
    known = {"mine", "owner@example.org"}
    paths = ["/you/entry/codes", "/you/entry", "/you/entry/codes/new", "/account/again/passkey"]
    paths += re.findall(r'"(/you/entry/passkey/\d+/\w+)"', entered.get("/you/entry").content.decode())
    assert len(paths) == 6
    assert untranslated(entered, *paths, known=known) == []
    other = at_home(Client())
    asked = other.post("/account/in", {"login": owner.email, "password": "three quiet herons"}, follow=True)
    assert asked.redirect_chain[-1][0] == "/account/in/second"
    assert outside(asked.content.decode(), known) == []
    told = entered.get("/you/entry/codes/file").content.decode()
    assert told.startswith(BEGIN)
    assert not re.search("[a-z]", told.partition(END)[2])
    assert mail.outbox
    assert all(str(each.subject).startswith(BEGIN) for each in mail.outbox)


def test_codes_from_an_app(entered: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("allauth.mfa.totp.internal.auth.time.time", lambda: NOW)
    secret = entered.get("/you/entry/app").context["form"].secret
    wrong = entered.post("/you/entry/app", {"code": "1"})
    assert outside(wrong.content.decode()) == []
    assert entered.post("/you/entry/app", {"code": code(secret, NOW)}).status_code == 302
    assert untranslated(entered, "/you/entry", "/you/entry/app/off", "/account/again/code") == []


def test_a_token(owner: User, pseudo: None) -> None:
    token_of(owner)
    browser = sure(signed_in(owner))
    assert untranslated(browser, "/you/programs", known={"a program"}) == []
    made = browser.post("/you/programs/new", {"name": "another"}).content.decode()
    assert outside(made) == []


def test_reminders_and_their_mails(entered: Client, owner: User, settings: Any) -> None:
    settings.ADDRESS, settings.PUSH = "https://gradus.example.org", "mailto:us@example.org"
    wrong = entered.post("/you/reminders/ways", {"do": "keep", "at": "03:00", "device": "1"})
    assert (wrong.status_code, outside(wrong.content.decode())) == (422, [])
    entered.post("/you/reminders/calendar", {"do": "keep", "train_at": "09:00"})
    kept = entered.post(
        "/you/reminders/ways", {"do": "keep", "at": "09:00", "days": "every", "mail": "1"}, follow=True
    )
    assert outside(kept.content.decode()) == []
    address = entered.get("/you/reminders").context["address"]
    titles = re.findall("(?:SUMMARY|DESCRIPTION|X-WR-CALNAME):(.*)", Client().get(address).content.decode())
    assert titles
    assert all(title.strip().startswith(BEGIN) for title in titles)
    sent = message(owner.email, here_of(owner).row.id)
    assert str(sent.subject).startswith(BEGIN)
    assert str(sent.body).strip().startswith(BEGIN)
    assert str(sent.body).strip().endswith(END)


def test_forms_say_what_is_wrong(pseudo: None, owner: User, guest: User) -> None:
    known = {expectation().casefold(), *content()}
    said = [Client().post("/begin", {}), Client().post("/account/keep", {"email": "x", "password1": "short"})]
    said += [
        client_of(owner).post("/you/forget", {"word": "x"}),
        Client(enforce_csrf_checks=True).post("/begin"),
    ]
    assert [words for answer in said for words in outside(answer.content.decode(), known)] == []


@pytest.mark.parametrize("page", ALONE)
def test_the_pages_that_stand_alone(page: str, pseudo: None) -> None:
    made = render_to_string(page, {"alone": True})
    assert made.count(BEGIN) > 3
    assert outside(made) == []


def test_the_pages_of_the_core_are_translated_around_its_words(pseudo: None) -> None:
    assert all(Client().get(path).content.decode().count(BEGIN) > 20 for path in OF_THE_CORE)


def test_what_a_phone_shows_of_the_site(pseudo: None) -> None:
    told = Client().get("/manifest.webmanifest").json()
    said = [told["description"], *(each["label"] for each in told["screenshots"])]
    said += [each[name] for each in told["shortcuts"] for name in ("name", "description")]
    assert all(words.startswith(BEGIN) and words.endswith(END) for words in said)
    head = Client().get("/worker.js").content.decode()
    assert json.loads(re.findall("const REMINDER = (.*);", head)[0]).startswith(BEGIN)


def test_programs_are_answered_in_one_language(owner: User, monkeypatch: pytest.MonkeyPatch) -> None:
    speak(monkeypatch, but=("en", "en-gb"))
    browser = client_of(owner)
    browser.defaults["HTTP_ACCEPT_LANGUAGE"] = "de"
    paths = ("today", "plan", "review", "screen", "session/options", "why/bird-dog", "nothing", "facts")
    answers = [browser.get(f"/api/v1/{path}") for path in paths]
    answers += [
        browser.post(f"/api/v1/{path}", "{}", content_type="application/json") for path in ("facts", "plan")
    ]
    assert all(answer.content for answer in answers)
    assert [answer.content for answer in answers if BEGIN.encode() in answer.content] == []
    assert [answer.content for answer in answers if json.dumps(BEGIN)[1:-1].encode() in answer.content] == []


def test_a_word_that_cannot_is_found(pseudo: None) -> None:
    text = (
        "<title>Not this</title><body><header>nor {% translate 'that' %}</header>"
        "<main data-rest='Rest' data-kind='time'><h1>{% translate 'Good morning' %}</h1><p>not wrapped</p>"
        "<img alt='a picture of it' title='{% translate 'One of it' %}'>"
        "<p>{% blocktranslate %}With <a href='/'>a link</a> in it{% endblocktranslate %} 3 / 4</p></main>"
        "<template>kept for later</template><p>Known, and 3 March 2026</p><p>Gradus</p>"
        '<script type="application/json">{"says": "as data"}</script></body>'
    )
    found = ["Not this", "nor", "Rest", "not wrapped", "a picture of it", "kept for later", "as data"]
    assert outside(Template(text).render(Context()), {"known", "and"}) == found
