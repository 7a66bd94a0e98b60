"""What is looked at before the site serves anybody."""

import sqlite3
from typing import Any

from django.conf import settings
from django.core.checks import CheckMessage, Error, Tags, Warning, register

from gradus_web.config.reading import secret_path

SOUND_SQLITE = (3, 51, 3)
"""The first release without the fault in which connections that write and checkpoint at one moment spoil the
database; older ones are used with every write in one queue (`gradus_web.config.sqlite`)."""


@register(Tags.database)
def sqlite_is_sound(**_: Any) -> list[CheckMessage]:
    """A word where the SQLite that Python brings has the fault."""
    if sqlite3.sqlite_version_info >= SOUND_SQLITE:
        return []
    told = f"SQLite here is {sqlite3.sqlite_version}; 3.51.3 mends a fault of its write-ahead log."
    return [Warning(told, hint="All writes wait in one queue, which avoids it.", id="gradus.W001")]


@register(Tags.security, deploy=True)
def secret_is_kept(**_: Any) -> list[CheckMessage]:
    """Sessions end at every start where no secret is kept."""
    if secret_path(settings.DATA).exists():
        return []
    return [Error("No secret is kept in the data folder.", hint="Run gradus-site init.", id="gradus.E001")]


@register(Tags.security, deploy=True)
def demo_door_is_shut(**_: Any) -> list[CheckMessage]:
    """Nobody enters without a password on a site that serves people."""
    if not settings.DEMO:
        return []
    return [Error("The demo door is open.", hint="Leave GRADUS_SITE_DEMO out.", id="gradus.E002")]
