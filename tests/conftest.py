"""What every test may ask for."""

from typing import Any

import pytest
from hypothesis import settings

from gradus.library.library import Library
from gradus.library.load import load

settings.register_profile("gradus", deadline=None)  # a busy machine is no fault of the code
settings.register_profile("long", deadline=None, max_examples=2000)  # ./dev test-long
settings.load_profile("gradus")


def _in_one_line(library: Library, printer: Any, _cycle: bool) -> None:
    printer.text(repr(library))


# Hypothesis writes an example out field by field. A whole library is too long for that: its warning ended the
# last run of a failing example before anything was drawn, and what was told was "flaky" and not the example.
Library._repr_pretty_ = _in_one_line  # type: ignore[attr-defined]


@pytest.fixture(scope="session")
def library() -> Library:
    """The packaged library."""
    return load()
