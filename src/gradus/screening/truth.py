"""How far a condition of the library holds, by what was answered.

Every answer has a degree on one chain: not known to hold < maybe < yes. "Not sure" is a maybe; "no" and no
answer at all are not known to hold (what tells those two apart is that an unanswered item is to be asked and
keeps the screen unfinished). `any` is the highest degree, `all` the lowest, `at_least` n the n-th highest
(Kleene's logic of three values), so no further "yes" can lower what a condition comes to.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import IntEnum

from gradus.library.types import AllOf, AnyOf, AtLeast, Compare, Condition, Item, ScreenRule
from gradus.record.bounds import Answer
from gradus.vocabulary.ids import ItemId

YEARS = "years"


class Truth(IntEnum):
    """How far something is known to hold. The order is the meaning."""

    NOT_KNOWN = 0
    MAYBE = 1
    YES = 2


@dataclass(frozen=True, slots=True)
class Heard:
    """What may hold: the items answered yes or not sure, and the numbers that make sense."""

    truths: Mapping[ItemId, Truth]
    numbers: Mapping[ItemId, float]
    items: Mapping[ItemId, Item]

    def of(self, item: ItemId) -> Truth:
        """The degree of one item."""
        return self.truths.get(item, Truth.NOT_KNOWN)


def is_lasting(item: Item) -> bool:
    """Whether the answer tells of a state that lasts: a background item, or an age. A reading changes."""
    return item.kind == "background" or (item.kind == "number" and item.unit == YEARS)


def makes_sense(item: Item, value: float) -> bool:
    """Whether the number lies within the item's bounds. Not-a-number never does."""
    lowest = value if item.lowest is None else item.lowest
    highest = value if item.highest is None else item.highest
    return item.kind == "number" and lowest <= value <= highest


def truth(item: Item, answer: Answer) -> Truth:
    """The degree of one answer. A first "not sure" to an emergency item is asked again and weighs nothing."""
    if answer in ("no", "gone"):
        return Truth.NOT_KNOWN
    if answer == "yes":
        return Truth.NOT_KNOWN if item.kind == "number" else Truth.YES
    return Truth.NOT_KNOWN if item.kind == "emergency" and answer == "unsure" else Truth.MAYBE


def degree(condition: Condition, rule: ScreenRule, heard: Heard) -> Truth:
    """How far a condition holds; the rule names the thresholds of its numbers."""
    match condition:
        case AnyOf():
            return max((degree(part, rule, heard) for part in condition.any), default=Truth.NOT_KNOWN)
        case AllOf():
            return min((degree(part, rule, heard) for part in condition.all), default=Truth.NOT_KNOWN)
        case AtLeast():
            degrees = sorted((degree(part, rule, heard) for part in condition.of), reverse=True)
            return degrees[condition.at_least - 1] if condition.at_least <= len(degrees) else Truth.NOT_KNOWN
        case Compare():
            return _compared(condition, rule, heard)
        case _:
            return heard.of(condition)


def _compared(compare: Compare, rule: ScreenRule, heard: Heard) -> Truth:
    value = heard.numbers.get(compare.number)
    if value is None:
        return heard.of(compare.number)
    holds = (
        (compare.above is None or value > rule.thresholds[compare.above].value)
        and (compare.reaching is None or value >= rule.thresholds[compare.reaching].value)
        and (compare.below is None or value < rule.thresholds[compare.below].value)
    )
    return Truth.YES if holds else Truth.NOT_KNOWN


def in_play(rule: ScreenRule, heard: Heard, at_least: Truth) -> list[ItemId]:
    """The items of the rule that hold to at least this degree, in page order."""
    held = {item for leaf, item in leaves(rule.when) if degree(leaf, rule, heard) >= at_least}
    return [item for item in heard.items if item in held]


def leaves(condition: Condition) -> Iterator[tuple[Condition, ItemId]]:
    """Every item and comparison in the condition, with the item that it looks at."""
    match condition:
        case AnyOf(any=parts) | AllOf(all=parts) | AtLeast(of=parts):
            for part in parts:
                yield from leaves(part)
        case Compare():
            yield condition, condition.number
        case _:
            yield condition, condition
