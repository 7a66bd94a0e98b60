"""Passkeys in a real Chromium, with a device of its own that says yes or no."""

from pathlib import Path
from typing import Any

import pytest

from tests.browser.axe import axe, faults
from tests.browser.entering import Seen, account, device, named, pages_of_an_account, password, sign_out
from tests.browser.pages import LOOKS, WIDTHS
from tests.browser.served import NEEDS

pytestmark = NEEDS


def test_a_passkey_is_made_and_signs_in_by_itself(page: Any, site: str, folder: Path) -> None:
    home, says = named(site), device(page)
    account(page, home, folder, "keys@example.org")
    assert "Linux" in page.input_value("#id_name")
    says(False)
    page.click("text=Make a passkey here")
    page.wait_for_selector("#passkey-said:has-text('nothing was changed')", timeout=90_000)
    says(True)
    page.click("text=Make a passkey here")
    page.wait_for_url("**/you/entry/codes")
    kept = [each.inner_text().replace(" ", "") for each in page.query_selector_all(".codes code")]
    assert [len(each) for each in kept] == [8] * 10

    sign_out(page, home)
    page.goto(f"{home}/account/in")
    page.click("text=Sign in with a passkey")
    page.wait_for_url(lambda url: "/account/in" not in url)
    page.goto(f"{home}/you/entry")
    assert "last used on" in page.inner_text(".kept")

    sign_out(page, home)
    for step in ("Use my passkey", "code"):
        password(page, home, "keys@example.org")
        if step == "code":
            page.fill("input[name=code]", kept[0])
            page.click("main button:text-is('Sign in')")
        else:
            page.click(f"text={step}")
        page.wait_for_url(lambda url: "/account/in" not in url)
        page.goto(f"{home}/you/entry")
        assert page.inner_text("h1") == "How you get in"
        if step != "code":
            sign_out(page, home)

    page.click("text=remove")
    page.click("text=With a passkey")
    page.click("text=Use my passkey")
    page.wait_for_url("**/remove")
    page.click("main button:has-text('Remove it')")
    page.wait_for_url("**/you/entry")
    assert "Your password alone opens your record" in page.inner_text(".lead")


def test_where_no_passkey_can_be_made_the_page_says_so(page: Any, site: str) -> None:
    page.goto(f"{site}/account/in")
    assert page.query_selector("[data-passkey]") is None


@pytest.fixture(scope="module")
def seen(browser: Any, site: str, folder: Path) -> list[Seen]:
    """The pages of an account, and how it is entered."""
    return pages_of_an_account(browser, site, folder)


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("looks", LOOKS)
def test_axe_finds_nothing_on_the_pages_of_an_account(
    browser: Any, site: str, seen: list[Seen], width: int, looks: str
) -> None:
    wrong = []
    for state, paths in seen:
        context = browser.new_context(
            viewport={"width": width, "height": 800}, bypass_csp=True, storage_state=state
        )
        context.add_cookies([{"name": "looks", "value": looks, "url": named(site)}])
        page = context.new_page()
        for path in paths:
            wrong += faults(page, f"{named(site)}{path}", axe())
            assert page.url == f"{named(site)}{path}"
        context.close()
    assert wrong == []
