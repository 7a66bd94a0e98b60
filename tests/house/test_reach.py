"""Reach: worked examples and a random life make every rule speak, or the run names those that never did."""

import tomllib
from collections.abc import Mapping
from dataclasses import fields
from pathlib import Path
from typing import Any, ClassVar

from gradus.journey.review import review
from gradus.library.library import Library
from gradus.record.history import fold
from gradus.vocabulary.ids import RuleId
from gradus.vocabulary.reasons import Reason
from tests.random_lives import RandomLife
from tests.spec.answering import comes_out
from tests.unit.journey.test_short_sessions import low_day_before_a_new_step

SPECS = Path(__file__).parents[2] / "specs"
SEED, SESSIONS = 1, 60
PLANTED = {
    "rule-failed": "tests/unit/journey/test_failing_rules.py",
    "not-in-the-library": "tests/unit/progression/test_occasions.py",
    "not-proven": "tests/unit/planning/test_planner.py",
}
"""Rules that speak only where code, content or solver fail, with the test that plants the fault."""


class Listening(Library):
    """A library that remembers which of its rules spoke."""

    heard: ClassVar[set[str]] = set()

    def filled(self, rule: RuleId, values: Mapping[str, object]) -> Reason:
        self.heard.add(rule)
        return super().filled(rule, values)


def listening(library: Library) -> Listening:
    return Listening(**{each.name: getattr(library, each.name) for each in fields(library) if each.init})


def ask_all(library: Library) -> None:
    for path in sorted(SPECS.rglob("*.toml")):
        spec: dict[str, Any] = tomllib.loads(path.read_text(encoding="utf-8"))
        for example in spec["example"]:
            comes_out(spec, example, library)


def live(library: Library) -> None:
    life = RandomLife(SEED, library)
    for nth, lived in enumerate(life.live(SESSIONS)):
        if nth % 9 == 0:
            review(fold(lived.facts), library, lived.answer.day)


def test_every_rule_speaks(library: Library) -> None:
    """The rules of the screen, each with its own answers, are in tests/property/test_screening.py."""
    ears = listening(library)
    ask_all(ears)
    live(ears)
    low_day_before_a_new_step(ears)
    assert sorted(library.rules.keys() - ears.heard - PLANTED.keys()) == []


def test_what_needs_a_planted_fault_is_planted() -> None:
    root = SPECS.parent
    assert [
        rule for rule, test in PLANTED.items() if rule not in (root / test).read_text(encoding="utf-8")
    ] == []
