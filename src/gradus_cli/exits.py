"""How the command ends. One table, printed by `gradus --help`; scripts may rely on it."""

from enum import IntEnum

from gradus.vocabulary.faults import told


class Exit(IntEnum):
    """The exit code by kind of failure."""

    DONE = 0
    BROKEN = 1
    USAGE = 2
    BAD_INPUT = 3
    BAD_RECORD = 4
    NOT_SAVED = 5
    BAD_LIBRARY = 6
    REFUSED = 7
    NO_PLAN = 8
    NOT_FOUND = 9
    STOPPED = 10


MEANING = {
    Exit.DONE: "done, or answered",
    Exit.BROKEN: "a fault of Gradus itself; please report it",
    Exit.USAGE: "the command line was not understood",
    Exit.BAD_INPUT: "something given cannot be right; nothing was stored",
    Exit.BAD_RECORD: "the record cannot be read, or holds faults",
    Exit.NOT_SAVED: "the record could not be written; what was confirmed before is safe",
    Exit.BAD_LIBRARY: "a content file has faults",
    Exit.REFUSED: "not safe to do now: the safety screen locks it or is not finished",
    Exit.NO_PLAN: "no plan fits; the limits that collide are named",
    Exit.NOT_FOUND: "no exercise, rule, file or fact of that name",
    Exit.STOPPED: "broken off before the end; what was stored until then is kept",
}


class Failure(Exception):
    """A failure with its exit code, told in plain words: what, where, and what to do."""

    def __init__(self, code: Exit, says: str) -> None:
        super().__init__(says)
        self.code = code


def broken(fault: Exception) -> str:
    """What is said where Gradus itself has a fault, with the place for whoever mends it."""
    says = "Gradus itself has a fault here. What was stored before is safe; please report this:"
    return f"{says}\n  {told(fault)}"
