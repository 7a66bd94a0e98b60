"""The nearest known name to one that is not known."""

from collections.abc import Iterable
from difflib import get_close_matches


def did_you_mean(name: str, known: Iterable[str]) -> str:
    """`; did you mean "x"?` with the nearest known name, or nothing when none is near."""
    near = get_close_matches(name, sorted(known), n=1, cutoff=0.75)
    return f'; did you mean "{near[0]}"?' if near else ""
