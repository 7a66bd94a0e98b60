"""What a page weighs and how often it asks the database; how long it takes is measured in benchmarks/."""

import gzip
import re
from pathlib import Path

import pytest
from django.contrib.staticfiles import finders
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

pytestmark = pytest.mark.django_db
TODAY_BYTES, FIRST_BYTES, QUERIES = 10_000, 60_000, 12


def fetched(page: str) -> dict[str, int]:
    """The files that a page has the browser fetch, each compressed as it is sent."""
    found = {}
    for path in sorted(set(re.findall(r'(?:href|src)="/static/([^"#]+)', page))):
        file = finders.find(path)
        assert isinstance(file, str), path
        found[path] = len(gzip.compress(Path(file).read_bytes()))
    return found


def test_the_first_page_with_all_that_it_fetches_is_light() -> None:
    page = Client().get("/").content
    files = fetched(page.decode())
    assert {"gradus.css", "gradus.js", "icons.svg"} <= files.keys()
    assert len(page) + sum(files.values()) <= FIRST_BYTES


def test_the_page_of_today_is_light(browser: Client) -> None:
    page = browser.get("/today")
    assert "<h1>Train today</h1>" in page.content.decode()
    assert len(page.content) <= TODAY_BYTES


def test_logging_a_set_asks_the_database_seldom(browser: Client) -> None:
    exercise = browser.get("/session").context["step"].exercise.id
    with CaptureQueriesContext(connection) as asked:
        answer = browser.post("/session/set", {"exercise": exercise, "amount": "8"})
    assert answer.status_code == 302
    assert 0 < len(asked) <= QUERIES
