"""On the home screen of a phone: it can be put there, newer versions disturb nobody, and all of it can go."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.browser.renewed import Door, door_to
from tests.browser.served import NEEDS, QUIET, chromium
from tests.browser.test_guided import until
from tests.browser.test_offline import LEFT, SET_DONE, carrying, do_all, phone, sets_of, waits

__all__ = ["phone"]

pytestmark = NEEDS
CACHES = "caches.keys().then((all) => all.filter((each) => each.startsWith('gradus-')).sort().join())"

WAITING = "navigator.serviceWorker.getRegistration().then((found) => found.waiting?.state)"
"""A newer version waits while the older one has a request under way; Chromium gives it up to minutes."""
ASK_FOR_IT = "navigator.serviceWorker.ready.then((found) => found.update())"


@pytest.fixture
def door(site: str) -> Iterator[Door]:
    with door_to(site) as made:
        yield made


def test_a_phone_can_put_it_on_its_home_screen(browser: Any, site: str, tmp_path: Path) -> None:
    """Chromium finds nothing that is missing."""
    context = browser.browser_type.launch_persistent_context(
        tmp_path / "profile", executable_path=chromium(), args=list(QUIET)
    )
    page = context.pages[0]
    page.goto(f"{site}/privacy")
    asked = context.new_cdp_session(page)
    assert asked.send("Page.getAppManifest")["errors"] == []
    assert asked.send("Page.getInstallabilityErrors")["installabilityErrors"] == []
    context.close()


def test_each_way_in_from_the_home_screen_opens(phone: Any, site: str) -> None:
    phone.goto(site)
    phone.click("text=Look around as the example")
    told = phone.evaluate("fetch('/manifest.webmanifest').then((answer) => answer.json())")
    assert [each["name"] for each in told["shortcuts"]] == ["Check in", "Start"]
    for way in (told["start_url"], *(each["url"] for each in told["shortcuts"])):
        answer = phone.goto(f"{site}{way}")
        assert answer.ok
        assert phone.locator("h1").count() == 1


def test_a_newer_version_leaves_a_running_session_as_it_is(phone: Any, door: Door) -> None:
    page, context = carrying(phone, door.address), phone.context
    context.set_offline(True)
    page.goto(f"{door.address}/session")
    page.click("button:has-text('Start') >> nth=0")
    page.click(SET_DONE)
    waits(page, "1 set waits on this phone")
    page.wait_for_selector(".restclock .left")
    page.evaluate("window.untouched = true")
    where, before = page.inner_text(".set") + page.inner_text("h1"), page.evaluate(CACHES)
    door.is_renewed = True
    context.set_offline(False)
    newer = f"now !== {before!r} && now.includes('newer')"
    until(page, f"{ASK_FOR_IT}.then(() => {CACHES}).then((now) => {newer})")
    waits(page, "all that waited on this phone is on the site")
    assert page.evaluate("window.untouched")
    assert page.inner_text(".set") + page.inner_text("h1") == where
    took_over = page.evaluate(WAITING) is None
    context.set_offline(True)
    page.click(SET_DONE)
    waits(page, "1 set waits on this phone")
    assert page.evaluate("window.untouched")
    where = page.inner_text(".set") + page.inner_text("h1")
    page.reload()
    page.wait_for_selector("form.log")
    assert "Now train without a network" in page.content() or not took_over
    assert page.inner_text(".set") + page.inner_text("h1") == where
    done = 2 + do_all(page)
    page.click("button:has-text('Finish')")
    page.wait_for_selector("text=Well done.")
    context.set_offline(False)
    waits(page, "all that waited on this phone is on the site")
    found = sets_of(page, door.address)
    assert len({each["id"] for each in found}) == len(found) == done
    assert len({each["session"] for each in found}) == 1


def test_what_this_device_keeps_is_told_and_can_be_deleted(phone: Any, site: str) -> None:
    page, context, asked = carrying(phone, site), phone.context, list[str]()
    context.set_offline(True)
    page.goto(f"{site}/session")
    page.click("button:has-text('Start') >> nth=0")
    page.click(SET_DONE)
    waits(page, "1 set waits on this phone")
    page.goto(f"{site}/offline/kept")
    page.wait_for_selector("text=1 set waits. What waits is sent when there is a network.")
    page.wait_for_selector("[data-part=safe]:not(:empty)")
    assert "For the days up to" in page.inner_text("[data-part=sessions]")
    assert not page.inner_text("[data-part=files]").startswith("Pictures of exercises: 0")
    assert page.inner_text("[data-part=room]").startswith("About ")

    def answer(dialog: Any) -> None:
        asked.append(dialog.message)
        dialog.dismiss()

    page.once("dialog", answer)
    page.click("text=Delete it all")
    page.wait_for_timeout(300)
    assert asked == ["Of what you told, 1 wait on this phone and have not reached the site. Delete them?"]
    page.wait_for_selector("text=1 set waits")
    context.set_offline(False)
    waits(page, "all that waited on this phone is on the site")
    page.click("text=Delete it all")
    page.wait_for_selector("text=You chose that nothing is kept here.")
    page.goto(f"{site}/today")
    page.goto(f"{site}/offline/kept")
    page.wait_for_selector("text=You chose that nothing is kept here.")
    assert page.evaluate(CACHES) == ""
    assert page.evaluate("navigator.serviceWorker.getRegistrations().then((all) => all.length)") == 0
    assert page.evaluate("indexedDB.databases().then((all) => all.map((each) => each.name))") == []
    assert len(sets_of(page, site)) == 1
    page.click("text=Keep sessions here again")
    page.goto(f"{site}/today")
    until(page, "document.querySelector('#where').dataset.carried === 'yes'")
    assert page.evaluate(LEFT)[0] > 0
