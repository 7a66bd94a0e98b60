"""Every result of every test, with bars that say how far a result can be trusted."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from gradus.library.library import Library
from gradus.library.types import Measure
from gradus.measures.change import change
from gradus.record.facts import TestResult
from gradus.record.history import History
from gradus.vocabulary.ids import MeasureId
from gradus.vocabulary.scales import Side

HALF = 0.5


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """The results of a measure, of one side where it has sides, oldest first. Each result has a bar that
    reaches `bar` to either side: half of what the measure can be off by between two results, so that two bars
    that do not touch differ by more than the error, as Goldstein and Healy (1995) drew them. None where the
    error is not known."""

    measure: MeasureId
    side: Side | None
    results: tuple[TestResult, ...]
    bar: float | None

    def apart(self, one: float, other: float) -> bool:
        """Whether the bars of two values do not touch; never where the error is not known."""
        return self.bar is not None and abs(one - other) > self.bar + self.bar


def tests_taken(history: History, library: Library, day: date) -> tuple[Taken, ...]:
    """The measures that the library has and that were taken up to that day, by id and side."""
    found: dict[tuple[MeasureId, str], list[TestResult]] = {}
    for fact in history.of(TestResult):
        if fact.day <= day and fact.measure in library.measures:
            found.setdefault((fact.measure, fact.side or ""), []).append(fact)
    return tuple(_taken(library.measures[measure], found[measure, side]) for measure, side in sorted(found))


def _taken(measure: Measure, results: Sequence[TestResult]) -> Taken:
    """The error is that of the first result, as it is for the change since then."""
    first = results[0]
    error = change(measure, first.value, first.value).error
    bar = None if error is None else HALF * error
    return Taken(measure=measure.id, side=first.side, results=tuple(results), bar=bar)
