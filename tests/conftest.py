"""What every test may ask for."""

import pytest
from hypothesis import settings

from gradus.library.library import Library
from gradus.library.load import load

settings.register_profile("gradus", deadline=None)  # a busy machine is no fault of the code
settings.register_profile("long", deadline=None, max_examples=2000)  # ./dev test-long
settings.load_profile("gradus")


@pytest.fixture(scope="session")
def library() -> Library:
    """The packaged library."""
    return load()
