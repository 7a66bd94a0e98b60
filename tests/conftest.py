"""What every test may ask for."""

import pytest

from gradus.library.library import Library
from gradus.library.load import load


@pytest.fixture(scope="session")
def library() -> Library:
    """The packaged library."""
    return load()
