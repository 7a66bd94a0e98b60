"""The database as a file: many who write at once, and what is left of somebody who was erased."""

import os
import re
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from tests.tries import SLOWLY

pytestmark = SLOWLY

BEGIN = """
import sys
from datetime import UTC, datetime
import django
django.setup()
from django.conf import settings
from django.test import Client
from gradus.record.facts import Milestone
from gradus_web.people.actions import BACKEND
from gradus_web.people.doors import record_for
from gradus_web.people.models import User
def here_of(user):
    return record_for(user, datetime.now(UTC))
"""
WRITE = """
for nth in range(25):
    here = here_of(User.objects.get())
    here.keep(here.fact(Milestone, words=f"{sys.argv[1]} {nth}"))
"""
PLANT = """
user = User.objects.guest()
here = here_of(user)
here.keep(here.fact(Milestone, words="carry the blue canoe"))
"""
ERASE = """
browser = Client(headers={"host": "localhost"})
browser.force_login(User.objects.get(), backend=BACKEND)
answer = browser.post("/you/forget", {"word": "erase"})
assert answer.status_code == 200, answer.status_code
"""


WANTS = """
from allauth.account.models import EmailAddress
from gradus_web.reminders.models import Reminders
moment = datetime.now(UTC)
there = f"Etc/GMT{moment.hour - 12:+d}"  # it is noon there, so that no day ends while the test runs
for nth in range(12):
    user = User(email=f"somebody{nth}@example.org")
    user.save()
    EmailAddress.objects.create(user=user, email=user.email, verified=True, primary=True)
    wishes = Reminders.objects.create(user=user, zone=there, told=moment, at="11:30")
    wishes.ways.create()
"""
ADDRESS = "https://gradus.example.org"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A data folder as `gradus-site init` makes it."""
    run(tmp_path, "-m", "gradus_web.main", "init")
    return tmp_path


def begun(folder: Path, *words: str) -> "subprocess.Popen[bytes]":
    """Another process of the site."""
    others = {name: said for name, said in os.environ.items() if not name.startswith("GRADUS_SITE_")}
    mine = {"GRADUS_SITE_DATA": str(folder), "GRADUS_SITE_HTTPS": "off", "GRADUS_SITE_ADDRESS": ADDRESS}
    settings = {"DJANGO_SETTINGS_MODULE": "gradus_web.config.settings"}
    env = others | mine | settings
    return subprocess.Popen([sys.executable, *words], env=env, stdout=subprocess.PIPE, stderr=subprocess.PIPE)


def run(folder: Path, *words: str) -> str:
    """Such a process, to its end, and what it printed."""
    return ended(begun(folder, *words))


def ended(process: "subprocess.Popen[bytes]") -> str:
    """What the process printed, once it ended well."""
    printed, told = process.communicate()
    assert process.returncode == 0, told.decode()
    return printed.decode()


def test_of_what_many_write_at_once_nothing_is_lost(folder: Path) -> None:
    run(folder, "-c", BEGIN + PLANT)
    writers = [begun(folder, "-c", BEGIN + WRITE, f"writer{nth}") for nth in range(3)]
    for writer in writers:
        ended(writer)
    with closing(sqlite3.connect(folder / "gradus.sqlite3")) as kept:
        assert kept.execute("SELECT count(*) FROM people_factline").fetchone() == (76,)
        assert kept.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        assert kept.execute("PRAGMA journal_mode").fetchone() == ("wal",)


def test_nothing_of_an_erased_person_is_left_in_any_file(folder: Path) -> None:
    run(folder, "-c", BEGIN + PLANT)
    assert found(folder) != []
    run(folder, "-c", BEGIN + ERASE)
    assert found(folder) == []


def test_a_copy_brings_back_what_was_erased_since(
    folder: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    run(folder, "-c", BEGIN + PLANT)
    copy = tmp_path_factory.mktemp("copies") / "copy.sqlite3"
    counted = "(1 records, 1 facts)"
    assert counted in run(folder, "-m", "gradus_web.main", "backup", str(copy))
    run(folder, "-c", BEGIN + ERASE)
    assert found(folder) == []
    run(folder, "-m", "gradus_web.main", "restore", str(copy), "--replace")
    assert "gradus.sqlite3" in found(folder)
    assert run(folder, "-c", BEGIN + "print(here_of(User.objects.get()).history.of(Milestone)[0].words)") == (
        "carry the blue canoe\n"
    )


def test_of_several_who_remind_at_once_each_person_hears_from_one(folder: Path) -> None:
    run(folder, "-c", BEGIN + WANTS)
    senders = [begun(folder, "-m", "gradus_web.main", "remind") for _ in range(3)]
    printed = "".join(ended(sender) for sender in senders)
    expected = sorted(f"somebody{nth}@example.org" for nth in range(12))
    assert sorted(re.findall("^To: (.*)$", printed, re.MULTILINE)) == expected
    assert run(folder, "-m", "gradus_web.main", "remind") == ""


def found(folder: Path) -> list[str]:
    """The files in which the planted words stand."""
    return [path.name for path in folder.iterdir() if path.is_file() and b"blue canoe" in path.read_bytes()]
