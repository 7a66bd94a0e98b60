"""A note on a device in a real Chromium: what a push shows, and the box that asks the browser for it. There
is no push service here: the browser's answer to the box is ours, what a push shows is its own."""

import json
from typing import Any

from tests.browser.served import NEEDS
from tests.browser.test_guided import until

pytestmark = NEEDS
ENDPOINT = "https://fcm.googleapis.com/fcm/send/of-the-tests"
ALLOWS = """
let made = null;
const manager = {
  getSubscription: async () => made,
  subscribe: async ({ userVisibleOnly, applicationServerKey }) => {
    if (!userVisibleOnly || applicationServerKey.length !== 87) throw new Error("no such key");
    return made = { endpoint: "ENDPOINT", unsubscribe: async () => { made = null; return true; } };
  },
};
Object.defineProperty(ServiceWorkerRegistration.prototype, "pushManager", { get: () => manager });
Notification.requestPermission = async () => "granted";
""".replace("ENDPOINT", ENDPOINT)
REFUSES = 'Notification.requestPermission = async () => "denied";'
KNOWN = "document.querySelector('#devices').textContent"
SHOWN = "navigator.serviceWorker.ready.then((found) => found.getNotifications())"


def to_reminders(page: Any, site: str) -> Any:
    page.goto(site)
    page.click("text=Look around as the example")
    page.goto(f"{site}/you/reminders")
    page.wait_for_selector("#device:not([hidden])")
    return page


def test_the_box_asks_the_browser_and_takes_it_back(page: Any, site: str) -> None:
    page.add_init_script(ALLOWS)
    to_reminders(page, site)
    page.check("#device input[type=checkbox]")
    page.click("#ways >> text=Keep this")
    page.wait_for_selector("text=Kept.")
    assert json.loads(page.evaluate(KNOWN)) == [ENDPOINT]
    page.click("#ways >> text=End all of them")
    page.wait_for_selector("text=No reminder comes any more.")
    assert json.loads(page.evaluate(KNOWN)) == []


def test_a_browser_that_says_no_changes_nothing(page: Any, site: str) -> None:
    page.add_init_script(REFUSES)
    to_reminders(page, site)
    page.check("#device input[type=checkbox]")
    page.click("#ways >> text=Keep this")
    page.wait_for_selector("text=This browser allows no notes of this site")
    assert not page.is_checked("#device input[type=checkbox]")
    assert json.loads(page.evaluate(KNOWN)) == []


def test_a_push_shows_the_same_neutral_words_whatever_it_brings(page: Any, site: str) -> None:
    page.context.grant_permissions(["notifications"], origin=site)
    to_reminders(page, site)
    line = page.context.new_cdp_session(page)
    found: list[str] = []
    line.on("ServiceWorker.workerRegistrationUpdated", lambda told: found.extend(
        each["registrationId"] for each in told["registrations"] if each["scopeURL"] == f"{site}/"
    ))  # fmt: skip
    line.send("ServiceWorker.enable")
    until(page, "navigator.serviceWorker.ready.then((found) => found.active?.state === 'activated')")
    page.wait_for_timeout(200)
    line.send(
        "ServiceWorker.deliverPushMessage",
        {"origin": site, "registrationId": found[-1], "data": "your back"},
    )
    until(page, f"{SHOWN}.then((notes) => notes.length === 1)")
    notes = page.evaluate(f"{SHOWN}.then((notes) => notes.map((each) => [each.title, each.body]))")
    assert notes == [["The reminder you asked for", ""]]
