"""Moments of a first visit that have no address of their own: alarm, a set done, pain, the end."""

from collections.abc import Iterator
from typing import Any

from tests.browser.test_site import to_a_plan

SET_DONE = "form.log >> button:has-text('Set done')"


def alarm(page: Any, site: str) -> Iterator[str]:
    """A red flag, and no exercise behind it."""
    page.goto(site)
    page.check("input[name=consent]")
    page.click("text=Begin with the safety questions")
    page.fill("input[name=number-age-years]", "44")
    page.click("button[name=none]")
    page.check("input[name=yes][value=bladder-change]")
    yield "a-question-answered"
    page.click("button[name=go]")
    page.wait_for_selector(".alarm")
    yield "alarm"


def first_session(page: Any, site: str) -> Iterator[str]:
    """A first session from its first set to its end."""
    to_a_plan(page, site)
    yield "first-today"
    page.click("button:has-text('Start')")
    page.click(SET_DONE)
    page.wait_for_selector(".restclock .left")
    yield "resting"
    page.click("summary:has-text('This hurts')")
    page.check(".hurts form input[name=pain][value='7']", force=True)
    yield "hurts"
    page.click("text=Tell it")
    page.wait_for_url("**/session/stop/**")
    yield "stopped-exercise"
    page.goto(f"{site}/session")
    page.goto(site + page.get_attribute("a[href^='/session/change/']", "href"))
    yield "change"
    page.goto(f"{site}/session/more")
    yield "more"
    if page.query_selector("main form button"):
        page.click("main form button >> nth=0")
        page.wait_for_load_state()
        yield "added"
    page.goto(f"{site}/session/end")
    yield "end"
    page.click("button:has-text('Finish')")
    page.wait_for_url("**/session/done")
    yield "done"
    page.goto(f"{site}/today")
    yield "today-after"


MOMENTS = (alarm, first_session)
