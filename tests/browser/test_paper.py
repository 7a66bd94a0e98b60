"""What is printed, in a real Chromium: the review and the programme, from the browser and as files."""

import re
from pathlib import Path
from typing import Any

import pytest

from tests.browser.moments import alarm
from tests.browser.served import NEEDS

pytestmark = NEEDS


@pytest.mark.parametrize(
    ("path", "link", "name"),
    [
        ("/progress/review/8", "as a PDF", "gradus-week-8.pdf"),
        ("/progress/review", "as a PDF", None),
        ("/plan/sheet", "As a PDF", "gradus-programme.pdf"),
    ],
)
def test_the_paper_comes_as_a_file(page: Any, site: str, path: str, link: str, name: str | None) -> None:
    page.goto(site)
    page.click("text=Look around as the example")
    page.goto(f"{site}{path}")
    with page.expect_download() as coming:
        page.click(f"main a:text-is('{link}')")
    assert coming.value.suggested_filename == (name or coming.value.suggested_filename)
    assert Path(coming.value.path()).read_bytes().startswith(b"%PDF-")


def test_the_programme_prints_a_page_for_each_session(page: Any, site: str, tmp_path: Path) -> None:
    """And one for what to watch for; nothing of the site around it is on them."""
    page.goto(site)
    page.click("text=Look around as the example")
    page.goto(f"{site}/plan/sheet")
    page.evaluate("Promise.all([...document.images].map((image) => image.decode()))")
    leaves = page.locator(".leaf").count()
    made = page.pdf(format="A4", margin=dict.fromkeys(("top", "bottom", "left", "right"), "12mm"))
    assert made.count(b"/Type /Page\n") == leaves
    page.emulate_media(media="print")
    for hidden in ("header.top", "footer.foot", "main a:text-is('As a PDF')"):
        assert not page.is_visible(hidden), hidden


def test_a_dark_page_prints_dark_on_white(page: Any, site: str) -> None:
    page.context.add_cookies([{"name": "looks", "value": "black", "url": site}])
    page.goto(site)
    page.click("text=Look around as the example")
    page.goto(f"{site}/progress/review/8")
    page.emulate_media(media="print", color_scheme="dark")
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
    for part in ("h1", ".lead", "figcaption", ".decision p", "td", "small"):
        colours = page.evaluate(f"getComputedStyle(document.querySelector('main {part}')).color")
        assert max(int(each) for each in re.findall(r"\d+", colours)) < 140, part


def test_the_page_of_an_alarm_prints_what_to_do_and_what_was_answered(page: Any, site: str) -> None:
    list(alarm(page, site))
    page.emulate_media(media="print")
    for seen in (".alarm h1", ".call a", ".printed"):
        assert page.is_visible(seen), seen
    printed = page.inner_text("main")
    assert "999" in printed
    assert re.search(r"\d{4}", page.inner_text(".printed >> nth=0")), "since when"
    assert not page.is_visible("header.top")
