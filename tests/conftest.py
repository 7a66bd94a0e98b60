"""What every test may ask for."""

import pytest
from hypothesis import settings

from gradus.library.library import Library
from gradus.library.load import load

# A busy machine is no fault of the code: no deadline. ./dev test-long looks for cases that nobody thought of.
settings.register_profile("gradus", deadline=None, derandomize=True, database=None)
settings.register_profile("long", deadline=None, max_examples=2000)
settings.load_profile("gradus")


@pytest.fixture(scope="session")
def library() -> Library:
    """The packaged library."""
    return load()
