"""Every worked example of `specs/`, asked of the core."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from gradus.library.library import Library
from tests.spec.answering import LIBRARIES, comes_out

SPECS = Path(__file__).parents[2] / "specs"
KEYS = {"title", "ask", "why", "cites", "thresholds", "rules", "library", "example"}


def examples() -> list[Any]:
    found = []
    for path in sorted(SPECS.rglob("*.toml")):
        spec = tomllib.loads(path.read_text(encoding="utf-8"))
        assert set(spec) <= KEYS, f"{path}: {set(spec) - KEYS} are not keys of a spec"
        assert spec.get("library") in (None, *LIBRARIES), f"{path}: {spec['library']} is no library of a spec"
        for example in spec["example"]:
            name = f"{path.relative_to(SPECS).with_suffix('')}: {example['name']}"
            found.append(pytest.param(spec, example, id=name))
    return found


@pytest.mark.parametrize(("spec", "example"), examples())
def test_example(spec: dict[str, Any], example: dict[str, Any], library: Library) -> None:
    expect, answer = comes_out(spec, example, library)
    assert answer == expect
