"""Screening rules: conditions that can be met, thresholds that are used, limits where limits belong."""

from collections.abc import Iterator, Mapping

from gradus.library.contents import Contents
from gradus.library.faults import Fault
from gradus.library.near import did_you_mean
from gradus.library.parts import at
from gradus.library.places import kind_at
from gradus.library.references import ITEMS
from gradus.library.types import AllOf, AnyOf, AtLeast, Compare, Item, Screen, ScreenRule, Threshold
from gradus.vocabulary.scales import Action

WAYS = ("above", "reaching", "below")


def limits_stand_where_training_goes_on(contents: Contents) -> Iterator[Fault]:
    for path, rule in contents.of(ScreenRule).items():
        action = Action(rule.action)
        if rule.limits and action <= Action.SAME_DAY:
            says = f"does not belong to {action.code}, where nobody trains; take it out"
            yield Fault(path, "limits", says)


def only_a_review_closes_all(contents: Contents) -> Iterator[Fault]:
    for path, rule in contents.of(ScreenRule).items():
        action = Action(rule.action)
        if rule.closes_all and action is not Action.REVIEW_FIRST:
            says = f"does not belong to {action.code}; a review (A2) alone can be stricter so"
            yield Fault(path, "closes_all", says)


def conditions_can_be_met(contents: Contents) -> Iterator[Fault]:
    items = {item.id: item for screen in contents.of(Screen).values() for item in screen.items}
    for path, rule in contents.of(ScreenRule).items():
        for where, part in contents.parts[path]:
            for key, says in _group_faults(part):
                yield Fault(path, at(where, key), says)
            if isinstance(part, Compare):
                for key, says in _compare_faults(part, rule.thresholds, items.get(part.number)):
                    yield Fault(path, at(where, key), says)
    for named in contents.references:
        asked = items.get(named.name) if named.folder == ITEMS else None  # type: ignore[call-overload]
        in_rule = kind_at(named.path) is ScreenRule and not named.where.endswith("number")
        if asked and asked.kind == "number" and in_rule:
            says = f'names "{asked.id}", which asks for a number; compare it with a threshold'
            yield Fault(named.path, named.where, says)


def thresholds_of_rules_are_used(contents: Contents) -> Iterator[Fault]:
    for path, rule in contents.of(ScreenRule).items():
        compares = [part for _, part in contents.parts[path] if isinstance(part, Compare)]
        used = {getattr(compare, way) for compare in compares for way in WAYS}
        for name in rule.thresholds:
            if name not in used:
                yield Fault(
                    path, f"thresholds.{name}", "is compared with nothing; use it in when, or take it out"
                )


def _group_faults(part: object) -> Iterator[tuple[str, str]]:
    match part:
        case AnyOf(any=()):
            yield "any", "is empty; name at least one condition"
        case AllOf(all=()):
            yield "all", "is empty; name at least one condition"
        case AtLeast(at_least=least, of=of) if least > len(of):
            yield "at_least", f"is {least}, but of has {len(of)}; write a smaller number or more conditions"
        case _:
            pass


def _compare_faults(
    compare: Compare, thresholds: Mapping[str, Threshold], item: Item | None
) -> Iterator[tuple[str, str]]:
    given = [way for way in WAYS if getattr(compare, way) is not None]
    if len(given) != 1:
        yield "number", f"is compared {len(given)} ways; write exactly one of: {', '.join(WAYS)}"
    if item and item.kind != "number":
        yield "number", f'names "{item.id}", which is answered yes or no; name an item of kind "number"'
    for way in given:
        name = getattr(compare, way)
        threshold = thresholds.get(name)
        if threshold is None:
            near = did_you_mean(name, thresholds) or f"; write [thresholds.{name}]"
            yield way, f'names "{name}", which is no threshold of this rule{near}'
        elif item and item.kind == "number":
            for says in _reach_faults(threshold, item):
                yield way, says


def _reach_faults(threshold: Threshold, item: Item) -> Iterator[str]:
    if threshold.unit != item.unit:
        yield f'is in "{threshold.unit}", but "{item.id}" is asked in "{item.unit}"; use one unit'
    lowest, highest = item.lowest, item.highest
    if lowest is not None and highest is not None and not lowest <= threshold.value <= highest:
        yield f'is {threshold.value:g}, but "{item.id}" goes from {lowest:g} to {highest:g}; keep inside'
