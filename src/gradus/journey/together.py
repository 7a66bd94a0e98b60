"""What is said of several exercises at once: the same reason once, with all that it is said of."""

from collections.abc import Iterable, Sequence
from typing import TypeVar

from gradus.library.library import Library
from gradus.record.parts import ShownReason
from gradus.vocabulary.reasons import Reason

T = TypeVar("T")
AnyReason = Reason | ShownReason


def together(
    told: Iterable[tuple[T, Sequence[AnyReason]]], library: Library
) -> list[tuple[tuple[Reason, ...], list[T]]]:
    """The reasons with the things they are said of, in the order of the first of them. Of one thing its own
    sentences are said, with their numbers; of several the sentences that the rules have for several."""
    groups: dict[tuple[str, ...], list[tuple[T, Sequence[AnyReason]]]] = {}
    for thing, reasons in told:
        groups.setdefault(tuple(_of_several(each, library) for each in reasons), []).append((thing, reasons))
    return [(_said(several, group), [thing for thing, _ in group]) for several, group in groups.items()]


def _said(several: tuple[str, ...], group: list[tuple[T, Sequence[AnyReason]]]) -> tuple[Reason, ...]:
    reasons = group[0][1]
    says = several if len(group) > 1 else [each.says for each in reasons]
    return tuple(Reason(each.rule, said, each.cites) for each, said in zip(reasons, says, strict=True))


def _of_several(reason: AnyReason, library: Library) -> str:
    rule = library.rules.get(reason.rule)
    return reason.says if rule is None or rule.together is None else rule.together
