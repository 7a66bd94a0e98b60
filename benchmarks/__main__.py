"""`python -m benchmarks` runs every benchmark, `python -m benchmarks NAME` one, `--list` names them.

A benchmark is a module of this package with a function `main` that measures and prints.
"""

import sys
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules

from benchmarks.telling import machine

NOT_BENCHMARKS = {
    "__main__", "actions", "lives", "moved", "people", "reasons", "reference", "repetitions", "rules",
    "scatter", "telling", "verdicts",
}  # fmt: skip


def names() -> list[str]:
    """Every benchmark, by name."""
    return sorted({found.name for found in iter_modules([str(Path(__file__).parent)])} - NOT_BENCHMARKS)


def run(name: str) -> None:
    """Run one benchmark, under its own first line."""
    module = import_module(f"benchmarks.{name}")
    print(f"\n{name}: {(module.__doc__ or '').strip().splitlines()[0]}", flush=True)
    module.main()


def main(arguments: list[str]) -> int:
    """Run those that are named, or all. Returns 2 when a name is not known."""
    known = names()
    if wrong := [each for each in arguments if each not in {*known, "--list"}]:
        print(f"There is no benchmark {wrong[0]!r}; there are: {', '.join(known)}.", file=sys.stderr)
        return 2
    if "--list" in arguments:
        print("\n".join(known))
        return 0
    print(machine())
    for name in arguments or known:
        run(name)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
