"""The person model with other assumptions: every number of it can be another, one or several at once."""

from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass, replace
from typing import Any

from gradus.library.types import Threshold
from gradus.library.types.simulation import PersonModel

Assumed = tuple[str, float]
"""A number of the model by its address within it, as in "tolerance.margin", and another value for it."""


def assumptions(model: PersonModel) -> dict[str, Threshold]:
    """Every number of the model by its address, in order."""
    return dict(_numbers(model, ""))


def assuming(model: PersonModel, *others: Assumed) -> PersonModel:
    """The model with other values. An address that it does not have is an error."""
    for address, value in others:
        model = _with(model, address.split("."), value)
    return model


def _numbers(part: object, at: str) -> Iterator[tuple[str, Threshold]]:
    for name, each in _parts(part):
        address = f"{at}.{name}" if at else name
        if isinstance(each, Threshold):
            yield address, each
        else:
            yield from _numbers(each, address)


def _parts(part: object) -> Iterator[tuple[str, object]]:
    if isinstance(part, Mapping):
        yield from part.items()
    elif is_dataclass(part):
        yield from ((field.name, getattr(part, field.name)) for field in fields(part))


def _with(part: Any, path: list[str], value: float) -> Any:
    if isinstance(part, Threshold):
        return replace(part, value=value)
    name, *rest = path
    if isinstance(part, Mapping):
        return {**part, name: _with(part[name], rest, value)}
    return replace(part, **{name: _with(getattr(part, name), rest, value)})
