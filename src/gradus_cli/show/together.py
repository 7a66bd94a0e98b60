"""What is said of several exercises at once, as sentences."""

from collections.abc import Iterable, Sequence

from gradus.journey import together as said
from gradus.journey.together import AnyReason, T
from gradus.library.library import Library


def together(told: Iterable[tuple[T, Sequence[AnyReason]]], library: Library) -> list[tuple[str, list[T]]]:
    """The sentences with the things they are said of."""
    found = said.together(told, library)
    return [(" ".join(each.says for each in reasons), things) for reasons, things in found]
