"""Contradictions: two clauses that can be compared, each in one way."""

from collections.abc import Iterator, Mapping

from gradus.library.contents import Contents
from gradus.library.faults import Fault
from gradus.library.types import Clause, Contradiction, Item, Screen
from gradus.vocabulary.ids import ItemId

WAYS = ("reaching", "below")


def clauses_can_be_met(contents: Contents) -> Iterator[Fault]:
    items = {item.id: item for screen in contents.of(Screen).values() for item in screen.items}
    for path, each in contents.of(Contradiction).items():
        used = set()
        for key, clause in (("one", each.one), ("other", each.other)):
            used |= {getattr(clause, way) for way in WAYS}
            for where, says in _faults(clause, each, items):
                yield Fault(path, f"{key}.{where}", says)
        if each.one.item == each.other.item:
            yield Fault(path, "other.item", "is the item of the other clause too; name two items")
        for name in each.thresholds:
            if name not in used:
                yield Fault(path, f"thresholds.{name}", "is compared with nothing; use it, or take it out")


def _faults(clause: Clause, of: Contradiction, items: Mapping[ItemId, Item]) -> Iterator[tuple[str, str]]:
    item = items.get(clause.item)
    if item is None:
        return
    compared = [way for way in (*WAYS, "reaching_item") if getattr(clause, way) is not None]
    if item.kind == "number" and clause.said is not None:
        yield "said", f'asks "{item.id}" for yes or no, but it is a number; compare it'
    if item.kind != "number" and (compared or clause.said is None):
        yield "said", f'"{item.id}" is answered yes or no; write said = "yes" or "no" and nothing more'
    beside = items.get(clause.reaching_item) if clause.reaching_item is not None else None
    if beside is not None and beside.unit != item.unit:
        yield "reaching_item", f'is in "{beside.unit}", but "{item.id}" in "{item.unit}"; use one unit'
    for way in WAYS:
        name = getattr(clause, way)
        threshold = of.thresholds.get(name) if name is not None else None
        if name is not None and threshold is None:
            yield way, f'names "{name}", which is no threshold here; write [thresholds.{name}]'
        if threshold is not None and threshold.unit != item.unit:
            yield way, f'is in "{threshold.unit}", but "{item.id}" in "{item.unit}"; use one unit'
