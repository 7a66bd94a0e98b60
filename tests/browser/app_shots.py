"""What a phone shows of the site before it is put on the home screen: pages of the example person."""

import tempfile
from pathlib import Path

from gradus_web.pwa.manifest import SHOWN
from tests.browser.served import browsing, served
from tests.browser.shots import DRAWN, MOVES_MS
from tests.icons import APP

TWICE = 2
"""Dots of a phone for each of the page's own."""


def main() -> None:
    """Take the pictures, each as large as the manifest says."""
    with tempfile.TemporaryDirectory() as data, served(Path(data)) as site, browsing() as browser:
        for name, form, sizes, _ in SHOWN:
            width, height = map(int, sizes.split("x"))
            dots = TWICE if form == "narrow" else 1
            page = browser.new_context(
                viewport={"width": width // dots, "height": height // dots}, device_scale_factor=dots
            ).new_page()
            page.goto(site)
            page.click("text=Look around as the example")
            page.goto(f"{site}/{name}")
            page.evaluate(DRAWN)
            page.wait_for_timeout(MOVES_MS)
            page.screenshot(path=APP / f"{name}-{form}.png")
            page.context.close()


if __name__ == "__main__":
    main()
