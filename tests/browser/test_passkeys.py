"""Passkeys in a real Chromium, with a device of its own that says yes or no."""

from pathlib import Path
from typing import Any

import pytest

from tests.browser.axe import axe, faults
from tests.browser.entering import account, device, named, password, sign_out
from tests.browser.pages import HALFWAY_IN, LOOKS, OF_AN_ACCOUNT, WIDTHS
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
def states(browser: Any, site: str, folder: Path) -> dict[str, Any]:
    """The cookies of somebody signed in with a passkey, and of the same person halfway in; and their key."""
    home, context = named(site), browser.new_context()
    page = context.new_page()
    device(page)
    account(page, home, folder, "looks@example.org")
    page.click("text=Make a passkey here")
    page.wait_for_url("**/you/entry/codes")
    page.goto(f"{home}/you/entry")
    key = page.get_attribute(".kept a", "href").split("/")[-2]
    other = browser.new_context()
    password(other.new_page(), home, "looks@example.org")
    told = {"inside": context.storage_state(), "halfway": other.storage_state(), "key": key}
    context.close()
    other.close()
    return told


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("looks", LOOKS)
def test_axe_finds_nothing_on_the_pages_of_an_account(
    browser: Any, site: str, states: dict[str, Any], width: int, looks: str
) -> None:
    wrong = []
    for state, paths in (("inside", OF_AN_ACCOUNT), ("halfway", HALFWAY_IN)):
        context = browser.new_context(
            viewport={"width": width, "height": 800}, bypass_csp=True, storage_state=states[state]
        )
        context.add_cookies([{"name": "looks", "value": looks, "url": named(site)}])
        page = context.new_page()
        for path in paths:
            address = f"{named(site)}{path.format(key=states['key'])}"
            wrong += faults(page, address, axe())
            assert page.url == address
        context.close()
    assert wrong == []
