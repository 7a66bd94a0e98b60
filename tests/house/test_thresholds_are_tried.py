"""A threshold that is moved is noticed: a worked example that names it comes out otherwise."""

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from gradus.library.library import Library
from gradus.library.load import load
from gradus.library.types import Answer, Claim, Source, Threshold
from gradus.vocabulary.ids import ThresholdId
from tests.house.waiting import decides
from tests.spec.answering import comes_out

SPECS = Path(__file__).parents[2] / "specs"
STEPS = {"percent": 5.0, "hours": 24.0}
"""How far a threshold is moved, by unit, else by one: doses are whole numbers and days are whole days."""
OWN_STEPS = {
    ThresholdId("reviews/reviews.worst_unchanged_for"): 7.0,
    ThresholdId("progression/mornings.own_spreads"): 0.1,
    ThresholdId("progression/raises.seconds_at_a_time"): 5.0,
    ThresholdId("progression/raises.walking_seconds_at_a_time"): 30.0,
}
"""Counted in whole weeks, in doses that are rounded, or finer than by one."""

READ_ONLY = (Answer, Claim, Source)
"""What holds no threshold."""

LIBRARY = load()


@cache
def specs() -> tuple[dict[str, Any], ...]:
    return tuple(tomllib.loads(path.read_text(encoding="utf-8")) for path in sorted(SPECS.rglob("*.toml")))


def examples(threshold: ThresholdId) -> Iterator[tuple[dict[str, Any], dict[str, Any]]]:
    for spec in specs():
        if threshold in spec.get("thresholds", ()):
            yield from ((spec, example) for example in spec["example"])


def holds(spec: Mapping[str, Any], example: Mapping[str, Any], library: Library) -> bool:
    expect, answer = comes_out(spec, example, library)
    return bool(answer == expect)


def parts(thing: Any) -> Mapping[Any, Any]:
    """What the content is made of, by name, key or number."""
    if is_dataclass(thing) and not isinstance(thing, (type, *READ_ONLY)):
        return {each.name: getattr(thing, each.name) for each in fields(thing) if each.init}
    if isinstance(thing, Mapping):
        return thing
    return dict(enumerate(thing)) if type(thing) is tuple else {}


INSIDE: dict[int, tuple[Any, frozenset[int]]] = {}


def inside(thing: Any) -> frozenset[int]:
    """The thresholds within the content, each as the place of its object."""
    if isinstance(thing, Threshold):
        return frozenset({id(thing)})
    if id(thing) not in INSIDE:
        within = frozenset().union(*(inside(part) for part in parts(thing).values()))
        INSIDE[id(thing)] = thing, within
    return INSIDE[id(thing)][1]


def moved(thing: Any, old: Threshold, new: Threshold) -> Any:
    """The same content with one threshold in the place of another."""
    if thing is old:
        return new
    if id(old) not in inside(thing):
        return thing
    made = {key: moved(part, old, new) for key, part in parts(thing).items()}
    if is_dataclass(thing) and not isinstance(thing, type):
        return replace(thing, **made)
    return made if isinstance(thing, Mapping) else tuple(made.values())


@pytest.mark.parametrize("threshold", [each for each in LIBRARY.thresholds if decides(each)])
@pytest.mark.parametrize("direction", [1, -1])
def test_moving_a_threshold_either_way_is_noticed(threshold: ThresholdId, direction: int) -> None:
    old = LIBRARY.thresholds[threshold]
    by = direction * OWN_STEPS.get(threshold, STEPS.get(old.unit, 1.0))
    library = moved(LIBRARY, old, replace(old, value=old.value + by))
    assert library.thresholds[threshold].value == old.value + by
    assert not all(holds(spec, example, library) for spec, example in examples(threshold))
