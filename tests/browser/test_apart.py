"""Phones and a site that lose each other in a real Chromium: the site is killed between the write and the
answer, clocks are set, two phones train apart. Everything arrives, once."""

import subprocess
from collections.abc import Iterator
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from tests.browser.served import NEEDS, PATIENCE_S, a_port, started
from tests.browser.test_guided import until
from tests.browser.test_offline import CARRIED, SET_DONE, carrying, do_all, phone, sets_of, waits
from tests.browser.test_site import path_of

pytestmark = NEEDS
__all__ = ["phone"]
SETTINGS = "tests.browser.dying"
ALL_THERE = "all that waited on this phone is on the site"


class Mortal:
    """A site that dies when it is told to, and is started again at the same address."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.port, self.log = folder, a_port(), (folder / "log").open("wb")
        self.address = f"http://127.0.0.1:{self.port}"
        self.site = self._started()

    def dies_next(self) -> None:
        (self.folder / "site" / "dies-next").touch()

    def is_dead(self) -> None:
        """Waits until it is."""
        self.site.wait(timeout=PATIENCE_S)

    def again(self) -> None:
        self.site = self._started()

    def _started(self) -> "subprocess.Popen[bytes]":
        return started(self.folder, self.port, log=self.log, settings=SETTINGS)


@pytest.fixture(scope="module")
def mortal(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Mortal]:
    found = Mortal(tmp_path_factory.mktemp("mortal"))
    yield found
    found.site.terminate()
    found.site.wait(timeout=PATIENCE_S)
    found.log.close()


def train_apart(page: Any, site: str, way: str) -> None:
    """Begins without a network."""
    page.context.set_offline(True)
    page.goto(f"{site}/session")
    page.click(f"[data-way={way}]")
    page.click(SET_DONE)
    waits(page, "1 set waits on this phone")


def sent(page: Any) -> None:
    """Opened again, until all is there: a site that has just begun is slow to answer."""
    for _ in range(5):
        page.reload()
        with suppress(AssertionError):
            return waits(page, ALL_THERE)
    raise AssertionError(page.inner_text("#where"))


def test_the_site_is_killed_between_the_write_and_the_answer(phone: Any, mortal: Mortal) -> None:
    page = carrying(phone, mortal.address)
    page.click("button:has-text('Start')")
    page.wait_for_selector(".signals:not([hidden])")
    mortal.dies_next()
    page.click(SET_DONE)
    mortal.is_dead()
    page.wait_for_url("**/offline")
    waits(page, "1 set waits on this phone")
    page.click(SET_DONE)
    waits(page, "2 sets wait on this phone")
    mortal.again()
    mortal.dies_next()
    page.reload()
    mortal.is_dead()
    mortal.again()
    sent(page)
    assert len(sets_of(page, mortal.address)) == 2
    assert len({each["session"] for each in sets_of(page, mortal.address)}) == 1


def test_what_was_sent_and_never_heard_of_can_still_be_taken_back(phone: Any, mortal: Mortal) -> None:
    page = carrying(phone, mortal.address)
    train_apart(page, mortal.address, "usual")
    mortal.dies_next()
    page.context.set_offline(False)
    mortal.is_dead()
    page.click("text=Take back the last set")
    until(page, "!document.querySelector('#where').textContent.includes('1 set')")
    mortal.again()
    sent(page)
    page.goto(f"{mortal.address}/session")
    assert str(page.locator(".list .mark").first.text_content()).startswith("0/")
    kinds = page.evaluate("fetch('/you/record').then((answer) => answer.text())")
    assert kinds.count('"kind":"set"') == kinds.count('"kind":"correction"') == 1


def test_the_clock_of_the_phone_is_set_in_the_middle(phone: Any, site: str) -> None:
    page = carrying(phone, site)
    now = datetime.now(UTC)
    train_apart(page, site, "usual")
    page.context.clock.set_fixed_time(now - timedelta(days=3))
    page.click(SET_DONE)
    waits(page, "2 sets wait on this phone")
    page.context.clock.set_fixed_time(now + timedelta(days=2))
    page.click(SET_DONE)
    waits(page, "3 sets wait on this phone")
    page.context.set_offline(False)
    waits(page, ALL_THERE)
    sets = sets_of(page, site)
    assert len({each["id"] for each in sets}) == len(sets) == 3
    assert len({each["session"] for each in sets}) == 1
    assert all(datetime.fromisoformat(each["at"]) <= datetime.now(UTC) for each in sets)


def test_two_phones_that_trained_apart_tell_one_session(phone: Any, browser: Any, site: str) -> None:
    first = carrying(phone, site)
    context = browser.new_context(
        viewport={"width": 390, "height": 844}, storage_state=first.context.storage_state()
    )
    second = context.new_page()
    second.goto(f"{site}/today")
    until(second, CARRIED)
    train_apart(first, site, "usual")
    train_apart(second, site, "low")
    done = 2 + do_all(second)
    second.click("button:has-text('Finish')")
    second.wait_for_selector("text=Well done.")
    for page in (second, first):
        page.context.set_offline(False)
        waits(page, ALL_THERE)
    assert len({each["id"] for each in sets_of(first, site)}) == len(sets_of(first, site)) == done
    assert len({each["session"] for each in sets_of(first, site)}) == 1
    for page in (first, second):
        page.goto(f"{site}/today")
        until(page, CARRIED)
    told = [page.inner_text("main") for page in (first, second)]
    assert told[0] == told[1]
    assert path_of(first, site) == "/today"
    context.close()
