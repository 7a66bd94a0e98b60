"""A set, from its repetitions: what may be logged, and what was seen how often."""

from collections.abc import Iterable, Sequence

from gradus.movement.engine.plan import Plan
from gradus.movement.engine.records import Number, Record, Summary
from gradus.movement.engine.smoothing import median

PERCENT = 100.0
SMALL = 0.5
"""Share of the drawn range below which a repetition is told to be small, if its error leaves no doubt."""
FEWEST = 3
"""With fewer repetitions nothing is said of how their speed changed."""


def summed(plan: Plan, records: Sequence[Record]) -> Summary:
    """The set of these repetitions, or holds."""
    return Summary(
        count=len(records),
        held_s=sum((each.held_s.value for each in records if each.held_s is not None), 0.0),
        small=sum(_is_small(plan, each.range) for each in records),
        there_s=_middle(each.there_s for each in records),
        back_s=_middle(each.back_s for each in records),
        range=_middle(each.range for each in records),
        velocity_loss=_loss(plan, records),
        sides_differ=_sides(records),
        faults=tuple(_often(fault.id, records) for fault in plan.faults),
    )


def _middle(numbers: Iterable[Number | None]) -> float | None:
    known = [each.value for each in numbers if each is not None]
    return median(known) if known else None


def _is_small(plan: Plan, range_: Number | None) -> bool:
    return range_ is not None and range_.value + range_.error < SMALL * plan.range_


def _loss(plan: Plan, records: Sequence[Record]) -> float | None:
    """By how many percent the last two were slower than the fastest, on the way on which the work is."""
    told = [each.speed_there if plan.lifts == "there" else each.speed_back for each in records]
    speeds = [each.value for each in told if each is not None]
    if plan.lifts is None or len(speeds) < FEWEST or max(speeds) <= 0:
        return None
    return PERCENT * (1 - median(speeds[-2:]) / max(speeds))


def _sides(records: Sequence[Record]) -> float | None:
    """Left without right: of both at once, or of the repetitions of each side."""
    at_once = _middle(each.sides_differ for each in records)
    left = _middle(each.range for each in records if each.side == "left")
    right = _middle(each.range for each in records if each.side == "right")
    return left - right if left is not None and right is not None else at_once


def _often(fault: str, records: Sequence[Record]) -> tuple[str, int, int]:
    seen = sum(any(each.fault == fault for each in record.found) for record in records)
    unknown = sum(any(each.fault == fault for each in record.not_judged) for record in records)
    return fault, seen, len(records) - unknown
