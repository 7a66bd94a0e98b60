"""A fault of our own, told in one line to whoever mends it."""

from traceback import extract_tb


def told(fault: BaseException) -> str:
    """Which fault it is and where it came up: `KeyError: 'x' (truth.py, line 88)`."""
    last = extract_tb(fault.__traceback__)[-1]
    name = last.filename.replace("\\", "/").rsplit("/", 1)[-1]
    return f"{type(fault).__name__}: {fault} ({name}, line {last.lineno})"
