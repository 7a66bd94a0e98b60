"""Makes the generated files again: `python -m tests.generate`. The same code makes the same bytes."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import msgspec

from gradus.library.schema import schemas
from gradus.record.facts import Fact

SCHEMAS = Path(__file__).parents[1] / "schemas"


def generated() -> dict[Path, str]:
    """The text of every generated file, by path."""
    made = {SCHEMAS / "library" / f"{name}.schema.json": _text(each) for name, each in schemas().items()}
    made[SCHEMAS / "record.schema.json"] = _text(msgspec.json.schema(Fact))
    return made


def stale() -> list[Path]:
    """Generated files that nothing makes any more."""
    return sorted(set(SCHEMAS.rglob("*.schema.json")) - set(generated()))


def _text(schema: Mapping[str, Any]) -> str:
    return json.dumps(schema, indent=2, sort_keys=True, ensure_ascii=False) + "\n"


def main() -> None:
    for path in stale():
        path.unlink()
    for path, text in generated().items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
