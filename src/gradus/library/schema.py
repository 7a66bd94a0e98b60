"""JSON Schemas of the content files, for editors."""

from collections.abc import Mapping
from typing import Any

from gradus.library.places import FOLDERS, SINGLES, Kind
from gradus.library.read import adapter

DRAFT = "https://json-schema.org/draft/2020-12/schema"


def schemas() -> Mapping[str, Mapping[str, Any]]:
    """The schema of each type of content, by the folder or file it describes, with a dash for each slash:
    `exercises`, `screening-rules`, `progression-pain-limits`."""
    places = {**FOLDERS, **{path.removesuffix(".toml"): kind for path, kind in SINGLES.items()}}
    return {place.replace("/", "-"): _schema(kind) for place, kind in sorted(places.items())}


def _schema(kind: Kind) -> dict[str, Any]:
    whole = adapter(kind).json_schema()
    named = {"$defs": whole["$defs"]} if "$defs" in whole else {}
    return {"$schema": DRAFT, **named, **whole["prefixItems"][0]}
