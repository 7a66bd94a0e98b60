"""The settings of a site as they are, but that its clock stands on another day: that of GRADUS_BENCH_DAY."""

import os
from datetime import UTC, date, datetime

from gradus_web.config.settings import *  # noqa: F403 the settings of the site, whole

CLOCK = "benchmarks.moved.now"
AWAY = datetime.now(UTC).date() - date.fromisoformat(os.environ["GRADUS_BENCH_DAY"])


def now() -> datetime:
    """The time of this day, on that one."""
    return datetime.now(UTC) - AWAY
