"""Somebody with an account and a passkey, in a Chromium."""

import re
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from tests.browser.pages import HALFWAY_IN, OF_AN_ACCOUNT
from tests.browser.served import PRINTED

Seen = tuple[Any, list[str]]
"""The cookies with which pages are seen, and the pages."""
PASSWORD = "three quiet herons"  # noqa: S105 of the tests alone


def named(site: str) -> str:
    """The same site under the name that passkeys need."""
    return site.replace("127.0.0.1", "localhost")


def device(page: Any) -> Callable[[bool], None]:
    """A device that keeps passkeys and knows its owner; what is returned makes it say yes or no."""
    session = page.context.new_cdp_session(page)
    session.send("WebAuthn.enable")
    options = {"protocol": "ctap2", "transport": "internal", "automaticPresenceSimulation": True}
    able = {"hasResidentKey": True, "hasUserVerification": True, "isUserVerified": True}
    made = session.send("WebAuthn.addVirtualAuthenticator", {"options": options | able})

    def says(yes: bool) -> None:
        told = {"authenticatorId": made["authenticatorId"], "isUserVerified": yes}
        session.send("WebAuthn.setUserVerified", told)

    return says


def confirm(page: Any, folder: Path) -> None:
    """Opens the newest link that the site sent, on this host."""
    links: list[str] = []
    for _ in range(50):
        links = re.findall(r"/account/confirm/\S+", (folder / PRINTED).read_text(errors="replace"))
        if links:
            break
        time.sleep(0.1)
    page.goto(re.sub(r"(https?://[^/]+).*", r"\1", page.url) + links[-1])
    page.click("text=Confirm it")


def account(page: Any, home: str, folder: Path, address: str) -> None:
    """Somebody new with a confirmed address, who has just typed their password once more."""
    page.goto(f"{home}/account/keep")
    page.fill("input[name=email]", address)
    page.fill("input[name=password1]", PASSWORD)
    page.click("main button:has-text('Keep it')")
    confirm(page, folder)
    page.goto(f"{home}/you/entry")
    page.click("text=Make a passkey")
    page.fill("input[name=password]", PASSWORD)
    page.click("main button:has-text('Go on')")


def sign_out(page: Any, home: str) -> None:
    """Signed out; the page goes on when what waited was sent and the phone was emptied."""
    page.goto(f"{home}/you")
    page.click("main button:has-text('Sign out')")
    page.wait_for_url(lambda url: not url.endswith("/you"))


def password(page: Any, home: str, address: str) -> None:
    """The password typed, of somebody whose record it alone does not open."""
    page.goto(f"{home}/account/in")
    page.fill("input[name=login]", address)
    page.fill("input[name=password]", PASSWORD)
    page.click("main button:text-is('Sign in')")
    page.wait_for_url("**/account/in/second")


def pages_of_an_account(browser: Any, site: str, folder: Path) -> list[Seen]:
    """The pages of somebody who is signed in and has a passkey, and of the same person halfway in."""
    home, context, other = named(site), browser.new_context(), browser.new_context()
    page = context.new_page()
    device(page)
    account(page, home, folder, "looks@example.org")
    page.click("text=Make a passkey here")
    page.wait_for_url("**/you/entry/codes")
    page.goto(f"{home}/you/entry")
    key = page.get_attribute(".kept a", "href").split("/")[-2]
    password(other.new_page(), home, "looks@example.org")
    own = [path.format(key=key) for path in OF_AN_ACCOUNT]
    return [(context.storage_state(), own), (other.storage_state(), list(HALFWAY_IN))]
