"""Results over time."""

from collections.abc import Mapping

from gradus.record.facts import TestResult
from gradus.record.history import History
from gradus.vocabulary.ids import MeasureId
from gradus.vocabulary.scales import Side


def results(history: History, measure: MeasureId, side: Side | None = None) -> tuple[TestResult, ...]:
    """The results of a measure that stand, oldest first; of one side, when it is named."""
    return tuple(
        each
        for each in history.of(TestResult)
        if each.measure == measure and (side is None or each.side is side)
    )


def latest(history: History) -> Mapping[MeasureId, float]:
    """The newest value of each measure that has one. Of a measure taken on sides it is the smaller of the two
    newest, so that the better side never sets a level; with one side alone it is missing. Every sided measure
    of the library is better the higher it is."""
    newest: dict[MeasureId, dict[Side | None, float]] = {}
    for each in history.of(TestResult):
        newest.setdefault(each.measure, {})[each.side] = each.value
    values = {measure: _weaker(sides) for measure, sides in newest.items()}
    return {measure: value for measure, value in values.items() if value is not None}


def _weaker(sides: Mapping[Side | None, float]) -> float | None:
    if set(sides) == {None}:
        return sides[None]
    both = [sides[side] for side in Side if side in sides]
    return min(both) if len(both) == len(Side) else None
