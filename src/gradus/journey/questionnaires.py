"""Answers to a questionnaire: scored when all are there, and set beside those of another time."""

from collections.abc import Mapping
from dataclasses import dataclass

from gradus.library.types import Measure
from gradus.measures.change import SHOWN
from gradus.measures.scoring import CannotScore, Score, score
from gradus.record.facts import TestResult

__all__ = ["CannotScore", "ItemChange", "Score", "items_changed", "score"]


@dataclass(frozen=True, slots=True)
class ItemChange:
    """One question of a questionnaire whose answer is another one than the first time; of a yes or no, 1 is
    yes."""

    item: str
    first: int
    last: int


def items_changed(measure: Measure, first: TestResult, last: TestResult) -> tuple[ItemChange, ...] | None:
    """The questions that were answered otherwise the last time, in the order they are asked; None where the
    answers of one of the two were not told, or do not make its value."""
    before, after = (_making(measure, each) for each in (first, last))
    if before is None or after is None:
        return None
    ids = (item.id for item in measure.items)
    return tuple(ItemChange(id_, before[id_], after[id_]) for id_ in ids if before[id_] != after[id_])


def _making(measure: Measure, result: TestResult) -> Mapping[str, int] | None:
    """The answers of a result, where they are whole and their score is its value to the decimals shown."""
    if result.answers is None:
        return None
    made = score(measure, result.answers)
    agrees = isinstance(made, Score) and round(made.value, SHOWN) == round(result.value, SHOWN)
    return result.answers if agrees else None
