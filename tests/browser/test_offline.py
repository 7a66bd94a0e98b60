"""A session without a network in a real Chromium: begun, killed, finished, sent; each fact once."""

import json
from collections.abc import Iterator
from typing import Any

import pytest

from tests.browser.axe import axe, faults
from tests.browser.served import NEEDS
from tests.browser.test_guided import choose, to, until
from tests.browser.test_site import path_of, to_a_plan

pytestmark = NEEDS
SET_DONE = "form.log >> button:has-text('Set done')"
CARRIED = """navigator.serviceWorker.ready.then((found) => found.active?.state === "activated"
  && document.querySelector("#where").dataset.carried === "yes")"""
"""Whether sessions are on the phone, and the script that answers without a network."""
LEFT = """new Promise((done) => {
  const asked = indexedDB.open("gradus");
  asked.onsuccess = () => {
    const all = ["kept", "queue"].map((name) => asked.result.transaction(name).objectStore(name).count());
    all.at(-1).onsuccess = () => done(all.map((each) => each.result));
  };
})"""
"""How many things a page finds on the phone."""


@pytest.fixture
def phone(browser: Any) -> Iterator[Any]:
    """A phone's page, in which nothing breaks; that there is no network is no fault."""
    context, said = browser.new_context(viewport={"width": 390, "height": 844}, locale="en-GB"), []
    context.on("weberror", lambda fault: said.append(str(fault.error)))
    context.on("console", lambda told: said.append(told.text) if "Security Policy" in told.text else None)
    yield context.new_page()
    context.close()
    assert said == []


def carrying(page: Any, site: str) -> Any:
    """The same, with sessions on it."""
    to_a_plan(page, site)
    page.goto(f"{site}/today")
    until(page, CARRIED)
    return page


def sets_of(page: Any, site: str) -> list[dict[str, Any]]:
    """The sets in the record, as it is exported, without those that were taken back."""
    text = page.evaluate("fetch('/you/record').then((answer) => answer.text())")
    facts = [json.loads(line) for line in text.splitlines()]
    back = {each.get("corrects") for each in facts}
    return [each for each in facts if each["kind"] == "set" and each["id"] not in back]


def waits(page: Any, words: str) -> None:
    until(page, f"document.querySelector('#where').textContent.includes({json.dumps(words)})")


def do_all(page: Any) -> int:
    """Every set that is left, of which there is one at least; how many."""
    page.wait_for_selector("form.log")
    done = 0
    while page.locator("form.log").count():
        before = page.inner_text(".set") + page.inner_text("h1")
        page.click(SET_DONE)
        until(
            page,
            "!document.querySelector('form.log') || document.querySelector('.set').innerText"
            f" + document.querySelector('h1').innerText !== {json.dumps(before)}",
        )
        done += 1
    return done


def test_a_whole_session_without_a_network_the_tab_killed_in_the_middle(phone: Any, site: str) -> None:
    page, context = carrying(phone, site), phone.context
    context.set_offline(True)
    page.goto(f"{site}/session")
    assert path_of(page, site) == "/offline"
    page.wait_for_selector("h1:has-text('Train without a network')")
    page.click("button:has-text('Start') >> nth=0")
    page.click(SET_DONE)
    waits(page, "1 set waits on this phone")
    page.wait_for_selector(".restclock .left")
    where = page.inner_text(".set"), page.inner_text("h1")
    assert page.evaluate("document.querySelector('.drawn').decode().then(() => true)")
    page.close(run_before_unload=False)
    page = context.new_page()
    page.goto(f"{site}/today")
    page.wait_for_selector("form.log")
    assert (page.inner_text(".set"), page.inner_text("h1")) == where
    page.wait_for_selector(".restclock .left")
    done = 1 + do_all(page)
    page.click("button:has-text('Finish')")
    page.wait_for_selector("text=Well done.")
    waits(page, f"{done} sets wait on this phone")
    context.set_offline(False)
    waits(page, "all that waited on this phone is on the site")
    page.goto(f"{site}/session/done")
    assert page.inner_text("h1") == "Well done."
    assert len({each["id"] for each in sets_of(page, site)}) == len(sets_of(page, site)) == done
    assert len({each["session"] for each in sets_of(page, site)}) == 1


def test_the_network_goes_in_the_middle_of_a_session(phone: Any, site: str) -> None:
    page = carrying(phone, site)
    page.click("button:has-text('Start')")
    page.wait_for_selector(".signals:not([hidden])")
    page.click(SET_DONE)
    page.wait_for_selector(".restclock .left")
    page.context.set_offline(True)
    page.click(SET_DONE)
    page.wait_for_url("**/offline")
    waits(page, "1 set waits on this phone")
    page.click("summary:has-text('The whole session')")
    marks = page.locator(".list .mark").all_inner_texts()
    assert sum(int(mark.split("/")[0]) for mark in marks) == 2
    page.click("text=Take back the last set")
    until(page, "!document.querySelector('#where').textContent.includes('1 set')")
    page.click(SET_DONE)
    page.context.set_offline(False)
    waits(page, "all that waited on this phone is on the site")
    page.goto(f"{site}/session")
    assert len(sets_of(page, site)) == 2
    assert len({each["session"] for each in sets_of(page, site)}) == 1


def test_an_answer_that_is_lost_doubles_nothing(phone: Any, site: str) -> None:
    """The site keeps what was sent, and the phone never hears of it."""
    page, context, lost = carrying(phone, site), phone.context, list[int]()
    context.set_offline(True)
    page.goto(f"{site}/session")
    page.click("button:has-text('Start') >> nth=0")
    page.click(SET_DONE)
    waits(page, "1 set waits on this phone")

    def lose(route: Any) -> None:
        if route.request.method == "POST" and not lost:
            lost.append(route.fetch().status)
            route.abort()
        else:
            route.continue_()

    context.route("**/offline/told", lose)
    context.set_offline(False)
    for _ in range(50):
        if lost:
            break
        page.wait_for_timeout(100)
    assert lost == [200]
    page.goto(f"{site}/today")
    waits(page, "all that waited on this phone is on the site")
    assert len(sets_of(page, site)) == 1


def test_what_hurts_stops_without_a_network_too(phone: Any, site: str) -> None:
    page = carrying(phone, site)
    page.context.set_offline(True)
    page.goto(f"{site}/session")
    page.click("button:has-text('Start') >> nth=0")
    page.wait_for_selector("form.log")
    name = page.inner_text("h1")
    page.click("summary:has-text('This hurts')")
    choose(page, ".hurts form", "pain", "8")
    assert "Stop this exercise for today" in page.inner_text(".hurts .answer")
    page.click("text=Tell it")
    page.click("text=Go on without it")
    page.wait_for_selector("form.log")
    assert page.inner_text("h1") != name
    page.click("summary:has-text('This hurts')")
    choose(page, ".hurts form", "kind", "new")
    page.click("text=Tell it")
    page.wait_for_selector("h1:has-text('Stop the session here')")
    assert page.is_visible(".call")
    assert not page.query_selector("text=Go on without it")
    page.click("text=End the session here")
    page.click("button:has-text('Finish')")
    page.wait_for_selector("text=Well done.")
    page.goto(f"{site}/session")
    page.wait_for_selector("text=Answer the safety questions when there is a network")


def test_signing_out_asks_while_something_waits_and_leaves_nothing_behind(phone: Any, site: str) -> None:
    page, asked = phone, list[str]()
    page.goto(site)
    page.click("text=Look around as the example")
    page.goto(f"{site}/today")
    until(page, CARRIED)
    page.goto(f"{site}/you")
    other = page.context.new_page()
    page.context.set_offline(True)
    other.goto(f"{site}/morning")
    other.click(".morning .numbers button[value='3']")
    waits(other, "waits on this phone")
    other.close()

    def stay(dialog: Any) -> None:
        asked.append(dialog.message)
        dialog.dismiss()

    page.once("dialog", stay)
    page.click("main button:has-text('Sign out')")
    for _ in range(50):
        if asked:
            break
        page.wait_for_timeout(100)
    assert "wait on this phone" in asked[0]
    page.context.set_offline(False)
    waits(page, "all that waited on this phone is on the site")
    page.click("main button:has-text('Sign out')")
    page.wait_for_url(f"{site}/")
    until(page, "navigator.serviceWorker.ready.then(() => true)")
    assert page.evaluate(LEFT) == [0, 0]


def test_what_is_kept_on_the_phone_cannot_be_read_there(phone: Any, site: str) -> None:
    page = carrying(phone, site)
    told = page.evaluate("""new Promise((done) => {
      const asked = indexedDB.open("gradus");
      asked.onsuccess = () => {
        const found = asked.result.transaction(["key", "kept"]);
        const key = found.objectStore("key").get("key");
        const bundle = found.objectStore("kept").get("bundle");
        found.oncomplete = async () => done([
          key.result.extractable,
          await crypto.subtle.exportKey("raw", key.result).then(() => "given away", (fault) => fault.name),
          new TextDecoder("latin1").decode(bundle.result.text).includes("sessions"),
        ]);
      };
    })""")
    assert told == [False, "InvalidAccessError", False]
    names = page.evaluate(
        "caches.keys().then(async (all) => (await Promise.all(all.map(async (each) => "
        "(await (await caches.open(each)).keys()).map((one) => new URL(one.url).pathname)))).flat())"
    )
    assert all(each.startswith(("/static/", "/learn/pictures/", "/offline")) for each in names)


def test_by_the_keyboard_and_for_axe(browser: Any, site: str) -> None:
    context = browser.new_context(viewport={"width": 320, "height": 800}, bypass_csp=True)
    page, script, wrong = carrying(context.new_page(), site), axe(), []
    context.set_offline(True)
    wrong += faults(page, f"{site}/offline", script)
    to(page, "[data-way=usual]")
    page.keyboard.press("Enter")
    page.wait_for_selector("form.log")
    page.evaluate("for (const each of document.querySelectorAll('details')) each.open = true")
    found = page.evaluate("axe.run(document, {resultTypes: ['violations']})")
    wrong += [each["id"] for each in found["violations"]]
    assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0
    to(page, ".log > button.main")
    page.keyboard.press("Enter")
    page.wait_for_selector(".restclock .left")
    context.close()
    assert wrong == []
