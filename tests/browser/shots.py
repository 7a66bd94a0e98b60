"""Every page at phone and desktop width in each theme, as pictures to look at; or those that are named."""

import sys
import tempfile
from collections.abc import Sequence
from itertools import product
from pathlib import Path

from tests.browser.entering import named as at_name
from tests.browser.entering import pages_of_an_account
from tests.browser.moments import MOMENTS
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


def main(folder: Path, wanted: Sequence[str]) -> None:
    """Take the pictures of the pages whose names hold one of the words; of every page where there is none."""
    folder.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as data, served(Path(data)) as site, browsing() as browser:
        home = at_name(site)
        account, halfway = pages_of_an_account(browser, site, Path(data))
        # The account comes first: it is asked for its password again after some minutes.
        accounts = [("account", *account), ("halfway", *halfway)]
        seen = [*accounts, ("", None, list(NEW)), ("", example(browser, home), list(OWN))]
        for (whose, state, paths), width, looks in product(seen, WIDTHS, LOOKS):
            if chosen := [path for path in paths if is_wanted(path, wanted)]:
                context = browser.new_context(
                    viewport={"width": width, "height": 844}, storage_state=state, service_workers="block"
                )
                context.add_cookies([{"name": "looks", "value": looks, "url": home}])
                for path in chosen:
                    page = context.new_page()
                    page.goto(f"{home}{path}")
                    take(page, folder / f"{named(whose + path)}-{width}-{looks}.png")
                context.close()
        for width, looks, moments in product(WIDTHS, LOOKS, MOMENTS):
            if is_wanted(moments.__name__, wanted):
                context = browser.new_context(viewport={"width": width, "height": 844})
                context.add_cookies([{"name": "looks", "value": looks, "url": home}])
                page = context.new_page()
                for name in moments(page, home):
                    take(page, folder / f"{name}-{width}-{looks}.png", close=False)
                context.close()


def is_wanted(path: str, wanted: Sequence[str]) -> bool:
    """Whether the page's name holds one of the words, or nobody named any."""
    return not wanted or any(named(each) in named(path) for each in wanted)


def example(browser, home: str) -> object:  # type: ignore[no-untyped-def] # a browser of playwright
    """The cookies of the example person."""
    page = browser.new_context().new_page()
    page.goto(home)
    page.click("text=Look around as the example")
    page.wait_for_url("**/today")
    return page.context.storage_state()


def take(page, file: Path, *, close: bool = True) -> None:  # type: ignore[no-untyped-def] # a page of playwright
    """One picture of the whole page."""
    page.evaluate(DRAWN)
    page.wait_for_timeout(MOVES_MS)
    page.screenshot(path=file, full_page=True)
    if close:
        page.close()


def named(path: str) -> str:
    """A file's name for a page."""
    return "".join(sign if sign.isalnum() else "-" for sign in path).strip("-") or "welcome"


if __name__ == "__main__":
    main(Path(".shots"), sys.argv[1:])
