"""Faults of content: where, what and what to do, all of them at once."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that is wrong in one file. `where` is a key such as `dose.reps[1]`, a line, or the file."""

    path: str
    where: str
    says: str


class ContentFault(Exception):
    """The content cannot be used. `faults` holds every fault that was found, in order of path."""

    def __init__(self, faults: Iterable[Fault]) -> None:
        self.faults = tuple(sorted(dict.fromkeys(faults), key=lambda fault: fault.path))
        super().__init__(self.faults)

    def __str__(self) -> str:
        groups = groupby(self.faults, key=lambda fault: fault.path)
        return "\n".join(_report(path, tuple(faults)) for path, faults in groups)


def _report(path: str, faults: tuple[Fault, ...]) -> str:
    counted = "1 fault" if len(faults) == 1 else f"{len(faults)} faults"
    width = max(len(fault.where) for fault in faults)
    lines = (f"  {fault.where:<{width}}   {fault.says}" for fault in faults)
    return "\n".join((f"{path}: {counted}", *lines))
