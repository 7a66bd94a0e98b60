"""How one gets in: a second step after the password, and the way back when the phone is lost."""

import re
from typing import Any

import pytest
from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value
from django.core import mail
from django.test import Client

from gradus_web.people.actions import unlock
from gradus_web.people.models import User
from tests.web.conftest import PASSWORD, account
from tests.web.entering import signed_in, sure

pytestmark = pytest.mark.django_db
ADDRESS = "asked@example.org"
HALF_MINUTE = 30


@pytest.fixture
def moment(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """The moment that codes are reckoned by; it stands until it is set."""
    at = [1_770_000_000.0]
    monkeypatch.setattr("allauth.mfa.totp.internal.auth.time.time", lambda: at[0])
    return at


@pytest.fixture
def user(db: None) -> User:
    """Somebody with a confirmed address and a password."""
    made = account(ADDRESS)
    EmailAddress.objects.create(user=made, email=ADDRESS, verified=True, primary=True)
    return made


def code(secret: str, at: float) -> str:
    """What an app shows at that moment."""
    return str(format_hotp_value(hotp_value(secret, int(at) // HALF_MINUTE)))


def switch_on(browser: Client, at: float) -> tuple[str, list[str]]:
    """Codes from an app switched on: its key, and the recovery codes that are shown next."""
    secret = browser.get("/you/entry/app").context["form"].secret
    answer = browser.post("/you/entry/app", {"code": code(secret, at)})
    assert answer.headers["Location"] == "/you/entry/codes"
    return secret, browser.get("/you/entry/codes").context["unused_codes"]


def second_step() -> Client:
    """A new browser in which the password was right, and more is asked."""
    browser = Client()
    answer = browser.post("/account/in", {"login": ADDRESS, "password": PASSWORD})
    assert answer.headers["Location"] == "/account/in/second"
    assert browser.get("/today").headers["Location"].startswith("/?next=")
    return browser


def leads(browser: Client, typed: str) -> Any:
    """Where the second step leads with what is typed; the page itself where it leads nowhere."""
    answer = browser.post("/account/in/second", {"code": typed})
    return answer.headers.get("Location", answer.content.decode())


def test_codes_by_the_published_examples() -> None:
    """RFC 6238, appendix B: SHA-1, the last six digits of the eight."""
    secret = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"  # noqa: S105 the published key
    assert [code(secret, at) for at in (59, 1111111109, 1234567890, 20000000000)] == [
        "287082", "081804", "005924", "353130",
    ]  # fmt: skip


def test_with_codes_switched_on_a_password_alone_opens_nothing(user: User, moment: list[float]) -> None:
    secret, _ = switch_on(sure(signed_in(user)), moment[0])
    moment[0] += 10 * HALF_MINUTE
    browser = second_step()
    assert "was not accepted" in leads(browser, "000000")
    assert leads(browser, code(secret, moment[0])) == "/today"
    assert browser.get("/today").status_code == 200


@pytest.mark.parametrize(("steps", "opens"), [(-2, False), (-1, True), (0, True), (1, True), (2, False)])
def test_a_clock_may_be_half_a_minute_off(user: User, moment: list[float], steps: int, opens: bool) -> None:
    secret, _ = switch_on(sure(signed_in(user)), moment[0])
    moment[0] += 10 * HALF_MINUTE
    typed = code(secret, moment[0] + steps * HALF_MINUTE)
    assert (leads(second_step(), typed) == "/today") is opens


def test_a_code_that_was_looked_at_opens_nothing_a_second_time(user: User, moment: list[float]) -> None:
    secret, _ = switch_on(sure(signed_in(user)), moment[0])
    moment[0] += 10 * HALF_MINUTE
    typed = code(secret, moment[0])
    assert leads(second_step(), typed) == "/today"
    assert "was not accepted" in leads(second_step(), typed)


def test_a_recovery_code_gets_in_once(user: User, moment: list[float]) -> None:
    _, kept = switch_on(sure(signed_in(user)), moment[0])
    assert len(set(kept)) == 10
    browser = second_step()
    assert leads(browser, f"{kept[3][:4]} {kept[3][4:]}") == "/today"
    assert "9 left" in re.sub("<.?b>", "", browser.get("/you/entry").content.decode())
    assert "was not accepted" in leads(second_step(), kept[3])
    assert leads(second_step(), kept[4]) == "/today"


def test_new_recovery_codes_end_the_old_ones(user: User, moment: list[float]) -> None:
    browser = sure(signed_in(user))
    _, old = switch_on(browser, moment[0])
    assert browser.post("/you/entry/codes/new").headers["Location"] == "/you/entry/codes"
    new = browser.get("/you/entry/codes").context["unused_codes"]
    assert not set(old) & set(new)
    taken = browser.get("/you/entry/codes/file")
    assert all(each in taken.content.decode() for each in new)
    assert "no-store" in taken.headers["Cache-Control"]
    assert "was not accepted" in leads(second_step(), old[0])


def test_whoever_lost_the_phone_gets_in_and_removes_it(user: User, moment: list[float]) -> None:
    _, kept = switch_on(sure(signed_in(user)), moment[0])
    browser = second_step()
    leads(browser, kept[0])
    assert sure(browser).post("/you/entry/app/off").headers["Location"] == "/you/entry"
    assert not Authenticator.objects.exists()
    signed_in(user)


def test_guessing_codes_is_stopped(user: User, moment: list[float]) -> None:
    secret, kept = switch_on(sure(signed_in(user)), moment[0])
    moment[0] += 10 * HALF_MINUTE
    browser = second_step()
    for _ in range(6):
        leads(browser, "000000")
    assert leads(browser, code(secret, moment[0])) != "/today"
    assert leads(browser, kept[0]) != "/today"


def test_nothing_is_changed_before_the_password_is_typed_once_more(user: User, moment: list[float]) -> None:
    browser = signed_in(user)
    for path in ("app", "passkey", "codes/new"):
        assert browser.get(f"/you/entry/{path}").headers["Location"].startswith("/account/again?next=")
    switch_on(sure(browser), moment[0])
    other = second_step()
    leads(other, code(Authenticator.objects.get(type="totp").data["secret"], moment[0] + HALF_MINUTE))
    for path in ("app/off", "codes", "codes/file", "codes/new"):
        assert other.get(f"/you/entry/{path}").headers["Location"].startswith("/account/again?next="), path
    assert other.post("/you/entry/app/off").status_code == 302
    assert Authenticator.objects.filter(type="totp").exists()


def test_guessing_the_password_of_an_open_browser_is_stopped(user: User) -> None:
    browser = signed_in(user)
    for _ in range(10):
        browser.post("/account/again", {"password": "wrong wrong wrong"})
    answer = browser.post("/account/again", {"password": PASSWORD})
    assert answer.status_code == 429
    assert "Too many tries" in answer.content.decode()


def test_nothing_is_added_before_the_address_is_confirmed(user: User, moment: list[float]) -> None:
    """Else somebody could sign up with another's address, and lock them out for good."""
    EmailAddress.objects.update(verified=False)
    browser = sure(signed_in(user))
    mail.outbox.clear()
    for path in ("app", "passkey"):
        answer = browser.get(f"/you/entry/{path}", follow=True)
        assert answer.redirect_chain[-1][0] == "/you/entry"
        assert "confirm your address first" in answer.content.decode()
    browser.post("/account/confirm-again")
    link = re.search(r"/account/confirm/\S+", str(mail.outbox[-1].body)) if mail.outbox else None
    said = browser.get("/you/entry").content.decode()
    assert link or "a moment ago" in said


def test_the_page_of_the_app_shows_square_and_key_without_a_picture(user: User, moment: list[float]) -> None:
    page = sure(signed_in(user)).get("/you/entry/app").content.decode()
    assert '<svg class="square"' in page
    assert "data:" not in page
    assert re.search(r'<code class="key">[A-Z2-7]{32}</code>', page)


def test_the_address_is_told_when_the_way_in_was_changed(
    user: User, moment: list[float], django_capture_on_commit_callbacks: Any
) -> None:
    browser = sure(signed_in(user))
    mail.outbox.clear()
    with django_capture_on_commit_callbacks(execute=True):
        switch_on(browser, moment[0])
        browser.post("/you/entry/codes/new")
    browser.post("/you/entry/app/off")
    told = [str(each.body).splitlines()[0] for each in mail.outbox]
    assert told == [
        "Codes from an app were switched on.",
        "New recovery codes were made; the old ones work no more.",
        "Codes from an app were switched off.",
    ]
    assert {address for each in mail.outbox for address in each.to} == {user.email}


def test_whoever_runs_the_site_takes_the_second_step_off(user: User, moment: list[float]) -> None:
    browser = sure(signed_in(user))
    switch_on(browser, moment[0])
    other = account("other@example.org")
    EmailAddress.objects.create(user=other, email="unsure@example.org", verified=False)
    assert not unlock("unsure@example.org")
    assert not unlock("nobody@example.org")
    assert Authenticator.objects.filter(user=user).count() == 2
    assert unlock(user.email.upper())
    assert not Authenticator.objects.exists()
    assert browser.get("/today").headers["Location"].startswith("/?next=")
    signed_in(user)
