"""Prints all that is decided in a short random life: `python -m tests.fingerprint backwards`.

Run in a process of its own, so that hash seed, locale and time zone may differ, and the order in which
folders list their files: forwards or backwards.
"""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from gradus.journey.review import review
from gradus.library.load import load, packaged, read
from gradus.record.codec import encode
from gradus.record.history import fold
from tests.random_lives import RandomLife

SESSIONS = 12
SEED = 5
SCANDIR = os.scandir


@contextmanager
def listed(path: Any, *, backwards: bool) -> Iterator[Iterator[Any]]:
    """A folder's entries in one of two orders."""
    with SCANDIR(path) as entries:
        yield iter(sorted(entries, key=lambda entry: entry.name, reverse=backwards))


def main(order: str) -> None:
    """The life, what is decided in it and the look back at it."""
    os.scandir = lambda path=".": listed(path, backwards=order == "backwards")  # type: ignore[assignment]
    library = load()
    assert read(packaged()).version == library.version
    print(library.version)
    life = RandomLife(SEED, library)
    days = [lived.answer for lived in life.live(SESSIONS)]
    for answer in days:
        print(answer.day, answer.action, answer.items, answer.left_out, answer.because, answer.offers)
    for fact in life.facts:
        print(encode(fact).decode(), end="")
    print(review(fold(life.facts), library, days[-1].day))


if __name__ == "__main__":
    main(sys.argv[1])
