"""The site as a phone at home sees it: over HTTPS, by a certificate that was made a moment ago."""

import shutil
import ssl
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.error import HTTPError
from urllib.request import Request, urlopen

import pytest

from tests.browser.axe import axe, faults
from tests.browser.served import NEEDS, served

pytestmark = NEEDS
AT = "127.0.0.1"


@pytest.fixture(scope="module")
def data(site: str, folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder in which the example person lives already."""
    assert site
    made = tmp_path_factory.mktemp("phone")
    shutil.copytree(folder / "site", made / "site")
    return made


@pytest.fixture(scope="module")
def home(data: Path) -> Iterator[str]:
    """The site as it serves a phone."""
    with served(data, "--address", AT, begins=f"https://{AT}") as address:
        yield address


def test_whoever_trusts_the_authority_is_served(home: str, data: Path) -> None:
    context = ssl.create_default_context(cafile=str(data / "site" / "phone" / "authority.pem"))
    with urlopen(f"{home}/phone", context=context) as answer:  # noqa: S310 our own address
        assert answer.status == 200
        assert "Strict-Transport-Security" not in answer.headers
        assert all("; Secure" in said for said in answer.headers.get_all("Set-Cookie", []))
    with pytest.raises(HTTPError, match="400"):
        urlopen(Request(f"{home}/", headers={"Host": "example.org"}), context=context)  # noqa: S310


def test_a_phone_opens_the_site_as_a_safe_place_and_enters(browser: Any, home: str) -> None:
    """Its forms are taken, its cookies are kept, and what needs HTTPS is there. That the certificate is the
    right one is looked at above; here the warning is gone past, as one does the first time."""
    size = {"width": 320, "height": 800}
    context = browser.new_context(viewport=size, bypass_csp=True, ignore_https_errors=True)
    page = context.new_page()
    assert faults(page, f"{home}/phone", axe()) == []
    assert page.evaluate("isSecureContext && 'serviceWorker' in navigator && 'wakeLock' in navigator")
    page.click("a:text-is('Begin')")
    page.click("text=Look around as the example")
    page.wait_for_url("**/today")
    kept = {each["name"]: each for each in context.cookies()}
    assert kept["__Host-gradus"]["secure"]
    assert kept["__Host-gradus"]["httpOnly"]
    context.close()
