"""How sure something is, and what became of a claim, in the words that people read."""

from collections.abc import Mapping
from typing import Final

CERTAINTY: Final[Mapping[str, str]] = {
    "none": "no study that we know of",
    "very low": "very uncertain",
    "low": "uncertain",
    "moderate": "fairly sure",
    "high": "sure",
}
VERDICTS: Final[Mapping[str, str]] = {
    "supported": "holds",
    "partly": "holds in part",
    "misattributed": "a real figure on the wrong thing",
    "no-source-found": "no source found",
    "contradicted": "better evidence speaks against it",
}
