"""The site as an operator serves it: with the settings that hold where nothing is said."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from gradus_web.config.settings import PASSWORD_HASHERS

LOOK = """
import json
import django
django.setup()
from django.conf import settings
from django.test import Client
plain = Client(headers={"host": "gradus.example.org"}).get("/")
page = Client(headers={"host": "gradus.example.org"}).get("/", secure=True)
(name, cookie), = page.cookies.items()
stranger = Client(headers={"host": "elsewhere.example.org"}).get("/", secure=True)
about = [cookie[each] for each in ("secure", "httponly", "samesite", "path", "domain")]
insists = page.headers["Strict-Transport-Security"]
told = [plain.headers["Location"], insists, name, *about, settings.SESSION_COOKIE_NAME, stranger.status_code]
print(json.dumps(told))
"""


def said(folder: Path, *words: str) -> str:
    """What a process of the site prints, with the data in that folder and the name of the site alone."""
    others = {name: each for name, each in os.environ.items() if not name.startswith("GRADUS_SITE_")}
    mine = {"GRADUS_SITE_DATA": str(folder), "GRADUS_SITE_HOSTS": "gradus.example.org"}
    settings = {"DJANGO_SETTINGS_MODULE": "gradus_web.config.settings"}
    done = subprocess.run(
        [sys.executable, *words], env=others | mine | settings, capture_output=True, check=False, text=True
    )
    assert done.returncode == 0, done.stderr
    return done.stdout + done.stderr


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("served")
    said(made, "-m", "gradus_web.main", "init")
    return made


def test_check_deploy_finds_nothing(folder: Path) -> None:
    """But what an old SQLite of this machine is told of."""
    told = said(folder, "-m", "gradus_web.main", "manage", "check", "--deploy")
    assert set(re.findall(r"\((\w+\.\w+)\)", told)) <= {"gradus.W001"}
    assert "System check identified" in told


def test_cookies_are_for_this_host_over_https_alone(folder: Path) -> None:
    found = json.loads(said(folder, "-c", LOOK).splitlines()[0])
    assert found == [
        "https://gradus.example.org/",
        "max-age=31536000; includeSubDomains; preload",
        *("__Host-gradus-form", True, True, "Lax", "/", ""),
        "__Host-gradus",
        400,
    ]


def test_passwords_are_kept_by_argon2() -> None:
    assert PASSWORD_HASHERS[0].endswith("Argon2PasswordHasher")
