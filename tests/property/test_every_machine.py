"""The same facts, library and day give the same bytes on every machine."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


def decided(order: str, **machine: str) -> bytes:
    """All that tests/fingerprint.py decides on such a machine."""
    env = {**os.environ, "PYTHONIOENCODING": "utf-8", **machine}
    command = [sys.executable, "-m", "tests.fingerprint", order]
    return subprocess.run(command, cwd=ROOT, env=env, check=True, capture_output=True).stdout


@pytest.fixture(scope="module")
def here() -> bytes:
    return decided("forwards", PYTHONHASHSEED="0", TZ="UTC", LC_ALL="C.UTF-8")


class TestEveryMachineDecidesAlike:
    """Hash seed, time zone, locale and the order in which a folder lists its files change no decision."""

    @pytest.mark.parametrize(
        ("order", "seed", "zone", "locale"),
        [
            ("backwards", "1", "Pacific/Kiritimati", "C"),
            ("forwards", "4294967295", "America/St_Johns", "tr_TR.UTF-8"),
            ("backwards", "random", "Asia/Kathmandu", "de_DE.UTF-8"),
        ],
    )
    def test_whatever_the_machine(self, here: bytes, order: str, seed: str, zone: str, locale: str) -> None:
        assert decided(order, PYTHONHASHSEED=seed, TZ=zone, LC_ALL=locale) == here
        assert len(here.splitlines()) > 50
