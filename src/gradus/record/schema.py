"""The JSON Schema of the lines of a record, from the same types that decode them."""

from typing import Any

from msgspec.json import schema_components

from gradus.record.facts import Fact

DRAFT = "https://json-schema.org/draft/2020-12/schema"


def record_schema() -> dict[str, Any]:
    """The schema of one line: a fact of any kind that this code knows, with every key and bound that decoding
    enforces."""
    (line,), parts = schema_components([Fact], ref_template="#/$defs/{name}")
    return {"$schema": DRAFT, "title": "A fact", **line, "$defs": parts}
