"""A pytest plugin that tries changes of the code: tests are collected once, and each change has a process.

Reads CHANGES, a list of names of changes that mutmut has put into the code; writes for each a line with its
name and what became of it to OUTCOMES. A change is killed by the first test that fails, and the tests that
killed changes of the same function before are asked first. Its process may use as much processor time as the
tests that reach it need when all is well, ten times, and a minute: after that it is a timeout.
"""

import json
import os
import resource
from collections import defaultdict
from math import ceil
from pathlib import Path
from typing import Any

import pytest
from _pytest.runner import runtestprotocol

CHANGES, OUTCOMES, REACHED = Path("changes.json"), Path("outcomes.jsonl"), Path("mutmut-stats.json")
AT_ONCE = 2
SURVIVED, UNREACHED, FAILED = "survived", "no tests", 1
LIMIT_TIMES, LIMIT_MORE_S = 10, 60
TOLD = 200
"""An exit code has room for so many tests."""


@pytest.hookimpl(tryfirst=True)
def pytest_runtestloop(session: Any) -> bool:
    """Tries every change, in as many processes at once as there are processors here."""
    known = json.loads(REACHED.read_text(encoding="utf-8"))
    reached, lasted = known["tests_by_mangled_function_name"], known["duration_by_test"]
    items = {item.nodeid: item for item in session.items}
    killers: defaultdict[str, list[str]] = defaultdict(list)
    running: dict[int, tuple[str, str, list[str]]] = {}

    def ended() -> None:
        pid, status = os.wait()
        change, function, tests = running.pop(pid)
        code = os.waitstatus_to_exitcode(status)
        if code > FAILED:
            killers[function].insert(0, tests[code - FAILED - 1])
        _tell(change, SURVIVED if code == 0 else "killed" if code > 0 else "timeout")

    for change in json.loads(CHANGES.read_text(encoding="utf-8")):
        function = change.partition("__mutmut_")[0]
        tests = [each for each in reached.get(function, ()) if each in items]
        if not tests:
            _tell(change, UNREACHED)
            continue
        before = {each: nth for nth, each in enumerate(dict.fromkeys(killers[function]))}
        tests.sort(key=lambda each: (before.get(each, len(before)), lasted[each], each))
        if len(running) == AT_ONCE:
            ended()
        if (pid := os.fork()) == 0:
            limit = ceil(LIMIT_TIMES * sum(lasted[each] for each in tests)) + LIMIT_MORE_S
            resource.setrlimit(resource.RLIMIT_CPU, (limit, limit))
            _try(change, [items[each] for each in tests])
        running[pid] = (change, function, tests)
    while running:
        ended()
    return True


def _try(change: str, items: list[Any]) -> None:
    """In a process of its own: ends with 0, or with a number that says which test failed, if it is small."""
    os.environ["MUTANT_UNDER_TEST"] = change
    code = 0
    for nth, item in enumerate(items):
        following = items[nth + 1] if nth + 1 < len(items) else None
        if any(report.failed for report in runtestprotocol(item, log=False, nextitem=following)):
            code = FAILED + 1 + nth if nth < TOLD else FAILED
            break
    os._exit(code)


def _tell(change: str, outcome: str) -> None:
    with OUTCOMES.open("a", encoding="utf-8") as file:
        file.write(json.dumps([change, outcome]) + "\n")
