"""Settings from the environment. A bad value stops the start, in words."""

import os
import re
import secrets
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from django.core.exceptions import ImproperlyConfigured

SWITCH = {
    "1": True,
    "yes": True,
    "on": True,
    "true": True,
    "0": False,
    "no": False,
    "off": False,
    "false": False,
}
CONTACT = re.compile(r"mailto:[!-~]+@[!-~]+|https://[!-~]+")
KEY_BYTES = 48
"""Of dice, that make a secret."""
SHORTEST_KEY = 50
"""Characters that a kept secret has at least."""


@dataclass(frozen=True, slots=True)
class Environment:
    """What the operator says of the site. Nothing said means the safest value."""

    values: Mapping[str, str] = field(default_factory=lambda: os.environ)

    def text(self, name: str, otherwise: str) -> str:
        """The words after the name; `otherwise` where nothing is said."""
        return self.values.get(name, "").strip() or otherwise

    def switch(self, name: str, *, otherwise: bool) -> bool:
        """On or off."""
        said = self.text(name, "")
        if not said:
            return otherwise
        if said.lower() not in SWITCH:
            raise ImproperlyConfigured(f"{name} is {said!r}; say on or off.")
        return SWITCH[said.lower()]

    def names(self, name: str, otherwise: tuple[str, ...]) -> list[str]:
        """Names with commas between them."""
        said = [each.strip() for each in self.text(name, "").split(",") if each.strip()]
        return said or list(otherwise)

    def address(self, name: str) -> str:
        """Where a site is found: a scheme and a host, without a path; empty where nothing is said."""
        said = self.text(name, "").rstrip("/")
        found = urlsplit(said)
        if said and not (found.scheme in ("http", "https") and said == f"{found.scheme}://{found.netloc}"):
            raise ImproperlyConfigured(
                f"{name} is {said!r}; say an address such as https://gradus.example.org"
            )
        return said

    def contact(self, name: str) -> str:
        """Whom to ask, as an address of mail or a page; empty where nothing is said."""
        said = self.text(name, "")
        if said and not CONTACT.fullmatch(said):
            raise ImproperlyConfigured(f"{name} is {said!r}; say whom to ask, as mailto:you@example.org")
        return said

    def folder(self, name: str, otherwise: Path) -> Path:
        """A folder that is there or can be made."""
        found = Path(self.text(name, str(otherwise))).expanduser()
        if found.exists() and not found.is_dir():
            raise ImproperlyConfigured(f"{name} is {found}, which is no folder.")
        return found

    def file(self, name: str) -> Path | None:
        """A file that is there; None where nothing is said."""
        said = self.text(name, "")
        if not said:
            return None
        found = Path(said).expanduser()
        if not found.is_file():
            raise ImproperlyConfigured(f"{name} is {found}, which is no file.")
        return found

    def zone(self, name: str, otherwise: str) -> str:
        """A time zone by its name."""
        said = self.text(name, otherwise)
        try:
            ZoneInfo(said)
        except (ValueError, OSError, KeyError):
            raise ImproperlyConfigured(f"{name} is {said!r}; name a zone such as Europe/Oslo.") from None
        return said


def kept_secret(data: Path) -> str:
    """The site's secret, kept in the data folder. Where none is kept yet, one that lasts for this run only:
    `gradus-site` keeps one before it serves, and a check says so when nobody did."""
    path = secret_path(data)
    try:
        said = path.read_text(encoding="ascii").strip()
    except FileNotFoundError:
        return secrets.token_urlsafe(KEY_BYTES)
    except (OSError, UnicodeDecodeError) as error:
        raise ImproperlyConfigured(f"{path} cannot be read: {error}") from None
    if len(said) < SHORTEST_KEY:
        raise ImproperlyConfigured(f"{path} holds too short a secret; remove it and a new one is made.")
    return said


def secret_path(data: Path) -> Path:
    """Where the site's secret is kept."""
    return data / "secret-key"


def keep_secret(data: Path) -> None:
    """Make the data folder and the secret in it, readable by their owner alone, where they are missing."""
    data.mkdir(mode=0o700, parents=True, exist_ok=True)
    path = secret_path(data)
    if not path.exists():
        with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
            file.write(secrets.token_urlsafe(KEY_BYTES))
