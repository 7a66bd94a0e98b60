"""Worked examples, rules and code name each other truly: nothing is named that is not there, and nothing that
decides goes without an example."""

import ast
import re
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from gradus.library.library import Library
from tests.house.waiting import decides

ROOT = Path(__file__).parents[2]
SPECS = ROOT / "specs"
CORE = ROOT / "src" / "gradus"
FEWEST = 3
"""Below, at and above."""


def specs() -> dict[str, dict[str, Any]]:
    """Every file of worked examples, by path under `specs/`."""
    return {
        path.relative_to(SPECS).as_posix(): tomllib.loads(path.read_text(encoding="utf-8"))
        for path in sorted(SPECS.rglob("*.toml"))
    }


def unknown(key: str, known: set[str]) -> list[str]:
    """Names under a key of a spec that are not known, each with the file that names it."""
    named = ((path, name) for path, spec in specs().items() for name in spec.get(key, ()))
    return [f"{path}: {name}" for path, name in named if name not in known]


@cache
def nodes() -> tuple[tuple[str, ast.AST], ...]:
    """Every node of the core with its module, read once."""
    return tuple(
        (path.relative_to(CORE).as_posix(), node)
        for path in sorted(CORE.rglob("*.py"))
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
    )


def named_rules() -> Iterator[tuple[str, str]]:
    """What the core hands to `RuleId(...)` and to `.reason(...)` as text, as patterns: (module, pattern)."""
    for module, node in nodes():
        if not isinstance(node, ast.Call) or not node.args:
            continue
        called = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
        if called in ("RuleId", "reason") and (pattern := pattern_of(node.args[0])):
            yield module, pattern


def pattern_of(text: ast.expr) -> str:
    """A text, or a text with values in it, as a pattern; empty for anything else."""
    match text:
        case ast.Constant(value=str() as value):
            return re.escape(value)
        case ast.JoinedStr(values=parts):
            return "".join(pattern_of(part) or ".+" for part in parts)
        case _:
            return ""


def test_every_threshold_named_by_a_spec_exists(library: Library) -> None:
    assert unknown("thresholds", set(library.thresholds)) == []


def test_every_rule_named_by_a_spec_exists(library: Library) -> None:
    assert unknown("rules", {*library.rules, *library.screen_rules}) == []


def test_every_source_named_by_a_spec_exists(library: Library) -> None:
    assert unknown("cites", set(library.sources)) == []


def test_every_rule_named_in_the_core_exists(library: Library) -> None:
    known = (*library.rules, *library.screen_rules)
    plain = {re.escape(rule) for rule in known}
    strays = [
        f"{module}: {pattern}"
        for module, pattern in named_rules()
        if pattern not in plain and not any(map(re.compile(pattern).fullmatch, known))
    ]
    assert strays == []


def test_every_rule_is_used_by_the_core_or_the_table_of_steps(library: Library) -> None:
    texts = {node.value for _, node in nodes() if isinstance(node, ast.Constant)}
    rows = [row for part in library.steps.parts.values() for row in part]
    texts |= {row.reason for row in rows} | {rule for row in rows for rule in row.found}
    patterns = [re.compile(pattern) for pattern in {pattern for _, pattern in named_rules()}]
    unused = [
        rule
        for rule in library.rules
        if rule not in texts and not any(pattern.fullmatch(rule) for pattern in patterns)
    ]
    assert unused == []


def test_every_threshold_that_decides_has_examples_below_at_and_above(library: Library) -> None:
    tried = {
        threshold
        for spec in specs().values()
        if len(spec["example"]) >= FEWEST
        for threshold in spec.get("thresholds", ())
    }
    untried = [each for each in library.thresholds if decides(each) and each not in tried]
    assert untried == [], "write examples in specs/ that name them:\n" + "\n".join(untried)
