"""One site and one Chromium for all tests in a browser."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.browser.served import browsing, served

EXPECTED = re.compile(r"\b404\b|net::ERR_(FAILED|INTERNET_DISCONNECTED)")


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the tests' own site keeps its data, and what it prints."""
    return tmp_path_factory.mktemp("site")


@pytest.fixture(scope="session")
def site(folder: Path) -> Iterator[str]:
    """A site of the tests' own."""
    with served(folder) as address:
        yield address


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    """A Chromium for all of them."""
    with browsing() as found:
        yield found


@pytest.fixture
def page(browser: Any) -> Iterator[Any]:
    """A phone's page. Whatever it complains of, a policy that was broken included, fails the test; that a
    network which was cut is not there is no complaint.
    """
    context = browser.new_context(viewport={"width": 390, "height": 844}, locale="en-GB")
    opened, said = context.new_page(), []
    opened.on("console", lambda message: said.append(message.text) if message.type == "error" else None)
    opened.on("pageerror", lambda fault: said.append(str(fault)))
    yield opened
    context.close()
    assert [each for each in said if not EXPECTED.search(each)] == []
