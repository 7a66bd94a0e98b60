"""How easily a text is read, by a kept library that looks syllables up in a dictionary of spoken English."""

import re
from collections.abc import Iterable

import textstat  # type: ignore[import-untyped]

READING_GRADE = 8.0
"""The school grade that must be able to read what a worried person reads."""

ENDS = (".", "!", "?")
POINT = re.compile(r"(?<=\d)[.](?=\d)")
"""The point of a number. The library would take it for the end of a sentence."""
FILLED_IN = re.compile(r"\{\w+\}")
"""A place that is filled in when the sentence is said. It counts as one short word."""


def joined(parts: Iterable[str]) -> str:
    """Texts one after another, each ending as a sentence does."""
    whole = (part.strip() for part in parts)
    return " ".join(part if part.endswith(ENDS) else f"{part}." for part in whole if part)


def reading_grade(*parts: str) -> float:
    """The grade by Flesch and Kincaid. Only full stops, question and exclamation marks end a sentence."""
    text = FILLED_IN.sub("this", POINT.sub("", joined(parts)))
    return float(textstat.flesch_kincaid_grade(text))
