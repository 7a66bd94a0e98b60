"""A morning without a network: told, looked up in what the site answered beforehand, sent once."""

import json
from typing import Any

from tests.browser.axe import axe, faults
from tests.browser.served import NEEDS
from tests.browser.test_offline import SET_DONE, carrying, phone, waits

__all__ = ["phone"]

pytestmark = NEEDS
SAID = "Sent: all that waited"
LONG_AGO = """() => fetch("/you/record").then((answer) => answer.text())"""


def mornings_of(page: Any) -> list[dict[str, Any]]:
    """The mornings in the record, as it is exported."""
    lines = map(json.loads, page.evaluate(LONG_AGO).splitlines())
    return [each for each in lines if each["kind"] == "morning"]


def tap(page: Any, pain: int) -> None:
    page.click(f".morning .numbers button[value='{pain}']")


def test_check_in_without_a_network_and_it_arrives_once(phone: Any, site: str) -> None:
    page, context = carrying(phone, site), phone.context
    context.set_offline(True)
    page.goto(f"{site}/morning")
    assert page.url == f"{site}/offline#morning"
    page.check("[name=slept_badly]")
    tap(page, 3)
    page.wait_for_selector("text=This morning: 3 of 10.")
    waits(page, "No network. 1 morning waits on this phone.")
    page.click("text=Tell it again")
    tap(page, 2)
    page.wait_for_selector("text=This morning: 2 of 10.")
    page.close(run_before_unload=False)
    page = context.new_page()
    page.goto(f"{site}/session")
    page.wait_for_selector("text=This morning: 2 of 10.")
    page.click("button:has-text('Start') >> nth=0")
    page.click(SET_DONE)
    waits(page, "1 set and 2 mornings wait on this phone")
    context.set_offline(False)
    waits(page, SAID)
    page.goto(f"{site}/today")
    assert "This morning: 2 of 10." in page.inner_text("main")
    assert [(each["pain_0_10"], each.get("sleep")) for each in mornings_of(page)] == [(3, "poor"), (2, None)]


def test_the_network_goes_while_the_number_is_tapped(phone: Any, site: str) -> None:
    page, context, lost = carrying(phone, site), phone.context, list[int]()

    def lose(route: Any) -> None:
        lost.append(route.fetch().status if not lost else 0)
        route.abort()

    context.route("**/morning", lose)
    tap(page, 4)
    page.wait_for_selector("text=This morning: 4 of 10.")
    assert lost[0] in (200, 302)
    waits(page, SAID)
    page.goto(f"{site}/today")
    assert "This morning: 4 of 10." in page.inner_text("main")
    assert [each["pain_0_10"] for each in mornings_of(page)] == [4]


def test_with_a_network_one_tap_keeps_it_as_before(phone: Any, site: str) -> None:
    page = carrying(phone, site)
    page.goto(f"{site}/morning")
    tap(page, 5)
    page.wait_for_selector("text=Kept: 5 of 10 this morning.")
    assert page.url == f"{site}/today"
    assert [each["pain_0_10"] for each in mornings_of(page)] == [5]


def test_a_bad_morning_is_answered_and_an_ill_day_is_none_to_train(phone: Any, site: str) -> None:
    page, context = carrying(phone, site), phone.context
    context.set_offline(True)
    page.goto(f"{site}/offline")
    page.wait_for_selector("[data-way=usual]")
    assert not page.is_visible(".flare")
    tap(page, 9)
    page.wait_for_selector("text=Does this feel like a flare?")
    assert page.is_visible("[data-way=low]")
    page.click("text=Tell it again")
    page.check("[name=ill]")
    tap(page, 2)
    page.wait_for_selector("text=This morning: 2 of 10, and ill.")
    assert page.inner_text("h1") == "No network"
    assert "nothing is asked of you today" in page.inner_text(".why")
    assert page.query_selector("[data-way]") is None
    context.set_offline(False)
    waits(page, SAID)
    page.goto(f"{site}/today")
    assert page.inner_text("h1") == "Rest today"


def test_for_axe_and_narrow(browser: Any, site: str) -> None:
    context = browser.new_context(viewport={"width": 320, "height": 800}, bypass_csp=True)
    page, script = carrying(context.new_page(), site), axe()
    context.set_offline(True)
    assert faults(page, f"{site}/offline#morning", script) == []
    assert faults(page, f"{site}/offline/kept", script) == []
    context.close()
