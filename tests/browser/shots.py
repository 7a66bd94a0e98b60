"""Every page at phone and desktop width in each theme, as pictures to be looked at."""

import sys
import tempfile
from pathlib import Path

from tests.browser.entering import named as at_name
from tests.browser.entering import pages_of_an_account
from tests.browser.pages import LOOKS, NEW, OWN
from tests.browser.served import browsing, served

WIDTHS = (390, 1280)
DRAWN = """() => Promise.all([...document.images].map((image) => {
  image.loading = "eager";
  return image.decode().catch(() => null);
}))"""
"""Waits until every picture of the page is there, the ones far down too."""
MOVES_MS = 300
"""So that what moves has left its first moment."""


def main(folder: Path) -> None:
    """Take the pictures."""
    folder.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as data, served(Path(data)) as site, browsing() as browser:
        accounts = pages_of_an_account(browser, site, Path(data))
        for width in WIDTHS:
            for looks in LOOKS:
                page = browser.new_context(viewport={"width": width, "height": 844}).new_page()
                page.context.add_cookies([{"name": "looks", "value": looks, "url": site}])
                for path in NEW:
                    take(page, site, path, folder / f"{named(path)}-{width}-{looks}.png")
                page.goto(site)
                page.click("text=Look around as the example")
                for path in OWN:
                    take(page, site, path, folder / f"{named(path)}-{width}-{looks}.png")
                page.context.close()
                for state, paths in accounts:
                    page = browser.new_context(
                        viewport={"width": width, "height": 844}, storage_state=state
                    ).new_page()
                    page.context.add_cookies([{"name": "looks", "value": looks, "url": at_name(site)}])
                    for path in paths:
                        take(page, at_name(site), path, folder / f"{named(path)}-{width}-{looks}.png")
                    page.context.close()


def take(page, site: str, path: str, file: Path) -> None:  # type: ignore[no-untyped-def] # a page of playwright
    """One picture of the whole page."""
    page.goto(f"{site}{path}")
    page.evaluate(DRAWN)
    page.wait_for_timeout(MOVES_MS)
    page.screenshot(path=file, full_page=True)


def named(path: str) -> str:
    """A file's name for a page."""
    return "".join(sign if sign.isalnum() else "-" for sign in path).strip("-") or "welcome"


if __name__ == "__main__":
    main(Path(sys.argv[1] if len(sys.argv) > 1 else ".shots"))
