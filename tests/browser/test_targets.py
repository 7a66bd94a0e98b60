"""What is touched is large enough for a thumb, and nothing moves for whoever wants less motion."""

from typing import Any

import pytest

from tests.browser.pages import NEW, OWN
from tests.browser.served import NEEDS

pytestmark = NEEDS
SMALL = """() => {
  const touched = "a[href], button, summary, select, input:not([type=hidden]), textarea";
  const seen = (each) => each.checkVisibility({ visibilityProperty: true, opacityProperty: true });
  const inline = (each) => getComputedStyle(each).display === "inline";
  const whole = (each) => each.closest("label") ?? each;
  const box = (each) => {
    const own = whole(each).getBoundingClientRect();
    return Math.min(own.height, Math.max(own.width, own.height));
  };
  return [...document.querySelectorAll(touched)]
    .filter((each) => !each.matches(".skip") && seen(whole(each)) && !inline(whole(each)) && box(each) < 44)
    .map((each) => `${each.tagName} ${each.innerText || each.name} ${box(each)}`.slice(0, 60));
}"""
"""What is lower than 44 pixels. Links within a sentence are as high as its lines, as everywhere."""


@pytest.mark.parametrize("width", [320, 1280])
def test_what_is_touched_is_44_pixels_high(browser: Any, site: str, width: int) -> None:
    page = browser.new_context(viewport={"width": width, "height": 800}).new_page()
    wrong = [(path, each) for path in NEW for each in small(page, f"{site}{path}")]
    page.goto(site)
    page.click("text=Look around as the example")
    page.wait_for_url("**/today")
    wrong += [(path, each) for path in OWN for each in small(page, f"{site}{path}")]
    page.context.close()
    assert not wrong, "\n".join(f"{path}: {each}" for path, each in wrong)


def small(page: Any, address: str) -> list[str]:
    page.goto(address)
    page.evaluate("for (const each of document.querySelectorAll('details')) each.open = true")
    found: list[str] = page.evaluate(SMALL)
    return found
