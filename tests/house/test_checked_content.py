"""The packaged content was checked as it stands, and what was checked loads without the checking library."""

import subprocess
import sys

from gradus.library.load import packaged
from gradus.library.packaged import stamp
from gradus.library.version import version_of

LOADED = """
import sys
from gradus.library.load import packaged, trust_or_read
from gradus.library.version import version_of
texts = packaged()
trust_or_read(texts, checked={checked})
print("pydantic" in sys.modules)
"""


def pydantic_is_loaded(checked: str) -> bool:
    """Whether a new process that reads the packaged content has loaded pydantic then."""
    script = LOADED.format(checked=checked)
    told = subprocess.run([sys.executable, "-c", script], check=True, capture_output=True, text=True)
    return told.stdout == "True\n"


def test_the_packaged_content_was_checked_as_it_stands() -> None:
    assert stamp() == version_of(packaged()), "content changed since it was last checked: run ./dev generate"


def test_checked_content_loads_without_pydantic() -> None:
    assert not pydantic_is_loaded("version_of(texts)")


def test_unchecked_content_does_not() -> None:
    assert pydantic_is_loaded("''")
