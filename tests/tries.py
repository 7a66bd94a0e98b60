"""How many cases a property tries: the same ones at every run of ./dev test, so that a change is judged by
what it changed; many more, and new ones, in ./dev test-long."""

import os
from typing import Any

import pytest
from hypothesis import settings

TIMES = int(os.environ.get("GRADUS_TIMES", "1"))
SLOW = os.environ.get("GRADUS_SLOW") == "1"
SLOWLY = pytest.mark.skipif(not SLOW, reason="./dev slow tries it, which ./dev check calls")
"""For what starts programs and waits for them, and hangs on little that changes."""


def tries(count: int, **more: Any) -> settings:
    """So many cases of a slow property; in the long run as many times more as GRADUS_TIMES says."""
    return settings(max_examples=count * TIMES, **more)
