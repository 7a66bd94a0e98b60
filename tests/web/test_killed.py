"""A real server that is killed under load a few times: `./dev bench kills` does it two hundred times."""

import os
import subprocess
import sys
from pathlib import Path

from tests.tries import SLOWLY

ROOT = Path(__file__).parents[2]
KILLS = 3


@SLOWLY
def test_nothing_that_was_confirmed_is_lost_when_the_server_is_killed() -> None:
    words = [sys.executable, "-m", "benchmarks", "kills"]
    environment = os.environ | {"GRADUS_KILLS": str(KILLS)}
    done = subprocess.run(words, env=environment, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert f"{KILLS} kills" in done.stdout
    assert " 0 lost, 0 twice; whole: True" in done.stdout
