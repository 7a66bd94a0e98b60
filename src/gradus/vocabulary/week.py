"""How long a week is."""

from typing import Final

WEEK: Final = 7
"""Days."""
