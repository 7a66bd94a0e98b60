"""Written from the right, or in long German words: no page grows wider than a small phone."""

from typing import Any

import pytest

from tests.browser.pages import NEW, OWN
from tests.browser.served import NEEDS

pytestmark = NEEDS
NARROW = {"width": 320, "height": 640}
WIDER = """(from) => {
  const root = document.documentElement;
  root.dir = from;
  for (const each of document.querySelectorAll("details")) each.open = true;
  if (root.scrollWidth <= root.clientWidth) return [];
  const out = (each) => {
    const { left, right, width } = each.getBoundingClientRect();
    return width > 0 && (left < -1 || right > root.clientWidth + 1) && !each.closest(".scroll, .skip");
  };
  const found = [...document.body.querySelectorAll("*")].filter(out);
  const told = (each) => `${each.tagName}.${each.className} ${each.innerText}`.slice(0, 80);
  return [root.scrollWidth, ...found.slice(0, 3).map(told)];
}"""
"""What stands outside of a page that can be moved sideways; tables have a box of their own to be moved in."""


@pytest.mark.parametrize(("language", "from_side"), [("en-GB", "rtl"), ("de-DE", "ltr"), ("de-DE", "rtl")])
def test_no_page_moves_sideways(browser: Any, site: str, language: str, from_side: str) -> None:
    page = browser.new_context(viewport=NARROW, locale=language).new_page()
    wrong = [(path, found) for path in NEW if (found := wider(page, f"{site}{path}", from_side))]
    page.goto(site)
    page.click("form[action='/demo'] button")
    page.wait_for_url("**/today")
    wrong += [(path, found) for path in OWN if (found := wider(page, f"{site}{path}", from_side))]
    page.context.close()
    assert not wrong, "\n".join(f"{path}: {found}" for path, found in wrong)


def test_a_chart_is_drawn_from_left_to_right_whatever_the_writing(browser: Any, site: str) -> None:
    page = browser.new_context(viewport=NARROW, locale="en-GB").new_page()
    page.goto(site)
    page.click("form[action='/demo'] button")
    page.wait_for_url("**/today")
    page.goto(f"{site}/progress")
    before = places(page)
    page.evaluate("document.documentElement.dir = 'rtl'")
    after = places(page)
    page.context.close()
    assert len(before) > 5
    assert before == after


def places(page: Any) -> list[float]:
    """Where each word of the first chart begins, counted from the chart's own left side."""
    found: list[float] = page.evaluate(
        """() => {
          const chart = document.querySelector(".chart svg");
          const left = (each) => each.getBoundingClientRect().left;
          return [...chart.querySelectorAll("text")].map((each) => Math.round(left(each) - left(chart)));
        }"""
    )
    return found


def wider(page: Any, address: str, from_side: str) -> list[object]:
    page.goto(address)
    found: list[object] = page.evaluate(WIDER, from_side)
    return found
