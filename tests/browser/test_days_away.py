"""Days without a network: the phone is restarted, and a second session asks for no more than the first."""

import re
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from typing import Any

from tests.browser.served import NEEDS, QUIET, chromium
from tests.browser.test_offline import SET_DONE, carrying, do_all, phone, sets_of, waits

__all__ = ["phone"]

pytestmark = NEEDS
SENT = "all that waited on this phone is on the site"
MOST_DAYS = 7


def doses(page: Any) -> dict[str, list[float]]:
    """What is asked for of each exercise, as its numbers."""
    names = page.locator(".exercises .name").all_inner_texts()
    said = page.locator(".exercises .dose").all_inner_texts()
    return {
        name: [float(each) for each in re.findall(r"\d+(?:\.\d+)?", words)]
        for name, words in zip(names, said, strict=True)
    }


def test_a_second_session_without_a_network_repeats_or_lowers(phone: Any, site: str) -> None:
    page, context = carrying(phone, site), phone.context
    context.set_offline(True)
    page.goto(f"{site}/session")
    page.wait_for_selector("[data-way=usual]")
    first = doses(page)
    assert first
    page.click("[data-way=usual]")
    done = do_all(page)
    page.click("button:has-text('Finish')")
    page.wait_for_selector("text=Well done.")
    page.goto(f"{site}/session")
    page.wait_for_selector("text=The next one that is carried is for")
    for later in range(1, MOST_DAYS):
        on = datetime.combine(date.today() + timedelta(days=later), time(9), UTC)  # noqa: DTZ011 a phone's own
        context.clock.set_fixed_time(on)
        page.goto(f"{site}/session")
        page.wait_for_selector("#shown h1")
        if page.query_selector("[data-way=usual]"):
            break
    second = doses(page)
    assert second
    for name in first.keys() & second.keys():
        assert len(second[name]) == len(first[name])
        assert all(after <= before for before, after in zip(first[name], second[name], strict=True)), name
    page.click("[data-way=low]")
    page.click(SET_DONE)
    waits(page, f"{done + 1} sets wait on this phone")
    context.set_offline(False)
    waits(page, SENT)
    assert len(sets_of(page, site)) == done + 1
    assert len({each["session"] for each in sets_of(page, site)}) == 2


def test_a_phone_that_is_restarted_goes_on_where_it_was(browser: Any, site: str, tmp_path: Path) -> None:
    """The whole browser ends; what it finds again is what lay on the disk."""

    def begun() -> Any:
        return browser.browser_type.launch_persistent_context(
            tmp_path / "profile", executable_path=chromium(), args=list(QUIET)
        )

    context = begun()
    page = carrying(context.pages[0], site)
    context.set_offline(True)
    page.goto(f"{site}/session")
    page.click("button:has-text('Start') >> nth=0")
    page.click(SET_DONE)
    waits(page, "1 set waits on this phone")
    page.wait_for_selector("form.log")
    where = page.inner_text(".set") + page.inner_text("h1")
    context.close()
    context = begun()
    context.set_offline(True)
    page = context.pages[0]
    page.goto(f"{site}/today")
    page.wait_for_selector("form.log")
    assert page.inner_text(".set") + page.inner_text("h1") == where
    waits(page, "1 set waits on this phone")
    page.click(SET_DONE)
    waits(page, "2 sets wait on this phone")
    context.set_offline(False)
    waits(page, SENT)
    assert len(sets_of(page, site)) == 2
    context.close()


def test_what_a_locked_phone_cannot_do_is_said(phone: Any, site: str) -> None:
    page = carrying(phone, site)
    page.context.set_offline(True)
    page.goto(f"{site}/offline/kept")
    assert page.is_visible("text=A locked phone is silent")
    assert "nothing is sent" in page.inner_text("main")
    page.goto(f"{site}/session")
    page.click("button:has-text('Start') >> nth=0")
    page.click("summary:has-text('Sounds and signals')")
    assert page.is_visible("text=A locked phone is silent")
