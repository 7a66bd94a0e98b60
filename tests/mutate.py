"""Mutation testing of one room: `./dev mutate screening`; a number after it draws so many of its changes.

Changes the code in small ways, one at a time, and runs the worked examples and the unit tests of the room
against each change; a change that no test notices survives. Works on a copy of the tree in `.mutation/`. The
properties stay out: each draws so many cases that a room would take a day, and an example says more. Fails
when fewer than 95 of 100 changes are noticed. Which changes are drawn depends on their names alone, so that a
second run tries the same ones. What survives, and why, stands in docs/mutation.md.

mutmut makes the changes and finds out which test reaches which; tests/mutants.py tries them, twenty times as
fast, and tries one more that changes nothing: if that does not survive, the run is worth nothing and says so.
"""

import json
import os
import subprocess
import sys
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from random import Random
from shutil import copy2, rmtree

ROOT = Path(__file__).parents[1]
FEWEST_KILLED = 95
NOTHING = "no-change-has-this-name"
COPIED = ("specs", "examples", "schemas", "docs", "README.md")


@dataclass(frozen=True)
class Room:
    """Which files are changed, and which tests have to notice."""

    files: tuple[str, ...]
    tests: tuple[str, ...]


ROOMS = {
    "screening": Room(
        ("src/gradus/screening/*",),
        ("tests/spec", "tests/unit/screening", "tests/unit/journey/test_failing_rules.py"),
    ),
    "progression": Room(("src/gradus/progression/*",), ("tests/spec", "tests/unit/progression")),
    "mornings": Room(("src/gradus/measures/mornings.py",), ("tests/spec", "tests/unit/measures")),
}


def main(name: str, drawn: int | None = None) -> int:
    """Mutate the room, or so many changes drawn from it, and tell what survived."""
    folder = ROOT / ".mutation" / name
    _copy(folder)
    with (folder / "pyproject.toml").open("a", encoding="utf-8") as file:
        file.write(_settings(ROOMS[name]))
    making = ["mutmut", "run", "--max-children", "2", NOTHING]  # which it refuses, when everything is made
    made = subprocess.run(making, cwd=folder, check=False, capture_output=True, text=True)
    every = _changes(folder)
    if not every:
        raise SystemExit(f"No change was made in {name}.\n{made.stdout}{made.stderr}")
    chosen = Random(name).sample(every, min(drawn or len(every), len(every)))  # noqa: S311
    outcomes = _outcomes(folder / "mutants", ROOMS[name], sorted(chosen))
    for mutant, state in sorted(outcomes.items()):
        if state not in ("killed", "timeout"):
            shown = subprocess.run(
                ["mutmut", "show", mutant], cwd=folder, check=True, capture_output=True, text=True
            )
            print(f"\n{state}: {shown.stdout.partition(chr(10))[2].strip()}")
    found = Counter(outcomes.values())
    killed = 100 * (found["killed"] + found["timeout"]) / len(chosen)
    print(f"\n{name}: {len(chosen)} of {len(every)} changes, {dict(found)}; {killed:.1f} of 100 killed")
    return int(killed < FEWEST_KILLED)


def _outcomes(folder: Path, room: Room, changes: list[str]) -> dict[str, str]:
    """What became of each change. Fails when what changes nothing is noticed, or a change is left out."""
    harmless = f"{changes[0].partition('__mutmut_')[0]}__mutmut_0"
    (folder / "changes.json").write_text(json.dumps([harmless, *changes]), encoding="utf-8")
    words = ["pytest", "-n0", "-q", "-p", "no:cacheprovider", "-p", "tests.mutants", *room.tests]
    paths = os.pathsep.join(str(folder / each) for each in ("src", "."))
    subprocess.run(words, cwd=folder, check=False, env=os.environ | {"PYTHONPATH": paths})
    told = [json.loads(line) for line in (folder / "outcomes.jsonl").read_text(encoding="utf-8").splitlines()]
    outcomes: dict[str, str] = dict(told)
    if outcomes.pop(harmless) != "survived" or set(outcomes) != set(changes):
        raise SystemExit("The tests fail although nothing was changed, or not every change was tried.")
    return outcomes


def _copy(folder: Path) -> None:
    rmtree(folder, ignore_errors=True)
    listed = ["git", "ls-files", "--cached", "--others", "--exclude-standard"]
    names = subprocess.run(listed, cwd=ROOT, check=True, capture_output=True, text=True).stdout.splitlines()
    for each in names:
        if (ROOT / each).is_file():
            (folder / each).parent.mkdir(parents=True, exist_ok=True)
            copy2(ROOT / each, folder / each)


def _settings(room: Room) -> str:
    arguments = ["-n0", "-p", "no:cacheprovider"]
    return f"""
[tool.mutmut]
source_paths = ["src"]
only_mutate = {list(room.files)}
also_copy = {list(COPIED)}
pytest_add_cli_args = {arguments}
pytest_add_cli_args_test_selection = {list(room.tests)}
"""


def _changes(folder: Path) -> list[str]:
    told = subprocess.run(
        ["mutmut", "results", "--all", "true"], cwd=folder, check=True, capture_output=True, text=True
    )
    return sorted(line.strip().partition(": ")[0] for line in told.stdout.splitlines() if ": " in line)


if __name__ == "__main__":
    room, *count = sys.argv[1:] or [""]
    if room not in ROOMS or len(count) > 1 or not all(each.isdigit() for each in count):
        raise SystemExit(f"Which room? One of: {', '.join(ROOMS)}; after it, how many changes are drawn.")
    raise SystemExit(main(room, *map(int, count)))
