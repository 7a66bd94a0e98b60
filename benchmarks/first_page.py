"""The first page in a Chromium slowed down four times: its bytes on the wire, and when it answers.

A page answers when its words are drawn, its script has run, and no task of 50 ms or more is still at work.
Each round begins with an empty cache. Aims: 60 kB, one second. Without a Chromium it says so.
"""

import tempfile
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from tests.browser.served import browsing, chromium, served

from benchmarks.telling import tell

ROUNDS = 9
SLOWER = 4
AIM_KB, AIM_MS = 60, 1000
SETTLED_MS = 400
"""How long it is watched after it was loaded."""
SEEN = """() => {
  const load = performance.getEntriesByType("navigation")[0];
  const drawn = performance.getEntriesByName("first-contentful-paint")[0];
  const tasks = window.longTasks.map((task) => task.startTime + task.duration);
  return Math.max(load.domContentLoadedEventEnd, drawn.startTime, ...tasks);
}"""
WATCH = """
window.longTasks = [];
new PerformanceObserver((list) => window.longTasks.push(...list.getEntries()))
  .observe({ type: "longtask", buffered: true });
"""


def main() -> None:
    """Print each page with its bytes and when it answers."""
    if chromium() is None or find_spec("playwright") is None:
        print(
            "needs a Chromium, which GRADUS_CHROMIUM may name, and what drives it: ./dev browser brings that"
        )
        return
    with tempfile.TemporaryDirectory() as folder, served(Path(folder)) as site, browsing() as browser:
        _measure("the first page", browser, site, None)
        entered = browser.new_context()
        page = entered.new_page()
        page.goto(site)
        page.click("text=Look around as the example")
        page.wait_for_url("**/today")
        _measure("today, as a first page", browser, f"{site}/today", entered.storage_state())


def _measure(name: str, browser: Any, address: str, state: Any) -> None:
    took, carried = [], 0.0
    for _ in range(ROUNDS):
        context = browser.new_context(viewport={"width": 390, "height": 844}, storage_state=state)
        answered, carried = _opened(context, address)
        took.append(answered / 1000)
        context.close()
    tell(f"{name}, {SLOWER} times slower", took, aim_ms=AIM_MS)
    met = "met" if carried <= AIM_KB else "MISSED"
    print(f"  {carried:.1f} kB on the wire   aim {AIM_KB} kB: {met}")


def _opened(context: Any, address: str) -> tuple[float, float]:
    """When the page answers, in milliseconds, and what came over the wire, in kB."""
    page = context.new_page()
    page.add_init_script(WATCH)
    session, came = context.new_cdp_session(page), [0.0]
    session.on("Network.loadingFinished", lambda told: came.append(told["encodedDataLength"]))
    session.send("Network.enable")
    session.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
    page.goto(address, wait_until="load")
    page.wait_for_timeout(SETTLED_MS)
    return float(page.evaluate(SEEN)), sum(came) / 1000


if __name__ == "__main__":
    main()
