"""The site in a real Chromium: a first visit by hand and by keyboard, and no fault that axe knows of."""

from typing import Any

import pytest

from tests.browser.axe import axe, faults
from tests.browser.pages import LOOKS, NEW, OWN, WIDTHS
from tests.browser.served import NEEDS

pytestmark = NEEDS


def path_of(page: Any, site: str) -> str:
    """Where the page is."""
    return str(page.url).removeprefix(site).split("?")[0]


def to_a_plan(page: Any, site: str) -> None:
    """Through the questions, with nothing to report, to a plan."""
    page.goto(site)
    page.check("input[name=consent]")
    page.click("text=Begin with the safety questions")
    while path_of(page, site).startswith("/screen/page"):
        if page.query_selector("input[name=number-age-years]"):
            page.fill("input[name=number-age-years]", "44")
        page.click("button[name=none]")
    page.click("a.button.main")
    for label in ("Mon", "Thu", "30 min", "a firm chair"):
        page.check(f"label:has-text('{label}') input")
    page.click("text=Make my plan")
    page.click("text=Take this plan")


def set_done(page: Any) -> None:
    """Logs the set that is shown, and waits for what follows it."""
    page.wait_for_function("document.body && (document.body.dataset.seen = 'yes')")
    page.click("form.log >> button:has-text('Set done')")
    page.wait_for_selector("body:not([data-seen])")
    page.wait_for_load_state()


def test_somebody_gets_from_the_address_to_the_end_of_a_first_session(page: Any, site: str) -> None:
    to_a_plan(page, site)
    assert page.inner_text("h1") == "Train today"
    page.click("button:has-text('Start')")
    for _ in range(60):
        if path_of(page, site) != "/session":
            break
        set_done(page)
    page.click("button:has-text('Finish')")
    assert page.inner_text("h1") == "Well done."


def test_the_clock_of_a_hold_runs_and_rest_survives_a_reload(page: Any, site: str) -> None:
    to_a_plan(page, site)
    page.click("button:has-text('Start')")
    set_done(page)
    assert page.is_visible(".restclock .left")
    page.click("text=+15 s")
    before = page.inner_text(".restclock .left")
    page.reload()
    assert abs(seconds(page.inner_text(".restclock .left")) - seconds(before)) <= 3
    assert page.is_visible("text=Start the clock")
    page.click("text=Start the clock")
    page.wait_for_timeout(1200)
    assert page.inner_text(".clock .t").startswith("in ")


def seconds(told: str) -> int:
    """A clock's words as seconds."""
    minutes, _, rest = told.replace(" s", "").rpartition(":")
    return int(minutes or 0) * 60 + int(rest)


def test_a_red_flag_shows_the_number_to_call_and_no_way_to_an_exercise(page: Any, site: str) -> None:
    page.goto(site)
    page.check("input[name=consent]")
    page.click("text=Begin with the safety questions")
    page.fill("input[name=number-age-years]", "44")
    page.click("button[name=none]")
    page.check("input[name=yes][value=bladder-change]")
    page.click("button[name=go]")
    assert page.inner_text("h1") == "Get help now"
    assert page.get_attribute(".call a", "href") == "tel:999"
    assert not page.query_selector("nav.tabs")
    for path in ("/session", "/learn/exercises", "/plan"):
        page.goto(f"{site}{path}")
        assert page.inner_text("h1") == "Get help now"


def test_the_first_page_of_questions_is_answered_by_the_keyboard_alone(page: Any, site: str) -> None:
    page.goto(site)
    page.focus("input[name=consent]")
    page.keyboard.press("Space")
    page.keyboard.press("Enter")
    page.wait_for_url("**/screen/page/**")
    page.focus(".skip")
    for _ in range(30):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.name") == "number-age-years":
            break
    page.keyboard.type("44")
    for _ in range(30):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.name") == "none":
            break
    page.keyboard.press("Enter")
    page.wait_for_url("**/bladder-bowel-feeling**")


def test_answers_appear_as_one_types(page: Any, site: str) -> None:
    page.goto(f"{site}/learn/")
    page.type("#q", "is bed rest good", delay=15)
    page.wait_for_selector("#found article")
    assert "bed" in page.inner_text("#found article h2").lower()


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("looks", LOOKS)
def test_axe_finds_nothing_and_nothing_is_clipped(browser: Any, site: str, width: int, looks: str) -> None:
    script = axe()
    context = browser.new_context(viewport={"width": width, "height": 800}, bypass_csp=True)
    context.add_cookies([{"name": "looks", "value": looks, "url": site}])
    page = context.new_page()
    wrong = [fault for path in NEW for fault in faults(page, f"{site}{path}", script)]
    page.goto(site)
    page.click("text=Look around as the example")
    wrong += [fault for path in OWN for fault in faults(page, f"{site}{path}", script)]
    context.close()
    assert wrong == []
