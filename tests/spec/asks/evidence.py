"""What a question finds."""

from collections.abc import Mapping
from typing import Any

from gradus.evidence.search import Search
from gradus.library.library import Library

_MADE: dict[str, Search] = {}


def search_of(library: Library) -> Search:
    """The search through a library, made once for each version."""
    if library.version not in _MADE:
        _MADE[library.version] = Search(library)
    return _MADE[library.version]


def ask_find(given: Mapping[str, Any], library: Library) -> dict[str, Any]:
    good = [match.entry for match in search_of(library).find(given["question"]).good]
    answers = [entry.id for entry in good if entry.kind == "answer"]
    return {
        "answer": answers[0] if answers else "none",
        "first": good[0].id if good else "none",
        "kinds": sorted({entry.kind for entry in good}),
    }


ASKS = {"evidence.find": ask_find}
