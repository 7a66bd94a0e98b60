"""Every rule of the screen has worked examples: one at least where it fires, one where it does not."""

import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from gradus.library.library import Library
from gradus.library.types import AllOf, AnyOf, AtLeast, Compare, Condition
from gradus.vocabulary.scales import Action

SPECS = Path(__file__).parents[2] / "specs" / "screening"


def specs(ask: str) -> list[dict[str, Any]]:
    every = (tomllib.loads(path.read_text(encoding="utf-8")) for path in sorted(SPECS.rglob("*.toml")))
    return [spec for spec in every if spec["ask"] == ask]


def judged() -> list[dict[str, Any]]:
    return [example for spec in specs("screening.judge") for example in spec["example"]]


def items_of(condition: Condition) -> Iterator[str]:
    match condition:
        case AnyOf(any=parts) | AllOf(all=parts) | AtLeast(of=parts):
            for part in parts:
                yield from items_of(part)
        case Compare():
            yield condition.number
        case _:
            yield condition


def test_every_rule_has_an_example_that_fires(library: Library) -> None:
    fired = {rule for example in judged() for rule in example["expect"].get("fired", ())}
    assert sorted(library.screen_rules.keys() - fired) == []


def test_every_rule_has_an_example_that_does_not_fire(library: Library) -> None:
    silent = {
        rule
        for spec in specs("screening.judge")
        for rule in spec["rules"]
        for example in spec["example"]
        if rule not in example["expect"].get("fired", (rule,))
    }
    assert sorted(library.screen_rules.keys() - silent) == []


def test_every_item_of_every_rule_that_locks_is_answered_yes_in_an_example_where_it_fires(
    library: Library,
) -> None:
    shown: dict[str, set[str]] = {}
    for example in judged():
        given = example["given"]
        for rule in example["expect"].get("fired", ()):
            shown.setdefault(rule, set()).update(given.get("yes", ()), given.get("numbers", {}))
    missing = {
        rule.id: sorted(set(items_of(rule.when)) - shown.get(rule.id, set()))
        for rule in library.screen_rules.values()
        if rule.action <= Action.REVIEW_FIRST
    }
    assert {rule: items for rule, items in missing.items() if items} == {}


def test_every_rule_named_by_a_spec_exists(library: Library) -> None:
    asks = ("screening.judge", "screening.screen", "screening.refusal")
    named = {rule for ask in asks for spec in specs(ask) for rule in spec["rules"]}
    assert sorted(named - library.screen_rules.keys() - library.rules.keys()) == []


def test_every_sentence_of_the_room_has_an_example(library: Library) -> None:
    ours = {rule.id for rule in library.rules.values() if rule.room == "screening"}
    told: set[str] = set()
    for ask in ("screening.judge", "screening.screen", "screening.refusal"):
        for spec in specs(ask):
            for example in spec["example"]:
                expect = example["expect"]
                if isinstance(expect, str):
                    told.add(expect)
                else:
                    told.update(expect.get("fired", ()), expect.get("because", ()), expect.get("told", ()))
    assert sorted(ours - told) == []


def test_every_threshold_of_the_screen_is_named_by_its_examples(library: Library) -> None:
    rooms = ("judge", "screen", "refusal", "against", "cap")
    asks = (*(f"screening.{each}" for each in rooms), "planning.start_dose", "planning.minutes")
    named = {threshold for ask in asks for spec in specs(ask) for threshold in spec.get("thresholds", ())}
    ours = {id_ for id_ in library.thresholds if id_.startswith("screening/")}
    assert sorted(ours - named) == []
