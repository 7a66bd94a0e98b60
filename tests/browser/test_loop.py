"""What else happens in somebody's weeks, in a real Chromium: the page of each level, a flare, going away."""

import json
from pathlib import Path
from typing import Any

import pytest

from gradus.record.codec import decode
from gradus.record.history import fold
from tests.browser.axe import axe
from tests.browser.moments import alarm, first_session
from tests.browser.served import NEEDS
from tests.browser.test_site import path_of, to_a_plan
from tests.unit.command.conftest import Run, run

pytestmark = NEEDS
__all__ = ["run"]


def answer(page: Any, site: str, *ticked: str) -> None:
    """Through the open questions: what is ticked where it is asked, "none of these" to the rest."""
    while path_of(page, site).startswith("/screen/page"):
        if page.query_selector("input[name=number-age-years]"):
            page.fill("input[name=number-age-years]", "44")
        boxes = [page.query_selector(f"input[name=yes][value={each}]") for each in ticked]
        for box in filter(None, boxes):
            box.check()
        page.click("button[name=go]" if any(boxes) else "button[name=none]")


def begun(page: Any, site: str) -> None:
    page.goto(site)
    page.check("input[name=consent]")
    page.click("text=Begin with the safety questions")


@pytest.mark.parametrize(
    ("ticked", "title", "goes_on"),
    [
        ("bladder-change", "Get help now", False),
        ("weak-leg", "Speak to a doctor today", False),
        ("walking-calf-pain", "Gentle work only, for now", True),
        ("blood-thinners", "You may train, with care", True),
    ],
)
def test_each_level_has_its_page(page: Any, site: str, ticked: str, title: str, goes_on: bool) -> None:
    begun(page, site)
    answer(page, site, ticked)
    assert page.inner_text("h1") == title
    assert page.is_visible("main a.button.main:has-text('Go on')") == goes_on


def test_a_flare_asks_first_and_makes_the_work_lighter(page: Any, site: str) -> None:
    to_a_plan(page, site)
    page.click("text=it has flared up")
    page.check("input[name=pain][value='6']", force=True)
    page.click("button:has-text('It has flared up')")
    assert path_of(page, site).startswith("/screen/page")
    answer(page, site)
    page.goto(f"{site}/today")
    assert "flare" in page.inner_text("main")


def test_whoever_goes_takes_everything_along_and_leaves_nothing(page: Any, site: str, run: Run) -> None:
    for _ in first_session(page, site):
        pass
    page.goto(f"{site}/you")
    with page.expect_download() as coming:
        page.click("text=Your whole record as a file")
    taken = Path(coming.value.path()).read_bytes()
    assert {"set", "session"} <= {json.loads(line)["kind"] for line in taken.splitlines()}
    page.goto(f"{site}/you/forget")
    page.fill("#word", "erase")
    page.click("button:has-text('Erase everything')")
    page.wait_for_selector("text=Everything is erased")
    page.goto(f"{site}/today")
    assert path_of(page, site) == "/"
    file = run.folder / "export.jsonl"
    file.write_bytes(taken)
    assert run("record", "import", file).code == 0
    assert fold(decode(run.bytes()).facts) == fold(decode(taken).facts)


@pytest.mark.parametrize("moments", [alarm, first_session])
def test_axe_finds_nothing_on_the_way(browser: Any, site: str, moments: Any) -> None:
    page = browser.new_context(viewport={"width": 320, "height": 800}, bypass_csp=True).new_page()
    wrong = []
    for name in moments(page, site):
        page.evaluate(axe())
        found = page.evaluate("axe.run(document, {resultTypes: ['violations']})")
        wider = page.evaluate("document.documentElement.scrollWidth - innerWidth")
        wrong += [(name, each["id"]) for each in found["violations"]] + [(name, wider)] * (wider > 0)
    page.context.close()
    assert wrong == []
