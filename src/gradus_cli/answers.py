"""Answers to a questionnaire: typed in the order of its questions, or asked one by one."""

from collections.abc import Sequence

import click

from gradus.journey.questionnaires import CannotScore, score
from gradus.library.types import Measure, MeasureItem
from gradus_cli.exits import Exit, Failure
from gradus_cli.names import counted

SIGNS = {"y": 1, "n": 0, ".": None}
"""Yes, no, and not answered."""


def scored(measure: Measure, text: str) -> tuple[dict[str, int], float]:
    """The answers by question and their score; a failure that says what is missing or cannot be."""
    if not measure.items:
        said = f"{measure.title} has no questions; give its value. Nothing was stored."
        raise Failure(Exit.BAD_INPUT, said)
    told = _read(text)
    if len(told) != len(measure.items):
        there = counted(len(told), "answer")
        said = f"{measure.title} has {len(measure.items)} questions; there are {there}. Nothing was stored."
        raise Failure(Exit.BAD_INPUT, said)
    return _made(measure, told)


def has_words(measure: Measure) -> bool:
    """Whether its questions can be asked: they have words, in the package or in a file of the operator's."""
    return bool(measure.items) and all(item.words for item in measure.items)


def asked(measure: Measure) -> tuple[dict[str, int], float]:
    """The answers by question, each asked in its words, and their score."""
    return _made(measure, [_ask(item) for item in measure.items])


def _ask(item: MeasureItem) -> int:
    if (item.lowest, item.highest) == (SIGNS["n"], SIGNS["y"]):
        return int(click.confirm(item.words, err=True))
    ends = click.IntRange(int(item.lowest), int(item.highest))
    return int(click.prompt(item.words, type=ends, err=True))


def _made(measure: Measure, told: Sequence[int | None]) -> tuple[dict[str, int], float]:
    answers = {item.id: each for item, each in zip(measure.items, told, strict=True) if each is not None}
    found = score(measure, answers)
    if isinstance(found, CannotScore):
        parts = [f"not answered: {', '.join(found.missing)}"] if found.missing else []
        parts += [f"cannot be: {', '.join(found.impossible)}"] if found.impossible else []
        said = f"{measure.title} has no score; {'; '.join(parts)}. A missing answer is not 0."
        raise Failure(Exit.BAD_INPUT, f"{said} Nothing was stored.")
    return answers, found.value


def _read(text: str) -> list[int | None]:
    """One sign a question (y, n, or a dot for none), or whole numbers with commas."""
    signs = "".join(text.split()).lower()
    if signs and set(signs) <= SIGNS.keys():
        return [SIGNS[sign] for sign in signs]
    try:
        return [int(word) if word.strip() else None for word in text.split(",")]
    except ValueError:
        said = f"{text!r} are no answers: write numbers with commas, as 6,5,7, or y and n, as ynny."
        raise Failure(Exit.BAD_INPUT, f"{said} Nothing was stored.") from None
