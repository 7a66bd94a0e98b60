"""Numbers that decide about people live in the library, with unit, basis and source, never in Python.

Every number above 1 in the core must be a named constant of its module, and the name must stand below with the
reason why it is not clinical. The bounds of types (`facts.py`, `types.py`) say what can be written down at all.
"""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

CORE = Path(__file__).parents[2] / "src" / "gradus"
BOUNDS = {"record/facts.py", "record/explain.py", "library/types.py"}

NOT_CLINICAL: dict[str, str] = {
    "measures/adherence.py:WHOLE": "percent of a whole",
    "measures/mornings.py:DAYS_IN_A_WEEK": "days in a week",
    "measures/mornings.py:DUST": "decimals that binary fractions are rounded to before a comparison",
    "journey/days.py:WEEK": "days in a week",
    "journey/days.py:SPACED_UP_TO": "more sessions a week than this cannot all have a day between them",
}


def constants() -> Iterator[tuple[str, str, ast.Constant]]:
    """Every number above 1, as (module, name of the constant it belongs to or "", node)."""
    for path in sorted(CORE.rglob("*.py")):
        module = path.relative_to(CORE).as_posix()
        if module in BOUNDS:
            continue
        tree = ast.parse(path.read_text(encoding="utf-8"))
        named: dict[ast.AST, str] = {}
        for statement in tree.body:
            for name, value in _assigned(statement):
                named |= dict.fromkeys(ast.walk(value), name)
        for node in ast.walk(tree):
            if isinstance(node, ast.Constant) and type(node.value) in (int, float) and abs(node.value) > 1:
                yield module, named.get(node, ""), node


def _assigned(statement: ast.stmt) -> Iterator[tuple[str, ast.expr]]:
    targets = statement.targets if isinstance(statement, ast.Assign) else [getattr(statement, "target", None)]
    value = getattr(statement, "value", None)
    for target in targets:
        if isinstance(target, ast.Name) and target.id.lstrip("_").isupper() and value is not None:
            yield target.id, value


def test_every_number_in_the_core_is_named_and_known_not_to_be_clinical() -> None:
    strays = [
        f"{module}:{node.lineno} {node.value}{f' in {name}' if name else ''}"
        for module, name, node in constants()
        if f"{module}:{name}" not in NOT_CLINICAL
    ]
    assert not strays, "numbers to move to the library, or to name with a reason:\n" + "\n".join(strays)


def test_the_table_names_nothing_that_is_gone() -> None:
    here = {f"{module}:{name}" for module, name, _ in constants()}
    assert set(NOT_CLINICAL) <= here


@pytest.mark.parametrize("reason", NOT_CLINICAL.values())
def test_every_entry_has_a_reason(reason: str) -> None:
    assert reason
