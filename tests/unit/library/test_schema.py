"""JSON Schemas for editors."""

from gradus.library.places import FOLDERS, SINGLES
from gradus.library.schema import schemas
from tests.generate import generated


def test_every_place_has_a_schema_that_refuses_unknown_keys() -> None:
    made = schemas()
    assert len(made) == len(FOLDERS) + len(SINGLES)
    for name, schema in made.items():
        whole = schema
        if "$ref" in schema:
            whole = schema["$defs"][schema["$ref"].rpartition("/")[2]]
        assert whole["additionalProperties"] is False, name
        assert all(
            each.get("additionalProperties", False) is False for each in schema.get("$defs", {}).values()
        )


def test_the_generated_files_come_out_the_same_each_time() -> None:
    assert generated() == generated()
    assert all(made.endswith(b"\n") for path, made in generated().items() if path.suffix != ".png")
