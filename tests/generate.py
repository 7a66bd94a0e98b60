"""Makes the generated files again: `python -m tests.generate`. The same code makes the same bytes.

The stamp of the packaged content is made only when the strict reader finds no fault in it.
"""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from gradus.journey.moving import contact_sheet
from gradus.library.load import ContentFault, packaged, read
from gradus.library.packaged import FOLDER, STAMP
from gradus.library.schema import schemas
from gradus.record.schema import record_schema
from tests.icons import icons
from tests.openapi import document
from tests.replies import coach_schema

SCHEMAS = Path(__file__).parents[1] / "schemas"
SHEET = SCHEMAS.parent / "docs" / "movement" / "exercises.svg"
COLUMNS = 6
"""Cards in a row of the contact sheet."""


def generated() -> dict[Path, bytes]:
    """Every generated file, by path; raises ContentFault when the packaged content has faults."""
    made = {SCHEMAS / "library" / f"{name}.schema.json": _text(each) for name, each in schemas().items()}
    made[SCHEMAS / "record.schema.json"] = _text(record_schema())
    made[SCHEMAS / "coach.schema.json"] = _text(coach_schema())
    made[SCHEMAS / "openapi.json"] = _text(document())
    library = read(packaged())
    made[SHEET] = contact_sheet(library, COLUMNS)
    made[Path(FOLDER, STAMP)] = library.version + "\n"
    return {path: text.encode() for path, text in made.items()} | dict(icons())


def stale(made: Mapping[Path, bytes]) -> list[Path]:
    """Schemas of content that is no more. Only the library's own folder is swept."""
    return sorted(set((SCHEMAS / "library").glob("*.schema.json")) - set(made))


def _text(schema: Mapping[str, Any]) -> str:
    return json.dumps(schema, indent=2, sort_keys=True, ensure_ascii=False) + "\n"


def main() -> None:
    try:
        made = generated()
    except ContentFault as fault:
        raise SystemExit(str(fault)) from None
    for path in stale(made):
        path.unlink()
    for path, written in made.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(written)


if __name__ == "__main__":
    main()
