"""What every test may ask for."""

from functools import cache
from typing import Any

import pytest
from hypothesis import settings

from gradus.library import strict
from gradus.library.library import Library
from gradus.library.load import load
from gradus.library.read import read_file
from gradus.screening.cleared import Cleared

# A busy machine is no fault of the code: no deadline. ./dev test-long looks for cases that nobody thought of.
settings.register_profile("gradus", max_examples=15, deadline=None, derandomize=True, database=None)
settings.register_profile("long", deadline=None, max_examples=1500)
settings.load_profile("gradus")


def _by_itself(thing: object, printer: Any, _cycle: bool) -> None:
    printer.text(repr(thing))


# Hypothesis writes an example out field by field. A whole library is too long for that, and `Cleared` has a
# field that nobody can read: either ended the last run of a failing example before anything was drawn, and
# what was told was "flaky" and not the example.
for kind in (Library, Cleared):
    setattr(kind, "_repr_pretty_", _by_itself)  # noqa: B010


# What a file holds does not change within a run: each is read strictly once, however many libraries it is in.
setattr(strict, "read_file", cache(read_file))  # noqa: B010


@pytest.fixture(scope="session")
def library() -> Library:
    """The packaged library."""
    return load()
