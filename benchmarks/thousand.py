"""A site of a thousand people with a year each beside one of ten: today, and a set logged. Aim: within 20 %.

The lives are copies of one, each under ids of its own. Somebody comes, looks at today, tells six sets and
looks at today again; then somebody else, by dice. Times are of the processor, in one process. The first look
of each finds no record in mind, as among many people, and reads a whole one anew; it is told by itself.
"""

import logging
import os
import random
import statistics
import subprocess
import sys
import tempfile
from collections import defaultdict
from multiprocessing import get_context
from pathlib import Path
from time import process_time
from typing import Any

from tests.crowd import EXERCISE, Somebody, environment, settle

from benchmarks.lives import LAST_DAY, year_old
from benchmarks.telling import tell

FEW, MANY = 10, int(os.environ.get("GRADUS_PEOPLE", "1000"))
VISITS = 60
SETS = 6
AIM = 0.2
AS_KNOWN = ("today, a record in mind", "a set, a record in mind")


def main() -> None:
    """Print each with its spread, and how far the two sites are apart."""
    found = {}
    for count in (FEW, MANY):
        with get_context("spawn").Pool(1) as alone:
            found[count] = alone.apply(measured, (count,))
        for name, took in found[count].items():
            tell(f"{count} people: {name}", took)
    for name in AS_KNOWN:
        few, many = (statistics.median(found[count][name]) for count in (FEW, MANY))
        met = "met" if many / few - 1 <= AIM else "MISSED"
        print(f"{name}: {MANY} people {many / few - 1:+.0%} beside {FEW}   aim {AIM:.0%}: {met}")


def measured(count: int) -> dict[str, list[float]]:
    """Seconds of each request, by what it was, on a site of so many people."""
    with tempfile.TemporaryDirectory() as named:
        folder = Path(named)
        os.environ |= environment(folder, LAST_DAY) | {"GRADUS_SITE_HOSTS": "testserver"}
        words = [sys.executable, "-m", "gradus_web.main", "init"]
        subprocess.run(words, check=True, stdout=subprocess.DEVNULL)
        import django  # noqa: PLC0415 once its settings are said

        django.setup()
        logging.disable(logging.INFO)
        return _visits(settle(year_old(), count))


def _visits(crowd: list[Somebody]) -> dict[str, list[float]]:
    from django.conf import settings  # noqa: PLC0415
    from django.test import Client  # noqa: PLC0415

    from gradus_web.people import reading  # noqa: PLC0415

    dice, took = random.Random(11), defaultdict[str, list[float]](list)

    def ask(name: str, way: Any, *words: Any) -> Any:
        began = process_time()
        answer = way(*words)
        took[name].append(process_time() - began)
        assert answer.status_code in (200, 302), answer.status_code
        return answer

    for _ in range(VISITS):
        browser, who = Client(), dice.choice(crowd)
        browser.cookies[settings.SESSION_COOKIE_NAME] = who.session
        reading._remembered.clear()
        ask("today, a record read anew", browser.get, "/today")
        page = ask("the session's page", browser.get, "/session").content.decode()
        found = EXERCISE.search(page)
        who.exercise = who.exercise or (found[1] if found else "")
        for _ in range(SETS):
            ask(AS_KNOWN[1], browser.post, "/session/set", {"exercise": who.exercise, "amount": "8"})
        ask(AS_KNOWN[0], browser.get, "/today")
    return dict(took)
