"""Every route, tried by the whole cast in one table: nobody, a guest, the owner, and somebody else."""

from collections.abc import Iterator
from dataclasses import dataclass
from html.parser import HTMLParser
from urllib.parse import quote

import pytest
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver

from gradus.record.facts import Profile, SetDone
from gradus_web.people.models import User
from tests.web.conftest import PLANTED, account, client_of, here_of, pass_screen

pytestmark = pytest.mark.django_db
NO_PAGES = ("export", "picture", "plan-paper", "review-paper", "manifest", "worker", "carried", "told")
DOOR = "/?next="
"""Where nobody is led to who is not signed in."""


@dataclass(frozen=True)
class Route:
    """A route: what each of the cast gets. A number is a status; a text is where it leads."""

    name: str
    path: str
    nobody: int | str
    guest: int | str
    owner: int | str
    other: int | str
    method: str = "get"


def mine(name: str, path: str, guest: int | str, owner: int | str, other: int | str) -> Route:
    """A page of one's own."""
    return Route(name, path, DOOR, guest, owner, other)


def sent(name: str, path: str, guest: int | str, owner: int | str, other: int | str) -> Route:
    """A form of one's own, sent empty."""
    return Route(name, path, DOOR, guest, owner, other, "post")


def entry(name: str, path: str, account: int | str) -> Route:
    """A page of how one gets in: for accounts alone."""
    return mine(name, path, "/account/keep", account, account)


def again(name: str, path: str) -> Route:
    """Such a page that asks for the password once more."""
    return entry(name, path, f"/account/again?next={quote(path, safe='')}")


def to_sign_in(name: str, path: str, method: str) -> Route:
    """What leads everybody to where one signs in."""
    return Route(name, path, "/account/in", "/account/in", "/account/in", "/account/in", method)


def api(name: str, path: str, signed_in: int, method: str = "get") -> Route:
    """What a program asks, here by the session of a browser. Sent forms are no JSON and are refused."""
    return Route(f"api-{name}", f"/api/v1/{path}", 401, signed_in, signed_in, signed_in, method)


def open_(name: str, path: str) -> Route:
    return Route(name, path, 200, 200, 200, 200)


TABLE = (
    Route("welcome", "/", 200, "/today", "/today", "/today"),
    Route("begin", "/begin", 422, "/today", "/today", "/today", "post"),
    Route("demo", "/demo", 404, 404, 404, 404, "post"),
    Route("phone", "/phone", 404, 404, 404, 404),
    Route("certificate", "/gradus.crt", 404, 404, 404, 404),
    open_("privacy", "/privacy"),
    Route("account_signup", "/account/keep", 200, 200, "/today", "/today"),
    open_("account_login", "/account/in"),
    Route("account_logout", "/account/out", "/", 200, 200, 200),
    open_("account_reset_password", "/account/password/forgotten"),
    open_("account_reset_password_done", "/account/password/sent"),
    open_("account_reset_password_from_key", "/account/password/new/1-set-password"),
    open_("account_reset_password_from_key_done", "/account/password/set"),
    open_("account_confirm_email", "/account/confirm/nothing"),
    open_("account_email_verification_sent", "/account/sent"),
    open_("account_inactive", "/account/closed"),
    sent("confirm-again", "/account/confirm-again", "/account/keep", "/you/entry", "/you/entry"),
    Route("mfa_authenticate", "/account/in/second", "/account/in", "/today", "/today", "/today"),
    to_sign_in("mfa_login_webauthn", "/account/in/passkey", "get"),
    to_sign_in("mfa_login_webauthn", "/account/in/passkey", "post"),
    entry("account_reauthenticate", "/account/again", 200),
    entry("mfa_reauthenticate", "/account/again/code", "/account/again"),
    entry("mfa_reauthenticate_webauthn", "/account/again/passkey", "/account/again"),
    entry("mfa_index", "/you/entry", 200),
    again("mfa_activate_totp", "/you/entry/app"),
    entry("mfa_deactivate_totp", "/you/entry/app/off", 404),
    entry("mfa_view_recovery_codes", "/you/entry/codes", 404),
    again("mfa_generate_recovery_codes", "/you/entry/codes/new"),
    entry("mfa_download_recovery_codes", "/you/entry/codes/file", 404),
    again("mfa_add_webauthn", "/you/entry/passkey"),
    again("mfa_edit_webauthn", "/you/entry/passkey/1/name"),
    again("mfa_remove_webauthn", "/you/entry/passkey/1/remove"),
    entry("devices", "/you/devices", 200),
    sent("end-device", "/you/devices/end", "/account/keep", "/you/devices", "/you/devices"),
    open_("learn", "/learn/"),
    open_("learn", "/learn/?q=is+lifting+bad"),
    open_("answer", "/learn/answers/imaging"),
    Route("answer", "/learn/answers/nothing", 404, 404, 404, 404),
    open_("claim", "/learn/claims/aerobics-adds-reach"),
    open_("rule", "/learn/rules/paused"),
    open_("rule", "/learn/rules/age-alone"),
    Route("rule", "/learn/rules/nothing", 404, 404, 404, 404),
    open_("picture", "/learn/pictures/any/moving/bird-dog.svg"),
    open_("picture", "/learn/pictures/any/still/bird-dog.svg"),
    Route("picture", "/learn/pictures/any/moving/nothing.svg", 404, 404, 404, 404),
    Route("picture", "/learn/pictures/any/other/bird-dog.svg", 404, 404, 404, 404),
    open_("mistakes", "/learn/mistakes"),
    open_("exercises", "/learn/exercises"),
    open_("exercise", "/learn/exercises/bird-dog"),
    Route("exercise", "/learn/exercises/nothing", 404, 404, 404, 404),
    mine("screen", "/screen", "/screen/page/about-you", "/screen/meaning", "/screen/meaning"),
    mine("screen-check", "/screen/check", "/screen", "/screen", "/screen"),
    mine("screen-meaning", "/screen/meaning", 200, 200, 200),
    mine("clearance", "/screen/examined", "/screen/meaning", "/screen/meaning", "/screen/meaning"),
    mine("screen-page", "/screen/page/injury", 200, 200, 200),
    mine("screen-page", "/screen/page/nothing", 404, 404, 404),
    sent("screen-page", "/screen/page/injury", "/screen", "/screen", "/screen"),
    mine("today", "/today", 200, 200, 200),
    sent("skip", "/today/skip", "/today", "/today", "/today"),
    mine("morning", "/morning", 200, 200, 200),
    sent("morning", "/morning", 422, 422, 422),
    mine("flare", "/flare", 200, 200, 200),
    mine("pause", "/pause", 200, 200, 200),
    mine("session", "/session", "/today", 200, "/today"),
    sent("set", "/session/set", "/session", "/session", "/session"),
    sent("undo", "/session/undo", 404, 404, 404),
    mine("session-end", "/session/end", "/today", "/today", "/today"),
    mine("session-more", "/session/more", 200, 200, 200),
    mine("session-done", "/session/done", "/today", "/today", "/today"),
    mine("session-stop", "/session/stop/bird-dog", 200, 200, 200),
    mine("session-stop", "/session/stop/nothing", 404, 404, 404),
    sent("leave", "/session/leave/nothing", "/session", "/session", "/session"),
    mine("change", "/session/change/nothing", 404, 404, 404),
    mine("plan", "/plan", "/plan/new", 200, "/plan/new"),
    mine("plan-new", "/plan/new", "/screen", 200, 200),
    mine("plan-sheet", "/plan/sheet", "/today", 200, "/today"),
    mine("plan-paper", "/plan/sheet.pdf", 404, 200, 404),
    mine("plan-others", "/plan/others", 200, 200, 200),
    mine("progress", "/progress", 200, 200, 200),
    mine("review", "/progress/review", 200, 200, 200),
    mine("review-paper", "/progress/review.pdf", 404, 200, 404),
    mine("review-then", "/progress/review/4", 404, 404, 404),
    mine("review-then-paper", "/progress/review/4.pdf", 404, 404, 404),
    mine("training", "/progress/training", 200, 200, 200),
    mine("course", "/progress/training/sit-to-stand", "/why/sit-to-stand", 200, "/why/sit-to-stand"),
    mine("course", "/progress/training/nothing", 404, 404, 404),
    sent("milestone", "/progress/milestone", "/progress", "/progress", "/progress"),
    mine("measures", "/measures", 200, 200, 200),
    mine("measure", "/measures/chair-stand-30s", 200, 200, 200),
    mine("measure", "/measures/biering-sorensen", 404, 404, 404),
    sent("measure", "/measures/side-bridge-hold", 422, 422, 422),
    mine("forget", "/you/forget", 200, 200, 200),
    sent("forget", "/you/forget", 422, 422, 422),
    mine("why", "/why/bird-dog", 200, 200, 200),
    mine("why", "/why/nothing", 404, 404, 404),
    mine("you", "/you", 200, 200, 200),
    mine("profile", "/you/told", 200, 200, 200),
    sent("looks", "/you/looks", "/you", "/you", "/you"),
    Route("language", "/language", "/", "/", "/", "/", "post"),
    mine("export", "/you/record", 200, 200, 200),
    mine("reminders", "/you/reminders", 200, 200, 200),
    sent("choose-calendar", "/you/reminders/calendar", 422, 422, 422),
    sent("choose-ways", "/you/reminders/ways", 422, 422, 422),
    open_("manifest", "/manifest.webmanifest"),
    open_("worker", "/worker.js"),
    open_("offline", "/offline"),
    open_("on-this-device", "/offline/kept"),
    mine("carried", "/offline/sessions", 200, 200, 200),
    mine("told", "/offline/told", 200, 200, 200),
    sent("told", "/offline/told", 400, 400, 400),
    entry("programs", "/you/programs", 200),
    again("new-token", "/you/programs/new"),
    sent("end-token", "/you/programs/end", "/account/keep", "/you/programs", "/you/programs"),
    open_("api-document", "/api/v1/openapi.json"),
    api("screen", "screen", 200),
    api("today", "today", 200),
    api("today", "today?minutes=3", 422),
    api("facts", "facts", 422, "post"),
    api("record", "facts", 200),
    api("options", "session/options", 200),
    api("options", "session/options?exercise=nothing", 404),
    api("session_change", "session/change", 400, "post"),
    api("plan", "plan", 200),
    api("plan_taken", "plan", 400, "post"),
    api("plan_new", "plan/new", 200),
    api("plan_new", "plan/new?programme=nothing", 404),
    api("plan_others", "plan/others", 200),
    api("review", "review", 200),
    api("review", "review?week=4", 404),
    api("why", "why/bird-dog", 200),
    api("why", "why/nothing", 404),
    api("library", "library", 200),
    api("thing", "library/answers/imaging", 200),
    api("thing", "library/answers/nothing", 404),
    api("thing", "library/secrets/imaging", 422),
    api("search", "search?q=is+lifting+bad", 200),
    api("search", "search", 422),
    Route("calendar", "/calendar/guess.ics", 404, 404, 404, 404),
    Route("mail-off", "/mail/off/guess", 404, 404, 404, 404),
    Route("mail-off", "/mail/off/guess", 404, 404, 404, 404, "post"),
)


@pytest.fixture
def cast(owner: User, guest: User) -> dict[str, Client]:
    """The browsers of all four. The owner has words in their record that no other may see; the somebody else
    has passed the screen and has no plan yet."""
    here = here_of(owner)
    here.keep(here.fact(Profile, goals=(PLANTED,)))
    other = client_of(account("other@example.org"))
    pass_screen(other)
    return {"nobody": Client(), "guest": client_of(guest), "owner": client_of(owner), "other": other}


@pytest.mark.parametrize("method", ["get", "post"])
def test_each_of_the_cast_gets_what_the_table_says(cast: dict[str, Client], method: str) -> None:
    wrong = []
    for route in TABLE:
        for who, browser in cast.items() if route.method == method else ():
            answer = getattr(browser, method)(route.path)
            expected, found = getattr(route, who), answer.headers.get("Location", answer.status_code)
            if found != expected and not (expected == DOOR and str(found).startswith(DOOR)):
                wrong.append((route.path, who, found, expected))
            if who != "owner" and answer.status_code == 200 and PLANTED.encode() in answer.content:
                wrong.append((route.path, who, "reads what is the owner's", ""))
    assert not wrong


def test_the_table_has_every_route() -> None:
    names = {pattern.name for pattern in patterns(get_resolver())}
    assert names == {route.name for route in TABLE}


def patterns(resolver: URLResolver) -> Iterator[URLPattern]:
    """Every address of the site."""
    for each in resolver.url_patterns:
        if isinstance(each, URLResolver):
            yield from patterns(each)
        else:
            yield each


def test_only_the_owner_reads_the_planted_words(cast: dict[str, Client]) -> None:
    assert PLANTED in cast["owner"].get("/progress").content.decode()
    assert PLANTED in cast["owner"].get("/you/record").content.decode()


def test_nobody_takes_back_the_set_of_another(cast: dict[str, Client], owner: User) -> None:
    exercise = cast["owner"].get("/session").context["s"].step.item.exercise
    cast["owner"].post("/session/set", {"exercise": exercise, "amount": "8"})
    fact = here_of(owner).history.of(SetDone)[-1]
    for who in ("guest", "other"):
        assert cast[who].post("/session/undo", {"set": fact.id}).status_code == 404
    assert cast["nobody"].post("/session/undo", {"set": fact.id}).headers["Location"].startswith(DOOR)
    assert here_of(owner).history.of(SetDone)[-1] == fact


class Markup(HTMLParser):
    """What a page's markup says of itself: headings, ids, labels, and what the policy would block."""

    def __init__(self) -> None:
        super().__init__()
        self.headings: list[str] = []
        self.ids: list[str] = []
        self.labelled: set[str] = set()
        self.fields: list[dict[str, str | None]] = []
        self.blocked: list[str] = []
        self.inside: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        told = dict(attrs)
        self.inside.append(tag)
        if tag in ("h1", "h2", "h3") and "template" not in self.inside:
            self.headings.append(tag)
        if told.get("id"):
            self.ids.append(str(told["id"]))
        if tag == "label" and told.get("for"):
            self.labelled.add(str(told["for"]))
        if tag in ("input", "select", "textarea") and told.get("type") not in ("hidden", "submit"):
            self.fields.append(told | {"inside": "label" if "label" in self.inside else ""})
        if (
            tag == "style"
            or "style" in told
            or (tag == "script" and "src" not in told and told.get("type") != "application/json")
        ):
            self.blocked.append(tag)
        self.blocked += [name for name in told if name.startswith("on")]
        self.blocked += [
            str(told[name]) for name in ("src", "href") if (told.get(name) or "").startswith(("http", "//"))
        ]
        if tag in ("input", "meta", "link", "img", "br", "hr"):
            self.inside.pop()

    def handle_endtag(self, tag: str) -> None:
        while self.inside and self.inside.pop() != tag:
            pass


def test_each_page_is_sound(cast: dict[str, Client]) -> None:
    """One heading of the first rank, first; ids once; every field with its words; nothing from elsewhere and
    nothing that the policy of the site would block."""
    pages = (each for each in TABLE if each.name not in NO_PAGES and not each.name.startswith("api-"))
    paths = sorted({route.path for route in pages if route.owner == 200})
    assert [fault for path in paths for who in ("owner", "nobody") for fault in faults(cast[who], path)] == []


def faults(browser: Client, path: str) -> Iterator[tuple[str, object]]:
    """What is wrong with the markup of a page; nothing where there is no page for this browser."""
    answer = browser.get(path)
    if answer.status_code != 200:
        return
    found = Markup()
    found.feed(answer.content.decode())
    if found.headings[:1] != ["h1"] or found.headings.count("h1") != 1:
        yield path, found.headings
    if len(found.ids) != len(set(found.ids)):
        yield path, sorted(found.ids)
    for field in found.fields:
        if not (field.get("aria-label") or field["inside"] or field.get("id") in found.labelled):
            yield path, field
    if found.blocked:
        yield path, found.blocked
