"""Whoever watches is told whether the process answers and whether it can serve, and nothing else."""

import logging
from pathlib import Path

import pytest
from django.db import connections
from django.test import Client

from gradus_web.config import health
from tests.web.database import apart, beside

__all__ = ["apart"]


@pytest.fixture(autouse=True)
def not_known_yet() -> None:
    health._is_up_to_date.cache_clear()


@pytest.mark.django_db
def test_both_answer_whoever_asks_from_any_host_and_without_https(settings: object) -> None:
    settings.SECURE_SSL_REDIRECT = True  # type: ignore[attr-defined]
    for address in ("/health/live", "/health/ready"):
        answer = Client().get(address, headers={"host": "10.0.0.9:8000"})
        assert (answer.status_code, answer.content) == (200, b"ok\n")
        assert answer.headers["Cache-Control"] == "no-store"
        assert not answer.cookies


@pytest.mark.django_db
def test_an_older_database_is_not_ready_and_the_reason_stays_in_the_log(
    caplog: pytest.LogCaptureFixture,
) -> None:
    with connections["default"].cursor() as cursor:
        cursor.execute("DELETE FROM django_migrations WHERE app = 'people' AND name = '0004_user_language'")
    with caplog.at_level(logging.ERROR):
        answer = Client().get("/health/ready")
    assert (answer.status_code, answer.content) == (503, b"not ready\n")
    assert "the database is as this version wants it" in caplog.text
    assert Client().get("/health/live").status_code == 200


def test_a_database_that_does_not_answer_is_not_ready(
    apart: None, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    """In the place of the database is a folder."""
    with beside(tmp_path) as name:
        assert not health.is_ready(name)
    assert "the database answers" in caplog.text
    assert "unable to open database file" in caplog.text


@pytest.mark.django_db
def test_nothing_else_is_answered_there() -> None:
    assert Client().get("/health").status_code == 404
    assert Client().get("/health/ready/now").status_code == 404
