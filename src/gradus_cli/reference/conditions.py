"""When a rule of the screen speaks, in words."""

from collections.abc import Iterator, Mapping

from gradus.library.types import AllOf, AnyOf, AtLeast, Compare, Condition, ScreenRule, Threshold
from gradus_cli.reference.book import ITEMS, Book
from gradus_cli.reference.markdown import INDENT
from gradus_cli.reference.numbers import amount
from gradus_cli.reference.places import to


def when(book: Book, rule: ScreenRule, *, at: str) -> str:
    """The condition of a rule as a list; what it is made of stands further in."""
    return "\n".join(_lines(book, rule.when, rule.thresholds, at=at))


def _lines(
    book: Book, condition: Condition, numbers: Mapping[str, Threshold], *, at: str, depth: int = 0
) -> Iterator[str]:
    match condition:
        case AnyOf(any=parts):
            says = "any of these:"
        case AllOf(all=parts):
            says = "all of these:"
        case AtLeast(at_least=fewest, of=parts):
            says = f"at least {fewest} of these:"
        case Compare():
            says, parts = _compared(book, condition, numbers, at=at), ()
        case _:
            says, parts = f"{to(book, ITEMS, condition, at=at)} is answered yes", ()
    yield f"{INDENT * depth}- {says}"
    for part in parts:
        yield from _lines(book, part, numbers, at=at, depth=depth + 1)


def _compared(book: Book, compare: Compare, numbers: Mapping[str, Threshold], *, at: str) -> str:
    """A number of the screen against a threshold of the rule."""
    ways = {"above": compare.above, "at or above": compare.reaching, "below": compare.below}
    limits = [
        f"{way} **{amount(numbers[name].value, numbers[name].unit)}**"
        for way, name in ways.items()
        if name is not None
    ]
    return f"{to(book, ITEMS, compare.number, at=at)} is {' and '.join(limits)}"
