"""The guided session in a real Chromium: answered at once, heard as one likes, done by keyboard alone."""

from contextlib import suppress
from typing import Any

import pytest

from tests.browser.served import NEEDS
from tests.browser.test_site import path_of, to_a_plan

pytestmark = NEEDS
SET_DONE = "form.log >> button:has-text('Set done')"
VOICES = """() => {
  const said = [];
  const voices = [
    { name: "far", lang: "en-GB", localService: false },
    ...(REMOTE ? [] : [{ name: "near", lang: "en-GB", localService: true }]),
  ];
  globalThis.said = said;
  globalThis.SpeechSynthesisUtterance = class { constructor(text) { this.text = text; } };
  Object.defineProperty(globalThis, "speechSynthesis", { value: {
    getVoices: () => voices, cancel() {}, speak: (each) => said.push([each.voice.name, each.text]),
    addEventListener() {},
  } });
}"""
"""A device with a voice of its own and one that speaks through a server; or, REMOTE, with that one alone."""


@pytest.fixture
def session(page: Any, site: str) -> Any:
    """The first set of somebody's first session."""
    to_a_plan(page, site)
    page.click("button:has-text('Start')")
    page.wait_for_selector(".signals:not([hidden])")
    return page


def until(page: Any, true: str) -> None:
    """Waits until something is true of the page, whose policy lets no test wait in it."""
    for _ in range(100):
        with suppress(Exception):
            if page.evaluate(true):
                return
        page.wait_for_timeout(100)
    raise AssertionError(true)


def choose(page: Any, form: str, name: str, value: str) -> None:
    page.check(f"{form} input[name={name}][value='{value}']", force=True)


def test_this_hurts_is_answered_at_once_and_without_a_network(session: Any) -> None:
    session.click("summary:has-text('This hurts')")
    session.context.set_offline(True)
    form, answer = ".hurts form", ".hurts .answer"
    choose(session, form, "pain", "5")
    assert not session.is_visible(answer)
    choose(session, form, "pain", "6")
    assert "Stop this exercise for today" in session.inner_text(answer)
    choose(session, form, "pain", "1")
    assert not session.is_visible(answer)
    choose(session, form, "leg", "further-down")
    assert "Stop this exercise for today" in session.inner_text(answer)
    choose(session, form, "kind", "new")
    assert "Stop the session here" in session.inner_text(answer)
    assert session.get_attribute(f"{answer} a", "href") == "/screen?anew=1"
    session.context.set_offline(False)


def test_a_pain_that_is_new_leads_to_the_safety_questions(session: Any) -> None:
    session.click("summary:has-text('This hurts')")
    choose(session, ".hurts form", "kind", "new")
    session.click("text=Tell it")
    session.wait_for_url("**/screen/**")


def test_one_set_follows_the_other_without_leaving_the_page(session: Any) -> None:
    session.evaluate("globalThis.mark = 1")
    before = session.inner_text(".set"), session.inner_text("h1")
    session.click(SET_DONE)
    session.wait_for_selector(".restclock .left")
    assert session.evaluate("globalThis.mark") == 1
    assert (session.inner_text(".set"), session.inner_text("h1")) != before
    assert session.evaluate("document.activeElement.id") == "main"
    until(session, "document.querySelector('#said').textContent.includes('Set')")
    session.click("text=Take back")
    session.wait_for_selector(".restclock", state="detached")
    assert (session.inner_text(".set"), session.inner_text("h1")) == before


@pytest.mark.parametrize("remote", [False, True])
def test_only_a_voice_of_the_device_speaks(page: Any, site: str, remote: bool) -> None:
    page.add_init_script(f"({VOICES.replace('REMOTE', str(remote).lower())})()")
    to_a_plan(page, site)
    page.click("button:has-text('Start')")
    page.click("summary:has-text('Sounds and signals')")
    if remote:
        assert page.is_visible("text=moving bar")
        assert not page.is_visible(".signals label:has-text('voice')")
        return
    page.check(".signals label:has-text('voice') input", force=True)
    counted = page.is_visible("text=Count me through")
    page.click("text=Count me through" if counted else "text=Start the clock")
    until(page, "globalThis.said.length > 0")
    assert {voice for voice, _ in page.evaluate("globalThis.said")} == {"near"}


def test_each_signal_can_be_switched_off_and_stays_off(session: Any) -> None:
    session.click("summary:has-text('Sounds and signals')")
    for name in ("sound", "moving bar"):
        session.uncheck(f".signals label:has-text('{name}') input", force=True)
    session.reload()
    session.click("summary:has-text('Sounds and signals')")
    assert not session.is_checked(".signals label:has-text('sound') input")
    assert "nobar" in session.get_attribute(".now", "class")


def to(page: Any, what: str) -> None:
    """By the tab key to what a selector names."""
    for _ in range(90):
        page.keyboard.press("Tab")
        if page.evaluate("(what) => document.activeElement.matches(what)", what):
            return
    raise AssertionError(f"the keyboard does not reach {what}")


def test_a_whole_session_by_the_keyboard_alone(session: Any, site: str) -> None:
    to(session, ".hurts > summary")
    session.keyboard.press("Enter")
    to(session, ".hurts input[name=pain]")
    session.keyboard.press("Space")
    to(session, ".signals > summary")
    session.keyboard.press("Enter")
    to(session, ".signals input")
    for _ in range(60):
        if path_of(session, site) != "/session":
            break
        session.wait_for_function("document.body && (document.body.dataset.seen = 'yes')")
        to(session, ".log > button.main")
        session.keyboard.press("Enter")
        until(session, "location.pathname !== '/session' || !document.body?.dataset.seen")
    session.wait_for_load_state()
    to(session, "button[value=finished]")
    session.keyboard.press("Enter")
    session.wait_for_url("**/session/done")
    assert session.inner_text("h1") == "Well done."


def test_a_stopwatch_says_what_its_page_says_and_writes_what_it_shows(session: Any, site: str) -> None:
    session.goto(f"{site}/measures/side-bridge-hold")
    session.click("button:has-text('Start the stopwatch')")
    until(session, "document.querySelector('.clock .t').textContent === '1 s'")
    session.click(".clock button:has-text('Stop')")
    assert int(session.input_value("input[name=value]")) >= 1
    assert session.is_visible("button:has-text('Start the stopwatch')")


def test_a_clock_says_what_the_page_brings(session: Any) -> None:
    mark = "said => { for (const name in said.dataset) said.dataset[name] = `⟦${said.dataset[name]}⟧`; }"
    session.eval_on_selector("#said", mark)
    session.click(".clock button")
    session.wait_for_timeout(300)
    assert session.inner_text(".clock button") in ("⟦Stop here⟧", "⟦Stop counting⟧")
    assert session.inner_text(".clock .t") in ("⟦in 5⟧", "⟦ready⟧")
