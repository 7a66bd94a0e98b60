"""Words for what closed lists name. The core keeps sentences' words in a room that the command may not enter,
so the plain values stand here."""

from enum import StrEnum


def plain(value: StrEnum | str) -> str:
    """A value of a closed list as words: `four-point` as "four-point", `hip_test` as "hip test"."""
    return str(value).replace("_", " ")


def sentence(words: str) -> str:
    """The words with a capital at the beginning."""
    return words[:1].upper() + words[1:]
