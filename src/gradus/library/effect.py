"""What hangs on a file of the library: its thresholds, the worked examples and rules beside them, and the
files that name it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

import tomli

from gradus.library.files import files
from gradus.library.library import Library
from gradus.library.near import did_you_mean
from gradus.library.parts import parts_of
from gradus.library.places import id_at
from gradus.library.references import references
from gradus.library.thresholds import thresholds_of
from gradus.library.types import Rule, Screen, ScreenRule, Threshold
from gradus.vocabulary.ids import RuleId, ThresholdId


@dataclass(frozen=True, slots=True)
class Hanging:
    """One threshold, the worked examples (paths under `specs/`) that try it, and the rules named with it."""

    id: ThresholdId
    threshold: Threshold
    examples: tuple[str, ...]
    rules: tuple[RuleId, ...]


@dataclass(frozen=True, slots=True)
class Effect:
    """What hangs on one file. `named_by` are the files that name what it holds; `examples` are all worked
    examples that its thresholds or its rule stand in."""

    path: str
    thresholds: tuple[Hanging, ...]
    named_by: tuple[str, ...]
    examples: tuple[str, ...]


def effect(library: Library, specs: Mapping[str, str], path: str) -> Effect:
    """What hangs on the file at this path; `specs` are the texts of worked examples by path under `specs/`.

    Raises LookupError with advice when the library has no such file.
    """
    held = files(library)
    if path not in held:
        raise LookupError(f'the library has no file "{path}"{did_you_mean(path, held)}')
    read = {name: tomli.loads(text) for name, text in sorted(specs.items())}
    thing = held[path]
    own = {RuleId(thing.id)} if isinstance(thing, Rule | ScreenRule) else set()
    hanging = tuple(_hanging(id_, number, read, own) for id_, number in thresholds_of(path, thing))
    tried = {name for each in hanging for name in each.examples}
    tried |= {name for name, spec in read.items() if own.intersection(spec.get("rules", ()))}
    return Effect(path, hanging, _named_by(held, path, thing), tuple(sorted(tried)))


def _hanging(
    id_: ThresholdId, number: Threshold, specs: Mapping[str, Mapping[str, Any]], own: Iterable[RuleId]
) -> Hanging:
    beside = {name: spec for name, spec in specs.items() if id_ in spec.get("thresholds", ())}
    rules = {RuleId(rule) for spec in beside.values() for rule in spec.get("rules", ())}
    return Hanging(id_, number, tuple(beside), tuple(sorted(rules.union(own))))


def _named_by(held: Mapping[str, Any], path: str, thing: Any) -> tuple[str, ...]:
    folder = path.rpartition("/")[0]
    names = {str(item.id) for item in thing.items} if isinstance(thing, Screen) else {id_at(path)}
    return tuple(
        other
        for other, each in held.items()
        if other != path
        and any(ref.folder == folder and ref.name in names for ref in references(other, parts_of(each)))
    )
