"""`Cleared` has one maker: nothing in `src/` outside its room makes, widens or copies one."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

SRC = Path(__file__).parents[2] / "src"
MAKER = SRC / "gradus" / "screening" / "cleared.py"
CALLER = SRC / "gradus" / "screening" / "outcome.py"


def offences(tree: ast.AST, *, may_clear: bool = False) -> Iterator[str]:
    """Where the code makes a `Cleared` by itself."""
    for node in ast.walk(tree):
        said = _taken(node, may_clear=may_clear) or _made(node)
        if said:
            yield f"{ast.unparse(node)}: {said}"


def _taken(node: ast.AST, *, may_clear: bool) -> str:
    match node:
        case ast.ImportFrom(module="gradus.screening.cleared", names=names) if not may_clear:
            return "takes the maker" if {each.name for each in names} & {"clear", "_SEAL", "*"} else ""
        case ast.ImportFrom(module="gradus.screening", names=names):
            return "takes the maker's module" if "cleared" in {each.name for each in names} else ""
        case ast.Import(names=names):
            return "takes the maker's module" if "gradus.screening.cleared" in {n.name for n in names} else ""
        case _:
            return ""


def _made(node: ast.AST) -> str:
    match node:
        case ast.Call(func=ast.Name(id="Cleared") | ast.Attribute(attr="Cleared")):
            return "constructs one"
        case ast.Name(id="_SEAL") | ast.Attribute(attr="_SEAL") | ast.Constant(value="_SEAL"):
            return "touches the seal"
        case ast.Call(keywords=keywords) if any(each.arg == "seal" for each in keywords):
            return "hands a seal in"
        case ast.ClassDef(bases=bases) if any("Cleared" in ast.unparse(base) for base in bases):
            return "inherits from it"
        case ast.Call(func=ast.Name(id="replace") | ast.Attribute(attr="replace"), args=[first, *_]):
            return "replaces in one" if ast.unparse(first).lower().split(".")[-1] == "cleared" else ""
        case _:
            return ""


def test_nothing_but_the_screen_makes_a_cleared() -> None:
    found = {
        str(path.relative_to(SRC)): list(offences(ast.parse(path.read_text()), may_clear=path == CALLER))
        for path in sorted(SRC.rglob("*.py"))
        if path != MAKER
    }
    assert {path: said for path, said in found.items() if said} == {}


def test_the_screen_calls_the_maker_once() -> None:
    calls = [
        node
        for node in ast.walk(ast.parse(CALLER.read_text()))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "clear"
    ]
    assert len(calls) == 1


@pytest.mark.parametrize(
    "code",
    [
        "Cleared(scope='full', limits=limits, on=day, because=())",
        "cleared.Cleared(scope='full')",
        "from gradus.screening.cleared import clear",
        "from gradus.screening.cleared import Cleared, _SEAL",
        "from gradus.screening import cleared",
        "import gradus.screening.cleared",
        "getattr(module, '_SEAL')",
        "make(seal=object())",
        "replace(cleared, scope='full')",
        "dataclasses.replace(outcome.cleared, scope='full')",
        "class Mine(Cleared): pass",
    ],
)
def test_each_way_round_the_maker_is_noticed(code: str) -> None:
    assert list(offences(ast.parse(code)))
