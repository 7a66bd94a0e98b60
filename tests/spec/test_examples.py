"""Every worked example of `specs/`, asked of the core."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from gradus.library.library import Library
from tests.spec.asks import every_ask

SPECS = Path(__file__).parents[2] / "specs"
KEYS = {"title", "ask", "why", "cites", "thresholds", "rules", "example"}


def examples() -> list[Any]:
    found = []
    for path in sorted(SPECS.rglob("*.toml")):
        spec = tomllib.loads(path.read_text(encoding="utf-8"))
        assert set(spec) <= KEYS, f"{path}: {set(spec) - KEYS} are not keys of a spec"
        for example in spec["example"]:
            name = f"{path.relative_to(SPECS).with_suffix('')}: {example['name']}"
            found.append(pytest.param(spec["ask"], example, id=name))
    return found


@pytest.mark.parametrize(("ask", "example"), examples())
def test_example(ask: str, example: dict[str, Any], library: Library) -> None:
    answer = every_ask()[ask](example["given"], library)
    expect = example["expect"]
    if isinstance(expect, dict):
        answer = {key: answer.get(key) for key in expect}
    assert answer == expect
