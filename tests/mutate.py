"""Mutation testing of one room: `./dev mutate screening`.

Changes the code in small ways, one at a time, and runs the worked examples and the unit tests of the room
against each change; a change that no test notices survives. Works on a copy of the tree in `.mutation/`. The
properties stay out: each draws so many cases that a room would take a day, and an example says more. Fails
when fewer than 95 of 100 changes are noticed. What survives, and why, stands in docs/mutation.md.
"""

import subprocess
import sys
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from shutil import copy2, rmtree

ROOT = Path(__file__).parents[1]
FEWEST_KILLED = 95
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


def main(name: str) -> int:
    """Mutate the room and tell what survived."""
    folder = ROOT / ".mutation" / name
    _copy(folder)
    with (folder / "pyproject.toml").open("a", encoding="utf-8") as file:
        file.write(_settings(ROOMS[name]))
    subprocess.run(["mutmut", "run", "--max-children", "2"], cwd=folder, check=True)
    states = dict(_states(folder))
    for mutant, state in sorted(states.items()):
        if state not in ("killed", "timeout"):
            shown = subprocess.run(
                ["mutmut", "show", mutant], cwd=folder, check=True, capture_output=True, text=True
            )
            print(f"\n{shown.stdout.strip()}")
    found = Counter(states.values())
    killed = 100 * (found["killed"] + found["timeout"]) / len(states)
    print(f"\n{name}: {len(states)} mutants, {dict(found)}; {killed:.1f} of 100 killed")
    return int(killed < FEWEST_KILLED)


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


def _states(folder: Path) -> list[tuple[str, str]]:
    told = subprocess.run(
        ["mutmut", "results", "--all", "true"], cwd=folder, check=True, capture_output=True, text=True
    )
    lines = (line.strip().split(": ") for line in told.stdout.splitlines() if ": " in line)
    return [(mutant, state) for mutant, state in lines]


if __name__ == "__main__":
    if len(sys.argv) != 2 or sys.argv[1] not in ROOMS:
        raise SystemExit(f"Which room? One of: {', '.join(ROOMS)}")
    raise SystemExit(main(sys.argv[1]))
