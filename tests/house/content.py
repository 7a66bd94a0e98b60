"""The packaged content as plain tables, read file by file, so that a fault in one file hides no other."""

from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any, TypeAlias

import tomli

LIBRARY = Path(__file__).parents[2] / "src" / "gradus_library"

Table: TypeAlias = Mapping[str, Any]


def files(folder: str) -> dict[str, Table]:
    """What stands in a folder, by the name of the file without its ending."""
    return {path.stem: _read(path) for path in sorted((LIBRARY / folder).glob("*.toml"))}


def every_file() -> dict[str, Table]:
    """All content, by path within the library; not what is said of it in other languages."""
    found = (path.relative_to(LIBRARY) for path in sorted(LIBRARY.rglob("*.toml")))
    return {path.as_posix(): _read(LIBRARY / path) for path in found if path.parts[0] != "languages"}


def texts(part: Any) -> Iterator[str]:
    """Every text in a part of a file."""
    if isinstance(part, str):
        yield part
    elif isinstance(part, Mapping):
        for each in part.values():
            yield from texts(each)
    elif isinstance(part, list):
        for each in part:
            yield from texts(each)


@cache
def _read(path: Path) -> Table:
    return tomli.loads(path.read_text(encoding="utf-8"))
