"""What axe-core finds on a page."""

from pathlib import Path
from typing import Any

import pytest


def axe() -> str:
    """Its script."""
    found = pytest.importorskip("axe_core_python")
    return (Path(found.__file__).parent / "axe.min.js").read_text(encoding="utf-8")


def faults(page: Any, address: str, script: str) -> list[tuple[str, object]]:
    """What axe finds on a page with everything on it opened, and how far it is wider than the window."""
    page.goto(address)
    page.evaluate("for (const each of document.querySelectorAll('details')) each.open = true")
    page.evaluate(script)
    found = page.evaluate("axe.run(document, {resultTypes: ['violations']})")
    wider = page.evaluate("document.documentElement.scrollWidth - innerWidth")
    told: list[tuple[str, object]] = [(address, each["id"]) for each in found["violations"]]
    return [*told, (address, f"wider by {wider}")] if wider > 0 else told
