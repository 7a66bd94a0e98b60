"""Answers to a questionnaire, to its score.

Missing is not zero: a score takes every answer, and an answer that the question cannot have counts for
nothing. Which items there are, their range and how they are put together stand in the library.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from statistics import fmean

from gradus.library.library import Library
from gradus.library.types import Measure, MeasureItem
from gradus.measures.mornings import DUST
from gradus.vocabulary.ids import MeasureId

ROLAND_MORRIS = MeasureId("roland-morris")
PEG = MeasureId("peg")


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """The score of a questionnaire that was answered whole, in the measure's unit."""

    measure: MeasureId
    value: float


@dataclass(frozen=True, slots=True, kw_only=True)
class CannotScore:
    """There is no score. `missing` are the items without an answer, in the order they are asked; `impossible`
    those whose answer no such item can have, and answers to items that are not asked."""

    measure: MeasureId
    missing: tuple[str, ...]
    impossible: tuple[str, ...]


def roland_morris(answers: Mapping[str, bool | None], library: Library) -> Score | CannotScore:
    """How many of the statements the person said yes to; None or nothing at all is unanswered.

    Source: Roland and Fairbank 2000.
    """
    return score(library.measures[ROLAND_MORRIS], answers)


def peg(answers: Mapping[str, int | None], library: Library) -> Score | CannotScore:
    """The mean of the answers about pain, enjoyment and activity; None or nothing at all is unanswered.

    Source: Krebs and others 2009.
    """
    return score(library.measures[PEG], answers)


def score(measure: Measure, answers: Mapping[str, int | None]) -> Score | CannotScore:
    """The score of any questionnaire of the library, by its own items and its own way of scoring."""
    items = {item.id: item for item in measure.items}
    told = {id_: answer for id_, answer in answers.items() if answer is not None}
    missing = tuple(id_ for id_ in items if id_ not in told)
    impossible = tuple(
        id_ for id_, answer in told.items() if id_ not in items or not _can_be(items[id_], answer)
    )
    if missing or impossible or not items:
        return CannotScore(measure=measure.id, missing=missing, impossible=impossible)
    value = sum(told.values()) if measure.scoring == "sum" else fmean(told.values())
    return Score(measure=measure.id, value=round(float(value), DUST))


def _can_be(item: MeasureItem, answer: float) -> bool:
    return item.lowest <= answer <= item.highest and float(answer).is_integer()
