"""A site that serves on this computer for as long as it is needed, and a Chromium that looks at it."""

import os
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path
from typing import IO, Any

import pytest

QUIET = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
PATIENCE_S = 120
OPERATOR = "mailto:operator@example.org"
PRINTED = "log"
"""The file in the folder of a site to which it prints, mail included."""


def chromium() -> str | None:
    """The Chromium to be used: GRADUS_CHROMIUM, else Debian's; None where there is none."""
    return os.environ.get("GRADUS_CHROMIUM") or shutil.which("chromium")


NEEDS = [
    pytest.mark.skipif(chromium() is None, reason="there is no Chromium here; GRADUS_CHROMIUM names one"),
    pytest.mark.skipif(find_spec("playwright") is None, reason="./dev browser brings what drives a Chromium"),
]


@contextmanager
def served(folder: Path, *more: str, begins: str = "http://127.0.0.1") -> Iterator[str]:
    """The address of a demo site with its data in that folder, started with more words than usual."""
    port = a_port()
    with (folder / PRINTED).open("wb") as log:
        site = started(folder, port, *more, log=log)
        try:
            yield f"{begins}:{port}"
        finally:
            site.terminate()
            site.wait(timeout=PATIENCE_S)


def a_port() -> int:
    """A port that is free."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port: int = free.getsockname()[1]
    return port


def started(
    folder: Path, port: int, *more: str, log: IO[bytes], settings: str | None = None
) -> "subprocess.Popen[bytes]":
    """A demo site that serves there, with settings of its own."""
    environment = {
        name: said for name, said in os.environ.items() if not name.startswith(("GRADUS_SITE_", "DJANGO"))
    }
    environment |= {"GRADUS_SITE_DATA": str(folder / "site"), "GRADUS_SITE_PUSH": OPERATOR}
    environment |= {} if settings is None else {"DJANGO_SETTINGS_MODULE": settings}
    words = [sys.executable, "-m", "gradus_web.main", "demo", "--port", str(port), *more]
    site = subprocess.Popen(words, env=environment, stdout=log, stderr=log)
    _wait_for(port, site)
    return site


def _wait_for(port: int, site: "subprocess.Popen[bytes]") -> None:
    for _ in range(PATIENCE_S * 5):
        if site.poll() is not None:
            raise RuntimeError("the site ended before it served")
        try:
            socket.create_connection(("127.0.0.1", port)).close()
        except OSError:
            time.sleep(0.2)
        else:
            return
    raise RuntimeError("the site did not serve in time")


@contextmanager
def browsing() -> Iterator[Any]:
    """A Chromium."""
    from playwright.sync_api import sync_playwright  # noqa: PLC0415 there only where a browser is driven

    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=chromium(), args=list(QUIET))
        try:
            yield browser
        finally:
            browser.close()
