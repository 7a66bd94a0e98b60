"""Another language on a phone that carries sessions: what needs no network speaks it too."""

from typing import Any

from tests.browser.served import NEEDS
from tests.browser.test_guided import until
from tests.browser.test_offline import SET_DONE, carrying, phone, waits

__all__ = ["phone"]
pytestmark = NEEDS
KEEPS_GERMAN = (
    """caches.match("/offline").then((found) => found?.text()).then((text) => text?.includes('lang="de"'))"""
)


def test_what_needs_no_network_changes_its_language_with_the_pages(phone: Any, site: str) -> None:
    page, context = carrying(phone, site), phone.context
    page.goto(f"{site}/you")
    page.click("form.languages button[value=de]")
    until(page, "document.documentElement.lang === 'de'")
    page.goto(f"{site}/today")
    until(page, KEEPS_GERMAN)
    until(page, "document.querySelector('#where').dataset.carried === 'yes'")
    context.set_offline(True)
    page.goto(f"{site}/today")
    page.click("[data-way=usual]")
    assert page.evaluate("document.documentElement.lang") == "de"
    page.click(SET_DONE.replace("Set done", "Satz"))
    waits(page, "1 Satz")
