"""The OpenAPI document of the API: django-ninja's, with the shape of every answer and of every fact."""

import json
import os
from importlib import import_module
from typing import Any, get_args

import django
from msgspec.json import schema_components

from gradus.record.envelope import Envelope
from gradus.record.facts import Fact
from tests.api_replies import ANSWERS, Says

REF = "#/components/schemas/{name}"
FILLED_IN = "`person`, `by`, `v` and `device`"
"""Of a fact's envelope, what a program leaves out."""
REFUSALS = {
    "401": "Nobody is signed in, and no token was sent",
    "403": "Not from a form of the site, or not while something stops all exercise",
    "404": "There is no such thing",
    "405": "That is not done here",
    "409": "Not as things stand; nothing was stored",
    "413": "Too much at once",
    "429": "Asked very often: wait for an hour",
    "422": "It could not be read",
    "400": "It is no JSON",
}
ZONE = {
    "in": "header",
    "name": "Time-Zone",
    "required": False,
    "description": "The zone in which the person's day begins, such as Europe/Oslo",
    "schema": {"type": "string"},
}
NAMES = {
    "gradus.vocabulary.dose.Dose": "Dose",
    "gradus.record.parts.PlannedSession": "PlannedSession",
    "tests.replies.Dose": "DoseAnswer",
    "tests.replies.PlannedSession": "PlannedSessionAnswer",
}
SESSION = {"type": "apiKey", "in": "cookie", "name": "__Host-gradus"}


def document() -> dict[str, Any]:
    """The document: the same code makes the same one."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tests.web.settings")
    django.setup()
    from gradus_web.api.may import OURS  # noqa: PLC0415
    from gradus_web.api.site import api  # noqa: PLC0415 of Django, once its settings are known
    from gradus_web.api.telling import MOST  # noqa: PLC0415

    import_module("gradus_web.api.routes")
    made: dict[str, Any] = api.get_openapi_schema(path_prefix="/api/v1/")
    kinds = [kind for kinds in ANSWERS.values() for kind in kinds]
    (_, says, *shapes), parts = schema_components([Fact, Says, *kinds], ref_template=REF)
    components = made["components"]
    components["schemas"] |= parts | {
        "Fact": _to_tell(parts, [kind for kind in get_args(Fact) if kind not in OURS])
    }
    components["securitySchemes"]["BySession"] = SESSION
    by_kind = {repr(kind): shape for kind, shape in zip(kinds, shapes, strict=True)}
    for methods in made["paths"].values():
        for operation in methods.values():
            answers = ANSWERS[operation["operationId"]]
            _answers(operation, [by_kind[repr(each)] for each in answers], says)
            operation["parameters"] = [*map(_asked, operation["parameters"]), ZONE]
    made["paths"]["/api/v1/facts"]["post"]["requestBody"] = _batch(MOST)
    return _renamed(made)


def _renamed(made: dict[str, Any]) -> dict[str, Any]:
    """The document with short names for shapes of which two are called alike."""
    text = json.dumps(made)
    for long, short in NAMES.items():
        text = text.replace(f'"{long}"', f'"{short}"').replace(f'/{long}"', f'/{short}"')
    told: dict[str, Any] = json.loads(text)
    return told


def _to_tell(parts: dict[str, Any], kinds: list[type[Envelope]]) -> dict[str, Any]:
    """A fact that a program may tell. Whose it is follows from who asks."""
    for kind in kinds:
        parts[kind.__name__]["required"].remove("person")
        parts[kind.__name__]["description"] = f"{kind.__doc__ or kind.__name__}\n\nLeave out {FILLED_IN}."
    return {"title": "Fact", "anyOf": [{"$ref": REF.format(name=kind.__name__)} for kind in kinds]}


def _answers(operation: dict[str, Any], shapes: list[dict[str, Any]], says: dict[str, Any]) -> None:
    told = {"200": _said("As asked", shapes[0])}
    if len(shapes) > 1:
        told["201"] = _said("Done now", shapes[1])
    operation["responses"] = told | {code: _said(words, says) for code, words in REFUSALS.items()}


def _asked(parameter: dict[str, Any]) -> dict[str, Any]:
    """A parameter that may be left out is left out; it is never null."""
    schema = dict(parameter["schema"])
    kinds = [each for each in schema.pop("anyOf", ()) if each != {"type": "null"}]
    return parameter | {"schema": schema | (kinds[0] if kinds else {})}


def _said(description: str, shape: dict[str, Any]) -> dict[str, Any]:
    return {"description": description, "content": {"application/json": {"schema": shape}}}


def _batch(most: int) -> dict[str, Any]:
    batch = {
        "type": "object",
        "additionalProperties": False,
        "required": ["facts"],
        "properties": {
            "facts": {
                "type": "array",
                "maxItems": most,
                "items": {"anyOf": [{"$ref": REF.format(name="Fact")}, {}]},
            },
            "promise": {
                "type": ["string", "null"],
                "description": "That of today's session, with its sets and its end",
            },
        },
    }
    return {"required": True, "content": {"application/json": {"schema": batch}}}
