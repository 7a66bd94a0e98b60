"""All that the reference is made of, and who names whom in it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Any

import tomli

from gradus.library.files import files
from gradus.library.library import Library
from gradus.library.parts import parts_of
from gradus.library.places import SINGLES
from gradus.library.references import references
from gradus.library.review import ReviewState, review_state
from gradus.library.thresholds import thresholds_of
from gradus.library.types import Rule, ScreenRule, Threshold
from gradus.vocabulary.ids import ThresholdId

ITEMS = "screening/screens"
"""The folder under which references name items; the items live on screens."""


@dataclass(frozen=True)
class Book:
    """The library, the worked examples and property tests as texts by file name, the day, which overlay
    each file came in where it is not the packaged one, and what studies came to that were run again."""

    library: Library
    today: date
    longest_review_days: int
    specs: Mapping[str, str] = field(default_factory=dict)
    properties: Mapping[str, str] = field(default_factory=dict)
    overlaid: Mapping[str, str] = field(default_factory=dict)
    studies: Sequence[Mapping[str, Any]] = ()

    @cached_property
    def files(self) -> Mapping[str, Any]:
        """Everything of the library, by path."""
        return files(self.library)

    @cached_property
    def named_by(self) -> Mapping[tuple[str, str], tuple[str, ...]]:
        """The paths of the files that name a thing, by its folder and id."""
        found: dict[tuple[str, str], dict[str, None]] = {}
        for path, thing in self.files.items():
            for each in references(path, parts_of(thing)):
                found.setdefault((each.folder, each.name), {})[path] = None
        return {thing: tuple(paths) for thing, paths in found.items()}

    def naming(self, folder: str, id_: str, within: str = "") -> tuple[str, ...]:
        """The files that name a thing, of the folder `within` alone when it is given."""
        paths = self.named_by.get((folder, id_), ())
        return tuple(path for path in paths if path.startswith(within))

    @cached_property
    def numbers(self) -> Mapping[str, Mapping[ThresholdId, Threshold]]:
        """The numbers that decide, by path and address."""
        return {path: dict(thresholds_of(path, thing)) for path, thing in self.files.items()}

    @cached_property
    def singles(self) -> Mapping[str, Any]:
        """The files that stand once, by path."""
        return {path: thing for path, thing in self.files.items() if path in SINGLES}

    @cached_property
    def examples(self) -> Mapping[str, Mapping[str, Any]]:
        """The worked examples as they were read, by path under `specs/`."""
        return {path: tomli.loads(words) for path, words in sorted(self.specs.items())}

    @cached_property
    def examples_of(self) -> Mapping[str, tuple[str, ...]]:
        """The files of worked examples that name a rule or a number, by its id or address."""
        found: dict[str, list[str]] = {}
        for path, spec in self.examples.items():
            for name in (*spec.get("rules", ()), *spec.get("thresholds", ())):
                found.setdefault(name, []).append(path)
        return {name: tuple(paths) for name, paths in found.items()}

    @cached_property
    def review(self) -> ReviewState:
        """Who has signed what, and what is overdue."""
        return review_state(self.library, self.today, self.longest_review_days)

    @cached_property
    def rules(self) -> Mapping[str, Rule | ScreenRule]:
        """Every rule, by path."""
        return {path: each for path, each in self.files.items() if isinstance(each, Rule | ScreenRule)}
